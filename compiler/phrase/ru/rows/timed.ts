/** A time of day beside a day: «до 18:00 12 сентября», «каждый вторник в 15:00», «до 12 часов первого рабочего дня недели». */
import { parseDaySelector } from "../../../calendar/day-selector.ts";
import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import type { GrammarSymbol } from "../../engine/symbol.ts";
import type { Interpretation } from "../../interpretation.ts";
import { grammar } from "../grammar.ts";
import { clock } from "../words/calendar-words.ts";

/** Zones by the words that orders have for them; the plan's own needs no key. */
const zone = grammar.rule<string>("zone", [
  {
    pattern: '([по] московскому времени | [по] мск | "(" (мск | московское время | время московское) ")")',
    action: () => "Europe/Moscow",
  },
  { pattern: '([по] всемирному времени | utc | "(" utc ")")', action: () => "UTC" },
  { pattern: '(по местному времени | местного времени | "(" [время] местное [время] ")")', action: () => "" },
]);

const isOneDay = (word: string | number): boolean =>
  ["day", "working-day", "weekday", "last-day", "first-day-after"].includes(parseDaySelector(word)?.kind ?? "");

/** A rule that names a day, as the last one: «до 18:00 12 сентября»; undefined for what is no day. */
function asLast(rule: Deadline): Deadline | undefined {
  const { on, every, "on-day-of": event, ...more } = rule;
  if (Array.isArray(on)) return { each: on.map((until) => ({ until })), ...more };
  if (on !== undefined) return { until: on, ...more };
  if (event !== undefined) return typeof event === "string" ? { until: { event }, ...more } : undefined;
  if (typeof every !== "object") return isTimed(rule) || rule.to !== undefined ? rule : undefined;
  const { unit, on: selected, ...recurrence } = every;
  if (selected === undefined) return isTimed(rule) ? rule : undefined;
  return [selected].flat().every(isOneDay)
    ? { every: { unit, until: selected, ...recurrence }, ...more }
    : undefined;
}

/** Whether a time can stand beside a rule: it names a day, or a last one. */
function isTimed({ on, every, until, month, part, ...more }: Deadline): boolean {
  if (on !== undefined || until !== undefined) return true;
  if (month !== undefined) return part !== undefined && isOneDay(part);
  if (every !== undefined)
    return typeof every === "object" && [every.on ?? every.until ?? "none"].flat().every(isOneDay);
  return (["within", "no-later-than", "exactly", "on-day-of", "before"] as const).some(
    (form) => more[form] !== undefined,
  );
}

type Simple = GrammarSymbol<readonly Interpretation[]>;

function timed(
  readings: readonly Interpretation[],
  match: GrammarMatch,
  as: (rule: Deadline) => Deadline | undefined,
): readonly Interpretation[] | Refusal {
  const [first, last] = [match.get(clock, "first"), match.one(clock)];
  const at = first === undefined ? last : `${first}-${last}`;
  const named = match.get(zone) ?? "";
  const made = readings.flatMap((reading) => {
    const rule = as(reading.rule);
    return rule === undefined ? [] : [{ ...reading, rule: { ...rule, at, ...(named === "" ? {} : { zone: named }) } }];
  });
  return made.length === 0 ? match.refuse("clock") : made;
}

const asItIs = (rule: Deadline): Deadline | undefined => (isTimed(rule) ? rule : undefined);
const before = "(до | к | не (позднее | позже) [[,] чем])";

/** The rows of a time beside one deadline; they stand where a whole deadline is read. */
export const timedRows = (
  simple: Simple,
): { pattern: string; action: (match: GrammarMatch) => readonly Interpretation[] | Refusal }[] => [
  {
    pattern: `<simple> [, | –] ${before} <clock> [<zone>]`,
    action: (match) => timed(match.one(simple), match, asLast),
  },
  { pattern: "<simple> [, | –] [в] <clock> [<zone>]", action: (match) => timed(match.one(simple), match, asItIs) },
  { pattern: `${before} <clock> [<zone>] <simple>`, action: (match) => timed(match.one(simple), match, asLast) },
  { pattern: "[в] <clock> [<zone>] <simple>", action: (match) => timed(match.one(simple), match, asItIs) },
  {
    pattern: "<simple> [, | –] с <clock:first> (до | по) <clock> [<zone>]",
    action: (match) => timed(match.one(simple), match, asItIs),
  },
];
