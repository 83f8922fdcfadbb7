import { parseDate, type Day } from "../../calendar/day.ts";
import type { Report, Value } from "../../diagnostics/diagnostic.ts";
import type { Deadline } from "../../generated/types.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { whatIf, type WhatIf } from "../../resolve/what-if.ts";
import { quoted } from "../../locale/languages.ts";
import { ruleKey } from "../../rule/rule-key.ts";
import { namesIn } from "../../rule/visit-rule.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { agreement, type Agreement } from "../../phrase/agreement.ts";
import { asRead } from "../../phrase/as-read.ts";
import { faultText } from "../../phrase/faults.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import { hasPhrases, phraseLanguages } from "../../phrase/languages.ts";
import { cellsOf, type Cell } from "../cells.ts";
import { formerPlans, isWrittenInWas } from "../former-cells.ts";
import { isMeantInRow, wordsOfRow } from "../meant-in-row.ts";
import { againstRule } from "../excused.ts";
import { inEachLanguage, meaning, type ShownDates, type Wording } from "../meaning.ts";
import { saysRoll, turnedElsewhere, type WhatIfOn, type Turned } from "../rolled-as-said.ts";
import { readWords } from "../read-words.ts";
import type { Rule } from "../rule.ts";
import { wordSpan } from "../word-span.ts";

/** Words that differ from their rule; `turned`: they agree with it but for what they say of days off. */
type Difference = Extract<Agreement, { kind: "differs" }> & { readonly turned?: Turned };

/** What the cells of one plan are compared with. */
interface Comparison {
  readonly resolved: ResolvedPlan;
  readonly wording: Wording;
  readonly whatIfOn: WhatIfOn;
  readonly report: Report;
}

/** The plan is gone through once for the days that it knows and once for those that are supposed, when they are first asked for. */
function whatIfIn(resolved: ResolvedPlan): WhatIfOn {
  const made = new Map<Day | undefined, WhatIf>();
  return (day) => {
    const known = made.get(day) ?? whatIf(resolved, day);
    made.set(day, known);
    return known;
  };
}

/** What the words and the rule give in dates; where both wait for an event, as if it were on the day of the order or on the one given. */
function bothDates(
  said: Deadline,
  { item, kind, deadline }: Cell,
  { resolved, whatIfOn }: Comparison,
  supposing = parseDate(resolved.plan.order.data.date),
): readonly [said: ShownDates, ruled: ShownDates] {
  const words = whatIfOn()(said, item.source, kind);
  if (words.windows.length + deadline.windows.length > 0 || words.state !== "on-event" || deadline.state !== "on-event")
    return [words, deadline];
  const supposed = (rule: Deadline): ShownDates => ({ ...whatIfOn(supposing)(rule, item.source, kind), supposing });
  return [supposed(said), supposed(deadline.rule)];
}

/** So many differences are shown with the dates that the words would give. */
const mostWithDates = 20;

function reportDifference(
  cell: Cell,
  { interpretations, turned }: Difference,
  comparison: Comparison,
  showsDates: boolean,
): void {
  const { deadline } = cell;
  const { wording, report } = comparison;
  const nothing: ShownDates = { windows: [] };
  const several = interpretations.length > 1;
  const [said, ruled] = showsDates
    ? bothDates(turned?.rule ?? interpretations[0].rule, cell, comparison, turned?.supposing)
    : [nothing, { windows: deadline.windows, state: deadline.state }];
  const values = {
    ...(deadline.rule.reading === undefined ? {} : { excused: "reading" }),
    said: meaning(
      interpretations.slice(0, 3).map(({ rule, events }) => [rule, events[0]]),
      several ? nothing : said,
      wording,
    ),
    ruled: meaning([[deadline.rule]], ruled, wording),
  };
  report({ code: "wording-differs", span: spanOf(deadline.origin, ["text"]), values });
}

/**
 * The words fit titles of several events, of which the rule takes one: whoever reads them in their row cannot know which,
 * unless the row speaks of that one and of no other.
 */
function reportSeveral(
  { item, deadline: { origin, rule } }: Cell,
  fitting: readonly string[],
  { resolved, wording: { names, language }, report }: Comparison,
): void {
  const titlesOf = (ids: readonly string[]): string[] =>
    names.events.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  const list = (titles: readonly string[]): Value => ({ list: titles.map((title) => quoted(title, language)) });
  const meant = titlesOf(namesIn(rule).events);
  const row = wordsOfRow(item, resolved.byId);
  const { stems } = phraseLanguages[language];
  const others = titlesOf(fitting).filter((other) => !isMeantInRow(row, meant.join(" "), other, stems));
  if (others.length === 0) return;
  const values = { ruled: list(meant), others: list(others) };
  report({ code: "wording-of-several", span: spanOf(origin, ["text"]), values });
}

