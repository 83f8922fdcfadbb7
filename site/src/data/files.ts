/** Everything beside the pages: data for scripts and for people. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { writePieces, type Piece } from "../../../compiler/cli/output/stream-file.ts";
import { writeTables } from "../../../compiler/document/write/table-xlsx.ts";
import { tableCsv } from "../../../compiler/data/csv.ts";
import { partyEventsJson } from "../../../compiler/data/json.ts";
import { roleTable } from "../../../compiler/data/role-table.ts";
import { addresseeIds, dueWindowsOfParty } from "../../../compiler/query/audience.ts";
import { itemFile } from "../../../compiler/feeds/item-file.ts";
import { dueWindowsOfItem } from "../../../compiler/query/plan-index.ts";
import { datesTable, planTable } from "../../../compiler/data/tables.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { calculatorFiles } from "./calculator.ts";
import type { DataFile } from "./data-file.ts";
import { editFiles } from "./edit.ts";
import { site, type SeriesSite } from "../context/site.ts";
import { icons } from "../pictures/mark.ts";
import { previews } from "../pictures/previews.ts";
import { hasDownloads, hasPlanWorkbook, hasRoleWorkbook } from "./downloads.ts";
import { upcomingOf, upcomingPath } from "./upcoming.ts";
import { searchData } from "./search-index.ts";

/** A file, its path below the site, and its content in pieces. */
export interface SiteFile {
  readonly path: string;
  readonly pieces: () => Iterable<Piece> | Promise<Iterable<Piece>>;
}

/** What «Ближайшее» chooses from; its head for the home page, where a role may be remembered: other pages have it with them. */
const upcomingFiles = (series: SeriesSite): SiteFile[] => [
  ...addresseeIds(series.plan).map((party) => ({
    path: `${upcomingPath(party)}.json`,
    pieces: () => [JSON.stringify(upcomingOf(series, party).head)],
  })),
  ...[null, ...addresseeIds(series.plan)].flatMap((party) =>
    upcomingOf(series, party).head.parts.map((part) => ({
      path: `${upcomingPath(party)}/${part}.json`,
      pieces: () => [upcomingOf(series, party).part(part)],
    })),
  ),
];

/** A role's year as data in the shape of events.json, for a spreadsheet, and as a workbook. */
function roleFiles(series: SeriesSite, plan: ResolvedPlan, party: string): SiteFile[] {
  const path = `data/${plan.id}/roles/${party}`;
  const workbook = { path: `${path}.xlsx`, pieces: async () => [await writeTables([roleTable(plan, party)])] };
  return [
    {
      path: `${path}.json`,
      pieces: () =>
        partyEventsJson(
          plan,
          party,
          dueWindowsOfParty(plan, party).map(({ due }) => due),
        ),
    },
    { path: `${path}.csv`, pieces: () => tableCsv(roleTable(plan, party), series.language) },
    ...(hasRoleWorkbook(plan, party) ? [workbook] : []),
  ];
}

/** The whole plan as a workbook: its dates, and its rows. */
const planWorkbook = (plan: ResolvedPlan): SiteFile[] =>
  hasPlanWorkbook(plan)
    ? [
        {
          path: `data/${plan.id}/plan.xlsx`,
          pieces: async () => [await writeTables([datesTable(plan), planTable(plan)])],
        },
      ]
    : [];

/** The dates of each item that has some, for one reader's calendar. */
const itemFiles = ({ plans, stamps, address }: SeriesSite, plan: ResolvedPlan): SiteFile[] =>
  plan.items
    .filter(({ id }) => dueWindowsOfItem(plan, id).length > 0)
    .map(({ id }) => ({
      path: `${plan.id}/items/${id}/${id}.ics`,
      pieces: () => [itemFile(plans, plan, id, address("").replace(/\/$/, ""), stamps)],
    }));

const siteFile = ({ path, text }: DataFile): SiteFile => ({ path, pieces: () => [text] });

function planFiles(series: SeriesSite, plan: ResolvedPlan): SiteFile[] {
  return [
    ...calculatorFiles(series, plan).map(siteFile),
    ...itemFiles(series, plan),
    ...planWorkbook(plan),
    ...addresseeIds(plan)
      .filter((party) => hasDownloads(plan, party))
      .flatMap((party) => roleFiles(series, plan, party)),
  ];
}

/** What the search page looks in. */
const searchFile = (series: SeriesSite): SiteFile => ({
  path: "search/records.json",
  pieces: () => [JSON.stringify(searchData(series))],
});

/** What the page of proposals loads. */
const filesToEdit = (series: SeriesSite): SiteFile[] => Object.values<DataFile>({ ...editFiles(series) }).map(siteFile);

/** What previews of the pages show. They are asked for by whole addresses alone, so a site without one has none. */
const previewFiles = (series: SeriesSite): SiteFile[] =>
  site().settings.site === undefined
    ? []
    : previews(series).map(({ path, bytes }) => ({ path, pieces: () => [bytes()] }));

/** The files of the site itself. */
const rootFiles = icons.map(({ path, bytes }): SiteFile => ({ path, pieces: () => [bytes()] }));

/** The files of some series, and of the site. */
export const dataFiles = (all: readonly SeriesSite[]): SiteFile[] => [
  ...rootFiles,
  ...all.flatMap((series) =>
    [
      ...filesToEdit(series),
      ...upcomingFiles(series),
      searchFile(series),
      ...previewFiles(series),
      ...series.plans.flatMap((plan) => planFiles(series, plan)),
    ].map(({ path, pieces }) => ({
      path: `${series.prefix}${path}`,
      pieces,
    })),
  ),
];

/** Writes all of them below a folder. */
export async function writeFiles(all: readonly SeriesSite[], folder: string): Promise<void> {
  const made = new Set<string>();
  for (const { path, pieces } of dataFiles(all)) {
    const place = dirname(path);
    if (!made.has(place)) mkdirSync(join(folder, place), { recursive: true });
    made.add(place);
    writePieces(join(folder, path), await pieces());
  }
}
