/**
 * One measured piece of work on a plan, in a process of its own; prints its figures as one line of JSON.
 *
 *   node bench/work.ts compile|feeds|parts PLAN-FOLDER OUT-FOLDER
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile, isError, keepForEdits, type CompileMemory } from "../compiler/compile.ts";
import { writePieces } from "../compiler/cli/write-pieces.ts";
import { jsonFiles } from "../compiler/emit/json.ts";
import { emitFeeds } from "../compiler/emit/feeds.ts";
import type { LongFile } from "../compiler/emit/output.ts";
import { lint } from "../compiler/lint/lint.ts";
import { load } from "../compiler/load/load.ts";
import { resolve } from "../compiler/resolve/resolve.ts";
import type { ResolvedPlan } from "../compiler/resolve/resolved.ts";
import type { SourceFile } from "../compiler/source/span.ts";
import { median } from "./measure.ts";

const [, , what = "compile", folder = "plan", out = "out"] = process.argv;

function readAll(): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name)).map((path) => ({ path: `plan/${path.slice(folder.length + 1)}`, text: readFileSync(path, "utf8") }));
}

function plansOf(sources: readonly SourceFile[], memory?: CompileMemory): readonly ResolvedPlan[] {
  const { value, diagnostics } = compile(sources, {}, memory);
  if (diagnostics.some(isError)) throw new Error(`the plan has errors: ${diagnostics.find(isError)!.code}`);
  return value.plans;
}

function write(files: readonly LongFile[]): void {
  for (const { path, pieces } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writePieces(join(out, path), pieces());
  }
}

/** Writes files of which another has been written before, but for those made of the very same. */
function writer(): (files: readonly LongFile[]) => void {
  const written = new Map<string, readonly object[]>();
  const isSame = (before: readonly object[] | undefined, now: readonly object[]): boolean => before?.length === now.length && now.every((one, index) => one === before[index]);
  return (files) => write(files.filter(({ path, madeOf }) => {
    if (madeOf === undefined) return true;
    const same = isSame(written.get(path), madeOf);
    written.set(path, madeOf);
    return !same;
  }));
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

/** What the same process needs for the same plan once more, and after one row of one file was edited: its words, or its date. */
function again(): Readonly<Record<string, number>> {
  const memory = keepForEdits();
  const writeChanged = writer();
  const compileAgain = (change: (text: string) => string): number => timed(() => {
    const sources = readAll();
    const at = sources.findLastIndex(({ path }) => /section-\d+\.yaml$/.test(path));
    sources[at] = { ...sources[at]!, text: change(sources[at]!.text) };
    writeChanged(plansOf(sources, memory).flatMap(jsonFiles));
  }).cpu;
  const same = (text: string): string => text;
  compileAgain(same);
  const figures = { warm: [] as number[], changed: [] as number[], moved: [] as number[] };
  for (let round = 1; round <= 5; round++) {
    figures.warm.push(compileAgain(same));
    figures.changed.push(compileAgain((text) => text.replace("activity: ", `activity: Ещё раз ${round} `)));
    compileAgain(same);
    figures.moved.push(compileAgain((text) => text.replace(/deadline: .*/, `deadline: { text: до ${round} июля, until: 07-0${round} }`)));
    compileAgain(same);
  }
  return { warm: median(figures.warm), changed: median(figures.changed), moved: median(figures.moved) };
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