/** Words of which every meaning that agrees with the rule says of a day off what the dates of the rule do not. */
function heldToDates(found: Agreement, turnedBy: (said: Deadline) => Turned | undefined): Agreement | Difference {
  if (found.kind !== "agrees") return found;
  const [first, ...more] = found.interpretations ?? [];
  if (first === undefined) return found;
  const turned = [first, ...more].map(({ rule }) => turnedBy(rule));
  return turned[0] === undefined || turned.includes(undefined)
    ? found
    : { kind: "differs", interpretations: [first, ...more], turned: turned[0] };
}

/**
 * Holds the words to the rule as the rule's reading says. A reading excuses the words that it names and no others; where the
 * words cannot be read at all, it stands in for the comparison.
 */
function agreementAsRead(
  { text, rule }: Cell["deadline"],
  options: Parameters<typeof agreement>[2],
  turnedBy: (said: Deadline) => Turned | undefined,
  against: (words: string) => ReturnType<typeof againstRule>,
): Agreement | Difference {
  const held = (words: string): Agreement | Difference => heldToDates(agreement(words, rule, options), turnedBy);
  const literal = held(text);
  if (rule.reading === undefined || (literal.kind === "agrees" && literal.otherEvents === undefined)) return literal;
  const read = asRead(text, rule.reading);
  const meant = read === null ? literal : held(read);
  if (meant.kind !== "unread") return meant;
  if (literal.kind !== "unread") return literal;
  if (typeof rule.reading === "string" || rule.reading.means !== undefined) return { kind: "agrees" };
  // What the reading leaves has to be read; where it leaves nothing, what can be read in its words must not speak against the rule.
  if (read !== "") return meant;
  const found = against(text);
  return found === undefined ? { kind: "agrees" } : found === "weekday" ? literal : found;
}

/**
 * A deadline's words and its rule say different things: one of the two was typed wrongly, or lacks a `reading` with its
 * reason. Words that the grammar does not know are reported too, because then somebody has to compare by eye.
 */
export const wordingAgrees: Rule = {
  codes: ["wording-differs", "wording-of-several", "wording-unread"],
  check: (resolved, report) => {
    const { language, "time-zone": zone } = resolved.series.data;
    if (!hasPhrases(language)) return;
    const names = namesOf(resolved.series, resolved.plan);
    const known = new Map<string, Agreement | Difference>();
    let differences = 0;
    const whatIfOn = whatIfIn(resolved);
    const comparison: Comparison = { resolved, wording: { names, language }, whatIfOn, report };
    const read = readWords(resolved);
    const former = formerPlans(resolved).flatMap((plan) => cellsOf(plan).filter(isWrittenInWas));
    for (const cell of [...cellsOf(resolved), ...former]) {
      const { text, rule } = cell.deadline;
      // Words in another alphabet are not the plan's; figures without a word (07.02.2024) are.
      if (/\p{L}/u.test(text) && !phraseLanguages[language].letter.test(text)) continue;
      // What nobody has looked at yet is reported as such, and cannot be published.
      if (rule.review === true) continue;
      // Most phrases of a plan return, with the same rule; what days off do to them differs from place to place.
      const key = ruleKey(rule);
      let isOfPlace = false;
      const turnedBy = (said: Deadline): Turned | undefined => {
        isOfPlace ||= saysRoll(said);
        return turnedElsewhere(said, cell, resolved, whatIfOn);
      };
      const options = { bounds: resolved.plan.bounds, names, language, zone, read };
      const against = (words: string): ReturnType<typeof againstRule> => {
        isOfPlace = true;
        const agreementOf = (piece: string): Agreement => agreement(piece, rule, options);
        return againstRule(words, cell, language, { whatIfOn, agreementOf });
      };
      const found = known.get(key) ?? agreementAsRead(cell.deadline, options, turnedBy, against);
      if (!isOfPlace) known.set(key, found);
      if (found.kind === "differs") reportDifference(cell, found, comparison, (differences += 1) <= mostWithDates);
      if (found.kind === "agrees" && found.otherEvents !== undefined)
        reportSeveral(cell, found.otherEvents, comparison);
      if (found.kind !== "unread") continue;
      const { word, nearest } = found.fault;
      const why = inEachLanguage((language) => faultText(found.fault, language));
      report({
        code: "wording-unread",
        span: wordSpan(cell.deadline.origin, ["text"], word),
        values: { word, why: { said: why }, nearest },
      });
    }
  },
};
