import { calendarYear, type Bounds } from "../calendar/bounds.ts";
import { parseDate, type Day } from "../calendar/day.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Term } from "../diagnostics/terms.ts";
import { isYear } from "../calendar/bounds.ts";
import type { SourceFile, Span } from "../source/span.ts";
import {
  parseLedgerPath,
  type EntryState,
  type Ledger,
  type LedgerEntry,
  type LedgerInput,
  type LedgerItem,
  type LedgerName,
  type FeedDeparture,
  type NewsKind,
  type NewsLine,
} from "./ledger.ts";
import { writeLedger } from "./write-ledger.ts";

type JsonRow = Readonly<Record<string, unknown>>;

/** A value is not what a ledger has there. Caught where the file is read. */
class NotALedger extends Error {}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new NotALedger();
  return value;
}
const text = (value: unknown): string => must(typeof value === "string" ? value : undefined);
/** The largest number that can be counted on by one and is still an integer of a calendar (RFC 5545 §3.3.8). */
const largest = 2 ** 31 - 2;
const count = (value: unknown): number =>
  must(
    Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= largest
      ? (value as number)
      : undefined,
  );
const day = (value: unknown): Day => must(typeof value === "string" ? parseDate(value) : undefined);
/** `series/plan/item/kind/key@domain`, in the letters that a plan's names are made of. */
const uidShape = /^[a-z0-9-]+\/\d[a-z0-9.-]*\/[0-9.-]+\/(?:work|control)\/[A-Za-z0-9-]+@[a-z0-9.-]+$/;
const uidOf = (value: unknown): string => must(uidShape.test(text(value)) ? text(value) : undefined);
const rowsOf = (value: unknown): readonly JsonRow[] =>
  must(
    Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null)
      ? (value as JsonRow[])
      : undefined,
  );
const texts = (value: unknown): readonly string[] =>
  value === undefined ? [] : must(Array.isArray(value) ? value.map(text) : undefined);
const words = (value: unknown): readonly string[] =>
  value === undefined || value === "" ? [] : text(value).split(" ");
const choice = <T extends string>(value: unknown, choices: readonly T[]): T =>
  must(choices.find((each) => each === value));
const optional = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === undefined ? null : read(value);

/** A first and a last day, in this order. */
function stretch(from: unknown, to: unknown): readonly [Day, Day] {
  const days = [day(from), day(to)] as const;
  return must(days[0] <= days[1] ? days : undefined);
}

function daysOf(value: unknown): readonly [Day, Day] {
  const [from, to] = texts(value);
  return stretch(from, to);
}

function daysOfEntry(row: JsonRow): { readonly start: Day; readonly end: Day } {
  const [start, end] = stretch(row["start"], row["end"]);
  return { start, end };
}

const leftOf = (row: JsonRow): FeedDeparture => ({
  feed: text(row["feed"]),
  on: day(row["on"]),
  turn: optional(row["turn"], count) ?? 0,
  sequence: count(row["sequence"]),
  reason: optional(row["reason"], text),
  ...daysOfEntry(row),
  summary: text(row["summary"]),
});

/** The plan that a row names: a calendar year as a number, else by its id. */
const planOf = (row: JsonRow): string | null =>
  row["year"] === undefined ? optional(row["plan"], text) : String(count(row["year"]));

/** The bounds of a plan whose id says them. */
const boundsOfYear = (plan: string): Bounds => calendarYear(must(isYear(plan) ? Number(plan) : undefined));

function boundsOf(value: unknown): Bounds {
  const [from, to] = daysOf(value);
  return { from, to };
}

const states: readonly EntryState[] = ["live", "withdrawn", "dropped"];
const kinds: readonly NewsKind[] = ["year", "new", "moved", "reworded", "withdrawn", "restored"];

