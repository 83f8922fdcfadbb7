/**
 * One measured piece of work on a plan, in a process of its own; prints its figures as one line of JSON.
 *
 *   node bench/work.ts compile|again|parts PLAN-FOLDER OUT-FOLDER
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { keepForEdits } from "../compiler/compile.ts";
import { writePieces } from "../compiler/cli/output/stream-file.ts";
import { jsonFiles } from "../compiler/data/json.ts";
import type { LongFile } from "../compiler/source/output.ts";
import { lint } from "../compiler/lint/lint.ts";
import { load } from "../compiler/load/load.ts";
import { resolve } from "../compiler/resolve/resolve.ts";
import { median } from "./measure.ts";
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

/** Writes files of which another has been written before, but for those made of the very same. */
function writer(): (files: readonly LongFile[]) => void {
  const written = new Map<string, readonly object[]>();
  const isSame = (before: readonly object[] | undefined, now: readonly object[]): boolean =>
    before?.length === now.length && now.every((one, index) => one === before[index]);
  return (files) =>
    write(
      files.filter(({ path, madeOf }) => {
        if (madeOf === undefined) return true;
        const same = isSame(written.get(path), madeOf);
        written.set(path, madeOf);
        return !same;
      }),
    );
}

const compileAll = (): void => write(plansOf(readAll(folder)).flatMap(jsonFiles));

/** What the same process needs for the same plan once more, and after one row of one file was edited: its words, or its date. */
function again(): Figures {
  const memory = keepForEdits();
  const writeChanged = writer();
  const compileAgain = (change: (text: string) => string): Taken =>
    timed(() => {
      const sources = readAll(folder);
      const at = sources.findLastIndex(({ path }) => /section-\d+\.yaml$/.test(path));
      sources[at] = { ...sources[at]!, text: change(sources[at]!.text) };
      writeChanged(plansOf(sources, memory).flatMap(jsonFiles));
    });
  const same = (text: string): string => text;
  compileAgain(same);
  const taken = { warm: [] as Taken[], changed: [] as Taken[], moved: [] as Taken[] };
  for (let round = 1; round <= 5; round++) {
    taken.warm.push(compileAgain(same));
    taken.changed.push(compileAgain((text) => text.replace("activity: ", `activity: Ещё раз ${round} `)));
    compileAgain(same);
    taken.moved.push(
      compileAgain((text) => text.replace(/deadline: .*/, `deadline: { text: до ${round} июля, until: 07-0${round} }`)),
    );
    compileAgain(same);
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, each]) => [
      name,
      { cpu: median(each.map(({ cpu }) => cpu)), wall: median(each.map(({ wall }) => wall)) },
    ]),
  );
}

/** Where the time of a compile goes. */
function parts(): Figures {
  const read = timed(() => readAll(folder));
  const loaded = timed(() => load(read.value));
  const resolved = timed(() => resolve(loaded.value.value));
  const linted = timed(() => resolved.value.value.flatMap(lint));
  const written = timed(() => write(resolved.value.value.flatMap(jsonFiles)));
  return { read, load: loaded, resolve: resolved, lint: linted, "traces and JSON, written": written };
}

const works: Readonly<Record<string, () => Figures | void>> = { compile: compileAll, again, parts };
const figures = Object.entries(works[what]!() ?? {}).map(([name, { cpu, wall }]) => [name, { cpu, wall }]);
console.log(JSON.stringify(Object.fromEntries(figures)));
