/** The site's own program: `run.ts build` writes the pages, `run.ts dev` serves them. The environment says the rest (settings.ts). */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite, devSite } from "./build.ts";
import { readSettings } from "./settings.ts";

const { plan, out, ...settings } = readSettings(process.env);
const target = { ...settings, plan: resolve(plan), out: resolve(out) };
// Astro takes a folder that begins with the working folder's name for one that lies within it.
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
if (process.argv[2] === "dev") await devSite(target);
else await buildSite(target);
