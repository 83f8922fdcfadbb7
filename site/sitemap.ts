/** The list of pages that search engines ask a site for. */
import { writeFileSync } from "node:fs";
import type { AstroIntegration } from "astro";
import { escapeMarkup } from "../compiler/source/markup.ts";
import type { Settings } from "./settings.ts";

/** A file below the site's root. */
interface RootFile {
  readonly path: string;
  readonly text: string;
}

/** No sitemap may list more addresses (sitemaps.org). */
const most = 50_000;

function list(kind: "urlset" | "sitemapindex", addresses: readonly string[]): string {
  const entry = kind === "urlset" ? "url" : "sitemap";
  const lines = addresses.map((address) => `<${entry}><loc>${escapeMarkup(address)}</loc></${entry}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${kind}>`,
    "",
  ].join("\n");
}

/**
 * The files for pages at `paths`, each below `address`, which ends with a slash. They stand in `folder`: a part of a site that
 * is built in parts has a list of its own.
 */
export function sitemaps(address: string, paths: readonly string[], folder = "", limit = most): RootFile[] {
  const addresses = [...paths].sort().map((path) => `${address}${path}`);
  const parts = Array.from({ length: Math.ceil(addresses.length / limit) }, (_, index) =>
    list("urlset", addresses.slice(index * limit, (index + 1) * limit)),
  );
  const named = parts.map((text, index) => ({ path: `${folder}sitemap-${index + 1}.xml`, text }));
  return parts.length <= 1
    ? parts.map((text) => ({ path: `${folder}sitemap.xml`, text }))
    : [
        ...named,
        {
          path: `${folder}sitemap.xml`,
          text: list(
            "sitemapindex",
            named.map(({ path }) => `${address}${path}`),
          ),
        },
      ];
}

/**
 * Writes them beside the pages when all of these are built; the page for unknown addresses is not listed. Without an address there is
 * no sitemap: it wants whole addresses, and none is made up.
 */
export const sitemap = ({ site, base, series }: Pick<Settings, "site" | "base" | "series">): AstroIntegration => ({
  name: "srok-sitemap",
  hooks: {
    "astro:build:done": ({ dir, pages }) => {
      const paths = pages.map(({ pathname }) => pathname).filter((path) => !/^404\/?$/.test(path));
      if (site === "") return;
      // A part has the home of its series only: at the root, or in the folder that the series is named by.
      const folder = series === "" || paths.includes("") ? "" : `${series}/`;
      for (const { path, text } of sitemaps(`${site}${base}`, paths, folder)) writeFileSync(new URL(path, dir), text);
    },
  },
});
