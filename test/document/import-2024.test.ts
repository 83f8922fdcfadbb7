import { describe, expect, test } from "vitest";
import { dayOf, isoDate } from "../../compiler/calendar/day.ts";
import { writtenAt } from "../../compiler/load/yaml/parsed-yaml.ts";
import type { ResolvedDeadline, ResolvedPlan } from "../../compiler/resolve/model.ts";
import { realPlans } from "../feeds/plans.ts";
import { compiledDraft, fixture, imported, knownSeries, labelsOf } from "./imported.ts";

/** Every date of a plan in a line: item, kind, days, condition, parties by their labels. */
function datesOf(plan: ResolvedPlan): string[] {
  const labels = labelsOf(plan);
  return plan.dueWindows.map(({ item, kind, window, parties }) =>
    [
      item,
      kind,
      window.start === null ? "…" : isoDate(window.start),
      isoDate(window.end),
      window.conditional ?? "",
      labels(parties),
    ].join(" | "),
  );
}

const stateOf = (deadline: ResolvedDeadline | null | undefined): string =>
  deadline === null || deadline === undefined ? "none" : deadline.state;
/** Every row of a plan in a line: its words, its parties, the states of its two deadlines. */
function rowsOf(plan: ResolvedPlan): string[] {
  const labels = labelsOf(plan);
  return plan.items.map(({ id, number, source, responsible, deadline, control, section }) =>
    JSON.stringify([
      id,
      number,
      section,
      source.data.activity,
      source.data.heading ?? false,
      source.data["same-cells-as"] ?? null,
      labels(responsible),
      source.data["responsible-text"] ?? null,
      deadline?.text ?? null,
      stateOf(deadline),
      control?.form ?? null,
      control?.controlOf ?? null,
      control?.deadline?.text ?? null,
      stateOf(control?.deadline),
    ]),
  );
}

const without = (lines: readonly string[], others: readonly string[]): string[] =>
  lines.filter((line) => !others.includes(line));

/**
 * What the order does not say and the hand-written plan knows from elsewhere. 2.1.5: admission to schools has no bounds in the
 * order; the plan takes them from the federal admission rules, of which the order says nothing. A draft that is told of the
 * plan takes them from there, with their source; another holds the words, marked for review, and no dates.
 */
const unknownToTheOrder = "2.1.5";

describe.each([{ told: "of nothing" }, { told: "of the series' plan" }])(
  "the order of 2024, told $told",
  ({ told }) => {
    const known = told !== "of nothing";
    const draft = imported(fixture("order-2024.txt"), known ? { known: knownSeries() } : {});
    const [plan, real] = [compiledDraft(draft), realPlans()[0]!];

    test("gives the dates and parties of the hand-written plan", () => {
      const [dates, realDates] = [datesOf(plan), datesOf(real)];
      expect(without(dates, realDates)).toEqual([]);
      const missing = without(realDates, dates);
      expect(missing.filter((line) => !line.startsWith(`${unknownToTheOrder} `))).toEqual([]);
      // The campaign itself, and its 23 weeks of control.
      expect(missing).toHaveLength(known ? 0 : 24);
    });

    test("writes the responsible of every row in the order's words", () => {
      const written = plan.items.flatMap(({ source: { data, origin } }) =>
        data.responsible === undefined ? [] : [writtenAt(origin, ["responsible"])],
      );
      expect(written).toHaveLength(99);
      expect(written.filter((words) => typeof words !== "string")).toEqual([]);
    });

    test("gives its rows word for word", () => {
      const differing = without(rowsOf(plan), rowsOf(real));
      expect(differing.map((line) => (JSON.parse(line) as string[])[0])).toEqual(known ? [] : [unknownToTheOrder]);
      expect(plan.items).toHaveLength(127);
    });

    test("gives its order and glossary word for word", () => {
      const withoutSlips = (value: unknown): unknown =>
        JSON.parse(
          JSON.stringify(value, (key, inner: unknown) =>
            ["slips", "source", "status", "names", "accept", "party", "period"].includes(key) ? undefined : inner,
          ),
        );
      expect(withoutSlips(plan.plan.order.data)).toEqual(withoutSlips(real.plan.order.data));
      expect(withoutSlips(plan.series.glossary.data)).toEqual(withoutSlips(real.series.glossary.data));
      expect(plan.plan.sections.map(({ data }) => [data.id, data.number, data.title])).toEqual(
        real.plan.sections.map(({ data }) => [data.id, data.number, data.title]),
      );
    });

    test("says what the order leaves open, why, and marks it", () => {
      const unread = draft.notes.filter(({ code }) => code === "deadline-unread");
      expect(unread.map(({ item, fault }) => [item, fault?.code, fault?.word])).toEqual(
        known
          ? []
          : [
              [unknownToTheOrder, "unknown-period", "приемной кампании"],
              [unknownToTheOrder, "unknown-period", "приемной кампании"],
            ],
      );
      expect(draft.notes.filter(({ code }) => code === "period-known").map(({ values }) => values["id"])).toEqual(
        known ? ["school-admission", "camp-admission", "school-year"] : [],
      );
      const { deadline, control } = plan.byId.get(unknownToTheOrder)!;
      for (const each of [deadline, control?.deadline])
        expect(each?.rule).toMatchObject({ review: true, ...(known ? {} : { external: each!.text }) });
    });
  },
);

