/** Makes one file of the command for quick starts; `npm ci` runs it, `srok.js` uses the result while it is current. */
import { rolldown } from "rolldown";
import { join } from "node:path";
import { cacheFolder, root } from "./cli/root.ts";

const bundle = await rolldown({ input: join(root, "compiler", "cli.ts"), platform: "node", external: [/^node:/], logLevel: "silent" });
await bundle.write({ dir: cacheFolder, format: "esm", entryFileNames: "cli.js", chunkFileNames: "chunk-[hash].js", minify: true });
await bundle.close();
