import { addMonths, isoDate, parseDate, weekdayOf } from "../../calendar/day.ts";
import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import type { RuleSet } from "../../calendar/rule-set.ts";
import { severityOf, type DiagnosticCode } from "../../diagnostics/catalogue.ts";
import type { Deadline, Period } from "../../generated/types.ts";
import type { PhraseFault } from "../../phrase/faults.ts";
import { settledInterpretation, type Interpretation } from "../../phrase/interpretation.ts";
import { phraseLanguageOf, phraseLanguages } from "../../phrase/languages.ts";
import type { Names } from "../../phrase/names.ts";
import { phraseOf } from "../../phrase/write.ts";
import { interpretPhrase } from "../../phrase/read.ts";
import { allForms } from "../../resolve/forms/all-forms.ts";
import { resolveStandalone } from "../../resolve/standalone-rule.ts";
import type { IsoBounds } from "../recognise/bounds.ts";
import type { Clock } from "./clock.ts";
import type { DeadlineWords } from "./deadline-words.ts";
import { stretchesOf } from "./end-days.ts";

/** One stretch of days; `start` null: whatever lies before the last day. */
export interface DatedWindow {
  readonly start: string | null;
  readonly end: string;
  /** It holds only on this condition. */
  readonly conditional?: string | undefined;
}

/** Why a deadline has to be asked about. */
export type Question =
  | { readonly code: "unread"; readonly fault: PhraseFault }
  | { readonly code: "several"; readonly phrases: readonly string[] }
  | { readonly code: "which-year" | "outside" | "partly-outside" | "no-day" | "ends-unread" | "no-bounds" }
  | { readonly code: "words-unused" | "time-unread"; readonly word: string }
  | { readonly code: "no-calendar"; readonly year: number };

/** What a deadline means inside the plan's bounds. */
export interface DatedDeadline {
  readonly state: "dated" | "on-event" | "continuous" | "external" | "unclear";
  readonly windows: readonly DatedWindow[];
  readonly clock: Clock | undefined;
  /** One reading stands, nothing is left unread, and what was read is what is printed. */
  readonly certain: boolean;
  readonly rule: Deadline | undefined;
  readonly question: Question | undefined;
}

/** What deadlines are dated with. */
export interface DatingSetting {
  readonly bounds: IsoBounds;
  readonly boundsCertain: boolean;
  readonly names: Partial<Names>;
  readonly periods: readonly Period[];
  readonly policy: { readonly calendar: WorkingCalendar; readonly rules: RuleSet };
}

/** Plans of more years than this are dated in their first ones. */
const mostYears = 12;

export const yearsOf = ({ from, to }: IsoBounds): number[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.min(last - first + 1, mostYears) }, (_, at) => first + at);
};

/** What words mean without the time of day that stands beside them. */
type Meant = Omit<DatedDeadline, "clock">;

const unclear = (question: Question): Meant => ({
  state: "unclear",
  windows: [],
  certain: false,
  rule: undefined,
  question,
});

interface InYear {
  readonly year: number;
  readonly state: "dated" | "on-event" | "continuous" | "external";
  readonly windows: readonly DatedWindow[];
}

type Failed = { readonly failed: DiagnosticCode };

function resolveIn(rule: Deadline, text: string, year: number, { policy, periods }: DatingSetting): InYear | Failed {
  const { value, diagnostics } = resolveStandalone(
    { text, ...rule },
    { year, ...policy, forms: allForms, periods: [...periods, ...phraseLanguages.ru.knownPeriods], event: "–" },
  );
  const error = diagnostics.find(({ code }) => severityOf(code) === "error");
  if (error !== undefined || value === null) return { failed: error?.code ?? "no-calendar" };
  return {
    year,
    state: value.state,
    windows: value.windows.map(({ start, end, conditional }) => ({
      start: start === null ? null : isoDate(start),
      end: isoDate(end),
      conditional,
    })),
  };
}

const key = ({ start, end }: DatedWindow): string => `${start ?? ""} ${end}`;
const distinct = (windows: readonly DatedWindow[]): DatedWindow[] =>
  [...new Map(windows.map((window) => [key(window), window])).values()].sort(
    (a, b) => a.end.localeCompare(b.end) || (a.start ?? "").localeCompare(b.start ?? ""),
  );

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const shifted = (day: string, months: number): string => isoDate(addMonths(parseDate(day)!, months));

