import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writePlan } from "../../../bench/generate.ts";
import { roleView, type RoleView } from "../../../compiler/views/role/role.ts";
import { mostRows } from "../../../site/src/components/role/pieces.ts";
import { hasSheet } from "../../../site/src/components/role/role-parts.ts";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { brokenLinks } from "./links.ts";

/** A plan so large that some roles have hundreds of dates a month, and more than a sheet takes. */
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

test("a role has a sheet where its dates fit on one, and there alone", () => {
  expect(roles.some(hasSheet)).toBe(true);
  expect(roles.some(({ dues }) => dues.length > 1000)).toBe(true);
  for (const role of roles)
    expect(partsOf(role.party.id).includes(`roles/${role.party.id}/sheet/index.html`), role.party.id).toBe(
      hasSheet(role),
    );
});

test("the parts of every role together name every item that it has, each month those of its own", () => {
  for (const role of roles) {
    const paths = partsOf(role.party.id).filter((path) => !path.includes("/sheet/"));
    const pages = new Map(paths.map((path) => [path, itemsIn(site.read(path))]));
    const undated = Object.values(role.undated).flat();
    const expected = new Set([...role.dues, ...undated, ...role.controls].map(({ item }) => item));
    expect(missing(expected, new Set([...pages.values()].flatMap((items) => [...items])))).toEqual([]);
    for (const month of role.months) {
      const ends = role.dues.filter(({ day }) => day.serial >= month.start && day.serial <= month.end);
      const name = `${month.year}-${String(month.month).padStart(2, "0")}`;
      const own = paths.filter((path) => path.startsWith(`roles/${role.party.id}/${name}`));
      expect(
        missing(
          ends.map(({ item }) => item),
          new Set(own.flatMap((path) => [...pages.get(path)!])),
        ),
        `${role.party.id} ${month.title}`,
      ).toEqual([]);
    }
  }
});

test("no list is longer than sixty rows: it goes on over the next page", () => {
  let next = 0;
  for (const { party } of roles)
    for (const path of partsOf(party.id).filter((each) => !/\/(?:sheet|year)\//.test(each))) {
      const html = site.read(path);
      const rows = html.match(/<li class="due[ "]|<ul class="plain">.*?<\/ul>/gs) ?? [];
      const count = rows.reduce((sum, row) => sum + (row.startsWith("<ul") ? row.split("<li").length - 1 : 1), 0);
      expect(count, path).toBeLessThanOrEqual(mostRows + 1);
      if (/-\d\/index\.html$/.test(path)) next += 1;
      expect(html.length, path).toBeLessThan(150_000);
    }
  expect(next).toBeGreaterThan(0);
});

test("no link or anchor is broken, and no two pages have one title", () => {
  expect(brokenLinks(site)).toEqual([]);
  const titles = roles
    .flatMap(({ party: { id } }) => [`roles/${id}/index.html`, ...partsOf(id)])
    .map((path) => /<title>([^<]+)</.exec(site.read(path))![1]);
  expect(new Set(titles).size).toBe(titles.length);
});
