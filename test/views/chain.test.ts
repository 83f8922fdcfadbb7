/** The chain that an item stands in: which links there are, how far apart, and a drawing that keeps its words and marks apart. */
import { describe, expect, test } from "vitest";
import { chainDrawings, type ChainDrawing } from "../../compiler/views/item/chain-drawing.ts";
import { chainView, type ChainView } from "../../compiler/views/item/chain.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { realPlans, tinyPlans } from "../feeds/plans.ts";

const item = (id: string, deadline: string, activity = `Пункт ${id}`): string =>
  `  - { id: "${id}", activity: ${JSON.stringify(activity)}, responsible: [school], deadline: { text: срок, ${deadline} } }`;
const event = (id: string, latest?: string, title = `событие ${id}`): string =>
  `  - { id: ${id}, title: ${JSON.stringify(title)}, scope: public${latest === undefined ? "" : `, latest: "${latest}"`} }`;
function plan(items: readonly string[], events: readonly string[]): ResolvedPlan {
  return tinyPlans({ items: items.join("\n"), files: { "2024/events.yaml": `events:\n${events.join("\n")}\n` } })[0]!;
}
const chainOf = (of: ResolvedPlan, id: string): ChainView => chainView(of, of.byId.get(id)!)!;
/** Each link as «what it waits for → it», in the chain's order. */
function waits({ steps }: ChainView): string[] {
  const name = (place: number): string => steps[place]!.item ?? steps[place]!.title;
  return steps.flatMap(({ side, toward, gap }, place) =>
    toward === null
      ? []
      : [`${side === "before" ? `${name(place)} → ${name(toward)}` : `${name(toward)} → ${name(place)}`}: ${gap}`],
  );
}
const drawn = (chain: ChainView) =>
  chainDrawings(
    chain.steps,
    chain.steps.map(({ title }) => title),
  );

/** Words of a drawing as boxes, wide as the longest of our faces sets them; all stay inside and none stands on another or on a mark. */
function expectApart({ width, height, marks, gaps }: ChainDrawing): void {
  const words = [
    ...marks
      .filter(({ title }) => title !== "")
      .map(({ x, y, item: number, title }) => ({ x, y, text: `${number ?? ""} ${title}` })),
    ...gaps,
  ];
  const boxes = words.map(({ x, y, text }) => ({
    text,
    left: x,
    right: x + text.trim().length * 7.6,
    top: y - 10,
    bottom: y + 3,
  }));
  const signs = marks.map(({ path }) => {
    const [, x, y] = /^M([\d.]+) ([\d.]+)/.exec(path)!.map(Number) as [number, number, number];
    return { text: path, left: x, right: x + 14, top: y - 1, bottom: y + 7 };
  });
  for (const box of [...boxes, ...signs]) {
    expect(box.left, box.text).toBeGreaterThanOrEqual(0);
    expect(box.right, box.text).toBeLessThanOrEqual(width);
    expect(box.top, box.text).toBeGreaterThanOrEqual(0);
    expect(box.bottom, box.text).toBeLessThanOrEqual(height);
  }
  const all = [...boxes, ...signs];
  all.forEach((a, place) =>
    all
      .slice(place + 1)
      .forEach((b) =>
        expect(
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          `«${a.text}» on «${b.text}»`,
        ).toBe(false),
      ),
  );
}

const long =
  "Формирование рекомендуемых индивидуальных образовательных маршрутов педагогических работников и управленческих кадров";
const plans: Readonly<Record<string, () => ResolvedPlan>> = {
  "one event": () => plan([item("1.1", "within: { working-days: 10, after: a }", long)], [event("a", undefined, long)]),
  "a line four deep": () =>
    plan(
      ["1.1", "1.2", "1.3", "1.4", "1.5"].map((id, place) =>
        item(id, place === 0 ? "until: 03-01" : `within: { working-days: 10, after: e${place} }`, long),
      ),
      ["1.1", "1.2", "1.3", "1.4"].map((id, place) => event(`e${place + 1}`, id)),
    ),
  "twelve that wait": () =>
    plan(
      [
        item("1.1", "within: { calendar-days: 2, after: a }", long),
        ...Array.from({ length: 12 }, (_, n) =>
          item(`1.${n + 2}`, n % 2 === 0 ? "before: done" : "within: { months: 2, after: done }", long),
        ),
      ],
      [event("a"), event("done", "1.1")],
    ),
  "several events before, branches after": () =>
    plan(
      [
        item(
          "1.1",
          "any: [{ within: { working-days: 5, after: a } }, { on-day-of: b }, { no-later-than: { working-days: 3, before: c } }]",
          long,
        ),
        item("1.2", "on-day-of: done"),
        item("1.3", "within: { working-days: 1, after: done }", long),
        item("1.4", "within: { working-days: 1, after: third }"),
        item("1.5", "until: { event: done }"),
      ],
      [event("a", undefined, long), event("b"), event("c"), event("done", "1.1"), event("third", "1.3")],
    ),
  "a word without an end": () =>
    plan(
      [
        item("1.1", "within: { working-days: 10, after: a }", "Ы".repeat(400)),
        ...["1.2", "1.3"].map((id) => item(id, "on-day-of: done", "Ы".repeat(400))),
      ],
      [event("a", undefined, "Щ".repeat(400)), event("done", "1.1")],
    ),
};

