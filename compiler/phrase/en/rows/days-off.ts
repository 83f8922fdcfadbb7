/** “by 30 June (if it falls on a weekend, the next working day)”: what a deadline says of an end on a day off. */
import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { dayText, type NamedDay } from "../../sense/named-day.ts";
import { grammar } from "../grammar.ts";
import { workingWord } from "../words/lexicon.ts";
import { ordinal } from "../words/numbers.ts";
import { date, isAtWeekend } from "./days/dates.ts";

type Roll = NonNullable<NonNullable<Deadline["rules"]>["roll"]>;

const holiday = "[public | bank | legal | federal | national | statutory | official] holiday";
const saturday = "([a | the] weekend | weekends | [a] saturday or [a] sunday | [a] saturday [,] [a] sunday)";

/** On which days the condition holds: all days off, or Saturdays and Sundays alone. */
const off = grammar.rule<"off" | "weekend">("off", [
  { pattern: `not [on] a ${workingWord} day`, action: () => "off" },
  { pattern: "[on] a (non | not) [–] (working | business) day", action: () => "off" },
  { pattern: "[on] a (nonworking | nonbusiness) day", action: () => "off" },
  { pattern: "[on] a day off", action: () => "off" },
  { pattern: `[on] ${saturday} [,] or [on] [a] ${holiday}`, action: () => "off" },
  { pattern: `[on] [a] ${holiday} [,] or [on] ${saturday}`, action: () => "off" },
  { pattern: `[on] ${saturday}`, action: () => "weekend" },
]);

const the =
  "(it | this | that | this day | that day | this date | that date | the [last | due | final] (day | date | deadline))";
const condition = `(if | where | when) (${the} | <date:clause> | the <ordinal>) (falls | fall | is | would fall) <off>`;
const instead = `[then] [by | on | it is | the deadline is | it moves to | to] [the] (next | following | first following | next following) ${workingWord} day [thereafter | after [it | that]]`;
const insteadBefore = `[then] [by | on | it is | the deadline is | it moves to | to] [the] (preceding | previous | last preceding | immediately preceding) ${workingWord} day [before [it | that]]`;

interface Clause {
  readonly roll: Roll;
  readonly on: "off" | "weekend";
  readonly day?: NamedDay | undefined;
  readonly nth?: number | undefined;
  readonly words: string;
}

/** The clause, with the way that it turns. */
const clause = grammar.rule<Clause>(
  "off-clause",
  (
    [
      ["next", instead],
      ["previous", insteadBefore],
    ] as const
  ).flatMap(([roll, turn]) => {
    const action = (match: GrammarMatch): Clause => ({
      roll,
      on: match.get(off) ?? "off",
      day: match.get(date, "clause"),
      nth: match.get(ordinal),
      words: match.state.words(match.from, match.to),
    });
    return [
      { pattern: `[or] [,] ${condition} [,] ${turn}`, action },
      // or the next working day if it is not one · next working day if the 15th is a weekend or holiday
      { pattern: `[or] [,] ${turn} [,] ${condition}`, action },
      // by 1 May or the next working day
      { pattern: `or [,] ${turn}`, action },
    ];
  }),
);

const written = /^(?:(\d{4})-)?(\d\d)-(\d\d|last)$/;

/** The day that a rule names by itself; undefined for every other rule. */
function dayOfRule({ on, until }: Deadline): NamedDay | undefined {
  const found = written.exec(typeof on === "string" ? on : typeof until === "string" ? until : "");
  return found === null
    ? undefined
    : {
        month: Number(found[2]),
        day: found[3] === "last" ? "last" : Number(found[3]),
        year: found[1] === undefined ? undefined : Number(found[1]),
      };
}

/** The number of the day that a rule names or that recurs. */
function numberOf(rule: Deadline): unknown {
  const { every } = rule;
  return typeof every === "object" ? (every.on ?? every.until) : dayOfRule(rule)?.day;
}

/** One rule with its clause; undefined where it speaks of another day, or of weekends where it is not known what day it is. */
function turned(rule: Deadline, match: GrammarMatch): Deadline | undefined {
  const { roll, on, day, nth, words } = match.one(clause);
  const planYear = match.planYear;
  const named = dayOfRule(rule);
  if (day !== undefined && (named === undefined || dayText(day, planYear) !== dayText(named, planYear)))
    return undefined;
  if (nth !== undefined && nth !== numberOf(rule)) return undefined;
  const rolled: Deadline = { ...rule, rules: { roll, because: words } };
  if (on === "off") return rolled;
  const atWeekend = named && isAtWeekend(named, planYear);
  return atWeekend === undefined ? undefined : atWeekend ? rolled : rule;
}

/** Deadlines beside what they say of days off. */
export function besideDaysOff(
  readings: readonly Interpretation[],
  match: GrammarMatch,
): readonly Interpretation[] | undefined {
  const made = readings.map((reading) => {
    const list = reading.rule.each?.map((rule) => turned(rule, match));
    const rule =
      list === undefined
        ? turned(reading.rule, match)
        : list.includes(undefined)
          ? undefined
          : { ...reading.rule, each: list as Deadline[] };
    return rule === undefined ? undefined : { ...reading, rule };
  });
  return made.includes(undefined) ? undefined : (made as Interpretation[]);
}
