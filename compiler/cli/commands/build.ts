import { relative, resolve } from "node:path";
import { isError } from "../../compile.ts";
import { counted, languages, type Forms } from "../../locale/languages.ts";
import {
  flagOption,
  planFolder,
  stringOption,
  textOption,
  type Arguments,
  type Options,
} from "../terminal/arguments.ts";
import { selectSeries } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, startProgress, UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, summary, type Findings } from "../work/findings.ts";
import { checkLedgers } from "../work/check-ledger.ts";
import { filled, forms, type Localized } from "../messages/messages.ts";
import { localAddress, readTarget, type Target, repositoryOfPipeline } from "../output/target.ts";
import { readLedger } from "../../ledger/read-ledger.ts";
import { preparePublication } from "../work/published-files.ts";
import { loadSiteProgram } from "../work/site-program.ts";
import { guardOutput } from "../output/output-guard.ts";
import { beginBuild, countFiles } from "../output/publish-folder.ts";
import { beginRelease, rollBack } from "../output/release-folder.ts";

const messagesByLanguage = {
  ru: {
    notBuilt: "План не собран",
    lastStays: "прежняя сборка не тронута",
    onlyDrafts: "все планы – черновики (status: draft), публиковать нечего",
    noPlans: "в папке нет плана (order.yaml или plan.yaml)",
    feeds: forms("календарь", "календаря", "календарей"),
    pages: forms("страница", "страницы", "страниц"),
    seconds: "с",
    built: "Собрано в {out} за {time}",
    noSite: "Адрес сайта не задан (--site): ссылки в календарях ведут на {address}, публиковать такую сборку нельзя",
    noRelease: "в «{folder}» нет прежнего выпуска",
    rolledBack: "Возвращён выпуск {name}",
    making: "собираются страницы…",
  },
  en: {
    notBuilt: "The plan was not built",
    lastStays: "the last build is untouched",
    onlyDrafts: "all plans are drafts (status: draft), there is nothing to publish",
    noPlans: "the folder has no plan (order.yaml or plan.yaml)",
    feeds: forms("calendar", "calendars", "calendars"),
    pages: forms("page", "pages", "pages"),
    seconds: "s",
    built: "Built into {out} in {time}",
    noSite: "No site address (--site): links in the calendars lead to {address}, do not publish this build",
    noRelease: "there is no earlier release in “{folder}”",
    rolledBack: "Back to release {name}",
    making: "building pages…",
  },
};

/** Options of every command that builds. */
export const buildOptions = {
  out: stringOption,
  site: stringOption,
  base: stringOption,
  "as-year": stringOption,
  series: stringOption,
  "no-site": flagOption,
  releases: stringOption,
  rollback: flagOption,
} as const;

export interface BuildResult {
  /** The exit status of the command. */
  readonly status: number;
  readonly target: Target;
}

/** Whether a plan can be built; prints why not. */
function isBuildable(findings: Findings, terminal: Terminal): boolean {
  const own = messagesByLanguage[terminal.language];
  const { plans, workspace } = findings.value;
  if (findings.diagnostics.some(isError)) {
    terminal.print(`${summary(findings, terminal)}\n${own.notBuilt}: ${own.lastStays}.`);
    return false;
  }
  if (plans.length > 0) return true;
  const hasDrafts = workspace.series.some((each) => each.plans.length > 0);
  terminal.print(`${own.notBuilt}: ${hasDrafts ? own.onlyDrafts : own.noPlans}; ${own.lastStays}.`);
  return false;
}

/** Prints what was built: its figures, its place and the time that it took. */
function printBuilt(figures: string, place: string, started: number, terminal: Terminal): void {
  const own = messagesByLanguage[terminal.language];
  const time = `${((performance.now() - started) / 1000).toFixed(1)}\u00a0${own.seconds}`;
  terminal.print(figures);
  terminal.print(`${filled(own.built, { out: relative(process.cwd(), resolve(place)) || ".", time })}.`);
}

/** The numbers of feeds and pages in a build. */
function countBuilt(folder: string, { language }: Terminal): string {
  const own = messagesByLanguage[language];
  const count = (ending: string, nouns: Forms): string =>
    counted(languages[language], countFiles(folder, ending), nouns);
  return `${count(".ics", own.feeds)}, ${count(".html", own.pages)}`;
}

/**
 * Checks and builds; the last build stays in place until the new one is whole. Throws a UsageError for options that do
 * not fit, and a SystemError for a file that cannot be written.
 */
export async function buildAll({ options }: Pick<Arguments, "options">, terminal: Terminal): Promise<BuildResult> {
  const own = messagesByLanguage[terminal.language];
  const started = performance.now();
  const target = readTarget(options, terminal);
  const releases = textOption(options, "releases");
  guardOutput(planFolder(options), { out: target.out, releases }, terminal);
  const checked = checkLedgers(compilePlan(options, terminal), options, terminal);
  const series = selectSeries(checked.findings.value.plans, options, terminal);
  const { findings, files } = preparePublication(checked, target, series);
  printFindings(findings, terminal);
  if (!isBuildable(findings, terminal)) return { status: 1, target };
  const next = releases === undefined ? beginBuild(target.out, terminal) : beginRelease(releases, terminal);
  const stopProgress = startProgress(terminal, own.making);
  try {
    if (options["no-site"] !== true) {
      const { buildSite } = await loadSiteProgram(terminal);
      const ledgers = checked.ledgers.flatMap((ledger) => readLedger(ledger).value ?? []);
      await buildSite(
        { ...findings.value, ledgers },
        { ...target, out: next.folder, series, repository: repositoryOfPipeline() },
      );
    }
    next.write(files);
    const figures = `${summary(findings, terminal)} ${countBuilt(next.folder, terminal)}.`;
    next.swap();
    printBuilt(figures, releases ?? target.out, started, terminal);
    if (target.site === undefined) terminal.print(`${filled(own.noSite, { address: localAddress })}.`);
    return { status: 0, target };
  } catch (error) {
    next.discard();
    throw error;
  } finally {
    stopProgress();
  }
}

/** Serves the release before the present one again. Throws a SystemError where there is none. */
function goBack(options: Options, terminal: Terminal): number {
  const releases = textOption(options, "releases");
  if (releases === undefined) throw new UsageError(filled(terminal.messages.missingArgument, { name: "--releases" }));
  const name = rollBack(releases, terminal);
  const own = messagesByLanguage[terminal.language];
  if (name === undefined) throw new SystemError(filled(own.noRelease, { folder: releases }));
  terminal.print(`${filled(own.rolledBack, { name })}.`);
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

/** `srok build`: checks the plan, then builds the site, the calendars and the data. */
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
