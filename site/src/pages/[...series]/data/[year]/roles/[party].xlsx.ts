import type { APIRoute } from "astro";
import { writeTables } from "../../../../../../../compiler/document/write/table-xlsx.ts";
import { roleTable } from "../../../../../../../compiler/emit/role-table.ts";
import { planAt, seriesAt } from "../../../../../compiled.ts";
import { hasRoleWorkbook, rolePaths } from "../../../../../downloads.ts";

export const getStaticPaths = () => rolePaths(hasRoleWorkbook);

/** A role's year as a workbook. */
export const GET: APIRoute = async ({ params }) => {
  const bytes = await writeTables([roleTable(planAt(seriesAt(params["series"]), params["year"]!), params["party"]!)]);
  return new Response(bytes.slice().buffer, { headers: { "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } });
};
