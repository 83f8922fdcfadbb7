/**
 * What feeds cost: 40,000 entries in all feeds of a plan, cold and warm (from the memory of serialised entries), and
 * TaskJuggler's iCalendar report of as many entries where `tj3` is installed. Linux: CPU time of whole processes from
 * /proc; what `compile` costs stands beside it and is taken off. `node bench/feeds.ts [--json]`
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../compiler/compile.ts";
import { openEntryMemory } from "../compiler/cli/entry-memory.ts";
import { eachFeed } from "../compiler/emit/feeds.ts";
import type { ResolvedPlan } from "../compiler/resolve/resolved.ts";
import { generatePlan } from "./generate.ts";
import { median, run } from "./measure.ts";
import { taskJugglerProject } from "./peers/taskjuggler.ts";

/** The real plan has 466 entries in 127 items. */
const items = 10_900;
const rounds = 3;

function plans(): readonly ResolvedPlan[] {
  const { value } = compile(generatePlan(items));
  if (value.plans.length === 0) throw new Error("the generated plan has errors");
  return value.plans;
}

/** One process's work: compiles, writes every feed and throws it away; says what it did, as JSON. */
function work(memoryFolder: string): void {
  const resolved = plans();
  const before = process.cpuUsage();
  const memory = openEntryMemory(memoryFolder);
  let [feeds, entries, octets, checksum] = [0, 0, 0, 0];
  for (const { path, text } of eachFeed(resolved, { site: "https://plan.example", memory })) {
    feeds += 1;
    octets += Buffer.byteLength(text);
    checksum = (Math.imul(checksum, 31) + octets) | 0;
    if (path === "feeds/all.ics") entries = text.split("BEGIN:VEVENT\r\n").length - 1;
  }
  const fed = process.cpuUsage(before);
  memory.save();
  const saved = process.cpuUsage(before);
  const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
  console.log(JSON.stringify({ feeds, entries, megabytes: Math.round(octets / 1e6), checksum, cpu: seconds(fed), saving: seconds(saved) - seconds(fed) }));
}

interface Worked {
  readonly feeds: number;
  readonly entries: number;
  readonly megabytes: number;
  readonly checksum: number;
  readonly cpu: number;
  readonly saving: number;
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "feeds-bench-"));
  try {
    const script = fileURLToPath(import.meta.url);
    const once = async (memory: string): Promise<Worked> => JSON.parse((await run(process.execPath, ["--max-old-space-size=6000", script, "work", memory])).output) as Worked;
    const [cold, warm]: [Worked[], Worked[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const memory = join(folder, `memory-${round}`);
      cold.push(await once(memory));
      warm.push(await once(memory));
    }
    const [first] = cold as [Worked, ...Worked[]];
    if (new Set([...cold, ...warm].map(({ checksum }) => checksum)).size > 1) throw new Error("the memory has changed the result");
    const seconds = { cold: median(cold.map(({ cpu }) => cpu)), warm: median(warm.map(({ cpu }) => cpu)), saving: median(cold.map(({ saving }) => saving)) };
    const peers: Record<string, number> = {};
    if (spawnSync("tj3", ["--version"], { stdio: "ignore" }).status === 0) {
      const project = taskJugglerProject(plans()[0]!);
      for (const [name, text] of [["tj3 with its report", project], ["tj3 without a report", project.replace(/icalreport.*\n$/, "")]] as const) {
        const file = join(folder, "plan.tjp");
        writeFileSync(file, text);
        peers[name] = (await run("tj3", ["--silent", file], { cwd: folder })).cpu;
      }
    }
    if (process.argv.includes("--json")) return console.log(JSON.stringify({ ...first, ...seconds, peers }));
    console.log(`${first.entries} entries in ${first.feeds} feeds, ${first.megabytes} MB; CPU seconds, medians of ${rounds}`);
    console.log(`cold        ${seconds.cold.toFixed(2)}  (and ${seconds.saving.toFixed(2)} to remember)`);
    console.log(`warm        ${seconds.warm.toFixed(2)}  (${(seconds.warm / seconds.cold).toFixed(3)} of cold)`);
    for (const [name, cpu] of Object.entries(peers)) console.log(`${name}  ${cpu.toFixed(2)}`);
    if (Object.keys(peers).length === 0) console.log("tj3 is not installed: apt-get install tj3");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === "work") work(process.argv[3]!);
else await compare();
