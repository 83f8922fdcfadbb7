import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { mainUid } from "../../feeds/entries.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import type { Span } from "../../source/span.ts";
import type { Clause } from "../clause.ts";
import { changedInputs, changedRows, type ChangedInput } from "../changed.ts";
import { dependenciesOf, isGeneral } from "../inputs.ts";
import { uidParts } from "../ledger.ts";
import type { Publication } from "../publication.ts";

/** The key at which a file of one input is reported; a row of a list at its `id`. */
const fileKeys: readonly (readonly [prefix: string, key: string])[] = [
  ["series", "rules"],
  ["calendar/", "year"],
];

function spanOfInput({ name, now }: ChangedInput, { plan }: ResolvedPlan): Span {
  if (now === undefined) return spanOf(plan.order.origin, ["year"]);
  return spanOf(now.origin, [fileKeys.find(([prefix]) => name.startsWith(prefix))?.[1] ?? "id"]);
}

/** What the hint of a kind is filled with. */
function named({ name, now }: ChangedInput): Readonly<Record<string, string>> {
  const [kind = "", id = ""] = name.split("/");
  if (kind === "calendar") return { calendar: name.split("/").at(-1)! };
  if (kind === "rules") return { rules: id };
  return now === undefined ? { record: id } : {};
}

/** The entries of one plan that subscribers see changed: those with news, and those whose day stays and whose neighbours do not. */
function changedEntries({ after, before }: Publication, id: string): ReadonlySet<string> {
  const [was, is] = [before, after].map((ledgers) => ledgers.find(({ plan }) => plan === id));
  if (was === undefined || is === undefined) return new Set();
  const known = new Map(was.entries.map(({ uid, fingerprint }) => [uid, fingerprint]));
  const restated = is.entries.filter(({ uid, fingerprint }) => known.has(uid) && known.get(uid) !== fingerprint);
  // An interval that is told by its beginning too is one date.
  return new Set([
    ...is.news.slice(was.news.length).map(({ uid }) => uid),
    ...restated.map(({ uid }) => mainUid(uid) ?? uid),
  ]);
}

/**
 * Whatever changes a published date cites its cause: what moves dates of rows that did not change – a period, an event, a
 * record, the rule set, the calendar – names an order, a decree or a correction that it did not name then.
 */
export const checkInputs: Clause = {
  codes: ["uncited-cause"],
  check: ({ plans, ledgers }, publication, report) => {
    for (const ledger of ledgers) {
      const plan = plans.find(({ id }) => id === ledger.plan);
      if (plan === undefined || ledger.inputs.length === 0) continue;
      const changed = changedInputs(ledger, plan);
      if (changed.every(({ cited }) => cited)) continue;
      const rows = changedRows(ledger, plan);
      const counts = new Map<ChangedInput, number>();
      for (const uid of changedEntries(publication, ledger.plan)) {
        const { item, kind, key } = uidParts(uid);
        const due = publication.current.get(uid)?.entry.due;
        const depends = dependenciesOf({ item, kind: kind === "control" ? "control" : "work", key, due }, plan);
        if ([...depends.rows].some((row) => rows.has(row))) continue;
        const causes = changed.filter(({ name }) => isGeneral(name) || depends.inputs.has(name));
        if (causes.some(({ cited }) => cited)) continue;
        for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
      }
      for (const [cause, count] of counts)
        report({
          code: "uncited-cause",
          values: { input: cause.name, count, ...named(cause) },
          span: spanOfInput(cause, plan),
        });
    }
  },
};
