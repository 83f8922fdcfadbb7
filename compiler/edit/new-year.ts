import { existingDay, isoDate } from "../calendar/day.ts";
import type { Deadline, SectionFile } from "../generated/types.ts";
import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { schemaAt } from "../load/schema/schema-at.ts";
import type { FileKind } from "../load/schema/schemas.ts";
import { treeAt } from "./locate.ts";
import { insertKey, removeKey, replaceScalar } from "./keys.ts";
import { lineEnd, splice, type Splice } from "./splice.ts";
import { literalDates } from "../rule/literal-dates.ts";

/** A text of a new year's draft that still names the old year: an editor has to look at it, because no rule can know. */
export interface StaleMention {
  readonly path: Path;
  /** The words around the year. */
  readonly words: string;
}

/** The first year of the plan that is copied, and that of its copy. */
export interface Years {
  readonly oldYear: number;
  readonly newYear: number;
}

/** How much of a text is shown on each side of the year, in characters. */
const around = 36;

/** Codes whose acceptances depend on the weekdays of a year. */
const dayCodes = new Set(["named-day-off", "control-before-deadline", "control-on-deadline", "working-weekend"]);

/** A day that carries a year, as many years later; 29 February becomes the last day of that month. */
function shifted(value: string, years: number): string {
  const [year, month, day] = value.split("-").map(Number) as [number, number, number];
  const found = existingDay(year + years, month, day) ?? existingDay(year + years, month, day - 1);
  return found === undefined ? value : isoDate(found);
}

/** A typed day in the new year: full dates move on, 29 February without a year goes where there is none. */
function dayEdit(file: ParsedFile, path: Path, value: string, { oldYear, newYear }: Years): Splice[] {
  if (value.length > 5) return [replaceScalar(file, path, shifted(value, newYear - oldYear))];
  return value === "02-29" && existingDay(newYear, 2, 29) === undefined ? [replaceScalar(file, path, "02-28")] : [];
}

const keysAt = (kind: FileKind, path: Path): string[] => Object.keys(schemaAt(kind, path).properties ?? {});

/** Whether a deadline has a date that somebody has to look at. */
const isDated = (rule: Deadline): boolean => rule.continuous === undefined && rule.external === undefined;

function sectionEdits(file: ParsedFile, years: Years, spent: ReadonlySet<string>): Splice[] {
  const { items } = file.data as SectionFile;
  return items.flatMap((item, index): Splice[] => {
    if (spent.has(item.id)) return [removeRow(file, ["items", index])];
    const cells: readonly (readonly [Deadline | undefined, Path])[] = [
      [item.deadline, ["items", index, "deadline"]],
      [item.control?.deadline, ["items", index, "control", "deadline"]],
    ];
    const marks = cells.flatMap(([rule, path]) =>
      rule === undefined
        ? []
        : [
            ...literalDates(rule, { starts: true }).flatMap((day) =>
              dayEdit(file, [...path, ...day.path], day.value, years),
            ),
            ...(isDated(rule) && rule.review === undefined
              ? [insertKey(file, path, "review", true, keysAt("section", path))]
              : []),
          ],
    );
    const retained = (item.accept ?? []).filter(({ code }) => !dayCodes.has(code));
    const accepts =
      item.accept === undefined
        ? []
        : retained.length === 0
          ? [removeKey(file, ["items", index, "accept"])]
          : item.accept.flatMap(({ code }, at) =>
              dayCodes.has(code) ? [removeRow(file, ["items", index, "accept", at])] : [],
            );
    // What happened to last year's plan after its approval is no part of the next one.
    const history = [
      ...(["amended-by", "corrected"] as const).filter((key) => item[key] !== undefined).map((key) => [key]),
      ...(item.withdrawn?.by === undefined ? [] : [["withdrawn", "by"]]),
    ].map((path) => removeKey(file, ["items", index, ...path]));
    return [...marks, ...accepts, ...history];
  });
}

