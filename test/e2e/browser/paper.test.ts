import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { roleView } from "../../../compiler/views/role/role.ts";
import { needs } from "../document/programs.ts";
import { openSite } from "./open-site.ts";
import { expectEach } from "../../expect-each.ts";

// With an address a sheet has a foot that shows it.
const opened = openSite({ site: "https://plan.example" });
const folder = mkdtempSync(join(tmpdir(), "srok-paper-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let page: Page | undefined;
const paperOf = async (path: string): Promise<string> => {
  page ??= await opened.browser.newPage();
  await page.goto(`${opened.address}${path}`);
  const file = join(folder, `${path.replace(/\W+/g, "-")}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  return file;
};
/** The words of each printed page with the height of their lines, in points. */
const pagesOf = (file: string): { readonly text: string; readonly heights: readonly number[] }[] => {
  const { stdout } = spawnSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 32 << 20 });
  return stdout
    .split("<page ")
    .slice(1)
    .map((page) => {
      const words = [...page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)];
      return {
        text: words
          .map(([, , , word = ""]) =>
            word.replace(
              /&(quot|amp|lt|gt);/g,
              (_, name: "quot" | "amp" | "lt" | "gt") => ({ quot: '"', amp: "&", lt: "<", gt: ">" })[name],
            ),
          )
          .join(" "),
        heights: words.map(([, top, bottom]) => Number(bottom) - Number(top)),
      };
    });
};
test("a role's dates stand on the face of one sheet, the rest on its back, nothing under 8 points", async (context) => {
  needs(["pdftotext"], context);
  const [face, back, ...more] = pagesOf(await paperOf("roles/doo/sheet/"));
  expect(more).toEqual([]);
  for (const month of ["Февраль", "Апрель", "Сентябрь", "Ноябрь"]) expect(face!.text).toContain(month);
  for (const part of [
    "По событию",
    "Постоянно",
    "По другим актам",
    "Контроль 1.1",
    "Самые загруженные недели",
    "Сроков и контроля за неделю",
  ]) {
    expect(face!.text).not.toContain(part);
    expect(back!.text).toContain(part);
  }
  // Golos Text, the flatter of the two faces, is 1.2 to a line: 8 points are 9.6 high.
  expect(Math.min(...face!.heights, ...back!.heights)).toBeGreaterThan(9.5);
});

test("every performer and group has one sheet, with each of its duties and checks and every day of them, nothing under 8 points", async (context) => {
  needs(["pdftotext"], context);
  const plan = opened.site.plans[0]!;
  for (const { data } of plan.series.parties.filter(
    ({ data: party }) =>
      party.oversees === undefined && opened.site.files.includes(`roles/${party.id}/sheet/index.html`),
  )) {
    const pages = pagesOf(await paperOf(`roles/${data.id}/sheet/`));
    // Who checks nearly the whole plan has two.
    expect(pages.length, data.id).toBeLessThanOrEqual(data.id === plan.series.data.controller ? 4 : 2);
    expect(Math.min(...pages.flatMap(({ heights }) => heights)), data.id).toBeGreaterThan(9.5);
    const words = pages.flatMap(({ text }) => text.split(/[\s,]+/));
    const { dues, undated } = roleView(plan, data.id);
    for (const id of [
      ...dues.map(({ item }) => item),
      ...Object.values(undated)
        .flat()
        .map(({ item }) => item),
    ])
      expect(words, `${id} of ${data.id}`).toContain(id);
    // A day stands beside its number: «27пн»; what comes again, in the table of months.
    const days = new Set(words.map((word) => /^\d+/.exec(word)?.[0]));
    for (const { day, shape } of dues)
      if (shape === "day" || shape === "range") expect(days, `${day.iso} of ${data.id}`).toContain(String(day.number));
  }
});

test("a month has every line of its days, what comes again each month and each week included", async (context) => {
  needs(["pdftotext"], context);
  const text = pagesOf(await paperOf("2024/calendar/05/"))
    .map((page) => page.text)
    .join(" ");
  // In the sheet of the month, and in the list below it.
  for (const number of ["3.5.12", "3.5.13"])
    expect(
      text.split(" ").filter((word) => word === number),
      number,
    ).toHaveLength(2);
  for (const words of ["каждую неделю", "2.2.3,"]) expect(text).toContain(words);
});

test("the document repeats the heads of its columns on each page and tears no row", async (context) => {
  needs(["pdftotext"], context);
  const pages = pagesOf(await paperOf("2024/document/"));
  const first = pages.findIndex(({ text }) => text.includes("№ п/п"));
  const table = pages.slice(first, pages.findLastIndex(({ text }) => text.includes("6.5.7.")) + 1);
  expect(table.length).toBeGreaterThan(5);
  expectEach(table, ({ text }) => text.includes("№ п/п") && text.includes("Срок исполнения"));
  const numbers = opened.site.plans[0]!.items.flatMap(({ number }) =>
    number === null || number === "" ? [] : [number],
  );
  for (const number of numbers)
    expect(table.filter(({ text }) => ` ${text} `.includes(` ${number} `)).length, number).toBe(1);
  // Of a torn row some words stand on the next page, away from its number.
  for (const { number, source } of opened.site.plans[0]!.items.filter(
    (item) => item.number !== null && item.number !== "",
  )) {
    const words = new Set(table.find(({ text }) => ` ${text} `.includes(` ${number} `))!.text.split(/[\s-]+/));
    expect(
      source.data.activity.split(/[\s\u00a0-]+/).filter((word) => word !== "" && !words.has(word)),
      number!,
    ).toEqual([]);
  }
});
