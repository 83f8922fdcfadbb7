/** The site's one integration with Astro: how its modules are loaded, and the files beside the pages. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { SiteTarget } from "../compiler/cli/work/site-program.ts";
import { ownLanguages, readerOnDemand, sharedCode } from "./client-bundle.ts";
import { nativeModules } from "./native-modules.ts";
import { sitemaps } from "./sitemap.ts";
import { serveDraft, type Draft } from "./serve-draft.ts";
import { site } from "./src/context/site.ts";
import { writeFiles } from "./src/data/files.ts";

/**
 * The addresses of the pages, for search engines; the page for unknown addresses is not among them. Without an origin there is
 * no list: it wants whole addresses, and none is made up. A part of a site has the home of its series alone, so its list stands
 * in the folder of the series, unless that is the root.
 */
function writeSitemaps(folder: URL, pages: readonly string[], { site: origin, base, series }: SiteTarget): void {
  if (origin === undefined) return;
  const paths = pages.filter((path) => !/^404\/?$/.test(path));
  const below = series === undefined || paths.includes("") ? "" : `${series}/`;
  for (const { path, text } of sitemaps(`${origin}${base}`, paths, below)) writeFileSync(new URL(path, folder), text);
}

/** `draft`: the plan that is being written, while developing. */
export const srok = (target: SiteTarget, draft?: Draft): AstroIntegration => ({
  name: "srok",
  hooks: {
    "astro:config:setup": ({ updateConfig }) => {
      const languages = (): ReadonlySet<string> => new Set(site().all.map(({ language }) => language));
      updateConfig({
        vite: {
          plugins: [nativeModules(), ownLanguages(languages)],
          worker: { format: "es", plugins: () => [ownLanguages(languages), readerOnDemand()] },
          environments: { client: { build: { rolldownOptions: { output: { codeSplitting: sharedCode } } } } },
        },
      });
    },
    "astro:server:setup": ({ server }) => {
      if (draft !== undefined) serveDraft(server, draft);
    },
    "astro:build:done": async ({ dir, pages }) => {
      await writeFiles(site().series, fileURLToPath(dir));
      writeSitemaps(
        dir,
        pages.map(({ pathname }) => pathname),
        target,
      );
    },
  },
});
