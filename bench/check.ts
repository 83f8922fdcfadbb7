/**
 * What `srok check` of the real plan costs, as a ratio to an empty start of Node, measured in turns in one run.
 * `npm run bench:check`; medians of CPU time (user + system). Linux only: the account is read from /proc.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../compiler/cli/root.ts";

const rounds = 21;

/** CPU clock ticks of the children waited for so far: cutime + cstime, proc(5). */
function childTicks(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").replace(/^.*\) /, "").split(" ");
  return Number(fields[13]) + Number(fields[14]);
}

/** Runs a command often enough for the clock's 10 ms ticks to average out. */
function ticksOf(words: readonly string[]): number {
  const before = childTicks();
  const { status } = spawnSync(process.execPath, [...words], { stdio: "ignore", cwd: root });
  if (status !== 0) throw new Error(`exit status ${status}: ${words.join(" ")}`);
  return childTicks() - before;
}

const commands = { empty: ["-e", ""], check: [join("compiler", "srok.js"), "check"] } as const;
const total = { empty: 0, check: 0 };
for (const words of Object.values(commands)) ticksOf(words);
for (let round = 0; round < rounds; round++) {
  total.empty += ticksOf(commands.empty);
  total.check += ticksOf(commands.check);
}
const milliseconds = (ticks: number): string => ((ticks * 10) / rounds).toFixed(0);
console.log(`empty node  ${milliseconds(total.empty)} ms CPU`);
console.log(`srok check  ${milliseconds(total.check)} ms CPU`);
console.log(`ratio       ${(total.check / total.empty).toFixed(1)} (${rounds} rounds)`);
