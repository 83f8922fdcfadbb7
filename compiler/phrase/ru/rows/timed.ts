/** A time of day beside a day: «до 18:00 12 сентября», «каждый вторник в 15:00», «до 12 часов первого рабочего дня недели». */
import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import type { GrammarSymbol } from "../../engine/symbol.ts";
import type { Interpretation } from "../../interpretation.ts";
import { asItIs, asLast, withTime } from "../../sense/timed.ts";
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

type Simple = GrammarSymbol<readonly Interpretation[]>;

function timed(
  readings: readonly Interpretation[],
  match: GrammarMatch,
  as: (rule: Deadline) => Deadline | undefined,
): readonly Interpretation[] | Refusal {
  const [first, last] = [match.get(clock, "first"), match.one(clock)];
  const at = first === undefined ? last : `${first}-${last}`;
  const made = withTime(readings, { at, zone: match.get(zone) ?? "" }, as);
  return made.length === 0 ? match.refuse("clock") : made;
}

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
