import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a command cost: CPU and wall in seconds, the most memory it held in megabytes, and what it printed. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
  readonly output: string;
}

/** CPU clock ticks of the children waited for so far: cutime + cstime, proc(5). */
function childTicks(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").replace(/^.*\) /, "").split(" ");
  return Number(fields[13]) + Number(fields[14]);
}

function peak(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a command alone. Linux: the account is read from /proc. */
export function run(command: string, words: readonly string[], options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly quiet?: boolean } = {}): Promise<Cost> {
  return new Promise((done, failed) => {
    const [before, began] = [childTicks(), performance.now()];
    const child = spawn(command, [...words], { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ["ignore", options.quiet ? "ignore" : "pipe", "pipe"] });
    let [output, complaint, memory] = ["", "", 0];
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
    const watch = setInterval(() => (memory = Math.max(memory, peak(child.pid ?? 0))), 10);
    child.on("error", failed);
    child.on("close", (status) => {
      clearInterval(watch);
      if (status !== 0) return failed(new Error(`${command} ${words.join(" ")}: exit status ${status}\n${complaint.slice(-2000)}`));
      done({ cpu: (childTicks() - before) / 100, wall: (performance.now() - began) / 1000, memory, output });
    });
  });
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The medians of some costs. */
export function medianCost(costs: readonly Cost[]): Cost {
  return { cpu: median(costs.map(({ cpu }) => cpu)), wall: median(costs.map(({ wall }) => wall)), memory: median(costs.map(({ memory }) => memory)), output: costs.at(-1)?.output ?? "" };
}
