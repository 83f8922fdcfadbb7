/**
 * `npm run bench`: what the compiler costs on plans of growing size, beside the peers that can do a part of it. One table, or
 * `--json`; `--quick` leaves 100,000 items and the repetitions out. Peers that are not installed are left out and named:
 * `apt-get install --no-install-recommends remind tj3`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "../compiler/cli/root.ts";
import { compile } from "../compiler/compile.ts";
import { generatePlan, writePlan } from "./generate.ts";
import { medianCost, run, type Cost } from "./measure.ts";
import { remindCannot, remindScript } from "./peers/remind.ts";
import { taskJugglerCannot, taskJugglerProject } from "./peers/taskjuggler.ts";

const quick = process.argv.includes("--quick");
const sizes = quick ? [127, 1_000, 10_000] : [127, 1_000, 10_000, 100_000];
const compared = 10_000;
const folder = mkdtempSync(join(tmpdir(), "srok-bench-"));

/** The measured work as one file, as the command itself is bundled: no time goes into stripping types. */
async function bundled(name: string): Promise<string> {
  const bundle = await rolldown({ input: join(root, "bench", name), platform: "node", external: [/^node:/], logLevel: "silent" });
  await bundle.write({ dir: join(folder, name), format: "esm", entryFileNames: "main.mjs", minify: true });
  await bundle.close();
  return join(folder, name, "main.mjs");
}

const progress = (text: string): void => void process.stderr.write(`${text}\n`);
const installed = (command: string): boolean => spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;

async function repeated(times: number, work: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < times; round++) costs.push(await work());
  return medianCost(costs);
}

interface Row {
  readonly items: number;
  readonly work: string;
  readonly cpu: number;
  readonly wall?: number;
  readonly memory?: number;
}

try {
  const rows: Row[] = [];
  const note = (items: number, work: string, { cpu, wall, memory }: Pick<Cost, "cpu"> & Partial<Cost>): void => {
    rows.push({ items, work, cpu, ...(wall === undefined ? {} : { wall }), ...(memory === undefined ? {} : { memory }) });
    progress(`${String(items).padStart(7)}  ${work}: ${cpu.toFixed(2)} s`);
  };
  const cpuOf = (items: number, work: string): number => rows.find((row) => row.items === items && row.work === work)?.cpu ?? Number.NaN;
  const [work, naive] = [await bundled("work.ts"), await bundled("peers/naive.ts")];
  const node = process.execPath;

  for (const items of sizes) {
    const place = join(folder, String(items));
    writePlan(items, place);
    const plan = join(place, "plan");
    const out = join(place, "out");
    const times = items > compared || quick ? 1 : 3;
    note(items, "compile", await repeated(times, () => run(node, [work, "compile", plan, out])));
    if (items <= compared) {
      const again = await run(node, [work, "again", plan, out]);
      const figures = JSON.parse(again.output) as { warm: number; changed: number };
      note(items, "compile, same process, nothing changed", { cpu: figures.warm / 1000 });
      note(items, "compile, same process, one item changed", { cpu: figures.changed / 1000 });
      note(items, "compile and all feeds", await repeated(Math.min(times, 3), () => run(node, [work, "feeds", plan, out])));
      note(items, "naive yaml + luxon + ics", await repeated(Math.min(times, 3), () => run(node, [naive, plan, join(place, "naive.ics")])));
    }
    if (items === compared) {
      const parts = JSON.parse((await run(node, [work, "parts", plan, out])).output) as Record<string, number>;
      for (const [name, cpu] of Object.entries(parts)) note(items, `  of it: ${name}`, { cpu: cpu / 1000 });
      const [resolved] = compile(generatePlan(items)).value.plans;
      writeFileSync(join(place, "plan.rem"), remindScript(resolved!));
      writeFileSync(join(place, "plan.tjp"), taskJugglerProject(resolved!));
      if (installed("remind")) note(items, "remind -s12", await repeated(times, () => run("remind", ["-s12", join(place, "plan.rem"), "1", "Jan", "2024"], { quiet: true })));
      if (installed("tj3")) note(items, "tj3", await run("tj3", ["--silent", join(place, "plan.tjp")], { cwd: place, quiet: true }));
    }
    if (items === 1_000) {
      const site = join(place, "site");
      mkdirSync(site, { recursive: true });
      const built = await run(node, [join(root, "site", "run.ts"), "build"], { cwd: root, env: { SROK_PLAN: plan, SROK_OUT: site, SROK_SITE: "https://plan.example", SROK_BASE: "/", SROK_AS_YEAR: "", SROK_PORT: "" } })
        .catch((error: Error) => progress(`The site was not built, so it is not measured: ${error.message.slice(0, 400)}`));
      const pages = readdirSync(site, { recursive: true }).filter((name) => String(name).endsWith(".html")).length;
      if (built) note(items, `site, ${pages} pages`, built);
      if (built) note(items, "site, one page", { cpu: built.cpu / pages });
    }
    rmSync(place, { recursive: true, force: true });
  }

  const [remind, tj3, cold] = [cpuOf(compared, "remind -s12"), cpuOf(compared, "tj3"), cpuOf(compared, "compile")];
  const largest = rows.find(({ items, work: name }) => items === 100_000 && name === "compile");
  const targets = [
    { target: "compile / remind", at: cold / remind, most: 0.5 },
    { target: "one item changed / remind", at: cpuOf(compared, "compile, same process, one item changed") / remind, most: 0.1 },
    { target: "compile and feeds / tj3", at: cpuOf(compared, "compile and all feeds") / tj3, most: 1 },
    { target: "growth from 10,000 to 100,000 items", at: (largest?.cpu ?? Number.NaN) / cold, most: 11 },
    { target: "peak memory at 100,000 items, GB", at: (largest?.memory ?? Number.NaN) / 1024, most: 2 },
    { target: "site, ms of CPU a page", at: cpuOf(1_000, "site, one page") * 1000, most: 1 },
  ];
  const missing = ["remind", "tj3"].filter((command) => !installed(command));
  if (process.argv.includes("--json")) console.log(JSON.stringify({ rows, targets, cannot: { remind: remindCannot, tj3: taskJugglerCannot }, missing }, null, 1));
  else {
    console.log("\n  items  CPU, s  wall, s   MB  work");
    for (const { items, work: name, cpu, wall, memory } of rows) console.log(`${String(items).padStart(7)} ${cpu.toFixed(3).padStart(7)} ${(wall?.toFixed(2) ?? "").padStart(8)} ${(memory?.toFixed(0) ?? "").padStart(4)}  ${name}`);
    console.log("\n  value   most  target");
    for (const { target, at, most } of targets) console.log(`${at.toFixed(2).padStart(7)} ${String(most).padStart(6)}  ${target}${Number.isNaN(at) ? " – not measured" : at <= most ? "" : " – missed"}`);
    console.log(`\nremind cannot express: ${remindCannot}.\ntj3 cannot express: ${taskJugglerCannot}.`);
    if (missing.length > 0) console.log(`Not installed, so not measured: ${missing.join(", ")} (apt-get install --no-install-recommends ${missing.join(" ")}).`);
    console.log(`Medians of ${quick ? 1 : 3}; naive does none of the checks, chains, parties or traces.`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
