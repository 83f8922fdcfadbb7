import type { APIRoute } from "astro";
import { writeTables } from "../../../../../../compiler/document/write/table-xlsx.ts";
import { datesTable, planTable } from "../../../../../../compiler/emit/tables.ts";
import { planAt, seriesAt, site } from "../../../../compiled.ts";
import { hasPlanWorkbook } from "../../../../downloads.ts";

export const getStaticPaths = () => site().series.flatMap(({ param, plans }) => plans.filter(hasPlanWorkbook).map(({ year }) => ({ params: { series: param, year: String(year) } })));

/** The whole plan as a workbook: its rows, and its dates. */
export const GET: APIRoute = async ({ params }) => {
  const plan = planAt(seriesAt(params["series"]), params["year"]!);
  const bytes = await writeTables([datesTable(plan), planTable(plan)]);
  return new Response(bytes.slice().buffer, { headers: { "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } });
};
