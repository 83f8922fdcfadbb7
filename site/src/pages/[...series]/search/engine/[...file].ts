import type { APIRoute } from "astro";
import { site } from "../../../../compiled.ts";
import { searchEngines } from "../../../../search.ts";

/** The engine stands beside the search page: servers let WebAssembly run below `search/` only. */
export const getStaticPaths = async () =>
  (await searchEngines(site().series)).flatMap(({ series, files }) => files.map(({ path, content }) => ({ params: { series: series.param, file: path }, props: { content } })));

/** Hands out one file of it. */
export const GET: APIRoute<{ content: Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.content);
