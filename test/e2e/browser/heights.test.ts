/** Nobody scrolls a phone for ever: long lists are cut into pages with addresses of their own, or folded. */
import { expect, test } from "vitest";
import { thorough } from "../../fuzz-runs.ts";
import { openSite } from "./open-site.ts";
import { heaviestOfEachKind, tooTall } from "./page-kinds.ts";

const opened = openSite();

test("no kind of page is taller than twelve screens of a phone, the document aside", async () => {
  const paths = heaviestOfEachKind(opened.site, thorough ? 2 : 1);
  for (const kind of ["", "2024/control/", "2024/days/", "2024/items/", "roles/minister/", "calculator/"])
    expect(
      paths.some((path) => path.startsWith(kind)),
      kind,
    ).toBe(true);
  expect(await tooTall(opened.browser, opened.address, paths)).toEqual([]);
});
