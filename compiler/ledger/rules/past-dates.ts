import type { Day } from "../../calendar/day.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { amendingOrders, daysOfAmendments } from "../../resolve/editions/amendments.ts";
import { ledgerItem } from "../cell-fingerprint.ts";
import type { Clause } from "../clause.ts";
import { uidParts, type LedgerItem, type NewsLine } from "../ledger.ts";

/** The first day from which what a row newly cites acts; undefined where it newly cites no order, or a correction. */
function actsFrom(item: ResolvedItem, known: LedgerItem | undefined, { plan }: ResolvedPlan): Day | undefined {
  const fresh = ledgerItem(item).citations.filter((cite) => !known?.citations.includes(cite));
  const orders = amendingOrders(item.source.data);
  if (fresh.length === 0 || fresh.some((cite) => !orders.includes(cite))) return undefined;
  const days = daysOfAmendments(item.source.data, plan);
  return Math.min(...fresh.map((cite) => days[orders.indexOf(cite)]!));
}

/** The last day of the date that a piece of news is about: as it was, or, where it is new, as it is. */
const endOf = ({ from, to }: NewsLine): Day | undefined => (from ?? to)?.[1];

/** An amendment leaves the dates that were past when it began to act, unless it says that it acts backwards. */
export const checkPastDates: Clause = {
  codes: ["past-date-changed"],
  check: ({ plans, ledgers }, { after }, report) => {
    for (const ledger of ledgers) {
      const plan = plans.find(({ id }) => id === ledger.plan);
      if (plan === undefined) continue;
      const known = new Map(ledger.items.map((item) => [item.item, item]));
      const news = after.find(({ plan: id }) => id === ledger.plan)?.news.slice(ledger.news.length) ?? [];
      const reported = new Set<string>();
      for (const line of news.filter(({ kind }) => kind === "new" || kind === "moved" || kind === "withdrawn")) {
        const item = plan.byId.get(uidParts(line.uid).item);
        const end = endOf(line);
        if (item === undefined || end === undefined || reported.has(item.id)) continue;
        const before = known.get(item.id);
        if (before?.fingerprint === ledgerItem(item).fingerprint) continue;
        const from = actsFrom(item, before, plan);
        if (from === undefined || end >= from) continue;
        reported.add(item.id);
        report({
          code: "past-date-changed",
          values: { item: item.id, past: { day: end }, from: { day: from } },
          span: spanOf(item.source.origin, ["amended-by"]),
        });
      }
    }
  },
};
