/** What can be downloaded besides what the compiler publishes: a table for each role, and workbooks. */
import { feedPath } from "../../../compiler/feeds/feeds.ts";
import { duesOfParty } from "../../../compiler/views/dues.ts";
import { dutiesOf } from "../../../compiler/views/role/role.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { mostRows } from "../../../compiler/document/write/table-xlsx.ts";
import { hasFeed } from "../context/role-plans.ts";
import type { SeriesSite } from "../context/site.ts";

/** A download of a role is a table of its dates; without one there is nothing to download. */
export const hasDownloads = (plan: ResolvedPlan, party: string): boolean => duesOfParty(plan, party).length > 0;

/** Whether a table of the whole plan still serves as a workbook. */
export const hasPlanWorkbook = ({ items, dueWindows }: ResolvedPlan): boolean =>
  Math.max(items.length, dueWindows.length) <= mostRows;

/** Whether the table of a role still serves as a workbook. */
export function hasRoleWorkbook(plan: ResolvedPlan, party: string): boolean {
  const dated = duesOfParty(plan, party).length;
  if (dated === 0 || dated > mostRows) return false;
  const { items, controls } = dutiesOf(plan, party);
  return dated + items.length + controls.length <= mostRows;
}

/** A file to download: what its link says, and its path below the series. */
export interface Download {
  readonly name: string;
  readonly to: string;
}

/** The tables of a role in a plan, those for people first. */
export function roleTables(plan: ResolvedPlan, party: string): Download[] {
  if (!hasDownloads(plan, party)) return [];
  const table = (name: string, extension: string): Download => ({
    name,
    to: `data/${plan.id}/roles/${party}.${extension}`,
  });
  return [...(hasRoleWorkbook(plan, party) ? [table("XLSX", "xlsx")] : []), table("CSV", "csv"), table("JSON", "json")];
}

/** The downloads of a role: its feed, which is of all plans, and its tables in a plan. */
export const roleDownloads = (series: SeriesSite, plan: ResolvedPlan, party: string): Download[] => [
  ...(hasFeed(series, party) ? [{ name: "ICS", to: feedPath(party) }] : []),
  ...roleTables(plan, party),
];
