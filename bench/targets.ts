/** What the compiler is held to: ratios within one run, so that a slower machine changes nothing. */
import { cpuOf, rowOf, type Rows, type Work } from "./rows.ts";

export interface Target {
  readonly title: string;
  readonly at: number;
  readonly most: number;
  readonly met: "met" | "missed" | "not measured";
  /** What a profile says of one that is missed, on some machines or on all. */
  readonly why: string | undefined;
}

const compared = 10_000;
const largest = 100_000;

/** The targets at 10,000 items, and how cost grows from there. */
export function targetsOf(rows: Rows): Target[] {
  const cpu = (...works: Work[]): number => works.reduce((sum, work) => sum + cpuOf(rows, compared, work), 0);
  const gigabytes = (work: Work): number => (rowOf(rows, largest, work)?.memory ?? Number.NaN) / 1024;
  const list: readonly (readonly [title: string, at: number, most: number, why?: string])[] = [
    ["compile / remind", cpu("compile") / cpu("remind"), 0.35],
    ["compile and all feeds / tj3", cpu("compile", "feeds") / cpu("tj3"), 0.2],
    ["compile: 100,000 items / 10,000", cpuOf(rows, largest, "compile") / cpu("compile"), 11],
    [
      "all feeds: 100,000 items / 10,000",
      cpuOf(rows, largest, "feeds") / cpu("feeds"),
      11,
      "the program's own time grows less than items do; beyond it is the system's, which keeps gigabytes of files",
    ],
    ["compile: gigabytes at 100,000 items", gigabytes("compile"), 2],
    ["compile and all feeds: gigabytes at 100,000 items", gigabytes("feeds"), 2],
    ["site: milliseconds of CPU a page", cpu("sitePage") * 1000, 1, "see below"],
  ];
  return list.map(([title, at, most, why]) => ({
    title,
    at,
    most,
    why,
    met: Number.isNaN(at) ? "not measured" : at <= most ? "met" : "missed",
  }));
}
