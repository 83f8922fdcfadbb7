import { homeYear } from "../calendar/bounds.ts";
import type { Day } from "../calendar/day.ts";
import { languages, weekdayDate, type LanguageCode } from "../locale/languages.ts";
import type { ResolvedItem, ResolvedPlan, Window } from "../resolve/model.ts";
import { clocksOf } from "../query/times.ts";
import { lineAt, positionAt } from "../source/span.ts";
import { titleOf } from "../explain/titles.ts";
import type { PartyChange } from "./by-party.ts";
import {
  isDateChange,
  type Cause,
  type DateChange,
  type Difference,
  type ItemChange,
  type EditPlace,
  type Side,
} from "./change.ts";
import type { DiffMessages } from "./messages.ts";

/** The texts of both plans by path, from which edited lines are shown. */
export type PlanTexts = Readonly<Record<Side, ReadonlyMap<string, string>>>;

/** An edited line. */
export interface EditedLine {
  readonly text: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly excerpt: string | null;
}

/** An entry of a comparison: the dates of one cell that changed in one way, or one change of a row. */
export interface DiffEntry {
  readonly item: string;
  readonly title: string;
  readonly what: string;
  readonly pairs: readonly { readonly from: string | null; readonly to: string | null }[];
  readonly why: readonly EditedLine[];
}

/** What entries are worded from. */
export interface DiffWriter {
  readonly difference: Difference;
  readonly messages: DiffMessages;
  readonly language: LanguageCode;
  readonly texts: PlanTexts;
}

const planFor = ({ before, after }: Difference, id: string): ResolvedPlan =>
  (after.find((plan) => plan.id === id) ?? before.find((plan) => plan.id === id))!;

/** A party as the order calls it. */
export function labelIn(difference: Difference, party: string): string {
  const found = [...difference.after, ...difference.before]
    .flatMap(({ series }) => series.parties)
    .find(({ data }) => data.id === party);
  return found?.data.label ?? party;
}

/** «до пт 6 сентября», with what stands beside it; with the year where it is not the plan's. */
export function windowText(
  window: Window,
  { bounds }: Pick<ResolvedPlan, "bounds">,
  messages: DiffMessages,
  language: LanguageCode,
): string {
  const { start, end, planBy, rolled, conditional, subject } = window;
  const day = (value: Day): string => weekdayDate(languages[language], value, homeYear(bounds));
  const clocks = clocksOf(window);
  const last = clocks === undefined ? day(end) : `${day(end)}, ${clocks} (${window.instants!.zone})`;
  const dates = start === null ? messages.until(last) : start === end ? last : `${day(start)}\u00a0– ${last}`;
  const beside = [
    ...(subject === undefined ? [] : [subject]),
    ...(conditional === undefined ? [] : [messages.conditional(conditional)]),
    ...(planBy === undefined ? [] : [messages.planBy(day(planBy))]),
    ...(rolled === undefined || planBy !== undefined ? [] : [messages.rolled(day(rolled))]),
  ];
  return beside.length === 0 ? dates : `${dates} (${beside.join("; ")})`;
}

function editedLine(place: EditPlace | null, text: string, { texts }: DiffWriter): EditedLine {
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
export function causeLine(cause: Cause, writer: DiffWriter): EditedLine {
  const { messages, language } = writer;
  const text = messages.cause(cause, (day) => weekdayDate(languages[language], day));
  // The first link is the edited item itself, which has just been named.
  const chain = cause.chain[0] === cause.name ? cause.chain.slice(1) : cause.chain;
  return editedLine(cause.at, chain.length === 0 ? text : `${text}, ${messages.chain(chain)}`, writer);
}

/** The same lines, each once. */
export function distinctLines(edits: readonly EditedLine[]): EditedLine[] {
  return [...new Map(edits.map((edit) => [`${edit.text} ${edit.file} ${edit.line}`, edit])).values()];
}

function titleFor(item: ResolvedItem | null | undefined, plan: ResolvedPlan): string {
  return item ? titleOf(item, plan.byId) : "";
}

/** The entry of a change of a row itself. */
export function itemEntry(change: ItemChange, writer: DiffWriter): DiffEntry {
  const { difference, messages } = writer;
  const plan = planFor(difference, change.plan);
  const labels = (parties: readonly string[]): string =>
    parties.length === 0 ? messages.none : parties.map((party) => labelIn(difference, party)).join(", ");
  const base = {
    item: change.item,
    title: titleFor(change.after ?? change.before, plan),
    why: [editedLine(change.at, messages.edits, writer)],
  };
  switch (change.kind) {
    case "reworded":
      return { ...base, what: messages.reworded[change.field], pairs: [{ from: change.from, to: change.to }] };
    case "responsible":
      return { ...base, what: messages.responsible, pairs: [{ from: labels(change.from), to: labels(change.to) }] };
    case "standing":
      return {
        ...base,
        why: distinctLines(change.causes.map((cause) => causeLine(cause, writer))),
        what: `${change.cell === "work" ? messages.work : messages.control}: ${messages.standing(change.from, change.to, change.events)}`,
        pairs: [],
      };
    case "withdrawn":
      return { ...base, what: `${messages.rows.withdrawn}: ${change.after?.withdrawn?.reason ?? ""}`, pairs: [] };
    default:
      return { ...base, what: messages.rows[change.kind], pairs: [] };
  }
}

function dateEntry(group: readonly PartyChange[], writer: DiffWriter): DiffEntry {
  const { difference, messages } = writer;
  const changes = group.map(({ change }) => change as DateChange);
  const { item, cell, plan: id, kind: whole } = changes[0]!;
  const kind = group[0]!.kind as DateChange["kind"];
  const plan = planFor(difference, id);
  const handed =
    kind !== whole && (kind === "new" || kind === "gone") ? messages.handedOver[kind] : messages.dates[kind];
  return {
    item,
    title: titleFor(plan.byId.get(item) ?? difference.before.find((each) => each.id === id)?.byId.get(item), plan),
    what: `${cell === "work" ? messages.work : messages.control}: ${handed}`,
    pairs: changes.map((change) => ({
      from:
        kind === "new" || change.before === null
          ? null
          : windowText(change.before.window, plan, messages, writer.language),
      to:
        kind === "gone" || change.after === null
          ? null
          : windowText(change.after.window, plan, messages, writer.language),
    })),
    why: distinctLines(changes.flatMap(({ causes }) => causes.map((cause) => causeLine(cause, writer)))),
  };
}

/**
 * Dates of one cell that change in one way are one entry; those that a deadline gets or loses as it changes its kind stand in
 * the entry that says so.
 */
export function diffEntries(changes: readonly PartyChange[], writer: DiffWriter): DiffEntry[] {
  const cellOf = ({ change }: PartyChange): string | undefined =>
    isDateChange(change) || change.kind === "standing" ? `${change.plan} ${change.item} ${change.cell}` : undefined;
  const turned = new Set(changes.filter(({ change }) => change.kind === "standing").map(cellOf));
  const groups = Map.groupBy(changes, (each, index) => {
    const cell = cellOf(each);
    if (cell === undefined) return `${index} row`;
    return turned.has(cell) && ["standing", "new", "gone"].includes(each.kind) ? cell : `${cell} ${each.kind}`;
  });
  return [...groups.values()].map((group) => {
    const dates = group.filter(({ change }) => isDateChange(change));
    const row = group.find(({ change }) => !isDateChange(change))?.change as ItemChange | undefined;
    if (row === undefined) return dateEntry(dates, writer);
    const entry = itemEntry(row, writer);
    return dates.length === 0 ? entry : { ...dateEntry(dates, writer), what: entry.what };
  });
}
