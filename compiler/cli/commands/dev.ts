import { resolve } from "node:path";
import { readLedger } from "../../ledger/read-ledger.ts";
import { readLedgerFiles } from "../files/ledger-files.ts";
import { readPlan } from "../files/sources.ts";
import type { Localized } from "../messages/messages.ts";
import { readTarget } from "../output/target.ts";
import { numberOption, planFolder, stringOption, textOption, type Options } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { compilePlan } from "../work/findings.ts";
import { takeProposal } from "../work/take-proposal.ts";
import { loadSiteProgram, type SiteDraft } from "../work/site-program.ts";
import { buildOptions } from "./build.ts";

const usage: Localized = {
  ru: `srok dev – показывать сайт и пересобирать при каждом сохранении файла плана

  --port ПОРТ       по умолчанию 4321`,
  en: `srok dev – show the site and rebuild whenever a file of the plan is saved

  --port PORT       default 4321`,
};

/** The plan with its drafts, and what was published of it; as of another year nothing was. */
function readDraft(options: Options, terminal: Terminal): SiteDraft {
  const findings = compilePlan(options, terminal, { drafts: true });
  const files = textOption(options, "as-year") === undefined ? readLedgerFiles(planFolder(options), terminal) : [];
  const ledgers = files.map(readLedger);
  return {
    value: findings.value,
    diagnostics: [...findings.diagnostics, ...ledgers.flatMap(({ diagnostics }) => diagnostics)],
    texts: new Map([...findings.texts, ...files.map(({ path, text }) => [path, text] as const)]),
    ledgers: ledgers.flatMap(({ value }) => value ?? []),
  };
}

/** `srok dev`: the site, compiled anew whenever a file of the plan is saved; mistakes are shown in the page. */
export const dev: Command = {
  name: "dev",
  usage,
  options: { ...buildOptions, port: stringOption },
  positionals: [],
  async run({ options }, terminal) {
    // Errors of a plan are shown in its pages; that there is no plan is an error of the call.
    readPlan(options, terminal);
    const port = numberOption(options, "port", [1, 65_535], terminal) ?? 4321;
    const { site, base } = readTarget(options, terminal);
    const plan = resolve(planFolder(options));
    const { devSite } = await loadSiteProgram(terminal);
    return await devSite(() => readDraft({ ...options, plan }, terminal), {
      site,
      base,
      series: textOption(options, "series"),
      plan,
      port,
      take: (text) => takeProposal(text, { ...options, plan }, terminal),
    });
  },
};
