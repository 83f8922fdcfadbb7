import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { answerWaiting, ownName, type Dates } from "../../compiler/calculate/answer.ts";
import { countingData, waitingData } from "../../compiler/calculate/cut.ts";
import { waitingFile } from "../../compiler/calculate/entries.ts";
import { openCounting } from "../../compiler/calculate/open.ts";
import type { CountingData, WaitingCell, WaitingData } from "../../compiler/calculate/data.ts";
import { compile } from "../../compiler/compile.ts";
import { feedEntries } from "../../compiler/feeds/entries.ts";
import type { EntryRevision, RevisionLookup } from "../../compiler/feeds/entry-revision.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { allForms } from "../../compiler/resolve/forms/all-forms.ts";
import { countingForms } from "../../compiler/resolve/forms/counting-forms.ts";
import { referencePaths } from "../../compiler/rule/references.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { resolveUnchecked } from "../../compiler/resolve/resolve-unchecked.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { serialisedTexts } from "../ical/serialised.ts";
import { plan2024 } from "../plan-files.ts";
import { entriesIn, onRecord } from "./on-record.ts";

const site = "https://plan.example";
const [plan] = compile(plan2024()).value.plans as [ResolvedPlan];

/** What a browser gets is JSON. */
const sent = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;
const countingOf = (of: ResolvedPlan): ReturnType<typeof openCounting> =>
  openCounting(sent<CountingData>(countingData(of, of.series.plans, site)), allForms);
const counting = countingOf(plan);

interface Waiting {
  readonly cell: WaitingCell;
  readonly event: string;
  readonly data: WaitingData;
}
function waitingOf(of: ResolvedPlan, stamps?: RevisionLookup): Waiting[] {
  return of.items.flatMap((item) => {
    const data = waitingData(of, item, stamps);
    return data === undefined
      ? []
      : data.cells.flatMap((cell) => cell.events.map(({ id }) => ({ cell, event: id, data: sent(data) })));
  });
}
const waiting = waitingOf(plan);
const first = (events: number): Waiting =>
  waiting.find(({ cell, data }) => cell.kind === "work" && data.cells[0]!.events.length === events)!;

const datesOf = ({ cell, event, data }: Waiting, date: string, by = counting): Dates => {
  const { dates, refusal } = answerWaiting(
    { ...by, forms: data.counts ? countingForms : allForms },
    { slice: data.slice, cell, event, date },
  );
  if (dates === undefined) throw new Error(`${cell.item}: ${refusal.why}`);
  return dates;
};

test("what counts from something needs no other forms, a last day aside, which can be named too", () => {
  expect(Object.keys(referencePaths).filter((form) => form !== "until" && !(form in countingForms))).toEqual([]);
});

/** The plan with a day on record; several cells wait for the same event. */
const onRecordBefore = new Map<string, ResolvedPlan>();
function planOnRecord(event: string, date: string): ResolvedPlan {
  const known = onRecordBefore.get(`${event} ${date}`) ?? onRecord(plan, event, date);
  onRecordBefore.set(`${event} ${date}`, known);
  return known;
}

describe("a waiting cell of the plan of 2024", () => {
  test("there are some, with one event and with two", () => {
    expect(waiting.length).toBeGreaterThan(20);
    expect(first(1)).toBeDefined();
    expect(first(2)).toBeDefined();
  });

  test.each(waiting.map((each) => [`${each.cell.item} ${each.cell.kind} ${each.event}`, each] as const))(
    "%s: dates, trace and entry are those of a plan with that day on record",
    (_, each) => {
      for (const date of ["2024-04-26", "2024-05-24", "2024-12-31", "2026-11-25"]) {
        const whole = planOnRecord(each.event, date);
        const expected = whole.dueWindows.filter(
          ({ item, kind, window }) =>
            item === each.cell.item && kind === each.cell.kind && window.occurrence === ownName(date),
        );
        const dates = datesOf(each, date);
        const plain = (list: readonly (typeof expected)[number][]) =>
          list.map(({ uid, window: { path: _path, ...window }, parties, audience, wording }) => ({
            uid,
            window,
            parties,
            audience,
            wording,
          }));
        expect(plain(dates.dueWindows)).toEqual(plain(expected));
        // A whole feed takes its time; every entry is held to the serialiser below.
        if (date !== "2024-04-26" || waiting.indexOf(each) > 4) continue;
        const file = waitingFile(dates, date, counting);
        const all = emitFeeds([whole], { site }).find(({ path }) => path === "feeds/all.ics")!.text;
        expect(entriesIn(file.text)).toHaveLength(expected.length);
        for (const entry of entriesIn(file.text)) expect(all).toContain(entry);
      }
    },
  );
});

