/** The list of pages that search engines ask a site for. */
import { escapeMarkup } from "../compiler/source/markup.ts";

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
