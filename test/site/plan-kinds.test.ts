import { expect, test } from "vitest";
import { stringsFor } from "../../site/src/i18n/strings.ts";

/** Every text of a table, with its place; those that are made for values are left out. */
function textsOf(table: unknown, place = ""): [place: string, text: string][] {
  if (typeof table === "string") return [[place, table]];
  if (typeof table !== "object" || table === null) return [];
  return Object.entries(table).flatMap(([key, inner]) => textsOf(inner, `${place}/${key}`));
}

test.each([
  ["ru", /приказ/i],
  ["en", /\border\b(?! of)/i],
] as const)("in a plan without an order what people fill in and search with speaks of none: %s", (language, word) => {
  const { edit, my, search, calculator } = stringsFor(language, { hasOrder: false, isYear: true });
  const texts = textsOf({ edit, my, search, calculator });
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter(([, text]) => word.test(text))).toEqual([]);
});

test.each(["ru", "en"] as const)("in a plan with an order it does: %s", (language) => {
  const { edit } = stringsFor(language, { hasOrder: true, isYear: true });
  expect(textsOf(edit).some(([, text]) => /приказ|\border\b/i.test(text))).toBe(true);
});
