import { normAt } from "../../engine/token-at.ts";
import { grammar } from "../grammar.ts";
import type { Unit } from "../../../calendar/units.ts";
import { clockText } from "../../../calendar/instant.ts";
import { months, recurrences, unitWords, weekdays } from "./lexicon.ts";

/** A month in any case: 1–12. */
export const month = grammar.words("month", months);
/** A day of the week in any case. */
export const weekday = grammar.words("weekday", weekdays);
/** «месяц», «квартал» … in any case. */
export const unit = grammar.words("unit", unitWords);

/** A date in figures: «01.03.2031», «01.03», «2031-03-01». */
export const figures = grammar.figures("figures");

const isTime = (hours: number, minutes: number): boolean => hours < 24 || (hours === 24 && minutes === 0);

/** «15.00», «12:30», «18 часов»: a time of day, as the DSL writes it. */
export const clock = grammar.terminal<string>(
  "clock",
  (state, at) => {
    const [token, next, third] = [state.tokens[at], state.tokens[at + 1], state.tokens[at + 2]];
    if (
      token?.figures !== undefined &&
      token.figures.year === undefined &&
      isTime(token.figures.day, token.figures.month) &&
      token.figures.month < 60 &&
      (token.figures.month === 0 || token.figures.month > 12)
    )
      return { end: at + 1, value: clockText(token.figures.day, token.figures.month) };
    if (token?.kind !== "number" || token.value > 24) return state.fail(at);
    if (["colon", "dash"].includes(next?.kind ?? "") && third?.kind === "number" && /^[0-5]\d$/.test(third.norm))
      return isTime(token.value, third.value)
        ? { end: at + 3, value: clockText(token.value, third.value) }
        : state.fail(at);
    if (!/^(?:час|ч$)/.test(next?.norm ?? "")) return state.fail(at);
    const minutes = /^мин/.test(normAt(state, at + 3)) ? third : undefined;
    if (minutes?.kind === "number" && minutes.value < 60 && isTime(token.value, minutes.value))
      return { end: at + 4, value: clockText(token.value, minutes.value) };
    return { end: at + 2, value: clockText(token.value, 0) };
  },
  ({ kind }) => kind === "figures" || kind === "number",
);

/** «ежемесячно», «ежемесячный». */
export const recurring = grammar.terminal<Unit>(
  "recurring",
  (state, at) => {
    const token = state.tokens[at];
    const match = token?.kind === "word" ? recurrences.find(({ stem }) => token.norm.startsWith(stem)) : undefined;
    return match === undefined ? state.fail(at) : { end: at + 1, value: match.unit };
  },
  ({ kind, norm }) => kind === "word" && recurrences.some(({ stem }) => norm.startsWith(stem)),
);
