/** What the calculator's scripts need of a build: files of data under names of their content, and its words. */
import { addMonths, dayOf, isoDate } from "../../../compiler/calendar/day.ts";
import { answerWaiting, type Answer } from "../../../compiler/calculate/answer.ts";
import { countingData, waitingData } from "../../../compiler/calculate/cut.ts";
import type { WaitingCell, WaitingData } from "../../../compiler/calculate/data.ts";
import { openCounting, type Counting } from "../../../compiler/calculate/open.ts";
import { answerRule, type RuleQuestion } from "../../../compiler/calculate/rule.ts";
import { dayView, type DayView } from "../../../compiler/views/days.ts";
import { allForms } from "../../../compiler/resolve/forms/all-forms.ts";
import type { ResolvedItem, ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { memoizeByObject, memoizeByObjectAndKey } from "../../../compiler/source/memoize.ts";
import type { SeriesSite } from "../context/site.ts";
import type { CalculatorTexts, CountingFile } from "../scripts/calculator/data.ts";
import type { Strings } from "../i18n/strings.ts";
import { dataFile, type DataFile } from "./data-file.ts";

const folderOf = ({ id }: ResolvedPlan): string => `${id}/calculator`;

/** Words that a script fills in, `{name}` for each value. */
function textsOf({ calculator, due, item, day, mark, quote }: Strings): CalculatorTexts {
  return {
    ...calculator.texts,
    quote: quote("{text}"),
    planBy: due.planBy("{day}"),
    lastWorking: due.lastWorking("{day}"),
    rolled: due.rolled("{day}", "{source}"),
    rolledBare: due.rolled("{day}", ""),
    mark: mark.due,
    control: mark.control,
    eventDay: item.eventDay,
    eventDayCounted: item.eventDayCounted,
    end: item.end,
    kinds: {
      working: "",
      "working-weekend": day.workingWeekend,
      weekend: day.off,
      "moved-off": day.movedOff,
      holiday: day.holiday,
    },
  };
}

interface PlanCalculator {
  readonly counting: Counting;
  readonly file: DataFile;
  /** The data of an item that waits for an event; null for one that does not. */
  readonly itemFile: (item: ResolvedItem) => { readonly file: DataFile; readonly data: WaitingData } | null;
  /** The day of an event in the worked examples. */
  readonly example: DayView;
}

/** An ordinary working day shortly before the longest run of days off within the plan (the first of equals): what a count skips is seen there. */
function exampleDay(plan: ResolvedPlan): DayView {
  const { calendar, bounds } = plan;
  let best = { length: 0, before: Math.min(addMonths(bounds.from, 2), bounds.to) };
  let run = { length: 0, before: 0 };
  for (let day = bounds.from; day <= bounds.to; day++) {
    if (!calendar.isWorking(day)) run = { ...run, length: run.length + 1 };
    else {
      // A run at either end of the plan began or ends outside it.
      if (run.before > 0 && run.length > best.length) best = run;
      // A working weekend day is told apart and would only puzzle.
      run = { length: 0, before: calendar.reason(day) === undefined ? day : run.before };
    }
  }
  return dayView(plan, best.before);
}

/** The first and the last day that a calendar covers, `YYYY-MM-DD`: what a date field offers. */
export function coveredDays({ calendar }: ResolvedPlan): { readonly min: string; readonly max: string } {
  const years = [...calendar.years.keys()];
  return { min: isoDate(dayOf(Math.min(...years), 1, 1)), max: isoDate(dayOf(Math.max(...years), 12, 31)) };
}

/** The calculator of a plan. */
export const calculatorOf = memoizeByObjectAndKey((series: SeriesSite, plan: ResolvedPlan): PlanCalculator => {
  const data = countingData(plan, series.plans, series.address("").replace(/\/$/, ""));
  const file: CountingFile = { counting: data, texts: textsOf(series.t) };
  return {
    counting: openCounting(data, allForms),
    file: dataFile(series, folderOf(plan), "counting", file),
    itemFile: memoizeByObject((item: ResolvedItem) => {
      const own = waitingData(plan, item, series.stamps);
      return own === undefined ? null : { data: own, file: dataFile(series, folderOf(plan), item.id, own) };
    }),
    example: exampleDay(plan),
  };
});

/** All files of a plan. */
export function calculatorFiles(series: SeriesSite, plan: ResolvedPlan): DataFile[] {
  const { file, itemFile } = calculatorOf(series, plan);
  return [file, ...plan.items.flatMap((item) => itemFile(item)?.file ?? [])];
}

/** A cell worked through with the day of the examples. */
export function cellExample(
  series: SeriesSite,
  plan: ResolvedPlan,
  { slice }: WaitingData,
  cell: WaitingCell,
  event: string,
): Answer {
  const { counting, example } = calculatorOf(series, plan);
  return answerWaiting(counting, { slice, cell, event, date: example.iso, given: "exampleDate" });
}

/** A rule of no plan worked through. */
export const ruleExample = (series: SeriesSite, plan: ResolvedPlan, question: RuleQuestion): Answer =>
  answerRule(calculatorOf(series, plan).counting, question, "exampleDate");
