import type { Day } from "../../calendar/day.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { located, spanOf, type Path } from "../../load/yaml/parsed-yaml.ts";
import type { Plan, PlanItem } from "../../load/workspace.ts";
import { rowAmendments } from "./amendments.ts";
import { readDay, type DayPlace } from "../calendars.ts";
import { readOwnDay } from "../checks/check-dates.ts";

/** Where a day from which an amendment acts is named. */
interface Acting {
  readonly from?: string;
  readonly retroactive?: string;
}

/** An amendment acts before its own day only where its order says so. */
function checkDay({ from, retroactive }: Acting, ordered: Day | undefined, place: DayPlace): void {
  if (from === undefined) return;
  const { at, report } = place;
  const path = [...place.path, "from"];
  const day = readDay(from, { ...place, path });
  if (day === undefined || ordered === undefined || day >= ordered || retroactive !== undefined) return;
  report({
    code: "amendment-backdated",
    values: { from: { day }, date: { day: ordered } },
    span: spanOf(at.origin, path),
  });
}

function checkRow(
  row: PlanItem,
  ordered: ReadonlyMap<string, Day | undefined>,
  { bounds, report }: Pick<DayPlace, "bounds" | "report">,
): void {
  const seen = new Set<string>();
  rowAmendments(row.data).forEach((entry, index) => {
    const path: Path = ["amended-by", index];
    if (seen.has(entry.order))
      report({ code: "not-unique", values: { value: entry.order }, span: spanOf(row.origin, path) });
    seen.add(entry.order);
    checkDay(entry, ordered.get(entry.order), { at: row, path, bounds, report });
  });
  const by = row.data.withdrawn?.by;
  if (by !== undefined && !seen.has(by))
    report({
      code: "withdrawal-not-cited",
      values: { item: row.data.id, name: by },
      span: spanOf(row.origin, ["withdrawn", "by"]),
    });
}

/** Checks the amending orders of a plan and the days from which they act, for the plan and for each row. */
export function checkAmendments({ order, items, bounds }: Plan, approved: Day | undefined, report: Report): void {
  const amendments = order.data.amendments ?? [];
  const days = amendments.map((data, index) => {
    const at = located(data, order.origin, "amendments", index);
    const day = readOwnDay(at, bounds, report);
    if (day !== undefined && approved !== undefined && day < approved)
      report({
        code: "amendment-before-order",
        values: { date: { day }, approved: { day: approved } },
        span: spanOf(at.origin, ["date"]),
      });
    checkDay(data, day, { at, path: [], bounds, report });
    return day;
  });
  const ordered = new Map(amendments.map(({ id }, index) => [id, days[index]]));
  for (const row of items) checkRow(row, ordered, { bounds, report });
}
