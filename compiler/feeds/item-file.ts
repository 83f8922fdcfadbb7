import { importFile } from "../ical/vcalendar.ts";
import { bodyFrom, entryEnd } from "../ical/vevent-body.ts";
import { entryFrame } from "../ical/vevent-frame.ts";
import { dueWindowsOfItem } from "../query/plan-index.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { entryBuilder, layOutDueWindow } from "./entries.ts";
import type { RevisionLookup } from "./entry-revision.ts";
import { productId } from "./product-id.ts";

/**
 * The dates of one item as a calendar file for one reader: the entries that feeds hold, with their uids, so that who subscribes later
 * has nothing twice. `plans` are all of the series, `site` the address of the series without a slash at its end.
 */
export function itemFile(
  plans: readonly ResolvedPlan[],
  plan: ResolvedPlan,
  item: string,
  site: string,
  revisionOf: RevisionLookup,
): string {
  const build = entryBuilder(plans, site, revisionOf);
  const entries = dueWindowsOfItem(plan, item).flatMap((due) => layOutDueWindow(due, plan).map(build));
  const frame = entryFrame();
  return importFile(
    productId(plan.series.data),
    entries.map((entry) => bodyFrom(frame, entry) + entryEnd),
  );
}
