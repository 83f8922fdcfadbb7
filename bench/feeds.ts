/**
 * The feeds of a plan as a build makes them: compiled, written to files or taken from the last build beside them. One process,
 * one build; prints its figures as one line of JSON, what the compile took left out.
 *
 *   node bench/feeds.ts PLAN-FOLDER BUILD-FOLDER [changed]
 */
import { join } from "node:path";
import { openTerminal } from "../compiler/cli/terminal/terminal.ts";
import { openLastBuild, printOf } from "../compiler/cli/output/last-build.ts";
import { makeFeeds } from "../compiler/cli/work/published-files.ts";
import { beginBuild } from "../compiler/cli/output/publish-folder.ts";
import { plansOf, readAll, timed } from "./sources.ts";
import type { SourceFile } from "../compiler/source/span.ts";

/** A row with days of its own, so that it has entries. */
const isDated = (row: string): boolean => /^ {2}- [^]*deadline: [^\n]*\b(?:until|on|month): /.test(row);

/** The same plan, the words of one dated item changed. */
function edited(sources: readonly SourceFile[]): SourceFile[] {
  const rowsOf = (text: string): string[] => text.split(/^(?= {2}- )/m);
  const at = sources.findLastIndex(({ path, text }) => /section-\d+\.yaml$/.test(path) && rowsOf(text).some(isDated));
  const rows = rowsOf(sources[at]!.text);
  const row = rows.findIndex(isDated);
  return sources.with(at, {
    ...sources[at]!,
    text: rows.with(row, rows[row]!.replace("activity: ", "activity: Ещё раз ")).join(""),
  });
}

const [, , plan = "plan", folder = "build", change = ""] = process.argv;
const sources = change === "changed" ? edited(readAll(plan)) : readAll(plan);
const plans = plansOf(sources);
const address = { site: "https://plan.example" };
const out = join(folder, "out");
const { value, cpu, wall } = timed(() => {
  const last = openLastBuild(folder, out);
  const madeFrom = printOf(new Map(sources.map(({ path, text }) => [path, text])), [address]);
  const files = last.whole(madeFrom) ?? makeFeeds(plans, [], address, last, folder);
  const build = beginBuild(out, openTerminal("en"));
  build.write(files);
  last.remember(madeFrom, build.swap(), files);
  return files;
});
console.log(
  JSON.stringify({
    cpu,
    wall,
    feeds: value.length,
    kept: value.filter(({ kept }) => kept !== undefined).length,
    entries: value.find(({ path }) => path === "feeds/all.ics")?.feed?.entries,
    megabytes: value.reduce((sum, { feed }) => sum + (feed?.octets ?? 0), 0) / 1e6,
  }),
);
