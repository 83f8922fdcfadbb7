/** What an item says of itself besides its cells: links, tags, whether it is done. */
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { feedEntries } from "../../compiler/feeds/entries.ts";
import { planJson } from "../../compiler/data/json.ts";
import { tagAnchor, tagsOf } from "../../compiler/query/tags.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { allDues } from "../../compiler/views/dues.ts";
import { upcomingView } from "../../compiler/views/role/upcoming.ts";
import { itemView } from "../../compiler/views/item/item.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

let plan: ResolvedPlan;
beforeAll(() => {
  plan = compile(sourcesOf(join(casesFolder, "good", "links-and-tags"))).value.plans[0]!;
});

test("tags gather items in the order of the plan, by the order of letters", () => {
  expect(tagsOf(plan).map(({ tag, items }) => [tag, items.map(({ id }) => id)])).toEqual([
    ["безопасность", ["1.1"]],
    ["первый класс", ["1.1", "1.2"]],
  ]);
  expect(tagAnchor("Первый класс")).toBe("t-первый-класс");
});

test("an item's page has its links, tags and the day it was done", () => {
  const { url, links, tags, done } = itemView(plan, "1.1");
  expect(url).toBe("https://plan.example/check/");
  expect(links).toEqual([{ title: "Порядок проверки", url: "https://plan.example/order" }]);
  expect(tags).toEqual(["первый класс", "безопасность"]);
  expect(done?.day.replaceAll("\u00a0", " ")).toBe("2 мая 2024 года");
  expect(itemView(plan, "1.2").done).toBeNull();
});

test("published data has them, and keeps an item without them as it was", () => {
  const { items } = JSON.parse([...planJson(plan)].join("")) as { items: Record<string, unknown>[] };
  expect(items[0]).toMatchObject({
    tags: ["первый класс", "безопасность"],
    status: { is: "done", date: "2024-05-02" },
  });
  expect(Object.keys(items[1]!)).not.toContain("status");
});

test("what is done rings no more and says so", () => {
  const [done, open] = feedEntries([plan], "https://plan.example", () => undefined);
  expect([done!.alarm, open!.alarm === undefined]).toEqual([undefined, false]);
  expect(done!.description.replaceAll("\u00a0", " ")).toContain("Выполнено 2 мая 2024 года (Протокол № 3)");
});

test("what is done is not what comes next", () => {
  const coming = upcomingView(plan, allDues(plan)).days.flatMap(({ lines }) => lines.flatMap(({ dues }) => dues));
  expect(coming.map(({ item }) => item)).not.toContain("1.1");
  expect(coming.map(({ item }) => item)).toContain("1.2");
});
