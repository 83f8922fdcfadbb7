import type { GrammarMatch } from "../../engine/match.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import {
  beforeEvent,
  calendar,
  countedFrom,
  exactly,
  noLaterThan,
  onDayOf,
  stretch,
  unsaidAnchor,
  untilDayOf,
  within,
  working,
  type Count,
  type Make,
} from "../../sense/counted.ts";
import { grammar } from "../grammar.ts";
import { unit } from "../words/calendar-words.ts";
import { workingWord } from "../words/lexicon.ts";
import { dayText } from "../../sense/named-day.ts";
import { ordinal } from "../words/numbers.ts";
import { after, anchor, before, eventAnchors, itemNumber, lastDay, since } from "./anchors.ts";
import { date } from "./days/dates.ts";
import { unitRef } from "./days/day-selectors.ts";
import { clear, duration, single } from "./days/durations.ts";

const counted = (match: GrammarMatch, list: readonly Count[], make: Make): readonly Interpretation[] =>
  countedFrom(
    list,
    match.get(anchor) ?? match.get(lastDay) ?? (match.has("event") ? eventAnchors(match) : unsaidAnchor),
    match.get(since),
    make,
  );
/** The interpretations of a rule that depends on the day of an anchor and counts nothing. */
const uncounted = (match: GrammarMatch, make: Make): readonly Interpretation[] =>
  counted(match, [{ amount: {} }], make);
const lengthOf = (match: GrammarMatch): readonly Count[] =>
  match.get(duration) ?? match.get(clear) ?? match.one(single);

const length = "(<duration> | <single>)";
const late = "((no | not) later than | not more than | no more than | at most | up to | in no more than)";
const early =
  "[at least | (no | not) later than | (no | not) less than | (no | not) fewer than | [a] minimum [of] | at the latest]";
const occasion =
  "(in the (event | case) of | in case of | in the event that | upon | on | after | following | if | where | when)";
const asking =
  /^(?:receipt|request|demand|completion|arrival|delivery|notification|notice|application|appointment|discovery|approval|signature|enrolment|enrollment|admission)\b/i;

/** “on request”: words that can be an occasion after “on”; others are no event but a place or a subject. */
const onOccasion = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  asking.test(match.state.words(match.from + 1, match.to)) ? uncounted(match, onDayOf) : undefined;

/** What is done when there is need for it. */
const onNeed = (): readonly Interpretation[] => [{ rule: { "on-day-of": "?" }, events: ["need"] }];

