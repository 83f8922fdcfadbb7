/** What is measured at one size: each piece of work in processes of its own, from a folder of its own. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "../compiler/cli/files/root.ts";
import { compile } from "../compiler/compile.ts";
import { generatePlan, writePlan } from "./generate.ts";
import { median, medianCost, OutOfTime, run, type Cost, type RunOptions } from "./measure.ts";
import { stages } from "../site/src/stage.ts";
import type { OwnCpu } from "./own-cpu.ts";
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
  readonly feeds: number;
  readonly kept: number;
  readonly entries: number;
  readonly megabytes: number;
}

/** Feeds are written as a build writes them: what the last build wrote alike is taken from there. */
async function measureFeeds(suite: Suite, items: number, place: string, effort: Effort): Promise<void> {
  const works = ["feeds", "feedsWarm", "feedsChanged"] as const;
  const done: Record<(typeof works)[number], Cost[]> = { feeds: [], feedsWarm: [], feedsChanged: [] };
  for (let round = 0; round < effort.heavyRounds; round++) {
    const own = mkdtempSync(join(place, "feeds-"));
    for (const work of works) {
      const cost = await run(
        node,
        [
          memory,
          join(root, "bench", "feeds.ts"),
          join(place, "plan"),
          own,
          work === "feedsChanged" ? "changed" : "same",
        ],
        { limit: effort.limit },
      );
      done[work].push({ ...cost, ...figures<FeedsMade>(cost) });
    }
    rmSync(own, { recursive: true });
  }
  for (const work of works) {
    const { entries, feeds, kept, megabytes } = figures<FeedsMade>(done[work].at(-1)!);
    suite.note(
      costRow(
        items,
        work,
        medianCost(done[work]),
        work === "feeds"
          ? `${entries.toLocaleString("en")} entries, ${megabytes.toFixed(0)} MB`
          : `${kept} of ${feeds} feeds kept`,
      ),
    );
  }
}

const siteParts = { bundle: "bundling, the same at every size", ...stages } as const;

async function measureSite(suite: Suite, items: number, place: string, effort: Effort): Promise<void> {
  const out = join(place, "site");
  const env = {
    SROK_PLAN: join(place, "plan"),
    SROK_OUT: out,
    SROK_SITE: "https://plan.example",
    SROK_BASE: "/",
    SROK_AS_YEAR: "",
    SROK_PORT: "",
  };
  const costs = await rounds(effort.heavyRounds, async () => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    return run(node, [memory, "--import", join(root, "bench", "own-cpu.ts"), join(root, "site", "run.ts"), "build"], {
      env,
      limit: effort.limit,
    });
  });
  const pages = readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith(".html")).length;
  const parts = costs.map((cost) => figures<OwnCpu>(cost));
  const [own, whole] = [median(parts.map((part) => part.own)), medianCost(costs)];
  suite.note(
    costRow(
      items,
      "site",
      { cpu: own, wall: whole.wall, memory: whole.memory },
      `${pages} pages, all made anew each time; wall with the index`,
    ),
  );
  suite.note(costRow(items, "sitePage", { cpu: own / pages }));
  const part = (title: string, of: (part: OwnCpu) => number): void =>
    suite.note({ items, work: "part", title: `  of the site: ${title}`, cpu: median(parts.map(of)) });
  for (const [stage, title] of Object.entries(siteParts))
    part(title, ({ stages: spent }) => spent[stage as keyof typeof siteParts] ?? 0);
  part("in all of these, time in the system: folders and files", ({ system }) => system);
  part("in all of these, pauses to tidy memory", ({ garbage }) => garbage);
  suite.note(costRow(items, "search", { cpu: whole.helpers }, "processes of its own, as last seen"));
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

/** Measures everything at one size; `all` is false where only the compiler itself is asked. */
export async function measureSize(
  suite: Suite,
  items: number,
  all: boolean,
  programs: { readonly work: string; readonly naive: string },
  effort: Effort,
): Promise<void> {
  const place = join(suite.folder, String(items));
  writePlan(items, place);
  try {
    await boxed(suite, items, "compile", () => measureCompile(suite, items, place, programs.work, effort));
    await boxed(suite, items, "feeds", () => measureFeeds(suite, items, place, effort));
    if (!all) return;
    await boxed(suite, items, "site", () => measureSite(suite, items, place, effort));
    await measurePeers(suite, items, place, programs.naive, effort);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
