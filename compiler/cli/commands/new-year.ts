import { severityOf } from "../../diagnostics/catalogue.ts";
import { describe } from "../../diagnostics/render.ts";
import { compile, isError } from "../../compile.ts";
import { reread } from "../../edit/locate.ts";
import { copyForYear, staleMentions } from "../../edit/new-year.ts";
import { classifyPath } from "../../load/file-layout.ts";
import { spanAt } from "../../load/yaml/parsed-yaml.ts";
import { positionAt, type SourceFile } from "../../source/span.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { editOptions, readForEditing, writeEdited, type Edited } from "../work/apply-edit.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { printFindings } from "../work/findings.ts";
import { filled, type Localized } from "../messages/messages.ts";

/** Findings about days that a reviewer wants in a list of their own. */
const dayCodes = new Set(["named-day-off", "deadline-on-day-off", "provisional-calendar"]);

interface Draft {
  readonly folder: string;
  readonly edited: readonly Edited[];
  readonly sources: readonly SourceFile[];
}

/** What lies on days off and what still speaks of the old year, a line each. */
function reportLines(
  { edited, sources, folder }: Draft,
  from: number,
  terminal: Terminal,
): { daysOff: string[]; old: string[] } {
  const { diagnostics } = compile(sources, { drafts: true });
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const place = (file: string, offset: number): string => `  ${file}:${positionAt(texts.get(file) ?? "", offset).line}`;
  const daysOff = diagnostics
    .filter(({ code, span }) => dayCodes.has(code) && span.file.startsWith(folder) && severityOf(code) !== "error")
    .map(
      (diagnostic) =>
        `${place(diagnostic.span.file, diagnostic.span.start)} ${describe(diagnostic, terminal.language).message}`,
    );
  const old = edited.flatMap(({ path, after }) => {
    const file = reread(path, after);
    return staleMentions(file, from).map(
      (mention) => `${place(path, spanAt(file, mention.path).start)} ${mention.words}`,
    );
  });
  return { daysOff, old };
}

const usage: Localized = {
  ru: `srok new-year ГОД – начать план нового года как черновик по последнему

  Копирует структуру и слова, помечает каждую дату ключом review: true, план – ключом status: draft.
  Черновик проверяется, но не публикуется. Сверили дату – удалите её review; сверили все – удалите status.
  --dry-run         только показать, что получится
  --series СЕРИЯ    какая серия, если их несколько`,
  en: `srok new-year YEAR – begin a new year's plan as a draft after the last one

  Copies structure and words, marks every date with review: true and the plan with status: draft.
  A draft is checked and not published. Remove review from each date you have looked at, then status.
  --dry-run         only show what would come of it
  --series SERIES   which series, where there are several`,
};

/** `srok new-year YEAR`: begins a year's plan as a draft after the last one; the old year is not touched. */
export const newYear: Command = {
  name: "new-year",
  usage,
  options: { "dry-run": editOptions["dry-run"], series: editOptions.series },
  positionals: ["YEAR"],
  run({ options, positionals }, terminal) {
    const messages = editMessages[terminal.language];
    const word = positionals[0]!;
    const year = /^\d{4}$/.test(word) ? Number(word) : Number.NaN;
    if (!(year >= 1900 && year <= 2199))
      throw new UsageError(filled(terminal.messages.badValue, { name: "YEAR", value: word, expected: "2031" }));
    const findings = readForEditing(options, terminal);
    if (findings === undefined) return 1;
    const { series, plan } = choosePlan(findings.value.plans, options, terminal);
    const oldFolder = plan.order.origin.file.source.path.replace(/order\.yaml$/, "");
    const folder = oldFolder.replace(/\d{4}\/$/, `${year}/`);
    if (series.plans.some((each) => each.year === year))
      throw new UsageError(filled(messages.yearExists, { year, folder }));
    if (year < plan.year) throw new UsageError(filled(messages.yearNotNext, { year: plan.year }));
    const copied = findings.value.workspace.files.filter(({ source }) => source.path.startsWith(oldFolder));
    const edited = copied.map((file): Edited => ({
      path: file.source.path.replace(oldFolder, folder),
      before: null,
      after: copyForYear(file, classifyPath(file.source.path)!.kind, plan.year, year),
    }));
    const sources = [...findings.texts]
      .map(([path, text]) => ({ path, text }))
      .concat(edited.map(({ path, after }) => ({ path, text: after })));
    const outcome = compile(sources, { drafts: true });
    if (outcome.diagnostics.some(isError)) {
      printFindings(
        {
          ...outcome,
          diagnostics: outcome.diagnostics.filter(isError),
          texts: new Map(sources.map(({ path, text }) => [path, text])),
        },
        terminal,
      );
      terminal.print(messages.refused);
      return 1;
    }
    if (options["dry-run"] !== true) writeEdited(edited, options, terminal);
    const { daysOff, old } = reportLines({ folder, edited, sources }, plan.year, terminal);
    const marks = edited.reduce((sum, { after }) => sum + (after.match(/\breview: true/g) ?? []).length, 0);
    terminal.print(
      [
        filled(messages.yearDone, { year, folder, marks }),
        ...(daysOff.length === 0 ? [] : ["", messages.yearDaysOff, ...daysOff]),
        ...(old.length === 0 ? [] : ["", messages.yearSources, ...old]),
        "",
        messages.yearNext,
      ].join("\n"),
    );
    return 0;
  },
};
