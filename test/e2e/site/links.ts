import { load } from "./page-text.ts";
import type { BuiltSite } from "./built-site.ts";

/** A whole address of the site itself, of a feed to subscribe to as well, without scheme and host; any other link as it is. */
function ownPath({ origin, base }: BuiltSite, link: string): string {
  if (origin === "") return link;
  return [origin, origin.replace(/^https?:/, "webcal:")].reduce(
    (rest, own) => (rest.startsWith(`${own}${base}`) ? rest.slice(own.length) : rest),
    link,
  );
}

/** Links of a built site that lead nowhere: `page → target`. Feeds, downloads and anchors included. */
export function brokenLinks(site: BuiltSite): string[] {
  const files = new Set(site.files);
  const pages = new Map(
    site.files.filter((path) => path.endsWith(".html")).map((path) => [path, load(site.read(path))]),
  );
  const broken: string[] = [];
  for (const [path, page] of pages) {
    for (const written of page.links) {
      const link = ownPath(site, written);
      if (/^(https?|webcal|mailto):/.test(link)) continue;
      const [target = "", anchor = ""] = link.split("#", 2);
      if (target !== "" && !target.startsWith(site.base)) {
        broken.push(`${path} → ${link} (outside the base path)`);
        continue;
      }
      const inside = target === "" ? path : decodeURIComponent(target.slice(site.base.length).split("?")[0]!);
      const file = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
      if (!files.has(file)) broken.push(`${path} → ${link}`);
      else if (anchor !== "" && file.endsWith(".html") && !pages.get(file)!.ids.has(decodeURIComponent(anchor)))
        broken.push(`${path} → ${link} (no such anchor)`);
    }
  }
  return broken;
}
