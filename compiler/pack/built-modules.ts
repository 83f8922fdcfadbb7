import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, relative } from "node:path";
import { root } from "../cli/files/root.ts";

/** A relative import of a source: `from "../compile.ts"`, `import("./x.ts")`, `src="../scripts/page.ts"`, `new URL("./worker.ts"`. */
const sourceImport = /((?:from|import|src=|new URL)\s*\(?\s*["']\.{1,2}\/[^"']+)\.ts(["'])/g;
const namingBuilt = (text: string): string => text.replace(sourceImport, "$1.js$2");

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** What of a folder of sources is in no package. */
const leftOut =
  /^pack[\\/]|^bundle\.ts$|^readme\.png$|(?:^|[\\/])(?:\.astro[\\/]|tsconfig\.json$|package\.json$)|\.md$/;

/** A file of the sources as the package has it: modules without their types, at the same lines; what imports them says so. */
function built(path: string, read: () => string): { readonly path: string; readonly text: string } | undefined {
  if (/\.d\.ts$|\.astro$/.test(path)) return { path, text: namingBuilt(read()) };
  if (path.endsWith(".ts"))
    return { path: path.replace(/\.ts$/, ".js"), text: namingBuilt(stripTypeScriptTypes(read())) };
  return undefined;
}

/** The declarations of the compiler's modules; throws where the type checker finds a fault. */
function writeDeclarations(folder: string): void {
  const options = ["-p", join(root, "tsconfig.package.json"), "--outDir", folder];
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...options], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
  for (const path of below(folder).filter((each) => each.endsWith(".d.ts")))
    writeFileSync(join(folder, path), namingBuilt(readFileSync(join(folder, path), "utf8")));
}

/**
 * Writes the compiler and the site into a folder as JavaScript with declarations: Node reads no TypeScript below
 * `node_modules`. Everything keeps its place, so that both find each other and a page gives the same bytes.
 */
export function writeBuiltModules(folder: string): void {
  writeDeclarations(folder);
  for (const part of ["compiler", "site"])
    for (const path of below(join(root, part)).filter((each) => !leftOut.test(each))) {
      const source = join(root, part, path);
      const file = built(path, () => readFileSync(source, "utf8"));
      const target = join(folder, part, file?.path ?? path);
      mkdirSync(dirname(target), { recursive: true });
      if (file === undefined) cpSync(source, target);
      else writeFileSync(target, file.text);
    }
}
