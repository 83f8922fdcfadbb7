/** What a build remembers of the last one only saves time: whatever happens to it, the feeds are the same to the byte. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTerminal } from "../../../compiler/cli/terminal/terminal.ts";
import { openLastBuild, type PublishedFile } from "../../../compiler/cli/output/last-build.ts";
import { beginBuild } from "../../../compiler/cli/output/publish-folder.ts";
import { makeFeeds } from "../../../compiler/cli/work/published-files.ts";
import { emitFeeds } from "../../feeds/emit-feeds.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { row, tinyPlans } from "../../feeds/plans.ts";

const site = "https://plan.example";
const monthly =
  '  - { id: "1.2", activity: Сверить, responsible: [schools], deadline: { text: ежемесячно, every: month } }';
const plans = (day: string): readonly ResolvedPlan[] =>
  tinyPlans({ items: `${row(`{ text: до ${day} мая, until: 05-${day} }`)}\n${monthly}` });
const [before, after] = [plans("20"), plans("24")];

const terminal = openTerminal("ru");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "last-build-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cache = (): string => join(folder, "cache");
const out = (): string => join(folder, "out");

/** A build as the command makes it, of feeds alone. */
function build(of: readonly ResolvedPlan[], madeFrom: string): readonly PublishedFile[] {
  const last = openLastBuild(cache(), out());
  const files = last.whole(madeFrom) ?? makeFeeds(of, [], { site }, last, cache());
  const next = beginBuild(out(), terminal);
  next.write(files);
  last.remember(madeFrom, next.swap(), files);
  return files;
}

const written = (): string[] =>
  readdirSync(join(out(), "feeds"))
    .sort()
    .map((name) => `feeds/${name}\n${readFileSync(join(out(), "feeds", name), "utf8")}`);
const expected = (of: readonly ResolvedPlan[]): string[] =>
  emitFeeds(of, { site })
    .map(({ path, text }) => `${path}\n${text}`)
    .sort();
const kept = (files: readonly PublishedFile[]): string[] =>
  files.filter((file) => file.kept !== undefined).map(({ path }) => path);

describe("what a build remembers", () => {
  test("nothing changed: every feed is taken from the last build, its time too", () => {
    expect(kept(build(before, "a"))).toEqual([]);
    const at = statSync(join(out(), "feeds", "school.ics")).mtimeMs;
    expect(kept(build(before, "a"))).toHaveLength(expected(before).length);
    expect(written()).toEqual(expected(before));
    expect(statSync(join(out(), "feeds", "school.ics")).mtimeMs).toBe(at);
  });

  test("one row changed: feeds without it are taken from the last build, the others are new", () => {
    build(before, "a");
    const files = build(after, "b");
    expect(written()).toEqual(expected(after));
    expect(written()).not.toEqual(expected(before));
    expect(kept(files)).toContain("feeds/nursery.ics");
    expect(kept(files)).not.toContain("feeds/school.ics");
    build(before, "a");
    expect(written()).toEqual(expected(before));
  });

  test.each([
    ["01-12", "01-15"],
    ["12-30", "12-31"],
  ])("the first or the last entry of a feed alone changed: %s", (was, now) => {
    const planOf = (day: string): readonly ResolvedPlan[] =>
      tinyPlans({ items: `${row(`{ text: срок, until: ${day} }`)}\n${monthly}` });
    build(planOf(was), "a");
    build(planOf(now), "b");
    expect(written()).toEqual(expected(planOf(now)));
  });

  const entries = (): string => join(cache(), "feed-entries.txt");
  const note = (): string => join(cache(), "last-build.json");
  const change = (path: string, edit: (text: string) => string): void =>
    writeFileSync(path, edit(readFileSync(path, "utf8")));
  test.each<[string, () => void]>([
    ["is deleted", () => rmSync(cache(), { recursive: true })],
    ["has an entry changed", () => change(entries(), (text) => text.replace("SUMMARY:", "SUMMARY:!"))],
    [
      "has an entry changed to one of the same length",
      () => change(entries(), (text) => text.replace("SEQUENCE:0", "SEQUENCE:1")),
    ],
    ["is cut off", () => change(entries(), (text) => text.slice(0, text.length / 2))],
    [
      "is of another program, which wrote otherwise",
      () =>
        change(entries(), (text) => {
          const records = text
            .slice(text.indexOf("\n"), -45)
            .replaceAll("SUMMARY:", "SUMMARY:!")
            .replace(/^(\S{43} )(\d+)/gm, (_, name: string, octets: string) => `${name}${Number(octets) + 1}`);
          return `other${records}\n${createHash("sha256").update(`other${records}`).digest("base64url")}\n`;
        }),
    ],
    ["has its note cut off", () => change(note(), (text) => text.slice(0, 100))],
    ["has its note changed", () => change(note(), (text) => text.replace('"madeFrom":"a"', '"madeFrom":"b"'))],
    [
      "has a folder in the place of its note",
      () => {
        rmSync(note());
        mkdirSync(note());
      },
    ],
  ])("the memory %s", (_, damage) => {
    build(before, "a");
    damage();
    build(after, "b");
    expect(written()).toEqual(expected(after));
  });

  const feed = (): string => join(out(), "feeds", "nursery.ics");
  test.each<[string, () => void]>([
    ["is edited", () => change(feed(), (text) => text.replace("SUMMARY:", "SUMMARY:!"))],
    ["is edited to the same length", () => change(feed(), (text) => text.replace("SEQUENCE:0", "SEQUENCE:1"))],
    [
      "is replaced by an older one of the same length",
      () => {
        copyFileSync(feed(), `${feed()}.new`);
        change(`${feed()}.new`, (text) => text.replace("SEQUENCE:0", "SEQUENCE:1"));
        utimesSync(`${feed()}.new`, 1, 1);
        renameSync(`${feed()}.new`, feed());
      },
    ],
    ["is deleted", () => rmSync(feed())],
    [
      "is a folder",
      () => {
        rmSync(feed());
        mkdirSync(feed());
      },
    ],
  ])("a built feed %s", (_, damage) => {
    build(before, "a");
    damage();
    expect(kept(build(before, "a"))).not.toContain("feeds/nursery.ics");
    expect(written()).toEqual(expected(before));
  });

  test("another build takes the place between the look and the link: its files are not taken for ours", () => {
    build(before, "a");
    const last = openLastBuild(cache(), out());
    const [feeds, whole] = [makeFeeds(before, [], { site }, last, cache()), last.whole("a")!];
    expect(kept(feeds)).toContain("feeds/nursery.ics");
    build(tinyPlans({ items: monthly.replace("Сверить", "Сверять") }), "other");
    const next = beginBuild(join(folder, "ours"), terminal);
    next.write(feeds);
    next.swap();
    expect(
      readdirSync(join(folder, "ours", "feeds"))
        .sort()
        .map((name) => `feeds/${name}\n${readFileSync(join(folder, "ours", "feeds", name), "utf8")}`),
    ).toEqual(expected(before));
    expect(() => beginBuild(join(folder, "theirs"), terminal).write(whole)).toThrow(/занято другой программой/);
    expect(readdirSync(folder).filter((name) => name.startsWith("theirs"))).toEqual([]);
  });

  test("a build of another target takes nothing from this one", () => {
    build(before, "a");
    expect(openLastBuild(cache(), join(folder, "other")).whole("a")).toBeUndefined();
  });
});
