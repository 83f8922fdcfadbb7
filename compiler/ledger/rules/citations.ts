import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { ledgerItem } from "../cell-fingerprint.ts";
import type { Clause } from "../clause.ts";

/**
 * An approved plan changes only by a later order: a row that is new, or whose content is not what was last published, cites
 * an amendment, or a correction of our own data, that it did not cite then.
 */
export const checkCitations: Clause = {
  codes: ["uncited-change"],
  check: ({ plans, ledgers }, _, report) => {
    for (const { plan: id, items } of ledgers) {
      const plan = plans.find((each) => each.id === id);
      if (plan === undefined || items.length === 0) continue;
      const before = new Map(items.map((item) => [item.item, item]));
      for (const item of plan.items) {
        const known = before.get(item.id);
        const now = ledgerItem(item);
        if (known?.fingerprint === now.fingerprint || now.citations.some((cite) => !known?.citations.includes(cite)))
          continue;
        report({ code: "uncited-change", values: { item: item.id }, span: spanOf(item.source.origin, ["id"]) });
      }
    }
  },
};
