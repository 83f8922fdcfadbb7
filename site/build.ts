import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, dev } from "astro";
import { takeOver } from "./beside.ts";
import { putInto } from "./put.ts";
import { readSettings } from "./settings.ts";
import { entering } from "./src/stage.ts";

/** Where the plan is, where the pages go, and the address they will have (`site` empty: unknown). */
export interface SiteTarget {
  readonly plan: string;
  readonly site: string;
  readonly base: string;
  readonly out: string;
  /** The slug of the only series to build. */
  readonly series?: string | undefined;
  readonly port?: number;
}

const root = fileURLToPath(new URL(".", import.meta.url));
let builds = 0;

/** Hands the target to the configuration and the pages, which read it from the environment. */
function hand({ plan, site, base, out, series, port }: SiteTarget, mode: "build" | "dev"): void {
  builds += 1;
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: "1",
    SROK_PLAN: plan,
    SROK_SITE: site,
    SROK_BASE: base,
    SROK_OUT: out,
    SROK_SERIES: series ?? "",
    SROK_BUILD: String(builds),
    SROK_MODE: mode,
    ...(port === undefined ? {} : { SROK_PORT: String(port) }),
  });
}

/**
 * Writes all pages into `out`; what else lies there is left alone. Astro runs what it has bundled from its output folder,
 * which must therefore see the packages of this checkout, and moves files within one disk: the pages are made here and
 * then put in place.
 */
export async function buildSite(target: SiteTarget): Promise<void> {
  const place = fileURLToPath(new URL(`../node_modules/.cache/srok/site-${process.pid}-${builds}`, import.meta.url));
  hand({ ...target, out: place }, "build");
  try {
    await build({ root, logLevel: "warn" });
    await takeOver()(place);
    entering("put");
    putInto(place, target.out);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Serves the pages from memory and compiles anew whenever a file of the plan is saved. */
export async function devSite(target: SiteTarget): Promise<{ readonly address: string; stop(): Promise<void> }> {
  hand(target, "dev");
  const server = await dev({ root, logLevel: "info" });
  server.watcher.add(target.plan);
  const changed = (path: string): void => {
    if (!/\.ya?ml$|ledger\.json$/i.test(path)) return;
    hand(target, "dev");
    server.watcher.emit("change", fileURLToPath(new URL("src/compiled.ts", new URL(".", import.meta.url))));
  };
  for (const event of ["add", "change", "unlink"] as const) server.watcher.on(event, changed);
  return {
    address: `http://localhost:${server.address.port}${readSettings(process.env).base}`,
    stop: () => server.stop(),
  };
}
