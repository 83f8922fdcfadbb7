import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { root } from "./root.ts";

/** A version as a dependency names it: by itself, or in the name of a package's file (`…/srok-0.2.0.tgz`). */
const named = /^[=v]?(\d+\.\d+\.\d+)$|srok-(\d+\.\d+\.\d+)\.tgz$/;

/**
 * The version of the program that the project names in its package.json and the one that is installed, where they differ: the plan
 * was written for another. Undefined in a checkout, and where the project names no one version.
 */
export function otherVersion(): { readonly wanted: string; readonly installed: string } | undefined {
  const modules = dirname(root);
  const project = join(dirname(modules), "package.json");
  if (basename(modules) !== "node_modules" || !existsSync(project)) return undefined;
  const read = (path: string): { version?: string; dependencies?: Record<string, string> } =>
    JSON.parse(readFileSync(path, "utf8")) as { version?: string; dependencies?: Record<string, string> };
  try {
    const match = named.exec(read(project).dependencies?.["srok"] ?? "");
    const wanted = match?.[1] ?? match?.[2];
    const installed = read(join(root, "package.json")).version;
    return wanted === undefined || installed === undefined || wanted === installed ? undefined : { wanted, installed };
  } catch {
    // A package.json that npm could not read either is not for this program to judge.
    return undefined;
  }
}
