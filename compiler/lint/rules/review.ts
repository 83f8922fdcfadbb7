import type { Located, Path } from "../../load/yaml/parsed-yaml.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { isDraft, type ResolvedPlan } from "../../resolve/model.ts";
import type { Rule } from "../rule.ts";

/** Every `review` mark of a plan. */
function marksOf({ plan }: ResolvedPlan): { readonly at: Located<unknown>; readonly path: Path }[] {
  return [
    ...(plan.order.data.review ? [{ at: plan.order, path: ["review"] }] : []),
    ...plan.periods.flatMap((period) => (period.data.review ? [{ at: period, path: ["review"] }] : [])),
    ...plan.items.flatMap((item) => [
      ...(item.data.deadline?.review ? [{ at: item, path: ["deadline", "review"] }] : []),
      ...(item.data.control?.deadline?.review ? [{ at: item, path: ["control", "deadline", "review"] }] : []),
    ]),
  ];
}

/** A plan is no draft any more and a date that was carried over from last year was never looked at. */
export const reviewLeft: Rule = {
  codes: ["review-left"],
  check: (resolved, report) => {
    if (isDraft(resolved)) return;
    for (const { at, path } of marksOf(resolved))
      report({ code: "review-left", values: {}, span: spanOf(at.origin, path, "key") });
  },
};

/** How much of a draft is still to be looked at, once a file. */
export const reviewPending: Rule = {
  codes: ["review-pending"],
  check: (resolved, report) => {
    if (!isDraft(resolved)) return;
    for (const marks of Map.groupBy(marksOf(resolved), ({ at }) => at.origin.file).values()) {
      const { at, path } = marks[0]!;
      report({ code: "review-pending", values: { count: marks.length }, span: spanOf(at.origin, path, "key") });
    }
  },
};
