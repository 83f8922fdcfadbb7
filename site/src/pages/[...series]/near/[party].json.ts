import type { APIRoute } from "astro";
import { allDues, duesOfParty } from "../../../../../compiler/emit/site-dues.ts";
import { everything } from "../../../../../compiler/emit/feed-members.ts";
import { readersOf } from "../../../../../compiler/emit/site-reader.ts";
import { seriesAt, site } from "../../../compiled.ts";
import { nearData } from "../../../near.ts";

export const getStaticPaths = (): { params: { series: string | undefined; party: string } }[] =>
  site().series.flatMap(({ param, plan }) => [everything, ...readersOf(plan)].map((party) => ({ params: { series: param, party } })));

/** What «Ближайшее» chooses from, for a party, for a profile or for all. */
export const GET: APIRoute = ({ params }) => {
  const series = seriesAt(params["series"]);
  const party = params["party"]!;
  const dues = party === everything ? allDues(series.plan) : duesOfParty(series.plan, party);
  return new Response(JSON.stringify(nearData(series, series.plan, dues)), { headers: { "Content-Type": "application/json" } });
};