describe("which links there are", () => {
  test("every event that an item waits for, each with its own distance, and each that waits with what it waits for", () => {
    expect(
      waits(chainOf(plans["several events before, branches after"]!(), "1.1")).map((text) => text.replace(/\s/g, " ")),
    ).toEqual([
      `${long} → 1.1: + 5 рабочих дней`,
      "событие b → 1.1: в тот же день",
      "событие c → 1.1: \u2212 3 рабочих дня",
      "1.1 → 1.2: в тот же день",
      "1.1 → 1.3: + 1 рабочий день",
      "1.3 → 1.4: + 1 рабочий день",
      "1.1 → 1.5: до этого дня",
    ]);
  });

  test("a chain is the same chain from each of its links", () => {
    const line = plans["a line four deep"]!();
    for (const id of ["1.1", "1.3", "1.5"])
      expect(waits(chainOf(line, id)).map((text) => text.split(":")[0])).toEqual([
        "1.1 → 1.2",
        "1.2 → 1.3",
        "1.3 → 1.4",
        "1.4 → 1.5",
      ]);
  });

  test("what nothing waits for and what waits for nothing stands in no chain", () => {
    const alone = plan([item("1.1", "until: 03-01")], [event("a")]);
    expect(chainView(alone, alone.byId.get("1.1")!)).toBeNull();
  });

  test("two ways to the same item name it once", () => {
    const diamond = plan(
      [
        item("1.1", "until: 03-01"),
        ...["1.2", "1.3"].map((id) => item(id, "within: { working-days: 1, after: a }")),
        item(
          "1.4",
          "any: [{ key: b, within: { working-days: 1, after: b } }, { key: c, within: { working-days: 1, after: c } }]",
        ),
      ],
      [event("a", "1.1"), event("b", "1.2"), event("c", "1.3")],
    );
    for (const id of ["1.1", "1.4"])
      expect(
        chainOf(diamond, id)
          .steps.map((step) => step.item)
          .sort(),
      ).toEqual(["1.1", "1.2", "1.3", "1.4"]);
  });

  test("a crowd is cut and says so; the table has no more columns than stand side by side", () => {
    const crowd = plan(
      [
        item("1.1", "until: 03-01"),
        ...Array.from({ length: 200 }, (_, n) => item(`1.${n + 2}`, "within: { working-days: 1, after: done }")),
      ],
      [event("done", "1.1")],
    );
    const chain = chainOf(crowd, "1.1");
    expect(chain.whole).toBe(false);
    expect(chain.steps.length).toBeLessThan(30);
    expect(chain.columns.length).toBeLessThanOrEqual(5);
    expect(chain.columns.map((column) => column.side)).toContain("me");
    expect(chainOf(crowd, "1.150").whole).toBe(true);
    expect(chainOf(crowd, "1.150").steps.map((step) => step.item)).toEqual(["1.1", "1.150"]);
  });
});

describe("the drawing", () => {
  test.each(Object.keys(plans))("%s: every word and mark keeps to itself, wide and narrow, from each item", (name) => {
    const of = plans[name]!();
    for (const { id } of of.items) {
      const { wide, narrow } = drawn(chainOf(of, id));
      expectApart(narrow);
      if (wide !== null) expectApart(wide);
    }
  });

  test("of the plan of 2024 too", () => {
    const chains = realPlans().flatMap((of) => of.items.flatMap((each) => chainView(of, each) ?? []));
    expect(chains.length).toBeGreaterThan(20);
    for (const chain of chains) {
      const { wide, narrow, columns } = drawn(chain);
      expectApart(narrow);
      expectApart(wide!);
      expect(columns).toBe(
        chain.steps.filter(({ side, toward }) => side === "before" && chain.steps[toward!]!.side === "me").length < 2,
      );
    }
  });

  test("a line leads to each link, in the chain's direction", () => {
    const { wide, narrow } = drawn(chainOf(plans["a line four deep"]!(), "1.3"));
    const xs = wide!.marks.map(({ path }) => Number(/^M([\d.]+)/.exec(path)![1]));
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(wide!.lines.split("M").length - 1).toBe(4);
    expect(narrow.lines.split("M").length - 1).toBe(4);
    expect(narrow.heads.split("M").length - 1).toBe(4);
    expect(wide!.marks.map(({ kind }) => kind)).toEqual(["item", "item", "me", "item", "item"]);
  });

  test("more columns than a page is wide are drawn downwards only", () => {
    const ids = Array.from({ length: 9 }, (_, n) => `1.${n + 1}`);
    const line = plan(
      ids.map((id, n) => item(id, n === 0 ? "until: 03-01" : `within: { working-days: 1, after: e${n} }`)),
      ids.slice(1).map((_, n) => event(`e${n + 1}`, ids[n])),
    );
    const { wide, narrow } = drawn(chainOf(line, "1.5"));
    expect(wide).toBeNull();
    expectApart(narrow);
  });
});
