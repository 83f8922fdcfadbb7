import type { APIRoute } from "astro";
import { site } from "../../context/site.ts";

/** One for the whole site, at its root. */
export const getStaticPaths = (): { params: { series: undefined } }[] =>
  site().series.flatMap(({ param }) => (param === undefined ? [{ params: { series: param } }] : []));

/**
 * Blocks nothing: feeds stay open to every robot, because Google's calendar asks robots.txt as well. It names the lists of
 * pages; where the site is built in parts, each series has its own.
 */
export const GET: APIRoute = () => {
  const { settings, all } = site();
  const [root, ...others] = all.map(({ address }) => `Sitemap: ${address("sitemap.xml")}\n`);
  const named = settings.site === undefined ? [] : ["\n", root, ...(settings.series === undefined ? [] : others)];
  return new Response(`User-agent: *\nDisallow:\n${named.join("")}`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
};
