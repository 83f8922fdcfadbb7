import { basename } from "node:path";
import { civilOf } from "../../calendar/day.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import { describe } from "../../diagnostics/render.ts";
import { reread } from "../../edit/locate.ts";
import { copyForYear, staleMentions } from "../../edit/new-year.ts";
import { withdrawnRows } from "../../edit/withdrawn-rows.ts";
import { classifyPath, isPlanName } from "../../load/file-layout.ts";
import { spanAt } from "../../load/yaml/parsed-yaml.ts";
import { planLater } from "../../resolve/plan-as.ts";
import { positionAt, type SourceFile } from "../../source/span.ts";
import { folderOf, selectPlan } from "../work/select-plan.ts";
import { stringOption, textOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { compileEdited, compileForEditing, editOptions } from "../work/apply-edit.ts";
import { writeEdited } from "../work/undo.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { type Findings } from "../work/findings.ts";
import { filled, type Localized } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    exists: "план на {year} год уже есть: {folder}",
    notLater: "год должен быть позже {year}",
    noYears: "в имени плана «{id}» года нет: назовите новый план – --id ИМЯ",
    badName:
      "имя плана – имя его папки: начинается с цифры, дальше цифры, строчные латинские буквы, точки и дефисы, например 2031 или 1.32",
    idTaken: "план «{id}» уже есть: {folder}",
    done: "Черновик плана на {year} год: {folder}. Дат к сверке: {marks}.",
    leftOut: "Исключённых пунктов в черновике нет: {items}.",
    needed: "Исключённые пункты остались, без них не обходятся другие: {items}.",
    daysOff: "Приходится на нерабочие дни:",
    oldSources: "Опирается на источники и слова прошлого года:",
    next: "Удаляйте review: true по мере сверки; когда не останется ни одного – удалите status: draft в файле плана ({file}).",
  },
  en: {
    exists: "there is a plan of {year} already: {folder}",
    notLater: "the year must be later than {year}",
    noYears: "the name of plan “{id}” has no year: name the new one: --id NAME",
    badName:
      "a plan’s name is that of its folder: a digit first, then digits, lower-case Latin letters, dots and hyphens, like 2031 or 1.32",
    idTaken: "there is a plan “{id}” already: {folder}",
    done: "Draft of the plan of {year}: {folder}. Dates to review: {marks}.",
    leftOut: "Withdrawn items are not in the draft: {items}.",
    needed: "Withdrawn items that others need are still there: {items}.",
    daysOff: "On days off:",
    oldSources: "Leaning on last year's sources and words:",
    next: "Remove review: true as you go; when none is left, remove status: draft in the plan's file ({file}).",
  },
};

/** Findings about days that a reviewer wants in a list of their own. */
const dayCodes = new Set(["named-day-off", "deadline-on-day-off", "provisional-calendar"]);

/** Findings of the draft about days off, a line each. */
function dayOffLines({ diagnostics, texts }: Findings, folder: string, { language }: Terminal): string[] {
  return diagnostics
    .filter(({ code, span }) => dayCodes.has(code) && span.file.startsWith(folder) && severityOf(code) !== "error")
    .map((diagnostic) => {
      const { file, start } = diagnostic.span;
      return `${lineOf(file, texts.get(file) ?? "", start)} ${describe(diagnostic, language).message}`;
    });
}

/** Words and sources of a draft that still speak of the year it was copied from, a line each. */
const oldYearLines = (files: readonly SourceFile[], oldYear: number): string[] =>
  files.flatMap(({ path, text }) => {
    const file = reread(path, text);
    return staleMentions(file, oldYear).map(
      (mention) => `${lineOf(path, text, spanAt(file, mention.path).start)} ${mention.words}`,
    );
  });

const lineOf = (path: string, text: string, offset: number): string => `  ${path}:${positionAt(text, offset).line}`;

const usage: Localized = {
  ru: `srok new-year ГОД – начать план нового года как черновик по последнему

  Копирует структуру и слова, помечает каждую дату ключом review: true, план – ключом status: draft.
  Черновик проверяется, но не публикуется. Сверили дату – удалите её review; сверили все – удалите status.
  --id ИМЯ          имя нового плана, если в имени прежнего нет года: 1.33
  --dry-run         только показать, что получится
  --series СЕРИЯ    какая серия, если их несколько`,
  en: `srok new-year YEAR – begin a new year's plan as a draft after the last one

  Copies structure and words, marks every date with review: true and the plan with status: draft.
  A draft is checked and not published. Remove review from each date you have looked at, then status.
  --id NAME         the name of the new plan, where the last one's has no year: 1.33
  --dry-run         only show what would come of it
  --series SERIES   which series, where there are several`,
};

/** `srok new-year YEAR`: begins a year's plan as a draft after the last one; the old year is not touched. */
export const newYear: Command = {
  name: "new-year",
  usage,
  options: { "dry-run": editOptions["dry-run"], series: editOptions.series, id: stringOption },
  positionals: ["YEAR"],
  run({ options, positionals }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const word = positionals[0]!;
    const year = /^\d{4}$/.test(word) ? Number(word) : Number.NaN;
    if (!(year >= 1900 && year <= 2199))
      throw new UsageError(filled(terminal.messages.badValue, { name: "YEAR", value: word, expected: "2031" }));
    const before = compileForEditing(options, terminal);
    if (before === undefined) return 1;
    const { series, plan } = selectPlan(before.value.plans, options, terminal);
    const oldYear = civilOf(plan.bounds.from).year;
    const named = textOption(options, "id");
    if (named !== undefined && !isPlanName(named)) throw new UsageError(own.badName);
    const id = named ?? planLater(plan, year - oldYear).id;
    if (named === undefined && id === plan.id && year !== oldYear) throw new UsageError(filled(own.noYears, { id }));
    const oldFolder = folderOf(plan);
    const folder = oldFolder.replace(/[^/]+\/$/, `${id}/`);
    if (series.plans.some((each) => each.id === id))
      throw new UsageError(filled(named === undefined ? own.exists : own.idTaken, { id, year, folder }));
    if (year < oldYear) throw new UsageError(filled(own.notLater, { year: oldYear }));
    const copied = before.value.workspace.files.filter(({ source }) => source.path.startsWith(oldFolder));
    const { spent, needed } = withdrawnRows(copied);
    const files = copied.map((file): SourceFile => ({
      path: file.source.path.replace(oldFolder, folder),
      text: copyForYear(file, classifyPath(file.source.path)!.kind, { oldYear, newYear: year }, spent),
    }));
    const after = compileEdited(before, files, terminal);
    if (after === undefined) return 1;
    if (options["dry-run"] !== true) writeEdited(files, options, terminal);
    const daysOff = dayOffLines(after, folder, terminal);
    const old = oldYearLines(files, oldYear);
    const marks = files.reduce((sum, { text }) => sum + (text.match(/\breview: true/g) ?? []).length, 0);
    terminal.print(
      [
        filled(own.done, { year, folder, marks }),
        ...(spent.size === 0 ? [] : [filled(own.leftOut, { items: [...spent].join(", ") })]),
        ...(needed.length === 0 ? [] : [filled(own.needed, { items: needed.join(", ") })]),
        ...(daysOff.length === 0 ? [] : ["", own.daysOff, ...daysOff]),
        ...(old.length === 0 ? [] : ["", own.oldSources, ...old]),
        "",
        filled(own.next, { file: basename(plan.order.origin.file.source.path) }),
      ].join("\n"),
    );
    return 0;
  },
};
