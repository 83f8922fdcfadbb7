/** What the dates of a plan and their addressees depend on beside its rows, as a ledger remembers it. */
import { inputsOf, type Input } from "../diff/inputs.ts";
import type { CalendarFile } from "../generated/types.ts";
import type { Located } from "../load/yaml/parsed-yaml.ts";
import type { CellKind, DueWindow, ResolvedPlan } from "../resolve/model.ts";
import { decidedContent } from "./cell-fingerprint.ts";
import { fingerprint } from "./fingerprint.ts";
import type { LedgerInput } from "./ledger.ts";

/** An input as the plan has it now, with its place. */
export interface CurrentInput extends LedgerInput {
  readonly origin: Located<unknown>["origin"];
}

interface Cited {
  readonly "amended-by"?: readonly string[];
  readonly corrected?: readonly string[];
  readonly source?: { readonly title: string };
}

const citedBy = (data: Cited): string[] => [
  ...(data["amended-by"] ?? []),
  ...(data.corrected ?? []),
  ...(data.source === undefined ? [] : [data.source.title]),
];

function input(
  name: string,
  { origin }: Pick<Located<unknown>, "origin">,
  content: unknown,
  citations: readonly string[],
): CurrentInput {
  return { input: name, fingerprint: fingerprint(JSON.stringify(decidedContent(content))), citations, origin };
}

/** Every text under `source` of a rule set: the articles that its points follow. */
const articlesIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === "source" && typeof inner === "string" ? [inner] : articlesIn(inner),
      );

/** A rule set without what chooses nothing: titles, articles, notes. */
function choices(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !["title", "url", "source", "note", "corrected"].includes(key))
      .map(([key, inner]) => [key, choices(inner)]),
  );
}

/** What decides beside the rows to whom a date is addressed: the controller, parties, profiles, readings. */
function addressingInputs({ series, plan }: ResolvedPlan): CurrentInput[] {
  const { controller, corrected = [] } = series.data;
  return [
    // A plan without checks has none.
    input("controller", series, controller ?? null, corrected),
    ...series.parties.map((row) => {
      const { "member-of": groups, "officer-of": bodies, oversees } = row.data;
      return input(`party/${row.data.id}`, row, { groups, bodies, oversees }, citedBy(row.data));
    }),
    ...series.profiles.map((row) => input(`profile/${row.data.id}`, row, row.data.parties, citedBy(row.data))),
    ...plan.readings.map((row) => {
      const { party, as } = row.data;
      return input(`reading/${row.data.id}`, row, { party, as }, citedBy(row.data));
    }),
  ];
}

/** Whether an input decides to whom a date is addressed, and no date. */
export const isAddressing = (name: string): boolean => /^(?:controller$|party\/|profile\/|reading\/)/.test(name);

/** A year of a working calendar under a name: its days, and for a citation its decree. */
function calendarInput(name: string, file: Located<CalendarFile>): CurrentInput {
  const { weekend, holidays, transfers = [], decree, corrected = [] } = file.data;
  const days = {
    weekend,
    holidays: holidays.map(({ on }) => on),
    transfers: transfers.map(({ from, to }) => [from, to]),
  };
  return input(name, file, days, [...(decree === undefined ? [] : [decree.title]), ...corrected]);
}

/** The series' choices that dates depend on; the calendars of its parties where any has its own. */
function seriesInput({ series }: ResolvedPlan): CurrentInput {
  const { calendar, rules, corrected = [] } = series.data;
  const own = series.parties.filter(({ data }) => data.calendar !== undefined);
  return input(
    "series",
    series,
    { calendar, rules, ...(own.length === 0 ? {} : { own: own.map(({ data }) => [data.id, data.calendar]) }) },
    [...corrected, ...own.flatMap(({ data }) => data.corrected ?? [])],
  );
}

/** Everything that dates of a plan and their addressees can depend on beside its rows. A calendar's citation is its decree; a record's, its source. */
export function currentInputs(resolved: ResolvedPlan): CurrentInput[] {
  const { plan, files } = resolved;
  return [
    seriesInput(resolved),
    ...(files === undefined
      ? []
      : [
          input(`rules/${files.rules.data.id}`, files.rules, choices(files.rules.data), [
            ...articlesIn(files.rules.data),
            ...(files.rules.data.corrected ?? []),
          ]),
          ...files.calendars.map((file) => calendarInput(`calendar/${file.data.year}`, file)),
          ...files.ownCalendars.map((file) => calendarInput(`calendar/${file.data.calendar}/${file.data.year}`, file)),
        ]),
    ...plan.periods.map((row) => {
      const { from, to, wraps, every, "same-as": same, "start-is": startIs } = row.data;
      return input(`period/${row.data.id}`, row, { from, to, wraps, every, same, startIs }, citedBy(row.data));
    }),
    ...plan.events.map((row) => {
      const { scope, latest } = row.data;
      return input(`event/${row.data.id}`, row, { scope, latest }, citedBy(row.data));
    }),
    ...plan.occurrences.map((row) => {
      const { event, date, period } = row.data;
      return input(`occurrence/${row.data.id}`, row, { event, date, period }, citedBy(row.data));
    }),
    ...addressingInputs(resolved),
  ];
}

/** A date of a cell, as the plan has it now or as it was published. */
interface DatedCell {
  readonly item: string;
  readonly kind: CellKind;
  /** Its key: the id of a record, where it counts from one. */
  readonly key: string;
  /** As the plan has it now; undefined where it is gone. */
  readonly due: DueWindow | undefined;
}

/** The rows and inputs that a date depends on, through others too: rows by their ids, inputs by their names. */
export function dependenciesOf(
  { item, kind, key, due }: DatedCell,
  plan: ResolvedPlan,
): { readonly rows: ReadonlySet<string>; readonly inputs: ReadonlySet<string> } {
  const rows = new Set<string>();
  const inputs = new Set(["series", `occurrence/${key}`]);
  const seen = new Set<string>();
  const queue: Input[] = [{ kind: "cell", item, cell: kind }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const name = next.kind === "cell" ? `${next.item} ${next.cell}` : `${next.kind}/${next.id}`;
    if (seen.size === seen.add(name).size) continue;
    if (next.kind === "cell") {
      rows.add(next.item);
      const merged = plan.byId.get(next.item)?.source.data["same-cells-as"];
      if (merged !== undefined) queue.push({ kind: "cell", item: merged, cell: next.cell });
    } else inputs.add(name);
    queue.push(...inputsOf(next, plan));
  }
  for (const step of due?.window.trace ?? [])
    if (step.step === "event" && step.occurrence !== undefined) inputs.add(`occurrence/${step.occurrence}`);
  return { rows, inputs };
}

/** Inputs that every date may depend on. */
export const isGeneral = (name: string): boolean => /^(?:series$|rules\/|calendar\/)/.test(name);
