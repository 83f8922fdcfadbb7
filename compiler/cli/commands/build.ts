import { spawn } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { isError } from "../../compile.ts";
import { counted, languages } from "../../locale/languages.ts";
import { planFolder, readArguments, textOption, type Arguments, type Options } from "../terminal/arguments.ts";
import { readSeries } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, startProgress, UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, summary, type Findings } from "../work/findings.ts";
import { holdPlan } from "../work/check-ledger.ts";
import { openLastBuild, printOf } from "../output/last-build.ts";
import { filled } from "../messages/messages.ts";
import { localAddress, readTarget, siteAddress, type Target } from "../output/target.ts";
import { publishedFiles } from "../work/published-files.ts";
import { cacheFolder, root } from "../files/root.ts";
import { refusePlace } from "../output/output-guard.ts";
import { beginBuild, countFiles } from "../output/publish-folder.ts";
import { beginRelease, rollBack } from "../output/release-folder.ts";

/** Options of every command that builds. */
export const buildOptions = {
  out: { type: "string" },
  site: { type: "string" },
  base: { type: "string" },
  "as-year": { type: "string" },
  series: { type: "string" },
  "no-site": { type: "boolean" },
  releases: { type: "string" },
  rollback: { type: "boolean" },
} as const;

const siteScript = join(root, "site", "run.ts");

const stopSignals = ["SIGTERM", "SIGHUP"] as const;

/** Runs the site's own program; the compiler does not import it. */
export function runSite(
  mode: "build" | "dev",
  plan: string,
  target: Target & { asYear?: string | undefined; series?: string | undefined; port?: number },
): Promise<void> {
  const env = {
    ...process.env,
    SROK_PLAN: resolve(plan),
    SROK_OUT: resolve(target.out),
    SROK_SITE: target.site ?? "",
    SROK_BASE: target.base,
    SROK_AS_YEAR: target.asYear ?? "",
    SROK_SERIES: target.series ?? "",
    SROK_PORT: String(target.port ?? ""),
  };
  return new Promise((done, failed) => {
    // From the checkout, wherever the plan lies: the site's packages are looked for from the folder it runs in.
    const child = spawn(process.execPath, [siteScript, mode], {
      cwd: root,
      env,
      stdio: mode === "dev" ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    // Whoever stops the command stops the site's program with it; the signal then does what it does.
    const stop = (signal: NodeJS.Signals): void => {
      child.kill(signal);
      process.kill(process.pid, signal);
    };
    for (const signal of stopSignals) process.once(signal, stop);
    child.on("exit", () => stopSignals.forEach((signal) => process.removeListener(signal, stop)));
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", failed);
    child.on("exit", (status) => (status === 0 || mode === "dev" ? done() : failed(new SystemError(output.trim()))));
  });
}

export interface BuildResult {
  readonly status: number;
  readonly findings: Findings;
  readonly target: Target;
}

/** Checks and builds; the last build stays in place until the new one is whole. */
export async function buildAll({ options }: Pick<Arguments, "options">, terminal: Terminal): Promise<BuildResult> {
  const { say, language } = terminal;
  const started = performance.now();
  const target = readTarget(options, terminal);
  const releases = textOption(options, "releases");
  refusePlace(planFolder(options), { out: target.out, releases }, terminal);
  const { findings: held, publications } = holdPlan(compilePlan(options, terminal), options, terminal);
  const { plans } = held.value;
  const series = readSeries(plans, options, terminal);
  const last = openLastBuild(cacheFolder, releases ?? target.out);
  const address = { site: siteAddress(target) };
  const madeFrom = printOf(held.texts, [
    address,
    options["as-year"] ?? null,
    series ?? null,
    publications.map(({ today }) => today),
  ]);
  const { files, limits } = held.diagnostics.some(isError)
    ? { files: [], limits: [] }
    : publishedFiles(plans, publications, address, { last, madeFrom, only: series });
  const findings = { ...held, diagnostics: [...held.diagnostics, ...limits] };
  printFindings(findings, terminal);
  if (findings.diagnostics.some(isError)) {
    terminal.print(summary(findings, terminal));
    terminal.print(`${say.failed}: ${say.published}.`);
    return { status: 1, findings, target };
  }
  if (plans.length === 0) {
    const drafts = held.value.workspace.series.some((each) => each.plans.length > 0);
    terminal.print(`${say.failed}: ${drafts ? say.onlyDrafts : say.noPlans}; ${say.published}.`);
    return { status: 1, findings, target };
  }
  const next = releases === undefined ? beginBuild(target.out, terminal) : beginRelease(releases, terminal);
  const stopProgress = startProgress(terminal, say.stage.pages);
  try {
    if (options["no-site"] !== true)
      await runSite("build", planFolder(options), {
        ...target,
        out: next.folder,
        asYear: textOption(options, "as-year"),
        series,
      });
    next.write(files);
    const feeds = counted(languages[language], countFiles(next.folder, ".ics"), say.feeds as [string, string, string]);
    const pages = counted(languages[language], countFiles(next.folder, ".html"), say.pages as [string, string, string]);
    last.remember(madeFrom, next.swap(), files);
    terminal.print(`${summary(findings, terminal)} ${feeds}, ${pages}.`);
    terminal.print(
      `${filled(say.built, { out: relative(process.cwd(), resolve(releases ?? target.out)) || ".", time: `${((performance.now() - started) / 1000).toFixed(1)}\u00a0${say.seconds}` })}.`,
    );
    if (target.site === undefined) terminal.print(`${filled(say.noSite, { address: localAddress })}.`);
    return { status: 0, findings, target };
  } catch (error) {
    next.discard();
    throw error;
  } finally {
    stopProgress();
  }
}

/** Serves the release before the present one again. */
function goBack(options: Options, terminal: Terminal): number {
  const releases = textOption(options, "releases");
  if (releases === undefined) throw new UsageError(filled(terminal.say.missingArgument, { name: "--releases" }));
  const name = rollBack(releases, terminal);
  if (name === undefined) throw new SystemError(filled(terminal.say.noRelease, { folder: releases }));
  terminal.print(`${filled(terminal.say.rolledBack, { name })}.`);
  return 0;
}

/** `srok build`. */
export const build: Command = async (words, terminal) => {
  const parsed = readArguments(words, buildOptions, [], terminal);
  if (parsed.options["help"] === true) return (terminal.print(terminal.say.help.build), 0);
  if (parsed.options["rollback"] === true) return goBack(parsed.options, terminal);
  return (await buildAll(parsed, terminal)).status;
};
