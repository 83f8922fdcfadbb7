/** What is measured at one size: each piece of work in processes of its own, from a folder of its own. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "../compiler/cli/files/root.ts";
import { compile } from "../compiler/compile.ts";
import { saveToAnswer } from "./dev.ts";
import { generatePlan, writePlan } from "./generate.ts";
import { median, medianCost, OutOfTime, run, type Cost, type RunOptions } from "./measure.ts";
import type { Peer } from "./peers/install.ts";
import { remindScript } from "./peers/remind.ts";
import { taskJugglerProject } from "./peers/taskjuggler.ts";
import { costRow, type Row, type Work } from "./rows.ts";

/** How often each piece of work is done (feeds, site and slow peers less often), and how many seconds of CPU one may take. */
export interface Effort {
  readonly rounds: number;
  readonly heavyRounds: number;
  readonly limit: number;
}

export interface Suite {
  readonly folder: string;
  readonly peers: ReadonlySet<Peer>;
  /** The checkout to compare with, its packages installed and its command bundled; undefined for none. */
  readonly before: string | undefined;
  note(row: Row): void;
}

const node = process.execPath;
const memory = "--max-old-space-size=12000";

/** A measured program as one file, as the command itself is bundled: no time goes into stripping types. */
export async function bundled(name: string, folder: string): Promise<string> {
  const bundle = await rolldown({
    input: join(root, "bench", name),
    platform: "node",
    external: [/^node:/],
    logLevel: "silent",
  });
  await bundle.write({ dir: join(folder, name), format: "esm", entryFileNames: "main.mjs", minify: true });
  await bundle.close();
  return join(folder, name, "main.mjs");
}

async function rounds<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < times; round++) results.push(await work());
  return results;
}

/** What a measured program says of itself: the last line that it prints. */
const figures = <T>(cost: Cost): T => JSON.parse(cost.output.trim().split("\n").at(-1)!) as T;

/** Seconds that a program measured within itself. */
type Inner = Pick<Cost, "cpu" | "wall">;

const medianInner = (all: readonly Inner[]): Inner => ({
  cpu: median(all.map(({ cpu }) => cpu)),
  wall: median(all.map(({ wall }) => wall)),
});

/** Measures; a piece of work that takes too long is noted as stopped, and the suite goes on. */
async function boxed(suite: Suite, items: number, work: Work, measure: () => Promise<void>): Promise<void> {
  try {
    await measure();
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    suite.note(costRow(items, work, { cpu: Number.NaN }, error.message));
  }
}

async function measureCompile(
  suite: Suite,
  items: number,
  place: string,
  program: string,
  effort: Effort,
): Promise<void> {
  const words = (what: string): string[] => [memory, program, what, join(place, "plan"), join(place, "out")];
  const options: RunOptions = { limit: effort.limit };
  suite.note(
    costRow(items, "compile", medianCost(await rounds(effort.rounds, () => run(node, words("compile"), options)))),
  );
  if (items < 10_000) return;
  for (const [name, taken] of Object.entries(figures<Record<string, Inner>>(await run(node, words("parts"), options))))
    suite.note({ items, work: "part", title: `  of a compile: ${name}`, ...taken });
}

interface FeedsMade extends Inner {
  readonly entries: number;
  readonly megabytes: number;
}

async function measureFeeds(suite: Suite, items: number, place: string, effort: Effort): Promise<void> {
  const words = [memory, join(root, "bench", "feeds.ts"), join(place, "plan"), join(place, "feeds")];
  const costs = await rounds(effort.heavyRounds, () => run(node, words, { limit: effort.limit }));
  const made = costs.map((cost) => figures<FeedsMade>(cost));
  const { entries, megabytes } = made.at(-1)!;
  suite.note(
    costRow(
      items,
      "feeds",
      { ...medianCost(costs), ...medianInner(made) },
      `${entries.toLocaleString("en")} entries, ${megabytes.toFixed(0)} MB`,
    ),
  );
}

