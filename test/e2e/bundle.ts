/** Bundles the command before the tests that run it, where a source is newer than the last bundle: Node reads the sources slowly. */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, repository } from "../plan-files.ts";

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export function setup(): void {
  const bundle = changed(join(repository, "node_modules", ".cache", "srok", "cli.mjs"));
  const newest = ["compiler", "schema"]
    .map((folder) => join(repository, folder))
    .flatMap((folder) => filesBelow(folder).map((path) => changed(join(folder, path))))
    .reduce((latest, time) => Math.max(latest, time), 0);
  if (bundle <= newest)
    execFileSync(process.execPath, [join(repository, "compiler", "bundle.ts")], { cwd: repository, stdio: "pipe" });
}
