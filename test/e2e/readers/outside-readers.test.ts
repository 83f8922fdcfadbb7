import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test, type TestContext } from "vitest";
import { emitFeeds } from "../../feeds/emit-feeds.ts";
import { feedEntries } from "../../../compiler/feeds/entries.ts";
import type { OutputFile } from "../../../compiler/source/output.ts";
import { dueWindowsOfFeed, expectedEntries } from "../../feeds/expected-entries.ts";
import { thorough } from "../../fuzz-runs.ts";
import { realPlans, realPlansOf } from "../../feeds/plans.ts";
import { asLines, type ReadEntry } from "../../ical/readers/entry.ts";
import { outsideReaders, withFolder, type OutsideReader } from "../../ical/readers/outside.ts";

const nameOf = (file: OutputFile): string => basename(file.path, ".ics").replace(/-alarms$/, "");

/** What the plan says of a feed: uids and days by the table, summaries as the emitter wrote them. */
function expectedOf(file: OutputFile): ReadEntry[] {
  const [plan] = realPlans();
  const summaries = new Map(
    feedEntries(realPlans(), "http://localhost", () => undefined).map(({ uid, summary }) => [uid, summary]),
  );
  return dueWindowsOfFeed(plan!, nameOf(file))
    .flatMap(expectedEntries)
    .map((entry) => ({ ...entry, summary: summaries.get(entry.uid) ?? "?" }));
}

/** Without the program the test is not run and named at the end; where nothing may be left out, that is a failure. */
function needs({ name, install, present }: OutsideReader, context: TestContext): void {
  if (present()) return;
  const note = `${name} is missing: ${install}`;
  if (process.env["CI"] === "true") throw new Error(note);
  context.skip(note);
}

/**
 * One feed of each sort: everything, a party's with alarms, a profile's, and one of an entry or two. Where somebody waits, a program that
 * is started for each file reads these: entries are the same in all.
 */
const sorts: ReadonlySet<string> = new Set(["all.ics", "ooo-alarms.ics", "school-with-nursery.ics", "rmc.ics"]);

describe.each(outsideReaders)("$name", (reader) => {
  let files: OutputFile[] = [];
  beforeAll(() => {
    files = emitFeeds(realPlans());
    expect(files.filter(({ path }) => sorts.has(basename(path)))).toHaveLength(sorts.size);
  });

  test("reads in every feed exactly what the plan says", (context) => {
    needs(reader, context);
    const some = !thorough && reader.startsForEach ? files.filter(({ path }) => sorts.has(basename(path))) : files;
    withFolder((folder) => {
      const paths = some.map((file) => join(folder, basename(file.path)));
      some.forEach(({ text }, index) => writeFileSync(paths[index]!, text));
      const read = reader.read(paths, folder);
      some.forEach((file, index) => {
        expect(asLines(read[index]!, reader.knowsUids), file.path).toEqual(asLines(expectedOf(file), reader.knowsUids));
      });
    });
  });

  test("reads two years of the plan without a double", (context) => {
    needs(reader, context);
    const file = emitFeeds([...realPlans(), ...realPlansOf(2025)]).find(({ path }) => path === "feeds/dpo.ics")!;
    withFolder((folder) => {
      const path = join(folder, "two-years.ics");
      writeFileSync(path, file.text);
      const [entries = []] = reader.read([path], folder);
      expect(entries).toHaveLength(file.text.split("BEGIN:VEVENT").length - 1);
      expect(new Set(asLines(entries, reader.knowsUids)).size).toBe(entries.length);
    });
  });
});
