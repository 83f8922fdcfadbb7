import { textOption, type Options } from "../terminal/arguments.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { originOf } from "../files/git.ts";
import { filled } from "../messages/messages.ts";

/** The address in links where the site's own is not known. */
export const localAddress = "http://localhost:4321";

/** Where a build goes: its folder, and the address it is published at. */
export interface Target {
  readonly out: string;
  /** The published origin, or undefined when none was given. */
  readonly site: string | undefined;
  /** Begins and ends with a slash. */
  readonly base: string;
}

/**
 * The target that the options or the environment name. Throws a UsageError for an address or a path that does not fit.
 */
export function readTarget(options: Options, terminal: Terminal): Target {
  const site = (textOption(options, "site") ?? process.env["SROK_SITE"])?.replace(/\/+$/, "");
  if (
    site !== undefined &&
    site !== "" &&
    (!/^https:\/\/[a-z0-9.-]+(:\d+)?$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/i.test(site) || !URL.canParse(site))
  ) {
    throw new UsageError(
      filled(terminal.messages.badValue, { name: "--site", value: site, expected: "https://plan.example" }),
    );
  }
  const base =
    `/${(textOption(options, "base") ?? process.env["SROK_BASE"] ?? "/").replace(/^\/+|\/+$/g, "")}/`.replace(
      "//",
      "/",
    );
  // A browser takes «.» and «..» for ways between folders: links below such a path would lead out of it.
  if (!/^\/((?!\.\.?\/)[a-z0-9._~-]+\/)*$/i.test(base))
    throw new UsageError(filled(terminal.messages.badValue, { name: "--base", value: base, expected: "/plan/" }));
  return { out: textOption(options, "out") ?? "dist", site: site === "" ? undefined : site, base };
}

/** As long as the address of a site plausibly is: sizes that are estimated with it are not exceeded. */
const longestAddress = `https://${"a".repeat(60)}.example/${"b".repeat(30)}`;

/** Where forges publish the pages of a repository, by its address: `git@github.com:owner/name.git`, `https://gitlab.com/group/name`. */
const pagesOf: Readonly<Record<string, string>> = { "github.com": "github.io", "gitlab.com": "gitlab.io" };

/** The address of a repository's pages on a forge that is known; undefined for any other. */
function pagesAddress(remote: string): string | undefined {
  const found =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?(?<host>[a-z0-9.-]+)[:/](?<owner>[\w-]+)\/(?<name>[\w./-]+?)(?:\.git)?\/*$/i;
  const { host = "", owner = "", name = "" } = found.exec(remote)?.groups ?? {};
  const pages = pagesOf[host.toLowerCase()];
  if (pages === undefined) return undefined;
  const origin = `https://${owner.toLowerCase()}.${pages}`;
  return name.toLowerCase() === `${owner}.${pages}`.toLowerCase() ? origin : `${origin}/${name}`;
}

/**
 * The address with which feeds are sized before there is a site: the one that is named, the one that the forge will give its
 * pages (by its own variables, else by where the plan's repository was cloned from), else one as long as an address plausibly is,
 * which says whether feeds can fit at all and not how large they will be: it is `assumed`.
 */
export function expectedAddress(target: Target, plan: string): { readonly site: string; readonly assumed: boolean } {
  const known = target.site === undefined ? forgeAddress(plan) : siteAddress(target);
  return { site: known ?? longestAddress, assumed: known === undefined };
}

/** The address that the forge will give to a plan's pages; undefined where none is known. */
function forgeAddress(plan: string): string | undefined {
  const { CI_PAGES_URL: gitlab, GITHUB_REPOSITORY: github } = process.env;
  if (gitlab !== undefined && URL.canParse(gitlab)) return gitlab.replace(/\/$/, "");
  const remote = github === undefined ? originOf(plan) : `https://github.com/${github}`;
  return remote === undefined ? undefined : pagesAddress(remote);
}

/** A pipeline's repository by the variables of its forge; undefined outside one. */
export function repositoryOfPipeline(): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, CI_PROJECT_URL: project } = process.env;
  const address = name === undefined ? project : `${server ?? "https://github.com"}/${name}`;
  return address !== undefined && /^https:\/\/[^\s"<>]+$/.test(address) ? address.replace(/\/+$/, "") : undefined;
}

/** The address of a site with its base path, without a final slash. */
export const siteAddress = ({ site, base }: Target): string => `${site ?? localAddress}${base.replace(/\/$/, "")}`;
