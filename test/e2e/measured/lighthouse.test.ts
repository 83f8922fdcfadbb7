/** Lighthouse on a phone over the shipped nginx, each type of page: the median of three. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../browser/browser.ts";
import { pageTypes } from "../browser/page-types/page-types.ts";
import { needsServer, nginx, startServer, type Running } from "../serving/servers.ts";
import { buildForTest, type BuiltSite } from "../site/built-site.ts";
import { measure, obtainLighthouse, type Category, type Measured } from "./lighthouse.ts";

const least: Readonly<Record<Category, number>> = {
  performance: 98,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};

const chrome = findBrowser();
let site: BuiltSite;
let running: Running | undefined;
let missing: string | undefined;
beforeAll(async () => {
  missing = chrome === undefined ? "no Chromium, Chrome or Edge" : obtainLighthouse();
  if (missing !== undefined || nginx.program === undefined) return;
  site = await buildForTest({ site: "https://plan.example" });
  running = await startServer(nginx, site.out);
});
afterAll(async () => {
  await running?.stop();
  site?.remove();
});

/** Below the least? A page that asks not to be listed has no score for being found. */
function shortfalls({ scores }: Measured, listed: boolean): string[] {
  const names = (Object.keys(least) as Category[]).filter((name) => listed || name !== "seo");
  return names.filter((name) => scores[name] < least[name]).map((name) => `${name} ${scores[name]}`);
}

test.for(
  [...pageTypes, "edit/", "2024/days/04-30/", "roles/minister/load/"].filter((path) => path !== "no-such-page/"),
)("/%s", async (path, context) => {
  needsServer(nginx, context);
  if (missing !== undefined) {
    if (process.env["CI"] === "true") throw new Error(missing);
    context.skip(missing);
  }
  const listed = !site.read(`${path}index.html`).includes('<meta name="robots" content="noindex">');
  const short: string[] = [];
  let good = 0;
  // The median of three is good as soon as two are, and is not as soon as two are not.
  while (good < 2 && short.length < 2) {
    const measured = await measure(`${running!.address}/${path}`, chrome!);
    const found = shortfalls(measured, listed);
    if (found.length === 0) good += 1;
    else short.push(`${found.join(", ")} (${measured.speed})`);
  }
  expect(good, short.join("; ")).toBe(2);
});
