/**
 * What feeds cost: 40,000 entries in all feeds of a plan, written to files; cold, warm (nothing changed), after one changed
 * item, and TaskJuggler's iCalendar report of fewer entries (see `peers/taskjuggler.ts`) where `tj3` is installed. Linux: CPU
 * time from /proc; what `compile` and the ledgers cost is not in it. `node bench/feeds.ts [--json] [--quick]`
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openTerminal } from "../compiler/cli/environment.ts";
import { openLastBuild, printOf } from "../compiler/cli/last-build.ts";
import { makeFeeds } from "../compiler/cli/published-files.ts";
import { beginBuild } from "../compiler/cli/publish-folder.ts";
import { compile } from "../compiler/compile.ts";
import type { ResolvedPlan } from "../compiler/resolve/resolved.ts";
import type { SourceFile } from "../compiler/source/span.ts";
import { generatePlan } from "./generate.ts";
import { median, run } from "./measure.ts";
import { taskJugglerProject } from "./peers/taskjuggler.ts";

/** The real plan has 466 entries in 127 items. */
const items = 10_900;
const rounds = process.argv.includes("--quick") ? 1 : 3;

function plansOf(sources: readonly SourceFile[]): readonly ResolvedPlan[] {
  const { value } = compile(sources);
  if (value.plans.length === 0) throw new Error("the generated plan has errors");
  return value.plans;
}

/** The same plan, one word of one item changed. */
function edited(sources: readonly SourceFile[]): SourceFile[] {
  const at = sources.findLastIndex(({ path }) => /section-\d+\.yaml$/.test(path));
  return sources.map((source, index) => (index === at ? { ...source, text: source.text.replace("activity: ", "activity: Ещё раз ") } : source));
}

/** One process's work, as a build does it: every feed written to files, or taken from the last build. Says what it did, as JSON. */
function work(folder: string, count: number, change: boolean): void {
  const sources = change ? edited(generatePlan(count)) : generatePlan(count);
  const plans = plansOf(sources);
  const out = join(folder, "out");
  const began = process.cpuUsage();
  const last = openLastBuild(folder, out);
  const madeFrom = printOf(new Map(sources.map(({ path, text }) => [path, text])), ["https://plan.example"]);
  const files = last.whole(madeFrom) ?? makeFeeds(plans, [], { site: "https://plan.example" }, last, folder);
  const build = beginBuild(out, openTerminal("en"));
  build.write(files);
  last.remember(madeFrom, build.swap(), files);
  const { user, system } = process.cpuUsage(began);
  const kept = files.filter(({ kept: same }) => same !== undefined).length;
  console.log(JSON.stringify({ feeds: files.length, kept, entries: files.find(({ path }) => path === "feeds/all.ics")!.feed!.entries, cpu: (user + system) / 1e6 }));
}

interface Worked {
  readonly feeds: number;
  readonly kept: number;
  readonly entries: number;
  readonly cpu: number;
}

/** The hash of all feeds of a build, and their size in megabytes. */
function feedsIn(folder: string): { hash: string; megabytes: number } {
  const hash = createHash("sha256");
  const paths = readdirSync(join(folder, "out", "feeds")).sort().map((name) => join(folder, "out", "feeds", name));
  for (const path of paths) hash.update(path.slice(folder.length)).update(readFileSync(path));
  return { hash: hash.digest("hex"), megabytes: Math.round(paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6) };
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "feeds-bench-"));
  try {
    const script = fileURLToPath(import.meta.url);
    const once = async (place: string, ...words: string[]): Promise<Worked> => JSON.parse((await run(process.execPath, ["--max-old-space-size=6000", script, "work", place, String(items), ...words])).output) as Worked;
    const worked: Record<"cold" | "warm" | "changed", Worked[]> = { cold: [], warm: [], changed: [] };
    const hashes = new Set<string>();
    let megabytes = 0;
    for (let round = 0; round < rounds; round++) {
      const place = mkdtempSync(join(folder, "round-"));
      for (const kind of ["cold", "warm", "changed"] as const) {
        worked[kind].push(await once(place, ...(kind === "changed" ? ["changed"] : [])));
        const written = feedsIn(place);
        hashes.add(`${kind === "changed"} ${written.hash}`);
        megabytes = written.megabytes;
      }
      rmSync(place, { recursive: true });
    }
    if (hashes.size > 2) throw new Error("what is remembered has changed the result");
    const cpu = (kind: keyof typeof worked): number => median(worked[kind].map((each) => each.cpu));
    const peers: Record<string, number> = {};
    if (spawnSync("tj3", ["--version"], { stdio: "ignore" }).status === 0) {
      const project = taskJugglerProject(plansOf(generatePlan(items))[0]!);
      for (const [name, text] of [["tj3 with its report", project], ["tj3 without a report", project.replace(/icalreport.*\n$/, "")]] as const) {
        const file = join(folder, "plan.tjp");
        writeFileSync(file, text);
        peers[name] = (await run("tj3", ["--silent", file], { cwd: folder })).cpu;
      }
    }
    const [first] = worked.cold as [Worked, ...Worked[]];
    const figures = { entries: first.entries, feeds: first.feeds, megabytes, cold: cpu("cold"), warm: cpu("warm"), changed: cpu("changed"), kept: worked.changed[0]!.kept, peers };
    if (process.argv.includes("--json")) return console.log(JSON.stringify(figures));
    console.log(`${figures.entries} entries in ${figures.feeds} feeds, ${megabytes} MB; CPU seconds, medians of ${rounds}`);
    console.log(`cold                  ${figures.cold.toFixed(2)}`);
    console.log(`warm                  ${figures.warm.toFixed(2)}  (${(figures.warm / figures.cold).toFixed(3)} of cold)`);
    console.log(`one item changed      ${figures.changed.toFixed(2)}  (${figures.kept} of ${figures.feeds} feeds kept)`);
    for (const [name, seconds] of Object.entries(peers)) console.log(`${name.padEnd(20)}  ${seconds.toFixed(2)}`);
    if (Object.keys(peers).length === 0) console.log("tj3 is not installed: apt-get install tj3");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === "work") work(process.argv[3]!, Number(process.argv[4]), process.argv[5] === "changed");
else await compare();
