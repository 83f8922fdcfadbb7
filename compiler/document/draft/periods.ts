import { daysInMonth, twoDigits } from "../../calendar/day.ts";
import type { Deadline, Period } from "../../generated/types.ts";
import { phraseLanguageOf } from "../../phrase/languages.ts";
import { onlyRule } from "../../phrase/read.ts";
import { stems } from "../../phrase/ru/words/stems.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";
import type { RecognisedGlossary } from "../recognise/glossary.ts";
import { excerptOf, type AddNote } from "../report.ts";
import { nominative } from "./nominative.ts";
import type { Rows } from "./rows.ts";
import { freeSlug, slugOf } from "./slug.ts";

/** Words for repeating units by which a glossary explains a period: «промежуток времени (месяц)». */
const units: readonly { readonly word: RegExp; readonly every: NonNullable<Period["every"]> }[] = [
  { word: /недел|week/i, every: "week" },
  { word: /месяц|month/i, every: "month" },
  { word: /квартал|quarter/i, every: "quarter" },
  { word: /полугоди|half[- ]year/i, every: "half-year" },
];

/** Periods that the glossary defines: «Отчетный период – промежуток времени (месяц)», «(январь – декабрь 2024 года)». */
export function glossaryPeriods(glossary: RecognisedGlossary | undefined, year: number, taken: Set<string>): Period[] {
  return (glossary?.terms ?? []).flatMap(({ term, meaning }): Period[] => {
    if (!/период|этап|period|stage/i.test(term)) return [];
    const inner = /\(([^()]+)\)/.exec(meaning)?.[1] ?? meaning;
    const source = { title: `${glossary!.title.replace(/:$/, "")}: «${term} – ${meaning}»` };
    const title = `${term.charAt(0).toLowerCase()}${term.slice(1)}`;
    const rule = onlyRule(inner, { year, language: phraseLanguageOf(inner) });
    const id = slugOf(term, "period");
    if (typeof rule?.month === "string") {
      const [from, to] = rule.month.split("-").map(Number) as [number, number];
      const bounds = { from: `${twoDigits(from)}-01`, to: `${twoDigits(to)}-${daysInMonth(year, to)}` };
      return [{ id: freeSlug(id, taken), title, ...bounds, source }];
    }
    if (rule?.from !== undefined && rule.to !== undefined)
      return [{ id: freeSlug(id, taken), title, from: rule.from, to: rule.to, source }];
    const unit = units.filter(({ word }) => word.test(inner));
    return unit.length === 1 ? [{ id: freeSlug(id, taken), title, every: unit[0]!.every, source }] : [];
  });
}

/** The words of a period in «в течение приемной кампании», «на период …». */
const periodWords =
  /(?:в течение|в период|на период|на протяжении|during)\s+(?:всей |всего |всех |the )?(\S.*?)(?:\s*\(|$)/i;

/** The period that a row's deadline names, in its words: «приемной кампании». */
export const periodNamed = (row: PlanRow): string | undefined => periodWords.exec(row.cells.deadline)?.[1];

/** The last day of a bracket «(с даты начала … по 5 сентября)». */
const closingDay = /(?<=\s)по\s+(\d{1,2}(?:-го)?\s+\p{L}+|\d{1,2}\.\d{1,2}(?:\.\d{4})?)/u;

/** What the periods of a draft are read from. */
interface Given {
  readonly rows: Rows;
  readonly year: number;
  readonly taken: Set<string>;
  readonly ruleOfHeading: (row: PlanRow) => Deadline | undefined;
  readonly addNote: AddNote;
}

/**
 * A period that a row names and nothing defines, from the nearest heading above that has dates: its whole deadline, or, where
 * the heading only says when it begins, from that day to the last day that the row's control names. Undefined where the
 * document has no such dates.
 */
export function periodOfHeading(
  row: PlanRow,
  { rows, year, taken, ruleOfHeading, addNote }: Given,
): Period | undefined {
  const words = periodNamed(row);
  if (words === undefined) return undefined;
  for (const heading of rows.above(row.id)) {
    const rule = ruleOfHeading(heading);
    if (rule === undefined) continue;
    const title = `${nominative(words)}: ${heading.activity.replace(/:.*$/, "")}`;
    const source = { title: `${heading.activity.replace(/:.*$/, "")}: «${heading.cells.deadline}»` };
    const noted = (period: Period): Period => {
      addNote({
        certainty: "guessed",
        code: "period-of-heading",
        values: { text: excerptOf(words), item: heading.id },
        item: row.id,
      });
      return period;
    };
    if (rule.from !== undefined && rule.to !== undefined)
      return noted({
        id: freeSlug(slugOf(words, "period"), taken),
        title,
        "same-as": heading.id,
        source,
        review: true,
      });
    const day = closingDay.exec(row.cells.controlDeadline);
    const end = day === null ? undefined : onlyRule(day[1]!, { year })?.on;
    const begins =
      rule.until !== undefined && stems(rule.subject ?? "").some((stem) => /^(?:нач|start|begin)/.test(stem));
    if (begins && typeof end === "string")
      return noted({
        id: freeSlug(slugOf(words, "period"), taken),
        title,
        from: { item: heading.id },
        to: end,
        source: { title: source.title, note: `«${row.cells.controlDeadline}»` },
        review: true,
      });
    return undefined;
  }
  return undefined;
}

/** Periods that rules refer to and the document does not define; dates of the last year are to be reviewed. */
export function carriedPeriods(
  periods: readonly Period[],
  own: ReadonlySet<string>,
  used: ReadonlySet<string>,
  addNote: AddNote,
): Period[] {
  return periods
    .filter(({ id }) => used.has(id))
    .map((period) => {
      if (period.from === undefined) return period;
      const { id, title } = period;
      addNote(
        own.has(id)
          ? { certainty: "guessed", code: "period-known", values: { title, id } }
          : { certainty: "guessed", code: "period-carried", values: { id } },
      );
      return own.has(id) ? period : { ...period, review: true as const };
    });
}
