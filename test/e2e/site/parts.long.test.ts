/** A site built in parts, a series each, as CONTRIBUTING.md says; laid together, the parts are the site of one build. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casesFolder } from "../../cases/case.ts";
import { filesBelow, plan2024Folder, repository } from "../../plan-files.ts";
import { srok, srokWell } from "../serving/srok.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-parts-"));
const at = (...names: readonly string[]): string => join(folder, ...names);

/** The command that the guide gives, its words after `npx srok`. */
const [, documented = ""] =
  /`npx srok (build --site https:\/\/адрес --series slug)`/.exec(
    readFileSync(join(repository, "CONTRIBUTING.md"), "utf8"),
  ) ?? [];
const partOf = (slug: string): string[] =>
  documented.replace("адрес", "plan.example").replace("--series slug", `--series ${slug}`).split(" ");

beforeAll(() => {
  cpSync(join(plan2024Folder, "rules"), at("plan", "rules"), { recursive: true });
  cpSync(join(casesFolder, "good", "grants-and-docket", "plan"), at("plan"), { recursive: true });
  const root = at("plan", "grants", "series.yaml");
  writeFileSync(root, readFileSync(root, "utf8").replace(/^slug: grants$/m, "$&\nroot: true"));
  srokWell(folder, "build", "--site", "https://plan.example", "--out", "whole");
  for (const slug of ["docket", "grants"]) {
    srokWell(folder, ...partOf(slug), "--out", slug);
    cpSync(at(slug), at("joined"), { recursive: true });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lists of pages, and the file that leads to them: the only ones that differ. */
const lists = /(?:^|\/)(?:sitemap\.xml|robots\.txt)$/;
const sitesFiles = (name: string): string[] => filesBelow(at(name)).filter((path) => !lists.test(path));
const bytes = (name: string, path: string): Buffer => readFileSync(at(name, path));

test("the parts together have the files of the whole, byte for byte", () => {
  expect(sitesFiles("joined")).toEqual(sitesFiles("whole"));
  expect(sitesFiles("whole").filter((path) => !bytes("whole", path).equals(bytes("joined", path)))).toEqual([]);
  expect(sitesFiles("whole")).toEqual(
    expect.arrayContaining([
      "index.html",
      "404.html",
      "feeds/all.ics",
      "data/2025/plan.json",
      "changes.atom",
      "docket/index.html",
      "docket/feeds/all.ics",
      "docket/data/2025/events.csv",
      "docket/changes.atom",
    ]),
  );
});

test("the order in which they are laid together is no matter: what they share is the same", () => {
  const shared = sitesFiles("docket").filter((path) => sitesFiles("grants").includes(path));
  expect(shared).toContain("404.html");
  expect(shared.filter((path) => !bytes("docket", path).equals(bytes("grants", path)))).toEqual([]);
  expect(sitesFiles("docket").filter((path) => !shared.includes(path) && !path.startsWith("docket/"))).toEqual([]);
});

test("each home leads to the other though it was built without it", () => {
  expect(bytes("grants", "index.html").toString()).toContain('href="/docket/"');
  expect(bytes("docket", "docket/index.html").toString()).toContain('<a href="/"');
});

test("each series has its own list of pages, robots.txt names them, and they list what the whole's does", () => {
  const listed = (name: string, path: string): string[] =>
    [
      ...bytes(name, path)
        .toString()
        .matchAll(/<loc>([^<]*)<\/loc>/g),
    ].map((match) => match[1]!);
  const named = [
    ...bytes("joined", "robots.txt")
      .toString()
      .matchAll(/^Sitemap: https:\/\/plan\.example\/(.*)$/gm),
  ].map((match) => match[1]!);
  expect(named.toSorted()).toEqual(filesBelow(at("joined")).filter((path) => path.endsWith("sitemap.xml")));
  expect(named.flatMap((path) => listed("joined", path)).toSorted()).toEqual(listed("whole", "sitemap.xml").toSorted());
  expect(
    bytes("whole", "robots.txt")
      .toString()
      .match(/^Sitemap: .*$/gm),
  ).toEqual(["Sitemap: https://plan.example/sitemap.xml"]);
});

test("a series that is not there is told, with the one that was meant", () => {
  expect(srok(folder, ...partOf("dockett"), "--out", "none")).toEqual({
    status: 2,
    output: expect.stringContaining("docket") as string,
  });
  expect(filesBelow(folder).filter((path) => path.startsWith("none"))).toEqual([]);
});
