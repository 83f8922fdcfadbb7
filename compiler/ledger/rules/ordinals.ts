import { valuesByKey } from "../../source/values-by-key.ts";
import { spanAt } from "../../load/yaml/parsed-yaml.ts";
import type { DueWindow, ResolvedPlan } from "../../resolve/model.ts";
import type { TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Clause } from "../clause.ts";
import { deadlineOfDueWindow } from "../../query/plan-index.ts";
import { ruleOf } from "../../query/windows.ts";
import { cellOf, uidParts, type LedgerEntry } from "../ledger.ts";
import type { CurrentEntry } from "../current-entry.ts";

/** The place of a date in its list, as part of its key: alone, or behind the key of the element. Longer numbers are years. */
const isOrdinal = (key: string, prefix: string): boolean =>
  key.startsWith(prefix) && /^[1-9]\d{0,2}$/.test(key.slice(prefix.length));

/** A date of a list as it stands now. */
interface ListedDate {
  readonly due: DueWindow;
  readonly plan: ResolvedPlan;
  readonly key: string;
  /** What stands before the ordinal in its key. */
  readonly prefix: string;
  readonly day: string;
}

const daysKey = ({ start, end }: Pick<LedgerEntry, "start" | "end">): string => `${start} ${end}`;

/** The key written into an element: before its first key, in the style of the element. */
function keyFix({ due, prefix }: ListedDate, key: string): TextEdit | undefined {
  const deadline = deadlineOfDueWindow(due);
  const { file, path } = deadline.origin;
  if (due.window.path.length === 0 || prefix !== "") return undefined;
  const { start } = spanAt(file, [...path, ...due.window.path]);
  const { text, path: name } = file.source;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const [at, written] =
    text[start] === "{" ? [start + 1, ` key: "${key}",`] : [start, `key: "${key}"\n${" ".repeat(column)}`];
  return { span: { file: name, start: at, end: at }, text: written };
}

/** The dates of one list that stand in another place than the one under which they were published. */
function misplaced(
  old: readonly LedgerEntry[],
  now: readonly ListedDate[],
  prefix: string,
): { standing: ListedDate; key: string }[] {
  const published = new Map(old.map((entry) => [uidParts(entry.uid).key, daysKey(entry)]));
  const moved = now.filter(({ key, day }) => published.get(key) !== day);
  const home = ({ day }: ListedDate): string | undefined =>
    [...published].find(([key, was]) => was === day && now.find((each) => each.key === key)?.day !== day)?.[0];
  if (!moved.some((each) => home(each) !== undefined)) return [];
  let free = Math.max(
    ...[...published.keys(), ...now.map(({ key }) => key)].map((key) => Number(key.slice(prefix.length))),
  );
  return moved.map((standing) => ({ standing, key: home(standing) ?? `${prefix}${++free}` }));
}

/** The dates that are known by their place in a list, by list. */
const listsOf = (entries: Iterable<CurrentEntry>): Map<string, ListedDate[]> =>
  valuesByKey(
    [...entries].flatMap(({ entry: { uid, due, plan }, start, end }) => {
      const { key } = uidParts(uid);
      const own = ruleOf(deadlineOfDueWindow(due), due.window).key;
      const prefix = own === undefined ? "" : `${own}-`;
      const date: ListedDate = { due, plan, key, prefix, day: daysKey({ start, end }) };
      return isOrdinal(key, prefix) ? [[`${cellOf(uid)}/${prefix}`, date] as const] : [];
    }),
  );

/** A date without a key of its own is known by its place in the list: once published, that place is its name. */
export const checkOrdinals: Clause = {
  codes: ["published-order-changed"],
  check: ({ ledgers }, { current }, report) => {
    const entries = ledgers.flatMap((ledger) => ledger.entries.filter(({ state }) => state !== "dropped"));
    const published = Map.groupBy(entries, ({ uid }) => cellOf(uid));
    for (const [list, standings] of listsOf(current.values())) {
      const { prefix } = standings[0]!;
      const old = (published.get(list.slice(0, list.lastIndexOf("/"))) ?? []).filter(({ uid }) =>
        isOrdinal(uidParts(uid).key, prefix),
      );
      for (const { standing, key } of misplaced(old, standings, prefix)) {
        const { file, path } = deadlineOfDueWindow(standing.due).origin;
        const fix = keyFix(standing, key);
        report({
          code: "published-order-changed",
          values: { item: standing.due.item, place: standing.key, key },
          span: spanAt(file, [...path, ...standing.due.window.path]),
          fix,
        });
      }
    }
  },
};
