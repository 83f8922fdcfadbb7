/**
 * The program that makes the pages. It stands in `site/` and is loaded when pages are asked for: the compiler does not
 * import it, and a command that makes none has no need of Astro.
 */
import { pathToFileURL } from "node:url";
import type { Compiled } from "../../compile.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { modulePath } from "../files/root.ts";
import type { Localized } from "../messages/messages.ts";
import type { Target } from "../output/target.ts";
import { SystemError, type Terminal } from "../terminal/terminal.ts";
import type { Findings } from "./findings.ts";
import type { TakenProposal } from "./take-proposal.ts";

/** What pages are made from: a compiled plan and what was published of it. */
export interface SitePlan extends Compiled {
  readonly ledgers: readonly Ledger[];
}

/** A plan as it is being written: with errors it makes no pages, but shows them. */
export interface SiteDraft extends Findings {
  readonly ledgers: readonly Ledger[];
}

export interface SiteTarget extends Pick<Target, "site" | "base"> {
  /** The slug of the only series to build; undefined for all. */
  readonly series?: string | undefined;
  /** Where the plan is kept, for a series that does not say. */
  readonly repository?: string | undefined;
}

/** What a draft is served with. */
export interface DevTarget {
  readonly plan: string;
  readonly port: number;
  /** Writes a proposal that a page sends into the plan's files. */
  readonly take: (text: string) => TakenProposal;
}

export interface SiteProgram {
  /** Writes the pages and the files beside them below `out`; files there under other names are left alone. */
  buildSite(plan: SitePlan, target: SiteTarget & Pick<Target, "out">): Promise<void>;
  /**
   * Serves the pages until the process ends. `read` is asked again whenever a file below the folder `plan` has
   * changed.
   */
  devSite(read: () => SiteDraft, target: SiteTarget & DevTarget): Promise<never>;
}

const incomplete: Localized = {
  ru: "не все пакеты программы установлены; выполните npm ci (или npm install)",
  en: "not all packages of the program are installed; run npm ci (or npm install)",
};

/**
 * Loads the program. Its address is computed, so that the bundle of the command leaves it out. Throws a SystemError where a
 * package that it needs is not installed.
 */
export async function loadSiteProgram({ language }: Pick<Terminal, "language">): Promise<SiteProgram> {
  try {
    return (await import(pathToFileURL(modulePath("site/build")).href)) as SiteProgram;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") throw new SystemError(incomplete[language]);
    throw error;
  }
}
