/** What the compiler is held to: ratios within one run, so that a slower machine changes nothing. */
import { cpuOf, rowOf, wallOf, type Rows, type Work } from "./rows.ts";

export interface Target {
  readonly title: string;
  readonly at: number;
  readonly most: number;
  readonly met: "met" | "missed" | "not measured";
  /** What a profile says of one that is missed, on some machines or on all. */
  readonly why: string | undefined;
}

const madeMore = "four times as many pages and feeds, and each build bundles: docs/decisions.md, Cost";

/** A build against the build of the checkout that `--before` names, by items. */
const buildTargets: readonly (readonly [items: number, most: number, why?: string])[] = [
  [127, 0.6, madeMore],
  [1000, 0.5, madeMore],
  [10_000, 0.8],
];

const compared = 10_000;
const largest = 100_000;

/** The targets at 10,000 items, how cost grows from there, and what the other checkout is held against. */
export function targetsOf(rows: Rows): Target[] {
  const cpu = (...works: Work[]): number => works.reduce((sum, work) => sum + cpuOf(rows, compared, work), 0);
  const gigabytes = (work: Work): number => (rowOf(rows, largest, work)?.memory ?? Number.NaN) / 1024;
  const list: readonly (readonly [title: string, at: number, most: number, why?: string | undefined])[] = [
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
    ...buildTargets.map(([items, most, why]): readonly [string, number, number, string | undefined] => [
      `build / build before, ${items.toLocaleString("en")} items`,
      cpuOf(rows, items, "build") / cpuOf(rows, items, "buildBefore"),
      most,
      why,
    ]),
    ...[127, 1000].map((items): readonly [string, number, number, string] => [
      `dev, save to page / before, ${items.toLocaleString("en")} items`,
      wallOf(rows, items, "dev") / wallOf(rows, items, "devBefore"),
      1,
      "words are read and held to their rules: docs/decisions.md, Cost",
    ]),
  ];
  return list.map(([title, at, most, why]) => ({
    title,
    at,
    most,
    why,
    met: Number.isNaN(at) ? "not measured" : at <= most ? "met" : "missed",
  }));
}
