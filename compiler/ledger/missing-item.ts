import { spanOf } from "../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { Span } from "../source/span.ts";

/** Where a row that is not in the plan any more would stand: at the heading of its section, else at the order. */
export function spanOfMissingItem(item: string, { plan }: ResolvedPlan): Span {
  const section = plan.sections.find(({ data }) => data.id === item.split(".")[0]);
  return section === undefined ? spanOf(plan.order.origin, ["year"]) : spanOf(section.origin, ["id"]);
}