describe("the table of the semantics", () => {
  const due = (item: string, date: string): string =>
    isoDate(
      datesOf(
        waiting.find(({ cell }) => cell.item === item)!,
        date,
      ).dueWindows[0]!.window.end,
    );
  const itemWith = (unit: "within" | "no-later-than", days: number): string =>
    plan.items.find(({ deadline }) => deadline?.rule[unit]?.["working-days"] === days && deadline.state === "on-event")!
      .id;
  test.each([
    ["within", 3, "2024-04-26", "2024-05-03"],
    ["no-later-than", 10, "2024-05-24", "2024-05-08"],
    ["within", 2, "2024-03-31", "2024-04-02"],
    ["within", 2, "2024-12-31", "2025-01-10"],
  ] as const)("%s %i working days, %s → %s", (form, days, date, end) =>
    expect(due(itemWith(form, days), date)).toBe(end),
  );
});

describe("what is refused", () => {
  const ask = (date: string): unknown =>
    answerWaiting(counting, { ...first(1), slice: first(1).data.slice, date }).refusal;
  test("a day that does not exist", () => {
    for (const date of ["2024-02-31", "2023-02-29", "2024-13-01", "", "26.04.2024"])
      expect(ask(date), date).toEqual({ why: "no-such-day" });
  });
  test("a day, or a count that runs, beyond the calendars", () => {
    expect(ask("2031-05-06")).toEqual({ why: "beyond", year: 2031, first: 2023, last: 2027 });
    expect(ask("2027-12-30")).toEqual({ why: "beyond", year: 2028, first: 2023, last: 2027 });
    expect(ask("2022-12-30")).toEqual({ why: "beyond", year: 2022, first: 2023, last: 2027 });
  });
  test("nothing is refused that leans on a calendar which is not final, but it is told", () => {
    expect(datesOf(first(1), "2027-03-10").provisional).toEqual([2027]);
    expect(datesOf(first(1), "2024-03-11").provisional).toEqual([]);
  });
});

