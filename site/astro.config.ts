import { defineConfig } from "astro/config";
import { ownLanguages, sharedCode } from "./bundle.ts";
import { readSettings } from "./settings.ts";
import { sitemap } from "./sitemap.ts";
import { writePages } from "./write-pages.ts";

const { plan, site, base, out, series, port } = readSettings(process.env);

/** One page an address, one stylesheet, nothing inline: the pages run under `style-src 'self'; script-src 'self'`. */
export default defineConfig({
  ...(site === "" ? {} : { site }),
  base,
  outDir: out,
  cacheDir: "./.astro/cache",
  output: "static",
  integrations: [writePages({ out, base }), sitemap({ site, base, series })],
  trailingSlash: "ignore",
  compressHTML: "jsx",
  devToolbar: { enabled: false },
  server: { port, host: "localhost" },
  build: { format: "directory", assets: "assets", inlineStylesheets: "never" },
  // The folder belongs to whoever calls: nothing in it is removed here.
  vite: {
    cacheDir: "./.astro/vite",
    build: { assetsInlineLimit: 0, emptyOutDir: false },
    plugins: [ownLanguages(plan)],
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: sharedCode } } } } },
  },
});
