import type { Deadline } from "../../load/generated/types.ts";
import { spanAt, type Path } from "../../load/parsed-file.ts";
import type { PlanEvent, ResolvedDeadline, ResolvedPlan } from "../../resolve/resolved.ts";
import type { TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Clause } from "../clause.ts";
import { uidParts, type LedgerEntry } from "../ledger.ts";
import type { SeenEntry } from "../seen-entry.ts";

/** Ordinals are short; a longer number is a year. */
const isOrdinal = (key: string): boolean => /^[1-9]\d{0,2}$/.test(key);

function ruleAt(deadline: ResolvedDeadline, path: Path): Deadline | undefined {
  let value: unknown = deadline.rule;
  for (const step of path) value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  return value as Deadline | undefined;
}

/** The window's entry now, with the rule that it comes from. */
interface Standing {
  readonly event: PlanEvent;
  readonly plan: ResolvedPlan;
  readonly key: string;
  readonly day: string;
}

const dayOf = ({ start, end }: Pick<LedgerEntry, "start" | "end">): string => `${start} ${end}`;

/** The key written into an element: before its first key, in the style of the element. */
function keyFix({ event, plan }: Standing, key: string): TextEdit | undefined {
  const deadline = deadlineOf(event, plan);
  const { file, path } = deadline.origin;
  if (event.window.path.length === 0) return undefined;
  const { start } = spanAt(file, [...path, ...event.window.path]);
  const { text, path: name } = file.source;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const [at, written] = text[start] === "{" ? [start + 1, ` key: "${key}",`] : [start, `key: "${key}"\n${" ".repeat(column)}`];
  return { span: { file: name, start: at, end: at }, text: written };
}

function deadlineOf({ item, kind }: PlanEvent, plan: ResolvedPlan): ResolvedDeadline {
  const { deadline, control } = plan.byId.get(item)!;
  return (kind === "work" ? deadline : control?.deadline)!;
}

/** The cell that a uid belongs to: everything but its key. */
const cellOf = (uid: string): string => uid.slice(0, uid.lastIndexOf("/"));

/** The dates of one cell that stand in another place of the list than the one under which they were published. */
function misplaced(old: readonly LedgerEntry[], now: readonly Standing[]): { standing: Standing; key: string }[] {
  const published = new Map(old.map((entry) => [uidParts(entry.uid).key, dayOf(entry)]));
  const moved = now.filter(({ key, day }) => published.get(key) !== day);
  const home = ({ day }: Standing): string | undefined => [...published].find(([key, was]) => was === day && now.find((each) => each.key === key)?.day !== day)?.[0];
  if (!moved.some((each) => home(each) !== undefined)) return [];
  let free = Math.max(...[...published.keys(), ...now.map(({ key }) => key)].map(Number));
  return moved.map((standing) => ({ standing, key: home(standing) ?? String(++free) }));
}

/** A date without a key of its own is known by its place in the list: once published, that place is its name. */
export const checkOrdinals: Clause = {
  codes: ["published-order-changed"],
  check: ({ ledgers }, { seen }, report) => {
    const published = new Map<string, LedgerEntry[]>();
    for (const entry of ledgers.flatMap(({ entries }) => entries)) {
      if (entry.state !== "dropped" && isOrdinal(uidParts(entry.uid).key)) published.set(cellOf(entry.uid), [...(published.get(cellOf(entry.uid)) ?? []), entry]);
    }
    const now = new Map<string, Standing[]>();
    for (const { entry: { uid, event, plan }, start, end } of seen.values() as Iterable<SeenEntry>) {
      if (!published.has(cellOf(uid)) || !isOrdinal(uidParts(uid).key)) continue;
      if (ruleAt(deadlineOf(event, plan), event.window.path)?.key !== undefined) continue;
      now.set(cellOf(uid), [...(now.get(cellOf(uid)) ?? []), { event, plan, key: uidParts(uid).key, day: dayOf({ start, end }) }]);
    }
    for (const [cell, standings] of now) {
      for (const { standing, key } of misplaced(published.get(cell) ?? [], standings)) {
        const { file, path } = deadlineOf(standing.event, standing.plan).origin;
        const fix = keyFix(standing, key);
        report({
          code: "published-order-changed", values: { item: standing.event.item, place: standing.key, key }, span: spanAt(file, [...path, ...standing.event.window.path]), ...(fix === undefined ? {} : { fix }),
        });
      }
    }
  },
};
