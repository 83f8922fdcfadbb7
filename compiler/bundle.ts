/**
 * Bundles the command for quick starts; `npm ci` runs this, `srok.js` uses the result while it is current. The command runs
 * once at the end, so that the first check of an editor finds the code in the compile cache of Node.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "./cli/files/root.ts";
import { bundleCommand } from "./pack/bundle-command.ts";

// What an earlier bundle left; other things that save time stay.
mkdirSync(cacheFolder, { recursive: true });
for (const name of readdirSync(cacheFolder))
  if (/\.m?js$|^compiled$/.test(name)) rmSync(join(cacheFolder, name), { recursive: true });
await bundleCommand(cacheFolder);
spawnSync(process.execPath, [join(root, "compiler", "srok.js"), "check"], { cwd: root, stdio: "ignore" });
