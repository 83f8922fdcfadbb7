/**
 * A plan of any size with the real plan's mix of forms, parties and texts: its sections over and over, each copy with ids,
 * events and periods of its own, so that chains and references stay inside a copy. Same number, same bytes.
 *
 *   node bench/generate.ts ITEMS FOLDER
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../compiler/source/span.ts";

const plan = join(fileURLToPath(new URL("..", import.meta.url)), "plan");
const year = "gis-obrazovanie/2024";

const read = (path: string): string => readFileSync(join(plan, path), "utf8").replace(/\r\n/g, "\n");
const filesIn = (folder: string): string[] => readdirSync(join(plan, folder)).filter((name) => name.endsWith(".yaml")).sort().map((name) => `${folder}/${name}`);

/** A file of rows: what stands before the first row, and each row with the comments above it. */
function rowsOf(text: string): { head: string; rows: string[] } {
  const [head = "", ...rows] = text.split(/^(?= {2}- )/m);
  return { head, rows };
}

const sections = filesIn(year).filter((path) => /section-\d+\.yaml$/.test(path)).map((path) => rowsOf(read(path)));
const events = rowsOf(read(`${year}/events.yaml`));
const periods = rowsOf(read(`${year}/periods.yaml`));
const idsOf = ({ rows }: { rows: readonly string[] }): string[] => rows.flatMap((row) => /\bid: ([a-z][a-z0-9-]*)/.exec(row)?.[1] ?? []);
const names = new RegExp(`(?<![\\w-])(?:${[...idsOf(events), ...idsOf(periods)].join("|")})(?![\\w-])`, "g");

/** Ids of items and sections, moved to the sections of a copy; names of events and periods, where the copy has its own. */
function moved(text: string, copy: number, ownNames: boolean): string {
  const ids = text.replace(/"([1-9]\d*)((?:\.\d+)*(?:-\d+)?\.?)"/g, (_, section: string, rest: string) => `"${Number(section) + copy * sections.length}${rest}"`);
  return ownNames && copy > 0 ? ids.replace(names, (name) => `${name}-${copy}`) : ids;
}

/** The sources of a plan of `count` items. */
export function generatePlan(count: number): SourceFile[] {
  const shared = [...filesIn("calendars/ru"), ...filesIn("rules"), ...["series", "parties", "glossary"].map((name) => `gis-obrazovanie/${name}.yaml`)];
  const kept = ["order", "occurrences", "readings"].map((name) => `${year}/${name}.yaml`);
  const files = new Map([...shared, ...kept].map((path) => [path, read(path)]));
  const perCopy = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const copies = { events: events.head, periods: periods.head };
  for (let copy = 0, left = count; left > 0; copy++) {
    // A copy that is cut short may lack the items that its events and periods stand on: it uses those of the first.
    const ownNames = copy === 0 || left >= perCopy;
    if (ownNames) {
      copies.events += events.rows.map((row) => moved(row, copy, true)).join("");
      copies.periods += periods.rows.map((row) => moved(row, copy, true)).join("");
    }
    sections.forEach(({ head, rows }, index) => {
      const taken = rows.slice(0, left);
      left -= taken.length;
      if (taken.length > 0) files.set(`${year}/section-${copy * sections.length + index + 1}.yaml`, moved(head + taken.join(""), copy, ownNames));
    });
  }
  files.set(`${year}/events.yaml`, copies.events);
  files.set(`${year}/periods.yaml`, copies.periods);
  return [...files].map(([path, text]) => ({ path: `plan/${path}`, text }));
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
