/** A time of day beside a day: “by 5 p.m. Eastern Time on 30 September”, “17:00 on 12 June (Brussels time)”, two zones of one moment. */
import { atLocalTime, offsetAt } from "../../../calendar/instant.ts";
import { dayOf, parseDate, type Day } from "../../../calendar/day.ts";
import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import type { GrammarSymbol } from "../../engine/symbol.ts";
import { normAt } from "../../engine/token-at.ts";
import type { Interpretation } from "../../interpretation.ts";
import { asItIs, asLast, withTime } from "../../sense/timed.ts";
import { grammar } from "../grammar.ts";
import { clock, weekday } from "../words/calendar-words.ts";
import type { Interval } from "../../sense/interval.ts";
import { interval } from "./days/intervals.ts";
import { zoneCodes, zoneNames, type NamedZone } from "../words/zones.ts";

const code = grammar.terminal<NamedZone>("zone-code", (state, at) => {
  const found = zoneCodes.get(normAt(state, at));
  return found === undefined ? state.fail(at) : { end: at + 1, value: found };
});

const place = grammar.terminal<NamedZone>("zone-place", (state, at) => {
  const [name = "", time = ""] = [state.tokens[at]?.norm, state.tokens[at + 1]?.norm];
  const words = `${name} ${time} ${normAt(state, at + 2)}`;
  if (words === "new york time") return { end: at + 3, value: { zone: "America/New_York" } };
  if (words === "central european time") return { end: at + 3, value: { zone: "Europe/Brussels" } };
  if (words.startsWith("local time")) return { end: at + 2, value: { zone: "" } };
  const zone = zoneNames.get(name);
  return zone === undefined || time !== "time"
    ? state.fail(at + (zone === undefined ? 0 : 1))
    : { end: at + 2, value: { zone } };
});

/** “UTC”, “(PDT)”, “Eastern Time”, “Brussels time”; an empty zone is the plan's own. */
const zone = grammar.rule<NamedZone>("zone", [
  { pattern: '(<zone-code> | "(" <zone-code> ")")', action: (match) => match.one(code) },
  { pattern: '(<zone-place> | "(" <zone-place> ")")', action: (match) => match.one(place) },
]);

/** The day that a rule names by itself, in a plan of that year. */
function dayOfRule({ on, until }: Deadline, planYear: number | undefined): Day | undefined {
  const text = typeof on === "string" ? on : typeof until === "string" ? until : "";
  if (text.length === 10) return parseDate(text);
  const [month, day] = text.split("-").map(Number);
  return planYear === undefined || month === undefined || day === undefined || Number.isNaN(day)
    ? undefined
    : dayOf(planYear, month, day);
}