describe("the file", () => {
  test("is an entry of the reader's own: no published uid is met, the same day asked twice is the same entry", () => {
    const published = new Set(plan.dueWindows.map(({ uid }) => uid));
    const uid = (date: string): string =>
      /UID:(.*)/.exec(waitingFile(datesOf(first(1), date), date, counting).text.replace(/\r\n /g, ""))![1]!;
    expect(published.has(uid("2024-04-26"))).toBe(false);
    expect(uid("2024-04-26")).toContain("~2024-04-26@");
    expect(uid("2024-04-26")).toBe(uid("2024-04-26"));
    expect(uid("2024-04-26")).not.toBe(uid("2024-04-27"));
  });

  test("a day on record gives the published entry, to the letter", () => {
    const files = plan2024();
    const event = plan.plan.events.find(({ data }) => data.scope === "public" && data.latest === undefined)!.data.id;
    const record = `occurrences:\n  - { id: published-april, event: ${event}, date: 2024-04-26, title: Приказ опубликован, source: { title: "Приказ № 1" } }\n`;
    const sources = files.map(({ path, text }) => ({
      path,
      text: path.endsWith("/occurrences.yaml") ? text.replace(/^occurrences:.*$/m, record) : text,
    }));
    const [recorded] = compile(sources).value.plans as [ResolvedPlan];
    const published = (uid: string): EntryRevision | undefined =>
      uid.includes("/published-april@")
        ? { changed: parseDate("2024-05-06")!, turn: 2, sequence: 3, status: "CONFIRMED" }
        : undefined;
    const all = emitFeeds([recorded], { site, revisionOf: published }).find(
      ({ path }) => path === "feeds/all.ics",
    )!.text;
    const asked = waitingOf(recorded, published).find((each) => each.event === event)!;
    const dates = datesOf(asked, "2024-04-26", countingOf(recorded));
    expect(dates.recorded).toBe(true);
    const [entry, ...more] = entriesIn(waitingFile(dates, "2024-04-26", countingOf(recorded), asked.data.stamps).text);
    expect(more).toEqual([]);
    expect(all).toContain(entry);
    expect(entry).toContain("published-april@");
    expect(entry).toContain("SEQUENCE:3\r\n");
    expect(datesOf(asked, "2024-04-27", countingOf(recorded)).recorded).toBe(false);
  });
});

describe("plans of every kind", () => {
  const good = join(casesFolder, "good");
  const plans = readdirSync(good)
    .sort()
    .flatMap((name) => compile(sourcesOf(join(good, name))).value.plans.map((each) => ({ name, each })));
  /** The plan of 2024, its waiting rules made those of the controls, on headings too, whose controlled stand in the rows below. */
  const rule = first(1).data.slice.items.find(({ data }) => data.id === first(1).cell.item)!.data.deadline!;
  const rows = plan.plan.items.map((row) => ({
    ...row,
    data: { ...row.data, control: { form: "отчёт", deadline: row.data.deadline ?? rule } },
  }));
  plans.push({
    name: "controls",
    each: resolveUnchecked({
      series: plan.series,
      plan: { ...plan.plan, items: rows },
      policy: plan,
      forms: allForms,
      report: () => {},
    }).resolved,
  });
  const asked = plans.flatMap(({ name, each }) =>
    waitingOf(each).map((waits) => ({
      name: `${name} ${waits.cell.item} ${waits.cell.kind} ${waits.event}`,
      each,
      waits,
    })),
  );

  test("some wait with their work, some with their control, some after another item", () => {
    expect(asked.length).toBeGreaterThan(8);
    expect(
      asked.some(
        ({ waits, each }) => waits.cell.kind === "control" && each.byId.get(waits.cell.item)!.responsible.length === 0,
      ),
    ).toBe(true);
    expect(
      asked.some(({ each, waits }) => each.awaitableEvents.find(({ id }) => id === waits.event)!.fulfils !== null),
    ).toBe(true);
  });

  test.each(asked)("$name: a slice gives what the whole plan gives", ({ each, waits }) => {
    const date = `${each.id}-05-28`;
    const resolved = onRecord(each, waits.event, date);
    const whole = resolved.dueWindows.filter(
      ({ item, kind, window }) =>
        item === waits.cell.item && kind === waits.cell.kind && window.occurrence === ownName(date),
    );
    const { dates } = answerWaiting(countingOf(each), { ...waits, slice: waits.data.slice, date });
    const plain = (list: typeof whole) =>
      list.map(({ uid, window: { path: _path, ...window }, parties, read, audience }) => ({
        uid,
        window,
        parties,
        read,
        audience,
      }));
    expect(plain([...(dates?.dueWindows ?? [])])).toEqual(plain(whole));
    if (dates === undefined || whole.some(({ uid }) => !uid.includes("~"))) return;
    const entries = serialisedTexts(
      feedEntries([{ ...resolved, dueWindows: whole }], site, () => undefined),
      false,
    );
    expect(entriesIn(waitingFile(dates, date, countingOf(each)).text)).toEqual(entries);
  });
});
