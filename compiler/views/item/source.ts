import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { positionAt } from "../../source/span.ts";

/** The part of a path that begins at the plan's folder, wherever the checkout lies. */
function belowCheckout(path: string): string {
  const at = path.lastIndexOf("plan/");
  return at === -1 ? path : path.slice(at);
}

/** Where an item's lines stand in the data, with their address when the series names its repository. */
export function sourceLine(plan: ResolvedPlan, item: ResolvedItem): { path: string; line: number; url: string | null } {
  const { origin } = item.source;
  const { source } = origin.file;
  const { line } = positionAt(source.text, spanOf(origin).start);
  const path = belowCheckout(source.path);
  const { repository } = plan.series.data;
  return {
    path,
    line,
    url: repository === undefined ? null : `${repository.replace(/\/+$/, "")}/blob/HEAD/${path}#L${line}`,
  };
}