/** Rounds of this checkout and of the other one in turn, so that whatever else the machine does meets both. */
async function inTurn<T>(
  suite: Suite,
  times: number,
  work: (checkout: string) => Promise<T>,
): Promise<{ readonly now: T[]; readonly before: T[] }> {
  const [now, before]: [T[], T[]] = [[], []];
  for (let round = 0; round < times; round++) {
    now.push(await work(root));
    if (suite.before !== undefined) before.push(await work(suite.before));
  }
  return { now, before };
}

/** Each build takes the place of the one before, as on a server. */
async function measureBuild(suite: Suite, items: number, place: string, effort: Effort): Promise<void> {
  const build = (checkout: string): Promise<Cost> => {
    const out = join(place, checkout === root ? "now" : "before");
    const words = ["build", "--plan", join(place, "plan"), "--out", out, "--site", "https://plan.example"];
    return run(node, [memory, join(checkout, "compiler", "srok.js"), ...words], { cwd: checkout, limit: effort.limit });
  };
  await inTurn(suite, 1, build);
  const { now, before } = await inTurn(suite, effort.heavyRounds, build);
  suite.note(costRow(items, "build", medianCost(now)));
  if (before.length > 0) suite.note(costRow(items, "buildBefore", medianCost(before)));
}

async function measureDev(suite: Suite, items: number, place: string, effort: Effort): Promise<void> {
  const port = 4390;
  const serve = (checkout: string): Promise<number> =>
    saveToAnswer(checkout, join(place, "plan"), checkout === root ? port : port + 1, 5);
  const { now, before } = await inTurn(suite, effort.heavyRounds, serve);
  const note = (work: Work, taken: readonly number[]): void =>
    suite.note(costRow(items, work, { cpu: Number.NaN, wall: median(taken) }));
  note("dev", now);
  if (before.length > 0) note("devBefore", before);
}

async function measurePeers(suite: Suite, items: number, place: string, naive: string, effort: Effort): Promise<void> {
  const [resolved] = compile(generatePlan(items)).value.plans;
  const [rem, tjp] = [join(place, "plan.rem"), join(place, "plan.tjp")];
  writeFileSync(rem, remindScript(resolved!));
  writeFileSync(tjp, taskJugglerProject(resolved!));
  const options: RunOptions = { cwd: place, quiet: true, limit: effort.limit };
  const measure = (work: Work, times: number, command: string, words: readonly string[]): Promise<void> =>
    boxed(suite, items, work, async () =>
      suite.note(costRow(items, work, medianCost(await rounds(times, () => run(command, words, options))))),
    );
  if (suite.peers.has("remind")) await measure("remind", effort.rounds, "remind", ["-s12", rem, "1", "Jan", "2024"]);
  if (suite.peers.has("tj3")) await measure("tj3", 1, "tj3", ["--silent", tjp]);
  await measure("naive", effort.heavyRounds, node, [naive, join(place, "plan"), join(place, "naive.ics")]);
}

/** Nobody edits a larger plan with its pages open. */
const mostToWaitFor = 1000;

/** The plan of a size; one that is measured with another checkout is of that checkout's making, since ours may say what it cannot read. */
async function placePlan({ before }: Suite, items: number, place: string): Promise<void> {
  if (before === undefined) writePlan(items, place);
  else await run(node, [join(before, "bench", "generate.ts"), String(items), place], { cwd: before });
}

/** Measures everything at one size; `all` is false where only the compiler itself is asked. */
export async function measureSize(
  suite: Suite,
  items: number,
  all: boolean,
  programs: { readonly work: string; readonly naive: string },
  effort: Effort,
): Promise<void> {
  const place = join(suite.folder, String(items));
  await placePlan(suite, items, place);
  try {
    await boxed(suite, items, "compile", () => measureCompile(suite, items, place, programs.work, effort));
    await boxed(suite, items, "feeds", () => measureFeeds(suite, items, place, effort));
    if (!all) return;
    await boxed(suite, items, "build", () => measureBuild(suite, items, place, effort));
    if (items <= mostToWaitFor) await measureDev(suite, items, place, effort);
    await measurePeers(suite, items, place, programs.naive, effort);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
