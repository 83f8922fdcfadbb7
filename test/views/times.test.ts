/** How pages say the time of a deadline. */
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { duesOfItem } from "../../compiler/views/dues.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

/** With ordinary spaces. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

let plan: ResolvedPlan;
beforeAll(() => {
  plan = compile(sourcesOf(join(casesFolder, "good", "hours"))).value.plans[0]!;
});

test.each([
  ["1.1", "чт 12 сентября, 18:00", "2024-09-12T18:00+05:00"],
  ["1.2", "вт 4 июня, 19:00 (America/Los_Angeles; по времени плана – 5 июня, 07:00)", "2024-06-04T19:00-07:00"],
  ["1.3", "пн 3 июня, 09:00–18:00", "2024-06-03T18:00+05:00"],
  ["1.10", "вт 30 апреля, 24:00", "2024-05-01T00:00+05:00"],
] as const)("item %s is due %s", (item, text, iso) => {
  const [due] = duesOfItem(plan, item);
  expect([plain(due!.day.text), due!.day.instant?.iso]).toEqual([text, iso]);
});

test("a day without a time is a day", () => {
  const [due] = duesOfItem(plan, "1.7");
  expect([plain(due!.day.text), due!.time, due!.day.instant]).toEqual(["пт 3 мая", null, undefined]);
});
