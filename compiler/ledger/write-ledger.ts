import { wholeYear, type Bounds } from "../calendar/bounds.ts";
import { isoDate, type Day } from "../calendar/day.ts";
import { isYear } from "../calendar/bounds.ts";
import { compareIds } from "../resolve/row-order.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Ledger, LedgerEntry, LedgerInput, LedgerItem, FeedDeparture, NewsLine } from "./ledger.ts";

const span = (days: readonly [Day, Day] | null): readonly string[] | undefined =>
  days === null ? undefined : days.map(isoDate);
const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const leftJson = ({ feed, on, turn, sequence, reason, start, end, summary }: FeedDeparture): object => ({
  feed,
  on: isoDate(on),
  turn: turn === 0 ? undefined : turn,
  sequence,
  reason: reason ?? undefined,
  start: isoDate(start),
  end: isoDate(end),
  summary,
});
const entryJson = ({
  uid,
  state,
  on,
  reason,
  sequence,
  changed,
  turn,
  start,
  end,
  summary,
  fingerprint: print,
  who,
  feeds,
  left,
  plan,
}: LedgerEntry): object => ({
  uid,
  state,
  on: on === null ? undefined : isoDate(on),
  reason: reason === "" ? undefined : reason,
  sequence,
  changed: isoDate(changed),
  turn: turn === 0 ? undefined : turn,
  start: isoDate(start),
  end: isoDate(end),
  summary,
  print,
  who: who.join(" "),
  feeds: feeds.join(" "),
  left: unlessEmpty(left.map(leftJson)),
  ...(plan === null ? {} : planJson(plan)),
});
const itemJson = ({ item, fingerprint: print, citations: cites }: LedgerItem): object => ({
  item,
  print,
  cites: unlessEmpty(cites),
});
const inputJson = ({ input, fingerprint: print, citations: cites }: LedgerInput): object => ({
  input,
  print,
  cites: unlessEmpty(cites),
});
const newsJson = ({ on, kind, uid, from, to, count, summary, who, why }: NewsLine): object => ({
  on: isoDate(on),
  kind,
  uid: uid === "" ? undefined : uid,
  from: span(from),
  to: span(to),
  count: count ?? undefined,
  summary: summary === "" ? undefined : summary,
  who: who.length === 0 ? undefined : who.join(" "),
  why: unlessEmpty(why),
});

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A list, one line a row, so that a change of one row is a change of one line. */
const rows = (name: string, list: readonly object[]): string =>
  list.length === 0 ? `"${name}":[]` : `"${name}":[\n${list.map((row) => JSON.stringify(row)).join(",\n")}\n]`;

/** A plan by its id: a calendar year is a number. */
const planJson = (plan: string): object => (isYear(plan) ? { year: Number(plan) } : { plan });

/** The members of an object, as they stand in a longer one. */
const members = (value: object): string => JSON.stringify(value).slice(1, -1);

/** The bounds of a plan, where its id does not say them. */
const boundsText = (plan: string, { from, to }: Bounds): string =>
  isYear(plan) && String(wholeYear({ from, to })) === plan ? "" : `,"bounds":["${isoDate(from)}","${isoDate(to)}"]`;

/** A ledger as its file holds it: sorted, one line a row, closed by a fingerprint of all before. The same ledger is the same bytes. */
export function writeLedger({
  series,
  plan,
  bounds,
  published,
  verified,
  names,
  items,
  inputs,
  entries,
  news,
}: Ledger): string {
  const body = [
    `{\n"series":${JSON.stringify(series)},${members(planJson(plan))}${boundsText(plan, bounds)},"published":"${isoDate(published)}"${verified === null ? "" : `,"verified":"${isoDate(verified)}"`}`,
    rows(
      "names",
      [...names]
        .sort((a, b) => byText(a.name, b.name))
        .map(({ name, kind, label, gone }) => ({ name, kind, label, gone: gone === null ? undefined : isoDate(gone) })),
    ),
    rows("items", [...items].sort((a, b) => compareIds(a.item, b.item)).map(itemJson)),
    ...(inputs.length === 0
      ? []
      : [rows("inputs", [...inputs].sort((a, b) => byText(a.input, b.input)).map(inputJson))]),
    rows("entries", [...entries].sort((a, b) => byText(a.uid, b.uid)).map(entryJson)),
    rows("news", [...news].sort((a, b) => a.on - b.on || byText(a.uid, b.uid)).map(newsJson)),
  ].join(",\n");
  return `${body},\n"check":"${fingerprint(body)}"\n}\n`;
}
