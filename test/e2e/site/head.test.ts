/** The head of every page: five entries, the rest under «О плане» in the foot. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildForTest, type BuiltSite } from "./built-site.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildForTest();
});
afterAll(() => site.remove());

const html = (path: string): string => site.read(path).replace(/\u00a0/g, " ");
const part = (text: string, tag: "header" | "footer"): string =>
  new RegExp(`<${tag}[^>]*>.*?</${tag}>`, "s").exec(text)![0];
const links = (text: string): string[] =>
  [...text.matchAll(/<li>\s*<a href="[^"]*"[^>]*>\s*([^<]*?)\s*<\/a>/g)].map((match) => match[1]!);

test("the head has five entries, the same on a phone under «Меню», which leads to the foot too", () => {
  const five = ["Роли", "Календарь", "Документ", "Калькулятор", "Поиск"];
  for (const path of ["index.html", "roles/doo/index.html", "rules/index.html", "404.html"])
    expect(links(part(html(path), "header")), path).toEqual([...five, ...five, "О плане"]);
});

test("the machinery stands in the foot", () => {
  const foot = part(html("index.html"), "footer");
  expect(foot).toContain('id="about"');
  expect(links(foot)).toEqual([
    "Разделы",
    "Контроль",
    "События",
    "Мой календарь",
    "Изменения",
    "Правила",
    "Данные",
    "Словарь",
    "Предложить изменение",
  ]);
  expect(html("data/index.html")).toContain('href="/components/"');
});

test("no page speaks in words of the trade, or calls a working Saturday a day off that works", () => {
  const found = site.files
    .filter((path) => path.endsWith(".html"))
    .filter((path) => /антикв|рабоч(?:ий|ие) выходн|идут:/i.test(html(path)));
  expect(found).toEqual([]);
  expect(html("2024/calendar/04/index.html")).toContain("рабочая суббота – 27 апреля");
});
