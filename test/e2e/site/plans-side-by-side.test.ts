/** Two plans of a series that run at a time: the pages of roles of each, of what only one of them asks too, and of editing, in both languages. */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SourceFile } from "../../../compiler/source/span.ts";
import type { UpcomingDayData, UpcomingHead } from "../../../site/src/scripts/upcoming/data.ts";
import { readPlan } from "../../plan-files.ts";
import { casesFolder } from "../../cases/case.ts";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { brokenLinks } from "./links.ts";
import { load, wordsOf } from "./page-text.ts";
import { planFolder } from "./plan-folder.ts";

const file = (path: string, text: string): SourceFile => ({ path: `plan/${path}`, text });
/** A plan of one item, and more rows below it. */
const cycle = (folder: string, title: string, bounds: string, rows: string): SourceFile[] => [
  file(`${folder}/plan.yaml`, `title: ${title}\nbounds: ${bounds}\n`),
  file(`${folder}/section-1.yaml`, `section: { id: "1", number: "1", title: Milestones }\nitems:\n${rows}`),
];
const row = (id: string, what: string, deadline: string, who: string): string =>
  `  - { id: "${id}", activity: ${what}, deadline: { ${deadline} }, responsible: [${who}] }\n`;

const english = [
  ...readPlan(join(casesFolder, "good", "releases-side-by-side", "plan")).map(({ path, text }) =>
    path.endsWith("parties.yaml")
      ? {
          path,
          text: `${text}  - { id: docs, label: Docs, name: Docs team }\n  - { id: idle, label: Idle, name: Idle }\n`,
        }
      : path.endsWith("1.31/section-1.yaml")
        ? { path, text: text + row("1.4", "Write the notes", 'text: 12 July, "on": 07-12', "docs") }
        : { path, text },
  ),
  ...cycle(
    "releases/1.29",
    "Release 1.29",
    "{ from: 2024-01-08, to: 2024-02-02 }",
    row("1.1", "Write the notes", 'text: 15 January, "on": 01-15', "docs"),
  ),
  ...cycle(
    "releases/1.30",
    "Release 1.30",
    "{ from: 2024-02-05, to: 2024-04-12 }",
    row("1.1", "Open the cycle", 'text: 5 February, "on": 02-05', "release-lead"),
  ),
];

const russian = [
  file(
    "vypuski/series.yaml",
    `slug: vypuski
title: Планы выпусков
name: Выпуски
language: ru
time-zone: Europe/Moscow
calendar: team
rules: plain
uid-domain: vypuski.example
publisher: Команда
`,
  ),
  file(
    "vypuski/parties.yaml",
    `parties:
  - { id: vedushiy, label: Ведущий, name: Ведущий выпуска }
  - { id: pisatel, label: Писатель, name: Писатель }
`,
  ),
  ...cycle(
    "vypuski/2.1",
    "Весенний выпуск",
    "{ from: 2024-03-01, to: 2024-06-28 }",
    row("1.1", "Начать", 'text: 4 марта, "on": 03-04', "vedushiy") +
      row("1.2", "Описать изменения", 'text: 14 июня, "on": 06-14', "pisatel"),
  ),
  ...cycle(
    "vypuski/2.2",
    "Летний выпуск",
    "{ from: 2024-06-03, to: 2024-08-30 }",
    row("1.1", "Начать", 'text: 3 июня, "on": 06-03', "vedushiy"),
  ),
];

let site: BuiltSite;
let plan: string;
beforeAll(async () => {
  plan = planFolder([...english, ...russian]);
  site = await buildForTest({ plan });
});
afterAll(() => {
  site.remove();
  rmSync(dirname(plan), { recursive: true, force: true });
});

const textOf = (path: string): string => wordsOf(site.read(`${path}index.html`)).replace(/ ([.,;])/g, "$1");
const linksOf = (path: string): readonly string[] => load(site.read(`${path}index.html`)).links;
const pagesBelow = (path: string): string[] =>
  site.files.filter((each) => each.startsWith(path)).map((each) => each.slice(path.length).replace("index.html", ""));

test("no link leads nowhere", () => expect(brokenLinks(site)).toEqual([]));

test("a role of an older plan that runs has what is next, a calendar, and the pages of that plan", () => {
  expect(pagesBelow("roles/docs/").sort()).toEqual(["", "subscribe/"]);
  expect(pagesBelow("1.31/roles/docs/").sort()).toEqual(["", "2024-07/", "sheet/", "year/"]);
  expect(linksOf("roles/docs/")).toContain("/near/docs/2024-07.json");
  expect(textOf("roles/docs/")).toContain(
    "Plan 1.32 has nothing for this role. What is next and the calendar to subscribe to are drawn from: " +
      "Release 1.31 – 1 deadline.",
  );
  expect(linksOf("roles/docs/")).toContain("/1.31/roles/docs/");
  expect(textOf("1.31/roles/docs/2024-07/")).toContain("Write the notes");
  expect(site.read("feeds/docs.ics")).toContain("Write the notes");
});

test("its next date leads to its month in that plan, and after it nobody says that no plan has followed", () => {
  const read = (path: string): unknown => JSON.parse(site.read(path).replaceAll("\u00a0", " "));
  const { folder, parts, over } = read("near/docs.json") as UpcomingHead;
  const days = parts.flatMap((part) => read(`${folder.slice(1)}${part}.json`) as UpcomingDayData[]);
  expect(days.map(({ iso, href }) => [iso, href])).toEqual([["2024-07-12", "/1.31/roles/docs/2024-07/"]]);
  expect(over).toMatchObject({
    title: "The plan 1.31 is over",
    text: "The last deadline of this role passed on 12 July 2024. Plan 1.32 has no dates for it.",
    href: "/1.31/roles/docs/year/",
  });
});