const entryOf = (row: JsonRow): LedgerEntry => ({
  uid: uidOf(row["uid"]),
  state: choice(row["state"], states),
  on: optional(row["on"], day),
  reason: optional(row["reason"], text) ?? "",
  sequence: count(row["sequence"]),
  changed: day(row["changed"]),
  turn: optional(row["turn"], count) ?? 0,
  ...daysOfEntry(row),
  summary: text(row["summary"]),
  fingerprint: text(row["print"]),
  who: words(row["who"]),
  feeds: words(row["feeds"]),
  left: row["left"] === undefined ? [] : rowsOf(row["left"]).map(leftOf),
  plan: planOf(row),
});
const itemOf = (row: JsonRow): LedgerItem => ({
  item: text(row["item"]),
  fingerprint: text(row["print"]),
  citations: texts(row["cites"]),
});
const inputOf = (row: JsonRow): LedgerInput => ({
  input: text(row["input"]),
  fingerprint: text(row["print"]),
  citations: texts(row["cites"]),
});
const nameOf = (row: JsonRow): LedgerName => ({
  name: text(row["name"]),
  kind: choice(row["kind"], ["party", "profile"]),
  label: text(row["label"]),
  gone: optional(row["gone"], day),
});
const newsOf = (row: JsonRow): NewsLine => ({
  on: day(row["on"]),
  kind: choice(row["kind"], kinds),
  uid: row["uid"] === undefined ? "" : uidOf(row["uid"]),
  from: optional(row["from"], daysOf),
  to: optional(row["to"], daysOf),
  count: optional(row["count"], count),
  summary: row["summary"] === undefined ? "" : text(row["summary"]),
  who: words(row["who"]),
  why: texts(row["why"]),
});

/** The line that begins at or before an offset, as a span. */
function lineSpan(file: string, whole: string, at: number): Span {
  const start = whole.lastIndexOf("\n", at - 1) + 1;
  const found = whole.indexOf("\n", start);
  return { file, start, end: Math.max(start + 1, found === -1 ? whole.length : found) };
}

/** The first line that cannot be a line of a ledger; the last one when all could. */
function brokenLine(whole: string): number {
  let at = 0;
  for (const line of whole.split("\n")) {
    const row = line.replace(/,$/, "");
    if (row.startsWith('{"')) {
      try {
        JSON.parse(row);
      } catch {
        return at;
      }
    }
    at += line.length + 1;
  }
  return Math.max(0, whole.trimEnd().length - 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return Math.min(at, Math.max(0, a.length - 1));
}

/** What is wrong with a ledger's file, and where. */
interface LedgerFault {
  readonly what: Term;
  readonly at: number;
  readonly of?: string;
}

function parse(path: string, whole: string): Ledger | LedgerFault {
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(whole);
  if (conflict !== null) return { what: "ledger-conflict", at: conflict.index };
  let data: JsonRow;
  try {
    data = JSON.parse(whole) as JsonRow;
  } catch {
    return { what: "ledger-torn", at: brokenLine(whole) };
  }
  try {
    if (typeof data !== "object" || data === null) throw new NotALedger();
    const plan = must(planOf(data) ?? undefined);
    const ledger: Ledger = {
      path,
      series: text(data["series"]),
      plan,
      bounds: data["bounds"] === undefined ? boundsOfYear(plan) : boundsOf(data["bounds"]),
      published: day(data["published"]),
      verified: optional(data["verified"], day),
      names: rowsOf(data["names"]).map(nameOf),
      items: rowsOf(data["items"]).map(itemOf),
      inputs: data["inputs"] === undefined ? [] : rowsOf(data["inputs"]).map(inputOf),
      entries: rowsOf(data["entries"]).map(entryOf),
      news: rowsOf(data["news"]).map(newsOf),
    };
    const uids = new Set<string>();
    const twice = ledger.entries.find(({ uid }) => uids.size === uids.add(uid).size);
    if (twice !== undefined)
      return { what: "ledger-twice", of: twice.uid, at: whole.lastIndexOf(JSON.stringify(twice.uid)) };
    // What is written for this ledger is the file itself, else somebody wrote in it by hand.
    const written = writeLedger(ledger);
    return written === whole ? ledger : { what: "ledger-edited", at: firstDifference(whole, written) };
  } catch (error) {
    if (error instanceof NotALedger) return { what: "ledger-shape", at: 0 };
    throw error;
  }
}

/** Reads a ledger's file. A torn, conflicting or hand-edited one is reported and has no value: it is to be restored, not repaired. */
export function readLedger({ path, text: raw }: SourceFile): Outcome<Ledger | undefined> {
  const whole = raw.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
  const report = (diagnostic: Diagnostic): Outcome<undefined> => ({ value: undefined, diagnostics: [diagnostic] });
  const found = parse(path, whole);
  if ("what" in found)
    return report({
      code: "ledger-broken",
      values: { what: { terms: [found.what], of: found.of }, path },
      span: lineSpan(path, whole, found.at),
    });
  const folder = parseLedgerPath(path)?.plan;
  if (folder !== undefined && folder !== found.plan)
    return report({ code: "wrong-place", values: { value: found.plan, folder }, span: lineSpan(path, whole, 2) });
  return { value: found, diagnostics: [] };
}
