import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { positionAt } from "../../source/span.ts";

/** The path from the checkout, wherever it and the plan lie: rows stand in `plan/<series>/<year>/<section>.yaml`. */
const pathInCheckout = (path: string): string => `plan/${path.split("/").slice(-3).join("/")}`;

/** Where an item's lines stand in the data, with their address when the series names its repository. */
export function sourceLine(plan: ResolvedPlan, item: ResolvedItem): { path: string; line: number; url: string | null } {
  const { origin } = item.source;
  const { source } = origin.file;
  const { line } = positionAt(source.text, spanOf(origin).start);
  const path = pathInCheckout(source.path);
  const { repository } = plan.series.data;
  return {
    path,
    line,
    url: repository === undefined ? null : `${repository.replace(/\/+$/, "")}/blob/HEAD/${path}#L${line}`,
  };
}