/** Deadlines that count from a day. */
export const countedRule = grammar.ambiguousRule<Interpretation>("counted", [
  // within 3 working days of receipt · within a month of the award
  {
    pattern: `(within | ${late}) [the] <duration> [${after} <anchor> [<since>]]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  {
    pattern: `(within | ${late}) <single> ${after} <anchor> [<since>]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  // 30 days after receipt
  { pattern: `${length} ${after} <anchor> [<since>]`, action: (match) => counted(match, lengthOf(match), within) },
  // in the event of a change, within 5 working days
  {
    pattern: `${occasion} [the (date | day) of] <event> [, | –] [but] [in any case] (within | ${late}) ${length}`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  // the day after the hearing · no later than the next working day after the hearing
  {
    pattern: `(by | within | (no | not) later than) [the] [next | following] ${workingWord} day (after | following) <anchor>`,
    action: (match) => counted(match, working(1), within),
  },
  {
    pattern: "(by | (no | not) later than) [the] [next | following] [calendar] day (after | following) <anchor>",
    action: (match) => counted(match, calendar(1), within),
  },
  {
    pattern: `[on] [the] [next | following | <ordinal>] ${workingWord} day (after | following) <anchor>`,
    action: (match) => counted(match, working(match.get(ordinal) ?? 1), exactly),
  },
  {
    pattern: "[on] [the] [next | following | <ordinal>] [calendar] day (after | following) <anchor>",
    action: (match) => counted(match, calendar(match.get(ordinal) ?? 1), exactly),
  },
  {
    pattern: `exactly ${length} ${after} <anchor> [<since>]`,
    action: (match) => counted(match, lengthOf(match), exactly),
  },
  { pattern: `exactly ${length} ${before} <anchor>`, action: (match) => match.refuse("exact-count") },
  { pattern: `(in | after) ${length}`, action: (match) => match.refuse("exact-count") },
  // at least 14 days before the election
  {
    pattern: `${early} (<duration> | <clear> | <single>) ${before} <anchor> [<since>]`,
    action: (match) => counted(match, lengthOf(match), noLaterThan),
  },
  // T-20 days
  { pattern: "t (– | minus) <duration>", action: (match) => fromT(match, noLaterThan) },
  { pattern: "t (+ | plus) <duration>", action: (match) => fromT(match, within) },
  // on the day of the meeting · upon request · as required
  { pattern: "on the (day | date) of <anchor> [<since>]", action: (match) => uncounted(match, onDayOf) },
  { pattern: "(at | from) the (time | moment) of <event>", action: (match) => uncounted(match, onDayOf) },
  { pattern: "[immediately] upon <event>", action: (match) => uncounted(match, onDayOf) },
  { pattern: "[immediately] on <event>", action: onOccasion },
  { pattern: "(in the (event | case) of | in case of) <event>", action: (match) => uncounted(match, onDayOf) },
  {
    pattern:
      "(as | if | when | where | whenever | as and when) [and when | or when | or if] (needed | required | necessary | requested | appropriate | it is necessary)",
    action: onNeed,
  },
  { pattern: "on an [as – needed | as needed | ad hoc | ad – hoc] basis", action: onNeed },
  // by the day of the hearing · by the end of the quarter
  {
    pattern: "(by | until | till | on or before | (no | not) later than) the (day | date) of <anchor> [<since>]",
    action: (match) => uncounted(match, untilDayOf),
  },
  {
    pattern: "(by | until | till | before | on or before | (no | not) later than) <last-day> [<since>]",
    action: (match) => uncounted(match, untilDayOf),
  },
  // at the end of each quarter: its last day, or by then? It is asked
  {
    pattern: "(at | on) ([the] (end | close) of <unit-ref> | [the | each | every] [calendar] <unit> [–] end)",
    action: (match) => atEndOf(match.get(unitRef) ?? match.one(unit)),
  },
  { pattern: "(until | till) <no-ended> <event> [<act-tail>]", action: (match) => uncounted(match, untilDayOf) },
  // no later than the deadline of item 2.1
  {
    pattern: "(by | until | (no | not) later than) <of-item>",
    action: (match) => upToItem(match, (_, ref) => ({ until: ref })),
  },
  { pattern: `${before} <of-item>`, action: (match) => upToItem(match, (_, ref) => ({ before: ref })) },
  // from 1 June until the day of the fair
  {
    pattern: "from the (day | date) of <anchor> [and] <counted-end>",
    action: (match) => fromTo(uncounted(match, onDayOf), match),
  },
  {
    pattern: "from <date> <counted-end>",
    action: (match) => fromTo(plain({ on: dayText(match.one(date), match.planYear) }), match),
  },
  // before the hearing
  { pattern: `${before} <anchor> [<since>]`, action: (match) => uncounted(match, beforeEvent) },
  // by the hearing: with its day or before it
  {
    pattern: "(by | (no | not) later than) <no-ended> <event> [<act-tail>]",
    action: (match) => [...uncounted(match, untilDayOf), ...uncounted(match, beforeEvent)],
  },
  // These name no last day: after something, or exactly so long after it.
  { pattern: "(after | following | once) <anchor>", action: (match) => match.refuse("no-end") },
]);

/** “at the end of each quarter”; that of a year has a date, and “at” says too little of it. */
const atEndOf = (name: string): readonly Interpretation[] | undefined =>
  name === "year" ? undefined : plain({ every: { unit: name, on: "last-day" } }, { until: { "end-of": name } });

/** “from the day of publication until the day of the hearing”: a stretch whose ends hang on days of their own. */
const fromTo = (starts: readonly Interpretation[], match: GrammarMatch): readonly Interpretation[] | undefined =>
  stretch(starts, match.one(countedEnd));

const countedEnd = grammar.ambiguousRule<Interpretation>("counted-end", [
  { pattern: "(to | until | till) the (day | date) of <anchor>", action: (match) => uncounted(match, untilDayOf) },
  { pattern: "<counted>", action: (match) => match.one(countedRule) },
]);

/** “no later than the deadline of item 2.1”: with that day; “before” it leaves it out. */
const upToItem = (match: GrammarMatch, make: Make): readonly Interpretation[] =>
  countedFrom([{ amount: {} }], [{ ref: { item: match.one(itemNumber) }, events: [] }], undefined, make);

/** “T-20 days”: counted from a day that the plan calls T. */
const fromT = (match: GrammarMatch, make: Make): readonly Interpretation[] =>
  countedFrom(match.one(duration), [{ ref: "?", events: ["T"] }], undefined, make);
