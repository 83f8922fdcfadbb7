/** Whatever the texts of a plan say, on the pages they are text: nothing runs, nothing is asked of others, nothing breaks on a phone. */
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { attacks, planSaying } from "../../hostile/plan-saying.ts";
import { openSite } from "./open-site.ts";
import { heaviestOfEachKind } from "./page-kinds.ts";
import { thorough } from "../../fuzz-runs.ts";
import { brokenLinks } from "../site/links.ts";
import { planFolder, playedLedgers } from "../site/plan-folder.ts";

/** All attacks at once, a word without an end, a very long text. */
const text = `${Object.values(attacks).join(" ")} ${"Ы".repeat(300)} ${"очень длинное название ".repeat(40)}`;

const sources = planSaying(text);
const plan = planFolder([
  ...sources,
  ...playedLedgers([
    ["2024-02-20", planSaying("прежде")],
    ["2024-03-05", sources],
  ]),
]);
const opened = openSite({ plan });
afterAll(() => rmSync(dirname(plan), { recursive: true, force: true }));

const pages = (): string[] => opened.site.files.filter((path) => path.endsWith(".html"));

describe("on disk", () => {
  test("the text stands on every page and is nowhere markup", () => {
    for (const path of pages()) {
      const html = opened.site.read(path);
      expect(html, path).toContain("&lt;script&gt;alert(1)");
      expect(/href="(?:javascript|data):/i.exec(html)?.[0], path).toBeUndefined();
      // In the value of an attribute a «<» is a letter.
      const markup = html
        .replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, "")
        .replace(/="(?!\/assets\/)[^"]*"/g, '=""');
      expect(/<script(?![^>]*\ssrc="\/assets\/)|<img|<!\[|<[^>]*\son\w+=/i.exec(markup)?.[0], path).toBeUndefined();
      for (const [part, times] of Object.entries({ "<main": 1, "<footer": 1, "<h1": 1 }))
        expect(html.split(part).length - 1, `${part} in ${path}`).toBe(times);
    }
  });

  test("no link is broken", () => expect(brokenLinks(opened.site)).toEqual([]));
});

test("in a browser nothing runs, nobody else is asked, every kind of page is whole, nothing scrolls sideways, on a phone or a wide screen", async () => {
  const widths = [320, 1280];
  const context = await opened.browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("dialog", (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(opened.address) && faults.push(`asked ${request.url()}`));
  for (const path of heaviestOfEachKind(opened.site, thorough ? 2 : 1)) {
    await page.setViewportSize({ width: widths[0]!, height: 900 });
    await page.goto(`${opened.address}${path}`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const seen = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        handlers: [...document.querySelectorAll("*")].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith("on")),
        ).length,
        whole:
          document.querySelector("main") !== null &&
          document.querySelector("footer") !== null &&
          document.querySelectorAll("h1").length === 1,
      }));
      if (seen.wide > width) faults.push(`${path} is ${seen.wide} px wide`);
      if (seen.handlers > 0 || !seen.whole) faults.push(`${path}: ${JSON.stringify(seen)}`);
    }
  }
  expect(faults).toEqual([]);
  await context.close();
});
