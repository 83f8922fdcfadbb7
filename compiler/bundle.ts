/**
 * Makes one file of the command for quick starts; `npm ci` runs it, `srok.js` uses the result while it is current. What
 * `srok check` needs is one chunk: each further file costs its own look-up. The command runs once, so that Node keeps it
 * compiled and the first check of an editor is as quick as the next.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { rolldown, type Plugin } from "rolldown";
import { join } from "node:path";
import { cacheFolder, root } from "./cli/root.ts";

/** What `srok check` loads, beside the command itself. */
const checked =
  /compiler\/(?:source|calendar|language|diagnostics|load|resolve|wording|lint)\/|compiler\/compile\.ts|compiler\/cli\/(?:check|findings|find-ledgers|arguments|environment|messages|edit-messages|sources|root)\.ts|schema\/|node_modules\/yaml\//;

/** Built-in modules are asked for: to import `node:fs` is to load all that it could export, streams too. */
const builtIn: Plugin = {
  name: "built-in",
  renderChunk: (code) =>
    code.replace(
      /^import \{([^}]*)\} from "(node:[^"]+)";$/gm,
      (_, names: string, module: string) =>
        `const {${names.replace(/ as /g, ": ")}} = process.getBuiltinModule("${module}");`,
    ),
};

// What an earlier bundle left; other things that save time stay.
mkdirSync(cacheFolder, { recursive: true });
for (const name of readdirSync(cacheFolder))
  if (/\.m?js$|^compiled$/.test(name)) rmSync(join(cacheFolder, name), { recursive: true });
const bundle = await rolldown({
  input: join(root, "compiler", "cli.ts"),
  platform: "node",
  external: [/^node:/],
  logLevel: "silent",
  plugins: [builtIn],
});
await bundle.write({
  dir: cacheFolder,
  format: "esm",
  entryFileNames: "cli.mjs",
  chunkFileNames: "[name]-[hash].mjs",
  minify: true,
  codeSplitting: { groups: [{ name: "check", test: checked }] },
});
await bundle.close();
spawnSync(process.execPath, [join(root, "compiler", "srok.js"), "check"], { cwd: root, stdio: "ignore" });
