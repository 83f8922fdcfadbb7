import { gzipSync } from "node:zlib";
import type { BuiltSite } from "./built-site.ts";

const importOf = {
  page: /\b(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g,
  later: /\bimport\(\s*["'`](\.\/[^"'`]+\.js)["'`]\s*\)/g,
} as const;

function reached(site: BuiltSite, start: readonly string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    queue.push(...[...site.read(path).matchAll(importOf.page)].map(([, name]) => `assets/${name!.slice(2)}`));
  }
  return found;
}

const sizeOf = (site: BuiltSite, paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(site.read(path)).length, 0);

/** What scripts weigh, compressed: those that are loaded at once, and each that is loaded only when it is asked something, by its name. */
export interface Weights {
  readonly own: number;
  readonly later: ReadonlyMap<string, number>;
  /** The paths of all of them. */
  readonly files: ReadonlySet<string>;
}

/** The weights of the scripts of a page. */
export const scriptsOf = (site: BuiltSite, page: string): Weights =>
  weightsOf(
    site,
    [...site.read(page).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => src!.slice(site.base.length)),
  );

/** The weights of some scripts. The calculator's engine comes first, so what the others share with it is counted with it alone. */
export function weightsOf(site: BuiltSite, start: readonly string[]): Weights {
  const own = reached(site, start);
  const targets = new Map(
    [...own].flatMap((path) =>
      [...site.read(path).matchAll(importOf.later)].map(([, name]): [string, string] => [
        /^\.\/(\w+)/.exec(name!)![1]!,
        `assets/${name!.slice(2)}`,
      ]),
    ),
  );
  const later = new Map<string, number>();
  const here = new Set(own);
  for (const name of [...targets.keys()].sort((a, b) => Number(b === "engine") - Number(a === "engine"))) {
    const files = [...reached(site, [targets.get(name)!])].filter((path) => !here.has(path));
    later.set(name, sizeOf(site, files));
    if (name === "engine") for (const path of files) here.add(path);
  }
  return { own: sizeOf(site, own), later, files: reached(site, [...own, ...targets.values()]) };
}
