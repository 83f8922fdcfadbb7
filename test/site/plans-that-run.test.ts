/** What is next of a series with several plans: of those that run at one time, and of the plan before what is left of it. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { site, usePlan } from "../../site/src/context/site.ts";
import { upcomingOf } from "../../site/src/data/upcoming.ts";
import type { UpcomingDayData, UpcomingHead } from "../../site/src/scripts/upcoming/data.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

const caseOf = (name: string): SourceFile[] => sourcesOf(join(casesFolder, "good", name));

interface Upcoming {
  readonly head: UpcomingHead;
  readonly days: readonly UpcomingDayData[];
}

function upcoming(sources: readonly SourceFile[], folder: string): Upcoming {
  const { value } = compile(sources);
  usePlan(() => ({ ...value, ledgers: [] }), { base: "/", dev: false } as never);
  const series = site().series.find(({ plan }) => plan.series.folder === folder)!;
  const { head, part } = upcomingOf(series, null);
  return { head, days: head.parts.flatMap((name) => JSON.parse(part(name)) as UpcomingDayData[]) };
}

const rows = ({ days }: Upcoming): string[] =>
  days.flatMap(({ iso, lines }) =>
    lines.flatMap(({ items }) =>
      items.map(({ href, note }) =>
        `${iso} ${href.split("/").slice(-4, -1).join("/")} ${note}`.replaceAll("\u00a0", " "),
      ),
    ),
  );

test("plans side by side are both there, and each date says of which it is", () => {
  const data = upcoming(caseOf("releases-side-by-side"), "releases");
  expect([data.head.first, data.head.planEnd]).toEqual(["2024-04-15", "2024-12-11"]);
  expect(rows(data).slice(0, 5)).toEqual([
    "2024-04-15 1.31/items/1.1 plan 1.31",
    "2024-06-14 1.31/items/1.2 plan 1.31",
    "2024-08-01 1.32/items/1.1 plan 1.32",
    "2024-08-13 1.31/items/1.3 plan 1.31",
    "2024-08-30 1.32/items/1.2 plan 1.32",
  ]);
});

test("of the year before stands what is left when the new plan is approved", () => {
  const approved = (date: string): SourceFile[] =>
    caseOf("two-years").map((file) =>
      file.path === "plan/demo/2025/order.yaml"
        ? { ...file, text: file.text.replace("date: 2025-01-15", `date: ${date}`) }
        : file,
    );
  const of2024 = (date: string): string[] =>
    rows(upcoming(approved(date), "demo")).filter((row) => row.includes(" 2024/"));
  // The stretch that ends in 2025 is a window of both plans, and the newer one's.
  expect(of2024("2024-02-01")).toEqual(["2024-05-31 2024/items/1.1 план 2024; с 1 сентября 2023 года"]);
  expect(of2024("2024-06-01")).toEqual([]);
});
