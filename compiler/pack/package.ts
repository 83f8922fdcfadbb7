/** `npm run package -- --out DIR`: writes the packages `srok` and `create-srok` as tarballs, ready to be published. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { shippedCalendars } from "../cli/files/shipped-calendars.ts";
import { root } from "../cli/files/root.ts";
import { writeBuiltModules } from "./built-modules.ts";
import { bundleCommand, bundleProgram } from "./bundle-command.ts";
import { createManifest, repository, srokManifest, version } from "./manifest.ts";

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
const asTheyAre = [
  "compiler/diagnostics/codes.md",
  "compiler/diagnostics/codes.en.md",
  "schema",
  "plan/calendars",
  "plan/rules",
  "LICENSE",
  "CHANGELOG.md",
  "README.md",
];

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

/** What `create-srok` has to know of the release that it is a part of; where it is not published, no address of it. */
function releaseFile(tarball: string): object {
  const { name, address, published } = repository();
  const release = { version, calendars: shippedCalendars(), repository: name, address };
  if (!published) return release;
  const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  const { dependencies, bin, engines, license } = srokManifest();
  const manifest = { version, license, dependencies, bin, engines };
  const dependency = `${address}/releases/download/v${version}/srok-${version}.tgz`;
  return { ...release, dependency, locked: { integrity, manifest } };
}

/** Lays out the package `create-srok` in a folder; `tarball` is the one of `srok` that its plans are to use. */
async function stageCreate(folder: string, tarball: string): Promise<void> {
  await bundleProgram(join("compiler", "cli", "create.ts"), folder, "create");
  cpSync(join(root, "compiler", "create-srok.js"), join(folder, "create-srok.js"));
  chmodSync(join(folder, "create-srok.js"), 0o755);
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "release.json"), json(releaseFile(tarball)));
  writeFileSync(join(folder, "package.json"), json(createManifest()));
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
  const tarball = join(out, pack(join(stage, "srok"), out));
  await stageCreate(join(stage, "create-srok"), tarball);
  for (const path of [tarball, join(out, pack(join(stage, "create-srok"), out))]) console.log(path);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
