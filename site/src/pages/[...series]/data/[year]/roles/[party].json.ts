import type { APIRoute } from "astro";
import { partyEventsJson } from "../../../../../../../compiler/emit/json.ts";
import { eventsOfParty } from "../../../../../../../compiler/emit/site-dues.ts";
import { planAt, seriesAt } from "../../../../../compiled.ts";
import { hasDownloads, rolePaths } from "../../../../../downloads.ts";

export const getStaticPaths = () => rolePaths(hasDownloads);

/** A role's dates as data, in the shape of events.json. */
export const GET: APIRoute = ({ params }) => {
  const plan = planAt(seriesAt(params["series"]), params["year"]!);
  const party = params["party"]!;
  return new Response([...partyEventsJson(plan, party, eventsOfParty(plan, party).map(({ event }) => event))].join(""), { headers: { "Content-Type": "application/json" } });
};