test("a role of both plans counts each, and its pages of each lead to the other", () => {
  const both = "Release 1.32 – 6 deadlines; Release 1.31 – 3 deadlines; Release 1.30 – 1 deadline.";
  for (const [path, id] of [
    ["roles/release-lead/", "1.32"],
    ["roles/release-lead/year/", "1.32"],
    ["1.31/roles/release-lead/", "1.31"],
    ["1.31/roles/release-lead/2024-06/", "1.31"],
  ] as const)
    expect(textOf(path)).toContain(
      `Months, items and tables here are those of plan ${id} alone. ` +
        `What is next and the calendar to subscribe to are drawn from all of these plans: ${both}`,
    );
  expect(linksOf("roles/release-lead/")).toContain("/1.31/roles/release-lead/");
  expect(linksOf("1.31/roles/release-lead/")).toContain("/roles/release-lead/");
  expect(linksOf("1.31/roles/release-lead/")).toContain("/roles/release-lead/subscribe/");
  expect(site.read("1.31/roles/release-lead/year/index.html")).not.toContain("1.32/items");
});

test("a plan that ended before the one before keeps its roles' pages, and is drawn from no more", () => {
  expect(linksOf("roles/docs/")).toContain("/1.29/roles/docs/");
  expect(textOf("roles/docs/")).toContain("In earlier plans: Release 1.29");
  expect(textOf("1.29/roles/docs/")).toContain("Release 1.31 – 1 deadline.");
});

test("lists of roles count the items of each plan that runs, and offer the calendars that there are", () => {
  expect(textOf("roles/")).toMatch(/Release lead 1\.32: 3 items, 1\.31: 3 items/);
  expect(textOf("roles/")).toMatch(/Docs team 1\.31: 1 item/);
  expect(textOf("")).toContain("Only plan 1.32 is counted here. Running at the same time: Release 1.31");
  expect(linksOf("data/")).toContain("/feeds/docs.ics");
  expect(linksOf("my/")).toContain("/roles/docs/subscribe/");
  expect(linksOf("my/")).not.toContain("/roles/idle/subscribe/");
});

test("a role that no plan asks anything of has neither calendar nor pages in a plan", () => {
  expect(pagesBelow("roles/idle/")).toEqual([""]);
  expect(site.files.filter((path) => path.includes("/roles/idle/") && path.endsWith(".html"))).toEqual([]);
  expect(textOf("roles/idle/")).toContain("The plan has nothing for this role.");
});

test("an item of each plan whose dates stand in calendars leads to the editing page of its plan", () => {
  const edits = site.files.filter((path) => /(^|\/)edit\/index\.html$/.test(path) && !path.startsWith("vypuski/"));
  expect(edits.sort()).toEqual(["1.30/edit/index.html", "1.31/edit/index.html", "edit/index.html"]);
  for (const [id, page] of [
    ["1.32", "edit/"],
    ["1.31", "1.31/edit/"],
    ["1.30", "1.30/edit/"],
  ] as const) {
    expect(linksOf(`${id}/items/1.1/`)).toContain(`/${page}?item=1.1`);
    expect(linksOf(`${id}/calendar/`)).toContain(`/${page}`);
    expect(site.read(`${page}index.html`)).toContain(`data-plan="${id}"`);
    expect(textOf(page)).toContain(`This page changes plan ${id}. Other plans:`);
  }
  expect(linksOf("edit/")).toEqual(expect.arrayContaining(["/1.31/edit/", "/1.30/edit/"]));
  expect(linksOf("1.31/edit/")).toContain("/edit/");
  const optionsOf = (page: string): readonly (string | undefined)[] =>
    [...site.read(`${page}index.html`).matchAll(/<option value="(\d[\d.]*)"/g)].map(([, id]) => id);
  expect(optionsOf("1.31/edit/")).toContain("1.4");
  expect(optionsOf("edit/")).not.toContain("1.4");
  const sourcesOf = (page: string): string => /data-sources="([^"]+)"/.exec(site.read(`${page}index.html`))![1]!;
  expect(sourcesOf("1.31/edit/")).toBe(sourcesOf("edit/"));
});

test("an item of a plan whose dates stand in no calendar says why it is not changed", () => {
  expect(textOf("1.29/items/1.1/")).toContain("This plan is not changed through the site any more");
  expect(linksOf("1.29/items/1.1/").filter((link) => link.includes("?item="))).toEqual([]);
});

test("the same in Russian", () => {
  expect(textOf("vypuski/2.1/edit/")).toContain("Здесь меняется план «2.1». Другие планы: Летний выпуск");
  expect(linksOf("vypuski/2.1/items/1.1/")).toContain("/vypuski/2.1/edit/?item=1.1");

  expect(textOf("vypuski/roles/pisatel/")).toContain(
    "В плане «2.2» для этой роли ничего нет. Ближайшее и календарь для подписки собраны отсюда: Весенний выпуск – 1 срок.",
  );
  expect(textOf("vypuski/roles/vedushiy/")).toContain(
    "Месяцы, пункты и таблицы здесь – только из плана «2.2». Ближайшее и календарь для подписки собраны из всех этих планов: " +
      "Летний выпуск – 1 срок; Весенний выпуск – 1 срок.",
  );
  expect(textOf("vypuski/")).toContain("Здесь посчитан только план «2.2». В то же время идут: Весенний выпуск");
});
