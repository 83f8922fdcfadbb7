/**
 * One measured piece of work on a plan, in a process of its own; prints its figures as one line of JSON.
 *
 *   node bench/work.ts compile|feeds|parts PLAN-FOLDER OUT-FOLDER
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile, isError } from "../compiler/compile.ts";
import { writePieces } from "../compiler/cli/write-pieces.ts";
import { jsonFiles } from "../compiler/emit/json.ts";
import { emitFeeds } from "../compiler/emit/feeds.ts";
import type { LongFile } from "../compiler/emit/output.ts";
import { lint } from "../compiler/lint/lint.ts";
import { load } from "../compiler/load/load.ts";
import { resolve } from "../compiler/resolve/resolve.ts";
import type { ResolvedPlan } from "../compiler/resolve/resolved.ts";
import type { SourceFile } from "../compiler/source/span.ts";

const [, , what = "compile", folder = "plan", out = "out"] = process.argv;

function readAll(): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name)).map((path) => ({ path: `plan/${path.slice(folder.length + 1)}`, text: readFileSync(path, "utf8") }));
}

function plansOf(sources: readonly SourceFile[]): readonly ResolvedPlan[] {
  const { value, diagnostics } = compile(sources);
  if (diagnostics.some(isError)) throw new Error(`the plan has errors: ${diagnostics.find(isError)!.code}`);
  return value.plans;
}

function write(files: readonly LongFile[]): void {
  for (const { path, pieces } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writePieces(join(out, path), pieces());
  }
}

/** CPU milliseconds of an action, all threads. */
function timed<T>(action: () => T): { value: T; cpu: number; wall: number } {
  const [before, began] = [process.cpuUsage(), performance.now()];
  const value = action();
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1000, wall: performance.now() - began };
}

const compileAll = (): void => write(plansOf(readAll()).flatMap(jsonFiles));
const feedsAll = (): void => {
  const plans = plansOf(readAll());
  write(plans.flatMap(jsonFiles));
  write(emitFeeds(plans, { site: "https://plan.example" }).map(({ path, text }) => ({ path, pieces: () => [text] })));
};

/** What the same process needs for the same plan once more, and after one row of one file was edited. */
function again(): Readonly<Record<string, number>> {
  compileAll();
  const warm = timed(compileAll);
  const changed = timed(() => {
    const sources = readAll();
    const at = sources.findLastIndex(({ path }) => /section-\d+\.yaml$/.test(path));
    sources[at] = { ...sources[at]!, text: sources[at]!.text.replace("activity: ", "activity: Ещё раз ") };
    write(plansOf(sources).flatMap(jsonFiles));
  });
  return { warm: warm.cpu, changed: changed.cpu };
}

/** Where the time of a compile goes. */
function parts(): Readonly<Record<string, number>> {
  const read = timed(readAll);
  const loaded = timed(() => load(read.value));
  const resolved = timed(() => resolve(loaded.value.value));
  const linted = timed(() => resolved.value.value.flatMap(lint));
  const written = timed(() => write(resolved.value.value.flatMap(jsonFiles)));
  return { read: read.cpu, load: loaded.cpu, resolve: resolved.cpu, lint: linted.cpu, "traces and JSON, written": written.cpu };
}

const works: Readonly<Record<string, () => Readonly<Record<string, number>> | void>> = { compile: compileAll, feeds: feedsAll, again, parts };
const figures = works[what]!() ?? {};
console.log(JSON.stringify(figures));
