/** What search engines ask a site for: robots.txt, which blocks nothing, and the list of its pages. */
import { writeFileSync } from "node:fs";
import type { AstroIntegration } from "astro";
import type { Settings } from "./settings.ts";

/** A file of the site's root. */
interface RootFile {
  readonly path: string;
  readonly text: string;
}

/** No sitemap may list more addresses (sitemaps.org). */
const most = 50_000;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("'", "&apos;").replaceAll("\"", "&quot;");

function list(kind: "urlset" | "sitemapindex", addresses: readonly string[]): string {
  const entry = kind === "urlset" ? "url" : "sitemap";
  const lines = addresses.map((address) => `<${entry}><loc>${escape(address)}</loc></${entry}>`);
  return ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", `<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, ...lines, `</${kind}>`, ""].join("\n");
}

/**
 * The files for pages at `paths`, each below `address`, which ends with a slash. Without an address there is no sitemap: it
 * wants whole addresses, and none is made up. Feeds stay open to every robot: Google's calendar asks robots.txt as well.
 */
export function rootFiles(address: string | undefined, paths: readonly string[], limit = most): RootFile[] {
  if (address === undefined) return [{ path: "robots.txt", text: "User-agent: *\nDisallow:\n" }];
  const addresses = [...paths].sort().map((path) => `${address}${path}`);
  const parts = Array.from({ length: Math.ceil(addresses.length / limit) }, (_, index) => list("urlset", addresses.slice(index * limit, (index + 1) * limit)));
  const named = parts.map((text, index) => ({ path: `sitemap-${index + 1}.xml`, text }));
  const sitemaps = parts.length <= 1 ? parts.map((text) => ({ path: "sitemap.xml", text })) : [...named, { path: "sitemap.xml", text: list("sitemapindex", named.map(({ path }) => `${address}${path}`)) }];
  return [...sitemaps, { path: "robots.txt", text: `User-agent: *\nDisallow:\n\nSitemap: ${address}sitemap.xml\n` }];
}

/** Writes them beside the pages when all of these are built; the page for unknown addresses is not listed. */
export const sitemap = ({ site, base }: Pick<Settings, "site" | "base">): AstroIntegration => ({
  name: "srok-sitemap",
  hooks: {
    "astro:build:done": ({ dir, pages }) => {
      const paths = pages.map(({ pathname }) => pathname).filter((path) => !/^404\/?$/.test(path));
      for (const { path, text } of rootFiles(site === "" ? undefined : `${site}${base}`, paths)) writeFileSync(new URL(path, dir), text);
    },
  },
});
