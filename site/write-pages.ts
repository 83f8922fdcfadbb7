/**
 * Pages are written as they are made. Astro hands each folder and each file to another thread and waits for it, which costs a
 * small page as much as all that is printed on it.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AstroIntegration } from "astro";
import type { Settings } from "./settings.ts";

/** What Astro is told of a page that is written already: for an answer without a body it writes no file. */
const written = new Response(null);

/** The file of a page, as `build.format: "directory"` names it. */
const fileOf = (pathname: string, { out, base }: Pick<Settings, "out" | "base">): string =>
  join(out, decodeURI(pathname).slice(base.length), "index.html");

/** Writes pages that have a folder of their own; what else Astro makes, it writes. */
export const writePages = (target: Pick<Settings, "out" | "base">): AstroIntegration => ({
  name: "srok-write-pages",
  hooks: {
    "astro:build:start": ({ setPrerenderer }) =>
      setPrerenderer((own) => ({
        ...own,
        async render(request, options) {
          const result = await own.render(request, options);
          const response = result instanceof Response ? result : result.response;
          const { pathname } = new URL(request.url);
          if (options.routeData.type !== "page" || response.status !== 200 || !pathname.endsWith("/")) return result;
          const file = fileOf(pathname, target);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, await response.bytes());
          return written;
        },
      })),
  },
});