/** Takes one row out of a block list. */
function removeRow(file: ParsedFile, path: Path): Splice {
  const { text } = file.source;
  const [start, end] = treeAt(file, path)!;
  return { start: text.lastIndexOf("\n", start) + 1, end: lineEnd(text, end - 1), text: "" };
}

function periodEdits(file: ParsedFile, years: Years): Splice[] {
  const { periods } = file.data as {
    readonly periods: readonly { readonly from?: unknown; readonly to?: unknown; readonly review?: true }[];
  };
  return periods.flatMap((period, index) => {
    const days = (["from", "to"] as const).flatMap((key) =>
      typeof period[key] === "string" ? dayEdit(file, ["periods", index, key], period[key], years) : [],
    );
    const path: Path = ["periods", index];
    return period.from === undefined || period.review === true
      ? days
      : [...days, insertKey(file, path, "review", true, keysAt("periods", path))];
  });
}

/** The year or the bounds, the mark of a draft, and an order's own date and number, which are not known yet. */
function orderEdits(file: ParsedFile, { oldYear, newYear }: Years): Splice[] {
  const data = file.data as {
    readonly date?: string;
    readonly year?: number;
    readonly bounds?: { readonly from: string; readonly to: string };
    readonly status?: string;
    readonly review?: true;
    readonly "date-text"?: string;
    readonly amendments?: readonly unknown[];
  };
  const order = keysAt(data.date === undefined ? "plan" : "order", []);
  return [
    ...(data.year === undefined ? [] : [replaceScalar(file, ["year"], newYear)]),
    ...(["from", "to"] as const).flatMap((key) =>
      data.bounds === undefined
        ? []
        : [replaceScalar(file, ["bounds", key], shifted(data.bounds[key], newYear - oldYear))],
    ),
    ...(data.status === undefined ? [insertKey(file, [], "status", "draft", order)] : []),
    ...(data.review === undefined ? [insertKey(file, [], "review", true, order)] : []),
    ...(data.date === undefined
      ? []
      : [replaceScalar(file, ["date"], shifted(data.date, newYear - oldYear)), replaceScalar(file, ["number"], "…")]),
    ...(["date-text", "amendments"] as const)
      .filter((key) => data[key] !== undefined)
      .map((key) => removeKey(file, [key])),
  ];
}

function occurrenceEdits(file: ParsedFile): Splice[] {
  const [, end, , keyEnd] = treeAt(file, ["occurrences"])!;
  return [{ start: keyEnd + 1, end: Math.max(end, keyEnd + 1), text: " []" }];
}

type Editor = (file: ParsedFile, years: Years, spent: ReadonlySet<string>) => Splice[];
const editors: Readonly<Partial<Record<FileKind, Editor>>> = {
  section: sectionEdits,
  periods: periodEdits,
  order: orderEdits,
  plan: orderEdits,
  occurrences: occurrenceEdits,
};

/**
 * A file of a year's plan as the next year's draft begins with it: words and structure kept, days with a year moved on,
 * every date marked for review, nothing recorded, without the rows that are `spent`.
 */
export function copyForYear(file: ParsedFile, kind: FileKind, years: Years, spent: ReadonlySet<string>): string {
  return splice(file.source.text, editors[kind]?.(file, years, spent) ?? []);
}

/** The words around the first mention of a year, cut at spaces. */
function excerpt(text: string, year: string): string {
  const at = text.indexOf(year);
  const [start, end] = [Math.max(0, at - around), Math.min(text.length, at + year.length + around)];
  const shown = text.slice(start, end).replace(/\s+/g, " ");
  const begun = start === 0 ? shown : `… ${shown.slice(shown.indexOf(" ") + 1)}`;
  return end === text.length ? begun : begun.replace(/ \S*$/, " …");
}

/** The texts of a copied file that name the old year. */
export function staleMentions(file: ParsedFile, oldYear: number): StaleMention[] {
  const found: StaleMention[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === "string" && value.includes(String(oldYear)) && path.at(-1) !== "date")
      found.push({ path, words: excerpt(value, String(oldYear)) });
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(file.data, []);
  return found;
}
