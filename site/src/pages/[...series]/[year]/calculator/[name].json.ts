import type { APIRoute } from "astro";
import { calculatorFiles } from "../../../../calculator.ts";
import { site } from "../../../../compiled.ts";

export const getStaticPaths = (): { params: { series: string | undefined; year: string; name: string }; props: { text: string } }[] =>
  site().series.flatMap((series) => series.plans.flatMap((plan) => calculatorFiles(series, plan).map(({ name, text }) => ({ params: { series: series.param, year: String(plan.year), name }, props: { text } }))));

/** How days are counted, or what an item's rule leans on: what the calculator works with. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text, { headers: { "Content-Type": "application/json; charset=utf-8" } });