/** The unit that a rule repeats in, and whether its day lies in the unit that follows. */
function rhythmOf({ every }: Deadline): { readonly unit: string; readonly following: boolean } | undefined {
  if (every === undefined) return undefined;
  if (typeof every === "string") return { unit: every, following: false };
  return { unit: every.unit ?? "", following: every.of === "following" };
}

/** A week that the end of a year cut in two, put together again. */
function wholeWeeks(windows: readonly DatedWindow[], rule: Deadline): readonly DatedWindow[] {
  if (rhythmOf(rule)?.unit !== "week") return windows;
  return windows.reduce<DatedWindow[]>((whole, window) => {
    const before = whole.at(-1);
    const cut =
      before !== undefined &&
      before.start !== null &&
      window.start !== null &&
      before.end.endsWith("-12-31") &&
      window.start.endsWith("-01-01") &&
      weekdayOf(parseDate(window.start)!) !== 1;
    return cut ? [...whole.slice(0, -1), { ...window, start: before.start }] : [...whole, window];
  }, []);
}

interface Clipped {
  readonly windows: DatedWindow[];
  readonly partly: boolean;
}

/** The windows that lie in the bounds; a rhythm is cut at them, and a day that follows its unit belongs to the unit. */
function clip(windows: readonly DatedWindow[], rule: Deadline, { from, to }: IsoBounds): Clipped {
  const rhythm = rhythmOf(rule);
  const kept: DatedWindow[] = [];
  let partly = false;
  for (const window of windows) {
    const { start, end } = window;
    if (rhythm?.following === true) {
      const unit = shifted(end, -(monthsIn[rhythm.unit] ?? 0));
      if (unit >= from && unit <= to) kept.push(window);
    } else if (start === null) {
      if (end >= from && end <= to) kept.push(window);
    } else if (start >= from && end <= to) kept.push(window);
    else if (end >= from && start <= to) {
      if (rhythm !== undefined) kept.push({ ...window, start: start < from ? from : start, end: end > to ? to : end });
      else partly = true;
    }
  }
  return { windows: kept, partly };
}

const namesYear = (text: string): boolean => /(?<!\d)(?:19|20|21)\d{2}(?!\d)/.test(text);
const saysEachYear = (text: string): boolean => /ежегодн|кажд\p{L}+ год|annual|every year/iu.test(text);

/** Days, months and rhythms, and the words that lead to them. */
const leadsToDay =
  /не позднее\s+\d|(?:^|\s)(?:до|к|по)\s+\d{1,2}(?:-го|\s+числа|\s+(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)|\.\d)|еже(?:недельн|месячн|квартальн|годн|дневн)|\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/iu;

/** What free words of a reading, the name of an act or an event, hold of days. */
function timeWordsIn({ rule, events }: Interpretation): string | undefined {
  const texts = [...events, ...(typeof rule.external === "string" ? [rule.external] : [])];
  return texts.map((text) => leadsToDay.exec(text)?.[0].trim()).find((word) => word !== undefined);
}

/** The windows of one reading, read in each year that the plan touches. */
function windowsOf(
  reading: (year: number) => Interpretation | undefined,
  text: string,
  setting: DatingSetting,
  within: IsoBounds | undefined,
): Meant {
  const { bounds } = setting;
  const years = yearsOf(bounds);
  const base = { certain: false, question: undefined };
  const found: InYear[] = [];
  for (const year of years) {
    const own = reading(year);
    if (own === undefined) continue;
    const inYear = resolveIn(own.rule, text, year, setting);
    if ("failed" in inYear) return unclear({ code: "no-calendar", year });
    found.push(inYear);
  }
  const first = found[0];
  const rule = reading(first?.year ?? years[0]!)?.rule;
  if (first === undefined || rule === undefined) return unclear({ code: "no-day" });
  if (first.state !== "dated") {
    const unused = timeWordsIn(reading(first.year)!);
    // Words that name no day may not hold one.
    if (unused !== undefined) return unclear({ code: "words-unused", word: unused });
    return { ...base, rule, state: first.state, windows: [] };
  }
  const all = distinct(found.flatMap(({ windows }) => windows));
  const sameEveryYear = found.every(({ windows }) => windows.map(key).join() === first.windows.map(key).join());
  // Days that name their year are those days, in the bounds or not.
  if (namesYear(text) && sameEveryYear) return { ...base, rule, state: "dated", windows: all };
  const limits = within ?? bounds;
  const { windows, partly } = clip(wholeWeeks(all, rule), rule, limits);
  if (partly) return unclear({ code: "partly-outside" });
  if (windows.length === 0) return unclear({ code: "outside" });
  const rhythm = rhythmOf(rule);
  const longer = shifted(bounds.from, 12) <= bounds.to;
  const perYear = found.map((each) => clip(each.windows, rule, limits).windows.length).filter((count) => count > 0);
  if (rhythm === undefined && longer && perYear.length > 1 && !saysEachYear(text))
    return unclear({ code: "which-year" });
  return { ...base, rule, state: "dated", windows };
}

