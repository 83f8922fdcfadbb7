import type { Day } from "../calendar/day.ts";
import { languages, weekdayDate, type LanguageCode } from "../locale/languages.ts";
import type { PlanEvent, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { lineAt, positionAt } from "../source/span.ts";
import { titleOf } from "../explain/titles.ts";
import type { Seen } from "./by-party.ts";
import {
  isDateChange,
  type Cause,
  type DateChange,
  type Difference,
  type ItemChange,
  type Place,
  type Side,
} from "./change.ts";
import type { DiffWording } from "./wording.ts";

/** The texts of both plans, by path: what places are shown from. */
export type Texts = Readonly<Record<Side, ReadonlyMap<string, string>>>;

/** An edited line. */
export interface Edit {
  readonly text: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly excerpt: string | null;
}

/** One thing that a party reads: dates of one cell that changed in one way stand together. */
export interface Entry {
  readonly item: string;
  readonly title: string;
  readonly what: string;
  readonly pairs: readonly { readonly from: string | null; readonly to: string | null }[];
  readonly why: readonly Edit[];
}

/** What entries are put into words with. */
export interface Reader {
  readonly difference: Difference;
  readonly say: DiffWording;
  readonly language: LanguageCode;
  readonly texts: Texts;
}

const planFor = ({ before, after }: Difference, year: number): ResolvedPlan =>
  (after.find((plan) => plan.year === year) ?? before.find((plan) => plan.year === year))!;

/** A party as the order calls it. */
export function labelIn(difference: Difference, party: string): string {
  const found = [...difference.after, ...difference.before]
    .flatMap(({ series }) => series.parties)
    .find(({ data }) => data.id === party);
  return found?.data.label ?? party;
}

/** «до пт 6 сентября», with what stands beside it; the year is told when it is not the plan's. */
function windowText({ window }: PlanEvent, year: number, { say, language }: Reader): string {
  const day = (value: Day): string => weekdayDate(languages[language], value, year);
  const { start, end, planBy, rolled, conditional, subject } = window;
  const dates = start === null ? say.until(day(end)) : start === end ? day(end) : `${day(start)}\u00a0– ${day(end)}`;
  const beside = [
    ...(subject === undefined ? [] : [subject]),
    ...(conditional === undefined ? [] : [say.conditional(conditional)]),
    ...(planBy === undefined ? [] : [say.planBy(day(planBy))]),
    ...(rolled === undefined || planBy !== undefined ? [] : [say.rolled(day(rolled))]),
  ];
  return beside.length === 0 ? dates : `${dates} (${beside.join("; ")})`;
}

function editAt(place: Place | null, text: string, { texts }: Reader): Edit {
  const source = place === null ? undefined : texts[place.side].get(place.span.file);
  if (place === null || source === undefined) return { text, file: null, line: null, excerpt: null };
  return {
    text,
    file: place.span.file,
    line: positionAt(source, place.span.start).line,
    excerpt: lineAt(source, place.span.start).trim(),
  };
}

/** A cause as an edited line. */
export function causeEdit(cause: Cause, reader: Reader): Edit {
  const { say, language } = reader;
  const text = say.cause(cause, (day) => weekdayDate(languages[language], day));
  // The first link is the edited item itself, which has just been named.
  const chain = cause.chain[0] === cause.name ? cause.chain.slice(1) : cause.chain;
  return editAt(cause.at, chain.length === 0 ? text : `${text}, ${say.chain(chain)}`, reader);
}

/** Each edited line once. */
export function distinctEdits(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [`${edit.text} ${edit.file} ${edit.line}`, edit])).values()];
}

function titleFor(item: ResolvedItem | null | undefined, plan: ResolvedPlan): string {
  return item ? titleOf(item, plan.byId) : "";
}

/** What a row's own change says. */
export function itemEntry(change: ItemChange, { difference, say, texts, language }: Reader): Entry {
  const reader: Reader = { difference, say, texts, language };
  const plan = planFor(difference, change.year);
  const labels = (parties: readonly string[]): string =>
    parties.length === 0 ? say.none : parties.map((party) => labelIn(difference, party)).join(", ");
  const base = {
    item: change.item,
    title: titleFor(change.after ?? change.before, plan),
    why: [editAt(change.at, say.edits, reader)],
  };
  switch (change.kind) {
    case "reworded":
      return { ...base, what: say.reworded[change.field], pairs: [{ from: change.from, to: change.to }] };
    case "responsible":
      return { ...base, what: say.responsible, pairs: [{ from: labels(change.from), to: labels(change.to) }] };
    case "standing":
      return {
        ...base,
        why: distinctEdits(change.causes.map((cause) => causeEdit(cause, reader))),
        what: `${change.cell === "work" ? say.work : say.control}: ${say.standing(change.from, change.to, change.events)}`,
        pairs: [],
      };
    case "withdrawn":
      return { ...base, what: `${say.rows.withdrawn}: ${change.after?.withdrawn?.reason ?? ""}`, pairs: [] };
    default:
      return { ...base, what: say.rows[change.kind], pairs: [] };
  }
}

function dateEntry(seen: readonly Seen[], reader: Reader): Entry {
  const { difference, say } = reader;
  const changes = seen.map(({ change }) => change as DateChange);
  const { item, cell, year, kind: whole } = changes[0]!;
  const kind = seen[0]!.kind as DateChange["kind"];
  const plan = planFor(difference, year);
  const handed = kind !== whole && (kind === "new" || kind === "gone") ? say.handedOver[kind] : say.dates[kind];
  return {
    item,
    title: titleFor(plan.byId.get(item) ?? difference.before.find((each) => each.year === year)?.byId.get(item), plan),
    what: `${cell === "work" ? say.work : say.control}: ${handed}`,
    pairs: changes.map((change) => ({
      from: kind === "new" || change.before === null ? null : windowText(change.before, year, reader),
      to: kind === "gone" || change.after === null ? null : windowText(change.after, year, reader),
    })),
    why: distinctEdits(changes.flatMap(({ causes }) => causes.map((cause) => causeEdit(cause, reader)))),
  };
}

/**
 * Dates of one cell that change in one way are one entry; those that a deadline gets or loses as it changes its kind stand in
 * the entry that says so.
 */
export function entriesFor(seen: readonly Seen[], reader: Reader): Entry[] {
  const groups = new Map<string, Seen[]>();
  for (const each of seen) {
    const { change, kind } = each;
    const cell =
      isDateChange(change) || change.kind === "standing" ? `${change.year} ${change.item} ${change.cell}` : undefined;
    const standing = seen.some(
      (other) =>
        other.change.kind === "standing" && cell === `${other.change.year} ${other.change.item} ${other.change.cell}`,
    );
    const key =
      cell === undefined
        ? `${groups.size} row`
        : standing && (kind === "standing" || kind === "new" || kind === "gone")
          ? cell
          : `${cell} ${kind}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const dates = group.filter(({ change }) => isDateChange(change));
    const row = group.find(({ change }) => !isDateChange(change))?.change as ItemChange | undefined;
    if (row === undefined) return dateEntry(dates, reader);
    const entry = itemEntry(row, reader);
    return dates.length === 0 ? entry : { ...dateEntry(dates, reader), what: entry.what };
  });
}