/** The days from the first to the last that a rule can fall on, where it names them. */
function daysOfRule(rule: Deadline, planYear: number | undefined): readonly Day[] {
  const { every } = rule;
  const bounds = typeof every === "object" && typeof every.in === "object" ? every.in : undefined;
  const first = dayOfRule(bounds === undefined ? rule : { on: bounds.from ?? "" }, planYear);
  const last = bounds === undefined ? first : dayOfRule({ on: bounds.to ?? "" }, planYear);
  return first === undefined || last === undefined || last < first || last - first > 366
    ? []
    : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Whether the words of a zone hold on the days of a rule: “PDT” is no time of January, and of days without bounds it is not known. */
function holds(rule: Deadline, { zone: name, offset }: NamedZone, planYear: number | undefined): boolean {
  if (offset === undefined) return true;
  const days = daysOfRule(rule, planYear);
  return days.length > 0 && days.every((day) => offsetAt(name, day * 1440 + 720) === offset);
}

type Simple = GrammarSymbol<readonly Interpretation[]>;
type Made = readonly Interpretation[] | Refusal;

function timed(readings: readonly Interpretation[], match: GrammarMatch, as: typeof asItIs): Made {
  const [first, last] = [match.get(clock, "first"), match.one(clock)];
  const named = match.get(zone) ?? { zone: "" };
  if (!readings.every(({ rule }) => holds(rule, named, match.planYear))) return match.refuse("zone-not-then");
  const made = withTime(readings, { at: first === undefined ? last : `${first}-${last}`, zone: named.zone }, as);
  return made.length === 0 ? match.refuse("clock") : made;
}

/** The instant of a timed rule of one day; undefined where its zone or its year is not said, or clocks are changed then. */
function instantOf(rule: Deadline, planYear: number | undefined): number | undefined {
  const day = dayOfRule(rule, planYear);
  if (day === undefined || rule.zone === undefined || rule.at === undefined) return undefined;
  const { instants } = atLocalTime(rule.zone, day, rule.at);
  return instants.length === 1 ? instants[0] : undefined;
}

/** One moment in two zones: the first one is the rule, and the other has to agree. */
function inTwoZones(symbol: Simple, match: GrammarMatch): readonly Interpretation[] | Refusal | undefined {
  const [[first, ...more], [second, ...others]] = [match.one(symbol, "first"), match.one(symbol, "second")];
  if (first === undefined || second === undefined || more.length + others.length > 0) return undefined;
  const [a, b] = [first, second].map(({ rule }) => instantOf(rule, match.planYear));
  if (a === undefined || b === undefined) return undefined;
  if (a !== b) return match.refuse("zones-differ");
  // Beside a rule either is what the words say.
  return match.state.context.loosely ? [first, second] : [first];
}

/** Recurrences without bounds, in a stretch; others have none. */
function inStretch(readings: readonly Interpretation[], { from, to, wraps }: Interval): readonly Interpretation[] {
  return readings.flatMap((reading) => {
    const { every } = reading.rule;
    return typeof every !== "object" || every.in !== undefined || wraps === true
      ? []
      : [{ ...reading, rule: { ...reading.rule, every: { ...every, in: { from, to } } } }];
  });
}

const before = "(by | no later than | not later than | until | before | prior to | at the latest by)";

/** The rows of a time beside one deadline; they stand where a whole deadline is read. */
export function timedRows(simple: Simple): { pattern: string; action: (match: GrammarMatch) => Made | undefined }[] {
  const moment = grammar.ambiguousRule<Interpretation>("moment", [
    {
      pattern: `<simple> [,] ${before} <clock> [<zone>]`,
      action: (match) => timed(match.one(simple), match, asLast),
    },
    { pattern: "<simple> [, | –] [at] <clock> [<zone>]", action: (match) => timed(match.one(simple), match, asItIs) },
    // every Tuesday at 17:00 UTC from 14 January to 29 April
    {
      pattern: "<simple> [,] [at] <clock> [<zone>] [,] <interval>",
      action: (match) => {
        const bounded = inStretch(match.one(simple), match.one(interval));
        return bounded.length === 0 ? undefined : timed(bounded, match, asItIs);
      },
    },
    // every second Wednesday at 01:00 UTC, from 15 January to 23 April
    {
      pattern: "every (other | second) <weekday> [,] [at] <clock> [<zone>] [,] <interval>",
      action: (match) => {
        const every = { unit: "week", interval: 2, on: match.one(weekday) } as const;
        const bounded = inStretch([{ rule: { every }, events: [] }], match.one(interval));
        return bounded.length === 0 ? undefined : timed(bounded, match, asItIs);
      },
    },
    {
      pattern: `${before} <clock> [<zone>] [,] <simple> [<zone>]`,
      action: (match) => timed(match.one(simple), match, asLast),
    },
    {
      pattern: "[at] <clock> [<zone>] [,] <simple> [<zone>]",
      action: (match) => timed(match.one(simple), match, asItIs),
    },
    {
      pattern: "<simple> [, | –] [from] <clock:first> (– | to | until) <clock> [<zone>]",
      action: (match) => timed(match.one(simple), match, asItIs),
    },
  ]);
  return [
    { pattern: "<moment>", action: (match) => match.one(moment) },
    { pattern: "<moment:first> (/ [or] | or | =) <moment:second>", action: (match) => inTwoZones(moment, match) },
  ];
}