const meaning = ({ state, windows }: Meant): string => `${state} ${windows.map(key).join()}`;

/** A phrase in the years that the plan touches: of several readings that give the same days it does not matter which. */
function datePhrase(text: string, setting: DatingSetting, within: IsoBounds | undefined): Meant {
  const years = yearsOf(setting.bounds);
  const language = phraseLanguageOf(text);
  const reads = new Map(years.map((year) => [year, interpretPhrase(text, { year, names: setting.names, language })]));
  const faults = [...reads.values()].flatMap(({ fault }) => fault ?? []);
  if (faults.length === years.length) return unclear({ code: "unread", fault: faults[0]! });
  const most = Math.max(...[...reads.values()].map(({ interpretations }) => interpretations?.length ?? 0));
  const settled = [...reads.values()]
    .map(({ interpretations }) => interpretations && settledInterpretation(interpretations))
    .find((each) => each);
  const dated = Array.from({ length: most }, (_, at) =>
    windowsOf((year) => reads.get(year)?.interpretations?.[at], text, setting, within),
  );
  const only = dated[0]!;
  const same = dated.every((each) => meaning(each) === meaning(only));
  if (most > 1 && !same) {
    const sound = dated.filter(({ state }) => state !== "unclear");
    if (settled !== undefined) {
      const at = [...reads.values()]
        .map(({ interpretations }) => interpretations?.indexOf(settled) ?? -1)
        .find((index) => index >= 0)!;
      return { ...dated[at]!, certain: false };
    }
    if (sound.length === 1) return { ...sound[0]!, certain: false };
    return unclear({
      code: "several",
      phrases: dated.flatMap(({ rule }) => (rule && phraseOf(rule, { event: "?", language })) ?? []),
    });
  }
  // A year in which the words do not hold (another weekday, no 29 February) counts only where no other gives days.
  if (faults.length > 0 && only.state === "unclear") return unclear({ code: "unread", fault: faults[0]! });
  return { ...only, certain: only.state !== "unclear" };
}

/** What a deadline's words mean in the plan. */
export function dateDeadline(words: DeadlineWords, setting: DatingSetting): DatedDeadline {
  const { clock, unreadTime } = words;
  const dated = { ...daysOf(words, setting), clock };
  // The days stand; when on them has to be asked.
  return unreadTime === undefined
    ? dated
    : { ...dated, certain: false, question: dated.question ?? { code: "time-unread", word: unreadTime } };
}

function daysOf({ ends, phrase, within, because }: DeadlineWords, setting: DatingSetting): Meant {
  if (ends !== undefined) {
    const stretches = stretchesOf(ends, yearsOf(setting.bounds));
    if (stretches === undefined) return unclear({ code: "ends-unread" });
    const rules = stretches.map(({ start, end }): Deadline => ({ from: start, to: end }));
    return {
      state: "dated",
      windows: stretches,
      certain: setting.boundsCertain,
      rule: rules.length === 1 ? rules[0]! : { each: rules },
      question: undefined,
    };
  }
  if (phrase === "") return unclear({ code: "no-day" });
  const dated = datePhrase(phrase, setting, within);
  const certain = dated.certain && setting.boundsCertain && (because === undefined || because === "month");
  return { ...dated, certain };
}
