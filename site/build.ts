/** The program of the site: what `compiler/cli/work/site-program.ts` loads. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, dev, type AstroInlineConfig } from "astro";
import { cacheFolder } from "../compiler/cli/files/root.ts";
import { isError } from "../compiler/compile.ts";
import type { SiteDraft, SitePlan, SiteProgram, SiteTarget } from "../compiler/cli/work/site-program.ts";
import { srok } from "./integration.ts";
import { moveInto } from "./move-output.ts";
import type { Draft } from "./serve-draft.ts";
import { releasePlan, usePlan } from "./src/context/site.ts";
import { PlanError } from "./src/context/plan-error.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const program = fileURLToPath(new URL("..", import.meta.url));

/** One page an address, one stylesheet, nothing inline: the pages run under `style-src 'self'; script-src 'self'`. */
const astroConfig = (target: SiteTarget, draft?: Draft): AstroInlineConfig => ({
  root,
  configFile: false,
  ...(target.site === undefined ? {} : { site: target.site }),
  base: target.base,
  cacheDir: join(cacheFolder, "astro"),
  output: "static",
  integrations: [srok(target, draft)],
  trailingSlash: "ignore",
  compressHTML: "jsx",
  devToolbar: { enabled: false },
  build: { format: "directory", assets: "assets", inlineStylesheets: "never" },
  // The folder belongs to whoever calls: nothing in it is removed here.
  vite: { cacheDir: join(cacheFolder, "vite"), build: { assetsInlineLimit: 0, emptyOutDir: false } },
});

/** Does something with the program's as the working folder: Astro keeps its bundle and looks for packages below that. */
async function inProgram<T>(work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.chdir(program);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

/**
 * Writes all pages and the files beside them into `out`; what else lies there is left alone. Astro runs what it has bundled
 * from its output folder, which must therefore see the packages beside the program, and moves files within one disk: the pages
 * are made here and then moved to their place.
 */
export const buildSite: SiteProgram["buildSite"] = async (plan, { out, ...target }) => {
  const place = join(program, "node_modules", ".cache", "srok", `site-${process.pid}`);
  usePlan(() => plan, { ...target, dev: false });
  try {
    await inProgram(() => build({ ...astroConfig(target), outDir: place, logLevel: "error" }));
    moveInto(place, out);
  } finally {
    releasePlan();
    rmSync(place, { recursive: true, force: true });
  }
};

/** The plan of a draft; throws its mistakes. */
function planOf({ value, diagnostics, texts, ledgers }: SiteDraft): SitePlan {
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw new PlanError(errors, texts);
  if (value.plans.length === 0) throw new Error("В папке нет плана (order.yaml или plan.yaml).");
  return { ...value, ledgers };
}

/** Serves the pages from memory and compiles anew whenever a file of the plan is saved, until the process ends. */
export const devSite: SiteProgram["devSite"] = async (read, { plan, port, take, ...target }) => {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.chdir(program);
  const draft = { folder: plan, read: () => planOf(read()), take, settings: { ...target, dev: true } };
  await dev({ ...astroConfig(target, draft), server: { port, host: "localhost" }, logLevel: "info" });
  return await new Promise<never>(() => {});
};
