import { afterAll, beforeAll, expect, test } from "vitest";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { brokenLinks } from "./links.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildForTest({ site: "https://plan.example", base: "/plan/" });
});
afterAll(() => site.remove());

test("under a base path every link stays under it", () => expect(brokenLinks(site)).toEqual([]));

test("canonical addresses and subscriptions carry origin and base", () => {
  expect(site.read("roles/doo/index.html")).toContain("<link rel=\"canonical\" href=\"https://plan.example/plan/roles/doo/\">");
  expect(site.read("roles/doo/index.html")).toContain("webcal://plan.example/plan/feeds/doo.ics");
});

test("fonts are asked for under the base", () => {
  const styles = site.files.filter((path) => path.endsWith(".css")).map((path) => site.read(path)).join("");
  expect(styles).toContain("/plan/fonts/");
});
