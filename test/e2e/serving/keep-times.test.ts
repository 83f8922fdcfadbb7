import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTerminal } from "../../../compiler/cli/terminal/terminal.ts";
import { beginBuild } from "../../../compiler/cli/output/publish-folder.ts";

const long = "я".repeat(1 << 20);
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keep-times-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string): string => join(folder, "out", name);
const secondsOf = (name: string): number => statSync(place(name)).mtimeMs / 1000;

function build(files: Readonly<Record<string, string>>): void {
  const next = beginBuild(join(folder, "out"), openTerminal("ru"));
  next.write(Object.entries(files).map(([path, text]) => ({ path, pieces: () => [text] })));
  next.swap();
}

test("a file with the same bytes keeps its time, so that a web server goes on answering 304 for it", () => {
  build({
    "same.ics": "a",
    "feeds/long.ics": long,
    "changed.ics": "a",
    "longer.ics": "a",
    "changed-at-its-end.ics": long,
  });
  for (const name of ["same.ics", "feeds/long.ics", "changed.ics", "longer.ics", "changed-at-its-end.ics"])
    utimesSync(place(name), 1000, 1000.75);
  build({
    "same.ics": "a",
    "feeds/long.ics": long,
    "changed.ics": "b",
    "longer.ics": "ab",
    "changed-at-its-end.ics": `${long.slice(1)}ю`,
    "new.ics": "a",
  });
  expect(secondsOf("same.ics")).toBe(1000);
  expect(secondsOf("feeds/long.ics")).toBe(1000);
  for (const name of ["changed.ics", "longer.ics", "changed-at-its-end.ics", "new.ics"])
    expect(secondsOf(name), name).toBeGreaterThan(2000);
  expect(readFileSync(place("changed.ics"), "utf8")).toBe("b");
});

test("a file that somebody has edited since is replaced, and its time is that of the build", () => {
  build({ "feed.ics": "SEQUENCE:0" });
  writeFileSync(place("feed.ics"), "SEQUENCE:1");
  utimesSync(place("feed.ics"), 1000, 1000);
  build({ "feed.ics": "SEQUENCE:0" });
  expect(readFileSync(place("feed.ics"), "utf8")).toBe("SEQUENCE:0");
  expect(secondsOf("feed.ics")).toBeGreaterThan(2000);
});
