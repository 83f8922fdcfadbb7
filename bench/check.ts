/**
 * What `srok check` of the real plan costs, as a ratio to an empty start of Node, measured in turns in one run:
 * as an editor has it, and without what Node keeps compiled between runs (`npm ci` leaves that behind).
 * `npm run bench:check`; means of CPU time (user + system). Linux only: the account is read from /proc.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "../compiler/cli/files/root.ts";

const rounds = 21;

/** CPU clock ticks of the children waited for so far: cutime + cstime, proc(5). */
function childTicks(): number {
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return Number(fields[13]) + Number(fields[14]);
}

/** Runs a command often enough for the clock's 10 ms ticks to average out. */
function ticksOf(words: readonly string[]): number {
  const before = childTicks();
  const { status } = spawnSync(process.execPath, [...words], { stdio: "ignore", cwd: root });
  if (status !== 0) throw new Error(`exit status ${status}: ${words.join(" ")}`);
  return childTicks() - before;
}

const check = [join("compiler", "srok.js"), "check"];
const forgetCompiled = (): void => rmSync(join(cacheFolder, "compiled"), { recursive: true, force: true });
const costs = [
  { name: "empty node", words: ["-e", ""], before: () => {}, ticks: 0 },
  { name: "srok check", words: check, before: () => {}, ticks: 0 },
  { name: "srok check, nothing kept compiled", words: check, before: forgetCompiled, ticks: 0 },
];
ticksOf(check);
for (let round = 0; round < rounds; round++) {
  for (const cost of costs) {
    cost.before();
    cost.ticks += ticksOf(cost.words);
  }
}
for (const { name, ticks } of costs)
  console.log(
    `${((ticks * 10) / rounds).toFixed(0).padStart(5)} ms CPU  ${(ticks / costs[0]!.ticks).toFixed(1).padStart(5)}  ${name}`,
  );
console.log(`(${rounds} rounds; the second figure is the ratio to an empty start)`);
