/** Runs commands and reads what they cost from the kernel's account. Linux: /proc. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a command cost: CPU and wall in seconds, the most memory it held in megabytes, and what it printed. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
  /** CPU of the processes that the command started itself, as last seen: also of those that it never waited for. */
  readonly helpers: number;
  readonly output: string;
}

/** A command that was stopped because it took longer than it was given. */
export class OutOfTime extends Error {}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it prints is thrown away. */
  readonly quiet?: boolean;
  /** Seconds of its CPU after which it is stopped: how long it takes by the clock is a matter of what else the machine does. */
  readonly limit?: number;
}

/** Two neighbours of the fields of a process's account, added up: CPU clock ticks, proc(5). */
function ticks(process: number | "self", first: number): number {
  const fields = readFileSync(`/proc/${process}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return Number(fields[first]) + Number(fields[first + 1]);
}

/** Of the children waited for so far: cutime + cstime. */
const childTicks = (): number => ticks("self", 13);

/** Of a process that may have ended: utime + stime. */
function ownTicks(pid: number): number {
  try {
    return ticks(pid, 11);
  } catch {
    return 0;
  }
}

/** The processes that the main thread of a process has started and not yet waited for. */
function startedBy(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .filter((word) => word !== "")
      .map(Number);
  } catch {
    return [];
  }
}

function peak(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a command alone. Throws what it complained of when it fails, `OutOfTime` when it was stopped. */
export function run(command: string, words: readonly string[], options: RunOptions = {}): Promise<Cost> {
  return new Promise((done, failed) => {
    const [before, began] = [childTicks(), performance.now()];
    const child = spawn(command, [...words], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", options.quiet ? "ignore" : "pipe", "pipe"],
    });
    let [output, complaint, memory, stopped] = ["", "", 0, false];
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
    const helpers = new Map<number, number>();
    const watch = setInterval(() => {
      for (const helper of startedBy(child.pid ?? 0))
        helpers.set(helper, Math.max(helpers.get(helper) ?? 0, ownTicks(helper)));
      memory = Math.max(memory, peak(child.pid ?? 0));
      if (options.limit === undefined || ownTicks(child.pid ?? 0) < options.limit * 100) return;
      stopped = true;
      child.kill("SIGKILL");
    }, 20);
    child.on("error", (error) => {
      clearInterval(watch);
      failed(error);
    });
    child.on("close", (status) => {
      clearInterval(watch);
      if (stopped) return failed(new OutOfTime(`stopped after ${options.limit} s of CPU`));
      if (status !== 0)
        return failed(new Error(`${command} ${words.join(" ")}: exit status ${status}\n${complaint.slice(-2000)}`));
      done({
        cpu: (childTicks() - before) / 100,
        wall: (performance.now() - began) / 1000,
        memory,
        helpers: [...helpers.values()].reduce((sum, each) => sum + each, 0) / 100,
        output,
      });
    });
  });
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The medians of some costs; what was printed is the last one's. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    cpu: median(costs.map(({ cpu }) => cpu)),
    wall: median(costs.map(({ wall }) => wall)),
    memory: median(costs.map(({ memory }) => memory)),
    helpers: median(costs.map(({ helpers }) => helpers)),
    output: costs.at(-1)?.output ?? "",
  };
}
