/**
 * One measured piece of work on a plan, in a process of its own; prints its figures as one line of JSON.
 *
 *   node bench/work.ts compile|parts PLAN-FOLDER OUT-FOLDER
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { writePieces } from "../compiler/cli/output/stream-file.ts";
import { jsonFiles } from "../compiler/data/json.ts";
import { lint } from "../compiler/lint/lint.ts";
import { load } from "../compiler/load/load.ts";
import { resolve } from "../compiler/resolve/resolve.ts";
import type { LongFile } from "../compiler/source/output.ts";
import { plansOf, readAll, timed } from "./sources.ts";

const [, , what = "compile", folder = "plan", out = "out"] = process.argv;

interface Taken {
  readonly cpu: number;
  readonly wall: number;
}

/** Seconds by name. */
type Figures = Readonly<Record<string, Taken>>;

function write(files: readonly LongFile[]): void {
  for (const { path, pieces } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writePieces(join(out, path), pieces());
  }
}

const compileAll = (): void => write(plansOf(readAll(folder)).flatMap(jsonFiles));

/** Where the time of a compile goes. */
function parts(): Figures {
  const read = timed(() => readAll(folder));
  const loaded = timed(() => load(read.value));
  const resolved = timed(() => resolve(loaded.value.value));
  const linted = timed(() => resolved.value.value.flatMap(lint));
  const written = timed(() => write(resolved.value.value.flatMap(jsonFiles)));
  return { read, load: loaded, resolve: resolved, lint: linted, "traces and JSON, written": written };
}

const works: Readonly<Record<string, () => Figures | void>> = { compile: compileAll, parts };
const figures = Object.entries(works[what]!() ?? {}).map(([name, { cpu, wall }]) => [name, { cpu, wall }]);
console.log(JSON.stringify(Object.fromEntries(figures)));
