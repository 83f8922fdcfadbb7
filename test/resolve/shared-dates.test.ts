import { join } from "node:path";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { load } from "../../compiler/load/load.ts";
import type { PlanItem, Workspace } from "../../compiler/load/workspace.ts";
import { resolve } from "../../compiler/resolve/resolve.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { plan2024 } from "../plan-files.ts";

/** The row with words that no other row has: what rows of the same words share it cannot take. */
function unlikeOthers(row: PlanItem): PlanItem {
  const { deadline, control, id } = row.data;
  const named = <T extends { text?: string }>(rule: T): T => ({ ...rule, text: `${rule.text ?? ""} (${id})` });
  return {
    ...row,
    data: {
      ...row.data,
      ...(deadline && { deadline: named(deadline) }),
      ...(control?.deadline && { control: { ...control, deadline: named(control.deadline) } }),
    },
  };
}

const withoutLikes = (workspace: Workspace): Workspace => ({
  ...workspace,
  series: workspace.series.map((series) => ({
    ...series,
    plans: series.plans.map((plan) => ({ ...plan, items: plan.items.map(unlikeOthers) })),
  })),
});

const datesOf = (workspace: Workspace, asYear?: number): unknown =>
  resolve(workspace, asYear === undefined ? {} : { asYear }).value.map(({ items, dueWindows }) => ({
    items: items.map(({ id, deadline, control }) => ({
      id,
      work: deadline && [deadline.state, deadline.windows, deadline.waiting],
      control: control?.deadline && [control.deadline.state, control.deadline.windows, control.deadline.waiting],
    })),
    events: dueWindows.map(({ wording: _, row: __, ...due }) => due),
  }));

/** The same with the words that `unlikeOthers` has added taken away: windows of amended rows hold the words of their rule. */
const withoutNames = (dates: unknown): unknown => JSON.parse(JSON.stringify(dates).replace(/ \(\d[\d.-]*\)"/g, '"'));

/** Every row twice, the second time in a section of its own. */
function twice(sources: readonly SourceFile[]): SourceFile[] {
  const copies = sources.flatMap(({ path, text }) => {
    const number = /section-(\d+)\.yaml$/.exec(path)?.[1];
    return number === undefined
      ? []
      : [
          {
            path: path.replace(`section-${number}.`, `section-9${number}.`),
            text: text.replace(/"(\d)((?:\.\d+)*(?:-\d+)?\.?)"/g, `"9$1$2"`),
          },
        ];
  });
  return [...sources, ...copies];
}

test.each(["2023", "2024", "2026"])(
  "rows of the plan of 2024 as of %s have the dates that each would have alone",
  (year) => {
    const { value } = load(twice(plan2024()));
    expect(datesOf(value, Number(year))).toEqual(datesOf(withoutLikes(value), Number(year)));
  },
);

test.each(readdirSync(join(casesFolder, "good")))("rows of %s have the dates that each would have alone", (name) => {
  const { value } = load(twice(sourcesOf(join(casesFolder, "good", name))));
  expect(withoutNames(datesOf(value))).toEqual(withoutNames(datesOf(withoutLikes(value))));
});

/** Three rows in files of their own: two of the same words, and the row between them that both lean on. */
function leaning(between: string): SourceFile[] {
  const row = (section: number, rule: string): SourceFile => ({
    path: `plan/demo/2024/section-${section}.yaml`,
    text: `section: { id: "${section}", number: "${section}", title: Раздел }\nitems:\n  - { id: "${section}.1", activity: Дело, deadline: { text: так в приказе, reading: важно только правило, ${rule} }, responsible: [school] }\n`,
  });
  const events = {
    path: "plan/demo/2024/events.yaml",
    text: `events:\n  - { id: done, title: дело, scope: public, latest: "2.1" }\n`,
  };
  return [
    ...sourcesOf(join(casesFolder, "base")).filter(({ path }) => !/section-/.test(path)),
    events,
    row(1, "on-day-of: done"),
    row(2, between),
    row(3, "on-day-of: done"),
  ];
}

test("rows of the same words have as many dates as the row that they lean on", () => {
  const counts = (between: string): number[] =>
    compile(leaning(between)).value.plans[0]!.items.map(({ deadline }) => deadline!.windows.length);
  expect(counts("every: quarter")).toEqual([4, 4, 4]);
  expect(counts("every: half-year")).toEqual([2, 2, 2]);
});
