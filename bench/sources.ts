/** What every measured program does first: a plan's folder read and compiled; and the clock it is held to. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, isError } from "../compiler/compile.ts";
import type { ResolvedPlan } from "../compiler/resolve/model.ts";
import type { SourceFile } from "../compiler/source/span.ts";

/** The YAML files below a folder, in one order on every system. */
export function readAll(folder: string): SourceFile[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name));
  return files.map((path) => ({ path: `plan/${path.slice(folder.length + 1)}`, text: readFileSync(path, "utf8") }));
}

/** The plans of sources without errors; throws where there is one. */
export function plansOf(sources: readonly SourceFile[]): readonly ResolvedPlan[] {
  const { value, diagnostics } = compile(sources);
  if (diagnostics.some(isError)) throw new Error(`the plan has errors: ${diagnostics.find(isError)!.code}`);
  return value.plans;
}

/** What an action took: seconds of CPU, all threads, and of wall time. */
export function timed<T>(action: () => T): { value: T; cpu: number; wall: number } {
  const [before, began] = [process.cpuUsage(), performance.now()];
  const value = action();
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1000 };
}
