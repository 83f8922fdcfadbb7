/** `npm run package -- --out DIR`: writes the packages `srok` and `create-srok` as tarballs, ready to be published. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../cli/files/root.ts";
import { writeBuiltModules } from "./built-modules.ts";
import { bundleCommand } from "./bundle-command.ts";
import { srokManifest } from "./manifest.ts";

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What npm prints for some words in a folder. Throws what it complains of. */
function npm(words: readonly string[], cwd: string): string {
  const windows = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync(windows ? "npm.cmd" : "npm", words, {
    cwd,
    encoding: "utf8",
    shell: windows,
  });
  if (status !== 0) throw new Error(`npm ${words.join(" ")}: ${stderr}`);
  return stdout;
}

/** What goes into the package as it lies in the checkout. */
const asTheyAre = ["schema", "plan/calendars", "plan/rules", "LICENSE", "CHANGELOG.md", "README.md"];

/** Lays out the package `srok` in a folder. */
async function stageSrok(folder: string): Promise<void> {
  writeBuiltModules(folder);
  await bundleCommand(join(folder, "bundle"));
  cpSync(join(root, "compiler", "srok.js"), join(folder, "compiler", "srok.js"));
  chmodSync(join(folder, "compiler", "srok.js"), 0o755);
  for (const path of asTheyAre)
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: (each) => !each.endsWith(".ts") });
  writeFileSync(join(folder, "package.json"), json(srokManifest()));
}

/** Packs a folder; returns the tarball's name. */
const pack = (folder: string, out: string): string =>
  npm(["pack", "--pack-destination", out, "--silent"], folder).trim();

const { values } = parseArgs({ options: { out: { type: "string", default: "dist.packages" } } });
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const stage = mkdtempSync(join(tmpdir(), "srok-package-"));
try {
  await stageSrok(join(stage, "srok"));
  console.log(join(out, pack(join(stage, "srok"), out)));
} finally {
  rmSync(stage, { recursive: true, force: true });
}
