import { fileURLToPath } from "node:url";

/** What the caller says of a build, by environment. */
export interface Settings {
  /** The folder of the plan's data. */
  readonly plan: string;
  /** The published origin, or empty when nobody has named one. */
  readonly site: string;
  /** Begins and ends with a slash. */
  readonly base: string;
  readonly out: string;
  /** Compile as if the plan were of this year; 0 for its own. */
  readonly asYear: number;
  /** The slug of the series whose pages are made, where the site is built in parts; empty for all. */
  readonly series: string;
  readonly port: number;
  /** While developing, the server puts scripts of its own into the pages. */
  readonly dev: boolean;
}

const inCheckout = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Reads `SROK_PLAN`, `SROK_SITE`, `SROK_BASE`, `SROK_OUT`, `SROK_AS_YEAR`, `SROK_SERIES`, `SROK_PORT`; what is not given has its place in the checkout. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const text = (name: string, otherwise: string): string =>
    env[name] === undefined || env[name] === "" ? otherwise : env[name];
  return {
    plan: text("SROK_PLAN", inCheckout("../plan")),
    site: text("SROK_SITE", "").replace(/\/+$/, ""),
    base: `/${text("SROK_BASE", "/").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/"),
    out: text("SROK_OUT", inCheckout("../dist")),
    asYear: Number(text("SROK_AS_YEAR", "0")),
    series: text("SROK_SERIES", ""),
    port: Number(text("SROK_PORT", "4321")),
    dev: env["SROK_MODE"] === "dev",
  };
}
