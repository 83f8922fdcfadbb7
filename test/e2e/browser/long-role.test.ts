import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writePlan } from "../../../bench/generate.ts";
import { roleView, type RoleView } from "../../../compiler/views/role/role.ts";
import { isSplit } from "../../../site/src/components/role/role-parts.ts";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { brokenLinks } from "./links.ts";

/** A plan so large that one role has too many dates for a page, and most have not. */
const folder = mkdtempSync(join(tmpdir(), "srok-plan-"));
let site: BuiltSite;
let roles: readonly RoleView[];

beforeAll(async () => {
  writePlan(320, folder);
  site = await buildForTest({ plan: join(folder, "plan") });
  const [plan] = site.plans;
  roles = plan!.parties.ids.map((id) => roleView(plan!, id));
});
afterAll(() => {
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

const partsOf = (id: string): string[] =>
  site.files.filter((path) => path.startsWith(`roles/${id}/`) && path !== `roles/${id}/index.html`);
const missing = (expected: Iterable<string>, found: ReadonlySet<string>): string[] =>
  [...expected].filter((each) => !found.has(each));
const itemsIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/href="\/2024\/items\/([^"/]+)\//g)].map(([, id]) => id!));

test("a role has pages for its parts where it has too many dates for one, and there alone", () => {
  const split = roles.filter(isSplit);
  expect(split.length).toBeGreaterThan(0);
  expect(split.length).toBeLessThan(roles.length);
  for (const role of roles) expect(partsOf(role.party.id).length > 0, role.party.id).toBe(isSplit(role));
});

test("its parts together name every item that it has, each month those of its own", () => {
  for (const role of roles.filter(isSplit)) {
    const pages = partsOf(role.party.id).map((path) => site.read(path));
    const undated = Object.values(role.undated).flat();
    const expected = new Set([...role.dues, ...undated, ...role.controls].map(({ item }) => item));
    expect(missing(expected, new Set(pages.flatMap((html) => [...itemsIn(html)])))).toEqual([]);
    for (const month of role.months) {
      const ends = role.dues.filter(({ day }) => day.serial >= month.start && day.serial <= month.end);
      const html = site.read(`roles/${role.party.id}/${month.year}-${String(month.month).padStart(2, "0")}/index.html`);
      expect(
        missing(
          ends.map(({ item }) => item),
          itemsIn(html),
        ),
        month.title,
      ).toEqual([]);
    }
  }
});

test("the role's own page leads to all of them and stays short", () => {
  for (const {
    party: { id },
  } of roles.filter(isSplit)) {
    const html = site.read(`roles/${id}/index.html`);
    for (const path of partsOf(id)) expect(html).toContain(`href="/${path.replace(/index\.html$/, "")}"`);
    expect(html.length).toBeLessThan(150_000);
  }
});

test("no link or anchor is broken, and no two pages have one title", () => {
  expect(brokenLinks(site)).toEqual([]);
  const titles = roles
    .filter(isSplit)
    .flatMap(({ party: { id } }) => [`roles/${id}/index.html`, ...partsOf(id)])
    .map((path) => /<title>([^<]+)</.exec(site.read(path))![1]);
  expect(new Set(titles).size).toBe(titles.length);
});
