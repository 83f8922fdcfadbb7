import type { BuiltSite } from "./built-site.ts";

const loaded = /<(?:script[^>]*\ssrc|link rel="stylesheet"[^>]*\shref)="([^"]+)"/g;

/** The style sheets and scripts that a page loads by itself: their paths below the site. */
export const filesOfPage = (site: BuiltSite, page: string): readonly string[] =>
  [...site.read(page).matchAll(loaded)].map(([, address]) => address!.slice(site.base.length));

/** Those that a page loads and another does not. */
export function filesBeside(site: BuiltSite, page: string, other: string): readonly string[] {
  const known = new Set(filesOfPage(site, other));
  return filesOfPage(site, page).filter((path) => !known.has(path));
}
