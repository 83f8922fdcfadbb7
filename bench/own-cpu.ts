/**
 * `node --import bench/own-cpu.ts …`: the process says at its end, as a line of JSON, what CPU it used itself, its children left
 * out: in all, in the system, by stage of the site's build, and how long it stood still while memory was tidied. Seconds.
 */
import { subscribe } from "node:diagnostics_channel";
import { PerformanceObserver } from "node:perf_hooks";
import { stageChannel, type Stage } from "../site/src/stage.ts";

export interface OwnCpu {
  readonly own: number;
  readonly system: number;
  readonly garbage: number;
  readonly stages: Readonly<Partial<Record<Stage | "bundle", number>>>;
}

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

const spent: Partial<Record<Stage | "bundle", number>> = {};
let [stage, since, garbage]: [Stage | "bundle", NodeJS.CpuUsage, number] = ["bundle", { user: 0, system: 0 }, 0];

function close(): void {
  spent[stage] = (spent[stage] ?? 0) + seconds(process.cpuUsage(since));
  since = process.cpuUsage();
}

subscribe(stageChannel, (entered) => {
  if (entered === stage) return;
  close();
  stage = entered as Stage;
});
const add = (entries: readonly { readonly duration: number }[]): void =>
  entries.forEach(({ duration }) => (garbage += duration / 1000));
const observer = new PerformanceObserver((list) => add(list.getEntries()));
observer.observe({ entryTypes: ["gc"] });

process.on("exit", () => {
  close();
  add(observer.takeRecords());
  const usage = process.cpuUsage();
  const own: OwnCpu = { own: seconds(usage), system: usage.system / 1e6, garbage, stages: spent };
  console.log(JSON.stringify(own));
});
