import type { Unit } from "../../../calendar/units.ts";
import type { Weekday } from "../../../calendar/day.ts";
import type { ParseState, SymbolMatch } from "../../engine/symbol.ts";
import type { Token } from "../../engine/token.ts";
import { grammar } from "../grammar.ts";
import { months, recurrences, unitWords, weekdays, weekdaysOfEach } from "./lexicon.ts";

function looked<T>(table: ReadonlyMap<string, T>): (state: ParseState, at: number) => SymbolMatch<T> | undefined {
  return (state, at) => {
    const token = state.tokens[at];
    const value = token?.kind === "word" ? table.get(token.norm) : undefined;
    return value === undefined ? state.fail(at) : { end: at + 1, value };
  };
}

/** A month: 1–12. */
export const month = grammar.terminal<number>("month", looked(months), ({ norm }) => months.has(norm));
/** A day of the week. */
export const weekday = grammar.terminal<Weekday>("weekday", looked(weekdays), ({ norm }) => weekdays.has(norm));
/** “Mondays”. */
export const weekdayOfEach = grammar.terminal<Weekday>("weekday-of-each", looked(weekdaysOfEach), ({ norm }) =>
  weekdaysOfEach.has(norm),
);

/** “month”, “quarter”, “half-year”, “half year” … */
export const unit = grammar.terminal<Unit>(
  "unit",
  (state, at) => {
    const [first, second, third] = [0, 1, 2].map((step) => state.tokens[at + step]?.norm ?? "");
    if (first === "half" || first === "halves") {
      const year = second === "–" ? third : second;
      return year === "year" || year === "years"
        ? { end: at + (second === "–" ? 3 : 2), value: "half-year" }
        : state.fail(at);
    }
    return looked(unitWords)(state, at);
  },
  ({ norm }) => unitWords.has(norm) || norm === "half",
);

/** “monthly”, “annual”, “semi-annually”, “half-yearly”. */
export const recurring = grammar.terminal<Unit>(
  "recurring",
  (state, at) => {
    const [first, second, third] = [0, 1, 2].map((step) => state.tokens[at + step]?.norm ?? "");
    const prefixed = second === "–" ? recurrences.get(`${first!}-${third!}`) : undefined;
    if (prefixed !== undefined) return { end: at + 3, value: prefixed };
    return looked(recurrences)(state, at);
  },
  ({ norm }) => recurrences.has(norm) || norm === "semi" || norm === "half",
);

/** A date in figures. */
export const figures = grammar.terminal<NonNullable<Token["figures"]>>(
  "figures",
  (state, at) => {
    const token = state.tokens[at];
    return token?.figures === undefined ? state.fail(at) : { end: at + 1, value: token.figures };
  },
  ({ kind }) => kind === "figures",
);

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

/** “17:00”, “5 pm”, “5.30 p.m.”, “17h”, “noon”: a time of day. */
export const clock = grammar.terminal<true>(
  "clock",
  (state, at) => {
    const norm = (step: number): string => state.tokens[at + step]?.norm ?? "";
    const token = state.tokens[at];
    if (["noon", "midday", "midnight"].includes(norm(0))) return { end: at + 1, value: true };
    let end = at;
    if (token?.figures !== undefined && token.figures.year === undefined) end = at + 1;
    else if (token?.kind === "number" && token.value <= 24) {
      end = at + 1;
      if (norm(1) === ":" && /^[0-5]\d$/.test(norm(2))) end = at + 3;
    } else return state.fail(at);
    const half = (state.tokens[end]?.norm ?? "") + (state.tokens[end + 1]?.norm ?? "");
    if (/^[ap]m/.test(state.tokens[end]?.norm ?? "")) return { end: end + 1, value: true };
    if (half === "am" || half === "pm") return { end: end + 2, value: true };
    if (/^(?:noon|midday|midnight|h|o)$/.test(state.tokens[end]?.norm ?? "")) return { end: end + 1, value: true };
    return end === at + 3 ? { end, value: true } : state.fail(end);
  },
  ({ kind, norm }) => kind === "number" || kind === "figures" || ["noon", "midday", "midnight"].includes(norm),
);
