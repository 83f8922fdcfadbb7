/** The site's own program: `run.ts build` writes the pages, `run.ts dev` serves them. The environment says the rest (settings.ts). */
import { buildSite, devSite } from "./build.ts";
import { readSettings } from "./settings.ts";

const settings = readSettings(process.env);
if (process.argv[2] === "dev") await devSite(settings);
else await buildSite(settings);
