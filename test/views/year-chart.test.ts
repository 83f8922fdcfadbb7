/** The year as a picture: the same figures in drawing and words, and nothing that stands on something else, at every width. */
import { describe, expect, test } from "vitest";
import { allDues, duesOfParty } from "../../compiler/views/dues.ts";
import { yearView, type YearChart, type YearView } from "../../compiler/views/year/year-chart.ts";
import { addresseeIds } from "../../compiler/query/audience.ts";
import { realPlans } from "../feeds/plans.ts";

const [plan] = realPlans();
const years: readonly (readonly [string, YearView])[] = [
  ["all", allDues(plan!)] as const,
  ...addresseeIds(plan!).map((id) => [id, duesOfParty(plan!, id)] as const),
].flatMap(([id, dues]) => {
  const year = yearView(plan!, dues);
  return year === null ? [] : [[id, year] as const];
});
const pictures = (year: YearView): readonly (readonly [string, YearChart, letter: number])[] => [
  ["wide", year.wide(), 7.6],
  ["paper", year.paper(), 6.3],
  ...year.quarters().map((picture, n) => [`quarter ${n + 1}`, picture, 7.6] as const),
];

describe.each(years)("the year of %s", (_, year) => {
  test.each(pictures(year))("%s: words keep to themselves and inside", (_name, picture, letter) => {
    const { width, height, months, rows, bars } = picture;
    months.forEach(({ x, title }, place) =>
      expect(x + title.length * letter, title).toBeLessThanOrEqual(months[place + 1]?.x ?? width),
    );
    for (const { x, item, title, y } of rows) {
      expect(x, item).toBeGreaterThanOrEqual(0);
      expect(x + `${item} ${title}`.length * letter, `${item} ${title}`).toBeLessThanOrEqual(
        months.length > 3 ? months[0]!.x : width + letter,
      );
      expect(y + 9).toBeLessThan(height);
    }
    const counted = bars
      .filter(({ count }) => count !== null)
      .map((bar) => ({
        ...bar,
        left: bar.x + bar.width / 2 - String(bar.count).length * 3.5,
        right: bar.x + bar.width / 2 + String(bar.count).length * 3.5,
      }));
    counted.forEach(({ right, y, work, control, count }, place) => {
      const next = counted[place + 1];
      expect(y - work - control - 3 - 9, String(count)).toBeGreaterThan(0);
      if (next !== undefined && Math.abs(next.work + next.control - work - control) < 12)
        expect(right, `${count} and ${next.count}`).toBeLessThanOrEqual(next.left);
    });
  });

  test("every week is drawn once, as high as it is busy, and the busiest are figures in the drawing too", () => {
    const { bars } = year.wide();
    expect(bars.length).toBe(year.weeks.length);
    expect(year.weeks.reduce((sum, { work }) => sum + work, 0)).toBe(year.work);
    const inDrawing = bars
      .filter(({ busiest }) => busiest)
      .map(({ count }) => count!)
      .sort((a, b) => b - a);
    expect(inDrawing).toEqual(year.busiest.map(({ work, control }) => work + control));
    const tallest = bars.toSorted((a, b) => b.work + b.control - a.work - a.control)[0]!;
    // Where weeks are alike none of them is told.
    expect(tallest.busiest).toBe(year.busiest.length > 0);
    expect(
      year
        .quarters()
        .flatMap((quarter) => quarter.bars)
        .filter(({ busiest }) => busiest).length,
    ).toBeGreaterThanOrEqual(year.busiest.length);
  });
});
