import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { spanOfMissingItem } from "../missing-item.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { uidParts, type Ledger } from "../ledger.ts";
import { retainedIds } from "../publication.ts";
import type { Clause } from "../clause.ts";

const sectionOf = (item: string): string => item.slice(0, item.indexOf("."));

/** The rows that a plan published and has no more; those of a section that is gone as a whole are told once. */
function reportGone({ plan: published, items }: Ledger, plan: ResolvedPlan, report: Report): void {
  const sections = new Set(plan.plan.sections.map(({ data }) => data.id));
  const gone = items.filter(({ item }) => !plan.byId.has(item)).map(({ item }) => item);
  for (const [section, rows] of Map.groupBy(gone, sectionOf)) {
    const span = spanOfMissingItem(rows[0]!, plan);
    if (sections.has(section))
      for (const item of rows)
        report({ code: "published-item-gone", values: { item, plan: { plan: published } }, span });
    else
      report({
        code: "published-section-gone",
        values: { section, count: rows.length, plan: { plan: published } },
        span,
      });
  }
}

/** A uid never disappears without a tombstone: its series, plan and row stay, and so does its domain. */
export const checkUids: Clause = {
  codes: ["published-name-changed", "published-year-gone", "published-section-gone", "published-item-gone"],
  check: ({ plans, ledgers }, _, report) => {
    const [plan] = plans;
    if (plan === undefined) return;
    const { series } = plan;
    const live = ledgers.flatMap(({ entries }) => entries.filter(({ state }) => state === "live"));
    const first = live[0];
    if (first === undefined) return;
    const { series: slug, domain } = uidParts(first.uid);
    for (const [key, published] of [
      ["slug", slug],
      ["uid-domain", domain],
    ] as const) {
      if (series.data[key] !== published)
        report({
          code: "published-name-changed",
          values: { key, published, value: series.data[key] },
          span: spanOf(series.origin, [key]),
        });
    }
    if (slug !== series.data.slug || domain !== series.data["uid-domain"]) return;
    const retained = retainedIds(plans, ledgers);
    for (const ledger of ledgers.filter(({ plan: id }) => retained.has(id))) {
      const entries = ledger.entries.filter(({ state }) => state === "live");
      const own = plans.find(({ id }) => id === ledger.plan);
      if (own === undefined) {
        if (entries.length > 0)
          report({
            code: "published-year-gone",
            values: { plan: { plan: ledger.plan }, count: entries.length },
            span: spanOf(series.origin, ["slug"]),
          });
        continue;
      }
      reportGone(ledger, own, report);
    }
  },
};
