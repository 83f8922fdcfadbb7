/** Nobody scrolls a phone for ever: long lists are cut into pages with addresses of their own, or folded. */
import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildForTest, serveSite, type BuiltSite } from "../site/built-site.ts";
import { openBrowser } from "./browser.ts";
import { heaviestOfEachKind, tooTall } from "./page-kinds.ts";

let site: BuiltSite;
let server: Server;
let address: string;
let browser: Browser;

beforeAll(async () => {
  site = await buildForTest();
  ({ server, address } = await serveSite(site));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  site.remove();
});

test("no kind of page is taller than twelve screens of a phone, the document aside", async () => {
  const paths = heaviestOfEachKind(site);
  for (const kind of ["", "2024/control/", "2024/days/", "2024/items/", "roles/minister/", "calculator/"])
    expect(
      paths.some((path) => path.startsWith(kind)),
      kind,
    ).toBe(true);
  expect(await tooTall(browser, address, paths)).toEqual([]);
});
