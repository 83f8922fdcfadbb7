/**
 * A plan of any size with the plan of 2024's mix of forms, parties and texts: its sections over and over, each copy with ids of
 * its own; events, periods and parties are that plan's. Same number, same bytes.
 *
 *   node bench/generate.ts ITEMS FOLDER
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../compiler/source/span.ts";

/** The frozen copy: what is measured does not change with the plan that is published. */
const plan = fileURLToPath(new URL("../test/fixtures/plan-2024", import.meta.url));
const year = "gis-obrazovanie/2024";

const read = (path: string): string => readFileSync(join(plan, path), "utf8").replace(/\r\n/g, "\n");
const filesIn = (folder: string): string[] =>
  readdirSync(join(plan, folder))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => `${folder}/${name}`);

/** A file of rows: what stands before the first row, and each row with the comments above it. */
function rowsOf(text: string): { head: string; rows: string[] } {
  const [head = "", ...rows] = text.split(/^(?= {2}- )/m);
  return { head, rows };
}

const isSection = (path: string): boolean => /section-\d+\.yaml$/.test(path);
const sections = filesIn(year)
  .filter(isSection)
  .map((path) => rowsOf(read(path)));

/** Ids of items and sections, moved to the sections of a copy. */
function moved(text: string, copy: number): string {
  return text.replace(
    /"([1-9]\d*)((?:\.\d+)*(?:-\d+)?\.?)"/g,
    (_, section: string, rest: string) => `"${Number(section) + copy * sections.length}${rest}"`,
  );
}

/** What a feed may hold is the series' own setting: in a plan of any size, everything. */
const everyFeed = "feeds: { warn-bytes: 1000000000, fail-bytes: 1000000000, entries: 1000000 }\n";

/** The sources of a plan of `count` items. */
export function generatePlan(count: number): SourceFile[] {
  const shared = [
    ...filesIn("calendars/ru"),
    ...filesIn("rules"),
    ...filesIn("gis-obrazovanie"),
    ...filesIn(year).filter((path) => !isSection(path)),
  ];
  const files = shared.map((path) => ({
    path: `plan/${path}`,
    text: path.endsWith("/series.yaml") ? `${read(path)}${everyFeed}` : read(path),
  }));
  for (let copy = 0, left = count; left > 0; copy++) {
    sections.forEach(({ head, rows }, index) => {
      const taken = rows.slice(0, left);
      left -= taken.length;
      if (taken.length > 0)
        files.push({
          path: `plan/${year}/section-${copy * sections.length + index + 1}.yaml`,
          text: moved(head + taken.join(""), copy),
        });
    });
  }
  return files;
}

/** Writes a generated plan below a folder. */
export function writePlan(count: number, folder: string): void {
  for (const { path, text } of generatePlan(count)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , count = "10000", folder = "bench-plan"] = process.argv;
  writePlan(Number(count), folder);
}
