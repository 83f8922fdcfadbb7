import type { Unit } from "../../../calendar/units.ts";
import { clockText } from "../../../calendar/instant.ts";
import type { ParseState } from "../../engine/symbol.ts";
import { normAt } from "../../engine/token-at.ts";
import { grammar } from "../grammar.ts";
import { months, recurrences, unitWords, weekdays, weekdaysOfEach } from "./lexicon.ts";

/** A month: 1–12. */
export const month = grammar.words("month", months);
/** A day of the week. */
export const weekday = grammar.words("weekday", weekdays);
/** “Mondays”. */
export const weekdayOfEach = grammar.words("weekday-of-each", weekdaysOfEach);

const unitWord = grammar.words("unit-word", unitWords);
/** “month”, “quarter”, “half-year”, “half year” … */
export const unit = grammar.terminal<Unit>(
  "unit",
  (state, at) => {
    const [first, second, third] = [0, 1, 2].map((step) => normAt(state, at + step));
    if (first === "half" || first === "halves") {
      const year = second === "–" ? third : second;
      return year === "year" || year === "years"
        ? { end: at + (second === "–" ? 3 : 2), value: "half-year" }
        : state.fail(at);
    }
    return unitWord.match(state, at);
  },
  ({ norm }) => unitWords.has(norm) || norm === "half",
);

const recurringWord = grammar.words("recurring-word", recurrences);
/** “monthly”, “annual”, “semi-annually”, “half-yearly”. */
export const recurring = grammar.terminal<Unit>(
  "recurring",
  (state, at) => {
    const [first, second, third] = [0, 1, 2].map((step) => normAt(state, at + step));
    const prefixed = second === "–" ? recurrences.get(`${first!}-${third!}`) : undefined;
    if (prefixed !== undefined) return { end: at + 3, value: prefixed };
    return recurringWord.match(state, at);
  },
  ({ norm }) => recurrences.has(norm) || norm === "semi" || norm === "half",
);

/** A date in figures. */
export const figures = grammar.figures("figures");

/** “Q1”, “H2”: a part of a year by its letter. */
const lettered = (letter: string, name: string): ReturnType<typeof grammar.terminal<number>> =>
  grammar.terminal<number>(
    name,
    (state, at) => {
      const [first, second] = [state.tokens[at], state.tokens[at + 1]];
      return first?.norm === letter &&
        second?.kind === "number" &&
        second.norm.length === 1 &&
        second.start === first.end
        ? { end: at + 2, value: second.value }
        : state.fail(at);
    },
    ({ norm }) => norm === letter,
  );

export const quarterCode = lettered("q", "quarter-code");
export const halfCode = lettered("h", "half-code");

/** Figures of a time: “17:00”, “5”, “5.30”; the token after them, the hours and the minutes, and whether they say by themselves that they are a time. */
function hourAt({ tokens }: ParseState, at: number): { end: number; h: number; m: number; sure: boolean } | undefined {
  const [token, sign, minutes] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.figures !== undefined && token.figures.year === undefined)
    return { end: at + 1, h: token.figures.day, m: token.figures.month, sure: false };
  if (token?.kind !== "number" || token.end - token.start > token.norm.length) return undefined;
  return sign?.kind === "colon" && minutes?.kind === "number" && /^[0-5]\d$/.test(minutes.norm)
    ? { end: at + 3, h: token.value, m: minutes.value, sure: true }
    : { end: at + 1, h: token.value, m: 0, sure: false };
}

/** “am”, “p.m.”: the token after it, and whether it is the second half of the day. */
function halfAt({ tokens }: ParseState, at: number): { end: number; pm: boolean } | undefined {
  const [first = "", second = ""] = [tokens[at]?.norm, tokens[at + 1]?.norm];
  if (/^[ap]m$/.test(first)) return { end: at + 1, pm: first === "pm" };
  return /^[ap]$/.test(first) && second === "m" ? { end: at + 2, pm: first === "p" } : undefined;
}

/**
 * “17:00”, “5 pm”, “5.30 p.m.”, “12:00 noon”: a time of day. Midnight, 12 a.m. and 12 p.m. are refused: the first and the last moment
 * of a day have all been called so.
 */
export const clock = grammar.terminal<string>(
  "clock",
  (state, at) => {
    const word = normAt(state, at);
    if (word === "noon" || word === "midday") return { end: at + 1, value: "12:00" };
    const hour = hourAt(state, at);
    if (hour === undefined || hour.m > 59) return state.fail(at);
    const next = normAt(state, hour.end);
    if (hour.h === 12 && hour.m === 0 && /^(?:noon|midday)$/.test(next)) return { end: hour.end + 1, value: "12:00" };
    const half = halfAt(state, hour.end);
    if (half !== undefined)
      return hour.h < 1 || hour.h > 11
        ? state.fail(hour.end)
        : { end: half.end, value: clockText(hour.h + (half.pm ? 12 : 0), hour.m) };
    if (/^(?:h|hours|hrs)$/.test(next) && hour.sure && hour.h < 24)
      return { end: hour.end + 1, value: clockText(hour.h, hour.m) };
    return hour.sure && (hour.h < 24 || (hour.h === 24 && hour.m === 0))
      ? { end: hour.end, value: clockText(hour.h, hour.m) }
      : state.fail(hour.end);
  },
  ({ kind, norm }) => kind === "number" || kind === "figures" || ["noon", "midday"].includes(norm),
);
