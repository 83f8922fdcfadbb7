import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { eventsJson, planJson } from "../../compiler/data/json.ts";
import { nameOf, titleOf } from "../../compiler/explain/titles.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { plan2024 } from "../plan-files.ts";

const resolved = (files: readonly SourceFile[]): ResolvedPlan => compile([...files]).value.plans[0]!;

const [named, unnamed] = [
  resolved(plan2024()),
  resolved(
    plan2024().map(({ path, text }) => ({
      path,
      text: path.includes("/2024/") ? text.replaceAll(/^ {4}name: .*\n|^names: .*\n/gm, "") : text,
    })),
  ),
];
const published = (plan: ResolvedPlan): { names?: string; items: readonly Readonly<Record<string, unknown>>[] } =>
  JSON.parse([...planJson(plan)].join("")) as never;

test("plain names reach no calendar and no record of dates", () => {
  expect(named.items.filter(({ source }) => source.data.name !== undefined)).toHaveLength(127);
  expect(unnamed.items.filter(({ source }) => source.data.name !== undefined)).toEqual([]);
  expect(emitFeeds([named])).toEqual(emitFeeds([unnamed]));
  expect([...eventsJson(named)].join("")).toBe([...eventsJson(unnamed)].join(""));
});

test("the published plan has them beside the order's words, and says whose they are", () => {
  const [mine, without] = [published(named), published(unnamed)];
  expect([mine.names, without.names]).toEqual(["draft", undefined]);
  expect(mine.items.map(({ name: _, ...rest }) => rest)).toEqual(without.items);
  expect(mine.items.find(({ id }) => id === "2.1.8")).toMatchObject({
    name: "Сменить учебный год в модуле «Е-услуги»",
    title: "Смена учебного года в модуле…",
  });
});

test("a row is called by its name, else by the order's words after the name of the row above it", () => {
  const titles = (plan: ResolvedPlan, id: string): string => nameOf(plan.byId.get(id)!, plan.byId);
  expect(titles(named, "1.1.5-2")).toBe("Открыть новый учебный год для ОДО");
  const above = resolved(
    plan2024().map(({ path, text }) => ({
      path,
      text: text.replace("    name: Открыть новый учебный год для ОДО\n", ""),
    })),
  );
  expect(titles(above, "1.1.5-2")).toBe("Открыть новый учебный год: для ОДО");
  for (const item of unnamed.items) expect(nameOf(item, unnamed.byId)).toBe(titleOf(item, unnamed.byId));
});

test("each row of the plan of 2024 has a name of its own, in one line", () => {
  const names = named.items.map(({ source }) => source.data.name ?? "");
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.filter((name) => name.length > 70 || /[:.…]$|\s{2}| -|е́|^\p{Ll}/u.test(name))).toEqual([]);
});
