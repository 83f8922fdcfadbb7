import { writtenAt } from "../load/yaml/parsed-yaml.ts";
import { editionsOf } from "../resolve/editions/amendments.ts";
import { allForms } from "../resolve/forms/all-forms.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { resolveUnchecked } from "../resolve/resolve-unchecked.ts";
import { memoizeByObject } from "../source/memoize.ts";
import type { Cell } from "./cells.ts";

/** The plan before each of the amendments of its rows, the state that was approved first; none for a plan that no order amended. */
export const formerPlans = memoizeByObject((resolved: ResolvedPlan): readonly ResolvedPlan[] => {
  const { series, plan } = resolved;
  return editionsOf(plan).map(
    (edition) =>
      resolveUnchecked({ series, plan: edition, policy: resolved, forms: allForms, report: () => {} }).resolved,
  );
});

/** Whether a deadline of a former plan is written in a row's `was`: what an amendment left as it is stands in the row itself. */
export const isWrittenInWas = ({ deadline: { origin } }: Cell): boolean =>
  origin.path.includes("was") && writtenAt(origin) !== undefined;