/** What an editor adds to the draft by hand, with the reason why no document says it. */
const editorial: Readonly<Record<string, string>> = {
  "party-reading": "«ОО» beside ДОО and ОДО means schools: a judgement of the editors",
  slips: "slips of the order are marked by a reader",
  short: "short forms are chosen",
  name: "plain names are an editor's words",
  reading: "why a rule differs from its words is a person's reason",
  accept: "a finding is accepted by a person",
  key: "names of dates inside a cell are chosen; without them they are numbered",
};

test("beyond dates and words the drafts lack only what editors add", () => {
  const plan = compiledDraft(imported(fixture("order-2024.txt"), { known: knownSeries() }));
  const missing = new Set<string>();
  const compare = (mine: unknown, real: unknown, key: string): void => {
    if (typeof real !== "object" || real === null) return;
    for (const [name, value] of Object.entries(real)) {
      const own = (mine as Readonly<Record<string, unknown>> | undefined)?.[name];
      if (own === undefined) missing.add(Array.isArray(real) ? key : name);
      else compare(own, value, name);
    }
  };
  for (const { id, source } of realPlans()[0]!.items)
    if (id !== unknownToTheOrder) compare(plan.byId.get(id)!.source.data, source.data, id);
  expect([...missing].filter((name) => !Object.hasOwn(editorial, name))).toEqual([]);
});

test("the order's party words match the series' parties, none is new", () => {
  const { draft, notes } = imported(fixture("order-2024.txt"), { known: knownSeries() });
  expect(draft.folder).toBe("gis-obrazovanie/2024");
  expect(notes.filter(({ code }) => code === "party-new")).toEqual([]);
  expect(draft.files.find(({ path }) => path.endsWith("parties.yaml"))!.text).toBe(
    knownSeries()[0]!.parties[0]!.origin.file.source.text,
  );
});

test("as next year's order it takes rules, periods and readings over from this year, and marks them", () => {
  const text = new TextDecoder().decode(fixture("order-2024.txt")).replaceAll("2024", "2025");
  const draft = imported(new TextEncoder().encode(text), { known: knownSeries() });
  const plan = compiledDraft(draft);
  const real = realPlans()[0]!;
  expect(plan.id).toBe("2025");
  expect(plan.items.map(({ id, deadline }) => [id, stateOf(deadline)])).toEqual(
    real.items.map(({ id, deadline }) => [id, stateOf(deadline)]),
  );
  expect(plan.awaitableEvents.map(({ id }) => id)).toEqual(real.awaitableEvents.map(({ id }) => id));
  expect(draft.notes.filter(({ code }) => code === "deadline-unread")).toEqual([]);
  const carried = new Set(draft.notes.filter(({ code }) => code === "rule-carried").map(({ item }) => item));
  const marked = plan.items
    .filter(({ deadline, control }) =>
      [deadline, control?.deadline].some((each) => each?.rule.review === true && !each.inherited),
    )
    .map(({ id }) => id);
  expect(marked).toEqual([...carried]);
  // Days that the words themselves name are those of the new year, whatever the old rule said.
  expect(carried.has("3.5.4")).toBe(false);
  expect(plan.dueWindows.find(({ item }) => item === "3.5.4")?.window.end).toBe(dayOf(2025, 1, 29));
});
