import { relative, resolve } from "node:path";
import { isError } from "../../compile.ts";
import { counted, languages } from "../../locale/languages.ts";
import { planFolder, textOption, type Arguments, type Options } from "../terminal/arguments.ts";
import { selectSeries } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, startProgress, UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, summary, type Findings } from "../work/findings.ts";
import { holdPlan } from "../work/check-ledger.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { localAddress, readTarget, siteAddress, type Target } from "../output/target.ts";
import { readLedger } from "../../ledger/read-ledger.ts";
import { publishedFiles } from "../work/published-files.ts";
import { loadSiteProgram } from "../work/site-program.ts";
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

export interface BuildResult {
  readonly status: number;
  readonly findings: Findings;
  readonly target: Target;
}

/** Checks and builds; the last build stays in place until the new one is whole. */
export async function buildAll({ options }: Pick<Arguments, "options">, terminal: Terminal): Promise<BuildResult> {
  const { messages, language } = terminal;
  const started = performance.now();
  const target = readTarget(options, terminal);
  const releases = textOption(options, "releases");
  refusePlace(planFolder(options), { out: target.out, releases }, terminal);
  const { findings: held, publications, ledgers } = holdPlan(compilePlan(options, terminal), options, terminal);
  const { plans } = held.value;
  const series = selectSeries(plans, options, terminal);
  const address = { site: siteAddress(target) };
  const { files, limits } = held.diagnostics.some(isError)
    ? { files: [], limits: [] }
    : publishedFiles(plans, publications, address, series);
  const findings = { ...held, diagnostics: [...held.diagnostics, ...limits] };
  printFindings(findings, terminal);
  if (findings.diagnostics.some(isError)) {
    terminal.print(summary(findings, terminal));
    terminal.print(`${messages.failed}: ${messages.published}.`);
    return { status: 1, findings, target };
  }
  if (plans.length === 0) {
    const drafts = held.value.workspace.series.some((each) => each.plans.length > 0);
    terminal.print(`${messages.failed}: ${drafts ? messages.onlyDrafts : messages.noPlans}; ${messages.published}.`);
    return { status: 1, findings, target };
  }
  const next = releases === undefined ? beginBuild(target.out, terminal) : beginRelease(releases, terminal);
  const stopProgress = startProgress(terminal, messages.stage.pages);
  try {
    if (options["no-site"] !== true)
      await (
        await loadSiteProgram()
      ).buildSite(
        { ...held.value, ledgers: ledgers.flatMap((ledger) => readLedger(ledger).value ?? []) },
        { ...target, out: next.folder, series },
      );
    next.write(files);
    const feeds = counted(
      languages[language],
      countFiles(next.folder, ".ics"),
      messages.feeds as [string, string, string],
    );
    const pages = counted(
      languages[language],
      countFiles(next.folder, ".html"),
      messages.pages as [string, string, string],
    );
    next.swap();
    terminal.print(`${summary(findings, terminal)} ${feeds}, ${pages}.`);
    terminal.print(
      `${filled(messages.built, { out: relative(process.cwd(), resolve(releases ?? target.out)) || ".", time: `${((performance.now() - started) / 1000).toFixed(1)}\u00a0${messages.seconds}` })}.`,
    );
    if (target.site === undefined) terminal.print(`${filled(messages.noSite, { address: localAddress })}.`);
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
  if (releases === undefined) throw new UsageError(filled(terminal.messages.missingArgument, { name: "--releases" }));
  const name = rollBack(releases, terminal);
  if (name === undefined) throw new SystemError(filled(terminal.messages.noRelease, { folder: releases }));
  terminal.print(`${filled(terminal.messages.rolledBack, { name })}.`);
  return 0;
}

const usage: Localized = {
  ru: `srok build – проверить план и собрать сайт, календари и данные

  --out ПАПКА       куда (по умолчанию dist): пустая папка или прежняя сборка – та остаётся, пока новая не готова
  --site АДРЕС      адрес опубликованного сайта, https://…; без него ссылки ведут на localhost
  --base ПУТЬ       путь сайта на сервере, если он не в корне: /plan/
  --as-year ГОД     собрать те же файлы, как если бы план был на другой год
  --series СЕРИЯ    собрать часть сайта – одну серию; части, сложенные вместе, дают весь сайт
  --no-site         только календари и данные, без страниц
  --releases ПАПКА  собрать выпуск в ПАПКА/releases и переключить на него ПАПКА/current: для веб-сервера
  --rollback        вернуть прежний выпуск (вместе с --releases)`,
  en: `srok build – check the plan and build site, calendars and data

  --out FOLDER      where to (default dist): an empty folder or the last build, which stays until the new one is ready
  --site ADDRESS    address of the published site, https://…; without it links lead to localhost
  --base PATH       the site's path on its server when it is not the root: /plan/
  --as-year YEAR    build the same files as if the plan were of another year
  --series SERIES   build a part of the site, one series; the parts put together are the whole
  --no-site         calendars and data only, no pages
  --releases FOLDER make a release in FOLDER/releases and turn FOLDER/current to it: for a web server
  --rollback        go back to the release before (with --releases)`,
};

/** `srok build`. */
export const build: Command = {
  name: "build",
  usage,
  options: buildOptions,
  positionals: [],
  async run(parsed, terminal) {
    if (parsed.options["rollback"] === true) return goBack(parsed.options, terminal);
    return (await buildAll(parsed, terminal)).status;
  },
};
