import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { itemWithDescendants } from "../../query/plan-index.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import type { Clause } from "../clause.ts";
import type { CurrentEntry } from "../current-entry.ts";
import { dependenciesOf, isAddressing } from "../inputs.ts";
import { changedInputs, changedRows } from "../changed.ts";
import { sameNames } from "../../source/same-names.ts";
import { uidParts, type Ledger, type LedgerEntry } from "../ledger.ts";

/**
 * Whether an entry is addressed to others than it was published for. Calendars that are new, or that nobody has any more, do not count:
 * those are names, which the contract holds elsewhere.
 */
function isReaddressed(
  was: LedgerEntry,
  { entry, feeds, expired }: CurrentEntry,
  lasting: ReadonlySet<string>,
): boolean {
  const [before, now] = [was.feeds, [...feeds, ...expired.filter((name) => was.feeds.includes(name))]].map((names) =>
    names.filter((name) => lasting.has(name)),
  ) as [string[], string[]];
  return !sameNames(before, now) || !sameNames(was.who, entry.due.read);
}

/** The rows that say to whom an entry is addressed. */
function rowsOf(uid: string, { entry }: CurrentEntry, plan: ResolvedPlan): string[] {
  const { item, kind, key } = uidParts(uid);
  const cell = kind === "control" ? ("control" as const) : ("work" as const);
  const { rows } = dependenciesOf({ item, kind: cell, key, due: entry.due }, plan);
  return [...rows].flatMap((row) => itemWithDescendants(plan, row));
}

/** The calendars that were published and that somebody still has. */
function lastingFeeds(ledgers: readonly Ledger[], { series }: ResolvedPlan): ReadonlySet<string> {
  const published = new Set(
    ledgers.flatMap(({ names }) => names.flatMap(({ name, gone }) => (gone === null ? [name] : []))),
  );
  return new Set([...series.parties, ...series.profiles].map(({ data }) => data.id).filter((id) => published.has(id)));
}

/**
 * Whoever gets a published entry without having got it, or no longer, does so on a ground: where the row is as it was, what addresses
 * it – a party, a profile, a reading, the controller – says why it changed.
 */
export const checkAddressees: Clause = {
  codes: ["uncited-addressee"],
  check: ({ plans, ledgers }, { current }, report) => {
    for (const ledger of ledgers) {
      const plan = plans.find(({ id }) => id === ledger.plan);
      // A ledger of before they were remembered does not tell what changed.
      if (plan === undefined || !ledger.inputs.some(({ input }) => input === "controller")) continue;
      const lasting = lastingFeeds(ledgers, plan);
      const rows = changedRows(ledger, plan);
      const count = ledger.entries.filter((was) => {
        const now = current.get(was.uid);
        return (
          was.state === "live" &&
          now !== undefined &&
          isReaddressed(was, now, lasting) &&
          !rowsOf(was.uid, now, plan).some((row) => rows.has(row))
        );
      }).length;
      const changed = changedInputs(ledger, plan).filter(({ name, known }) => known && isAddressing(name));
      if (count === 0) continue;
      for (const { name, cited, now } of changed)
        if (!cited && now !== undefined)
          report({
            code: "uncited-addressee",
            values: { input: name, count },
            span: spanOf(now.origin, [name === "controller" ? name : "id"]),
          });
    }
  },
};
