import type { APIRoute } from "astro";
import { tableCsv } from "../../../../../../../compiler/emit/csv.ts";
import { roleTable } from "../../../../../../../compiler/emit/role-table.ts";
import { planAt, seriesAt } from "../../../../../compiled.ts";
import { hasDownloads, rolePaths } from "../../../../../downloads.ts";

export const getStaticPaths = () => rolePaths(hasDownloads);

/** A role's year for a spreadsheet. */
export const GET: APIRoute = ({ params }) => {
  const series = seriesAt(params["series"]);
  return new Response(tableCsv(roleTable(planAt(series, params["year"]!), params["party"]!), series.language), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
};
