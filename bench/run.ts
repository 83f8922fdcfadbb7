/**
 * `npm run bench`: what the compiler, the feeds and the site cost on plans of growing size, beside programs that do a part of
 * it. Prints a table and what became of the targets; ratios within one run count, seconds are this machine's.
 *
 *   npm run bench -- [--json] [--quick] [--items 127,1000,10000,100000] [--before CHECKOUT]
 *
 * `--quick` does everything once and leaves 100,000 items out. `--before` names a checkout (`git worktree add`, `npm ci`) whose
 * builds are measured in turn with ours. Linux. Two cores that others use too took half an hour.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installPeers, type Peer } from "./peers/install.ts";
import { remindCannot } from "./peers/remind.ts";
import { taskJugglerCannot } from "./peers/taskjuggler.ts";
import type { Row } from "./rows.ts";
import { bundled, measureSize, type Effort, type Suite } from "./suite.ts";
import { naiveCannot, report } from "./table.ts";
import { targetsOf } from "./targets.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    items: { type: "string" },
    before: { type: "string" },
  },
});
const sizes = (options.items ?? (options.quick ? "127,1000,10000" : "127,1000,10000,100000")).split(",").map(Number);
/** From here on the compiler and its feeds alone are measured: a site of as many pages, and the peers, take hours. */
const largest = 100_000;

function effortAt(items: number): Effort {
  const limit = 300;
  if (options.quick || items >= largest) return { rounds: 1, heavyRounds: 1, limit };
  return items > 1000 ? { rounds: 3, heavyRounds: 1, limit } : { rounds: 5, heavyRounds: 3, limit };
}

const rows: Row[] = [];
const suite: Suite = {
  folder: mkdtempSync(join(tmpdir(), "srok-bench-")),
  peers: installPeers(),
  before: options.before === undefined ? undefined : resolve(options.before),
  note(row) {
    rows.push(row);
    process.stderr.write(`${row.items.toLocaleString("en").padStart(8)}  ${row.title}: ${row.cpu.toFixed(3)} s\n`);
  },
};
try {
  const programs = {
    work: await bundled("work.ts", suite.folder),
    naive: await bundled("peers/naive.ts", suite.folder),
  };
  for (const items of sizes) await measureSize(suite, items, items < largest, programs, effortAt(items));
  const missing = (["remind", "tj3"] as const satisfies readonly Peer[]).filter((peer) => !suite.peers.has(peer));
  const targets = targetsOf(rows);
  console.log(
    options.json
      ? JSON.stringify(
          { rows, targets, cannot: { remind: remindCannot, tj3: taskJugglerCannot, naive: naiveCannot }, missing },
          null,
          1,
        )
      : report(rows, targets, missing),
  );
} finally {
  rmSync(suite.folder, { recursive: true, force: true });
}
