import { spawn } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { isError } from "../compile.ts";
import { emit } from "../emit/emit.ts";
import { counted, languages } from "../language/language.ts";
import { readArguments, textOption, type Arguments, type Options } from "./arguments.ts";
import type { Command } from "./command.ts";
import { SystemError, startProgress, UsageError, type Terminal } from "./environment.ts";
import { compilePlan, printFindings, summary, type Findings } from "./findings.ts";
import { filled } from "./messages.ts";
import { root } from "./root.ts";
import { beginBuild, countFiles } from "./publish-folder.ts";

/** Options of every command that builds. */
export const buildOptions = { out: { type: "string" }, site: { type: "string" }, base: { type: "string" }, "as-year": { type: "string" }, "no-site": { type: "boolean" } } as const;

/** Where links lead when nobody has said where the site will stand. */
export const localAddress = "http://localhost:4321";

export interface Target {
  readonly out: string;
  /** The published origin, or undefined when none was given. */
  readonly site: string | undefined;
  /** Begins and ends with a slash. */
  readonly base: string;
}

export function readTarget(options: Options, terminal: Terminal): Target {
  const site = (textOption(options, "site") ?? process.env["SROK_SITE"])?.replace(/\/+$/, "");
  if (site !== undefined && site !== "" && !/^https:\/\/[a-z0-9.-]+(:\d+)?$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/i.test(site)) {
    throw new UsageError(filled(terminal.say.badValue, { name: "--site", value: site, expected: "https://plan.example" }));
  }
  const base = `/${(textOption(options, "base") ?? process.env["SROK_BASE"] ?? "/").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  if (!/^\/([a-z0-9._~-]+\/)*$/i.test(base)) throw new UsageError(filled(terminal.say.badValue, { name: "--base", value: base, expected: "/plan/" }));
  return { out: textOption(options, "out") ?? "dist", site: site === "" ? undefined : site, base };
}

const siteScript = join(root, "site", "run.ts");

/** Runs the site's own program; the compiler does not import it. */
export function runSite(mode: "build" | "dev", plan: string, target: Target & { asYear?: string | undefined; port?: number }): Promise<void> {
  const env = {
    ...process.env, SROK_PLAN: resolve(plan), SROK_OUT: resolve(target.out), SROK_SITE: target.site ?? "", SROK_BASE: target.base,
    SROK_AS_YEAR: target.asYear ?? "", SROK_PORT: String(target.port ?? ""),
  };
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [siteScript, mode], { env, stdio: mode === "dev" ? "inherit" : ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
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
  const findings = compilePlan(options, terminal);
  printFindings(findings, terminal);
  if (findings.diagnostics.some(isError)) {
    terminal.print(summary(findings, terminal));
    terminal.print(`${say.failed}: ${say.published}.`);
    return { status: 1, findings, target };
  }
  const next = beginBuild(target.out, terminal);
  const stopProgress = startProgress(terminal, say.stage.pages);
  try {
    if (options["no-site"] !== true) await runSite("build", textOption(options, "plan") ?? "plan", { ...target, out: next.folder, asYear: textOption(options, "as-year") });
    next.write(emit(findings.value.plans, { site: `${target.site ?? localAddress}${target.base.replace(/\/$/, "")}` }));
    const feeds = counted(languages[language], countFiles(next.folder, ".ics"), say.feeds as [string, string, string]);
    const pages = counted(languages[language], countFiles(next.folder, ".html"), say.pages as [string, string, string]);
    next.swap();
    terminal.print(`${summary(findings, terminal)} ${feeds}, ${pages}.`);
    terminal.print(`${filled(say.built, { out: relative(process.cwd(), resolve(target.out)) || ".", time: `${((performance.now() - started) / 1000).toFixed(1)}\u00a0${say.seconds}` })}.`);
    if (target.site === undefined) terminal.print(`${filled(say.noSite, { address: localAddress })}.`);
    return { status: 0, findings, target };
  } catch (error) {
    next.discard();
    throw error;
  } finally {
    stopProgress();
  }
}

/** `srok build`. */
export const build: Command = async (words, terminal) => {
  const parsed = readArguments(words, buildOptions, [], terminal);
  if (parsed.options["help"] === true) return terminal.print(terminal.say.help.build), 0;
  return (await buildAll(parsed, terminal)).status;
};
