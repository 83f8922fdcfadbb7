import { parseDate, type Day } from "../../calendar/day.ts";
import type { Report, Value } from "../../diagnostics/diagnostic.ts";
import { languages, type LanguageCode } from "../../locale/languages.ts";
import type { Deadline } from "../../generated/types.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { whatIf, type WhatIf } from "../../resolve/what-if.ts";
import { ruleKey } from "../../rule/rule-key.ts";
import type { ResolvedDeadline, ResolvedPlan } from "../../resolve/model.ts";
import { agreement, type Agreement } from "../../phrase/agreement.ts";
import { asRead } from "../../phrase/as-read.ts";
import { faultText } from "../../phrase/faults.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import type { Names } from "../../phrase/names.ts";
import { hasPhrases, phraseLanguages, type PhraseLanguageCode } from "../../phrase/languages.ts";
import type { Interpretation } from "../../phrase/read.ts";
import { phraseOf } from "../../phrase/write.ts";
import { words } from "../../explain/explain.ts";
import { cellsOf, type Cell } from "../cells.ts";
import { formerPlans, isWrittenInWas } from "../former-cells.ts";
import type { Rule } from "../rule.ts";
import { wordSpan } from "../word-span.ts";

/** Enough windows to see where two rules part. */
const shown = 3;

/** A rule as it is written in a file: what a message in another language says for a phrase. */
function written({ text: _, reading: _reason, ...rule }: Deadline): string {
  return JSON.stringify(rule)
    .slice(1, -1)
    .replace(/"([\w-]+)":/g, "$1: ")
    .replace(/,/g, ", ")
    .replace(/"/g, "");
}

const inEachLanguage = <T>(of: (language: LanguageCode) => T): Readonly<Record<LanguageCode, T>> => ({
  ru: of("ru"),
  en: of("en"),
});

/** What the phrases of a plan are written with. */
interface Wording {
  readonly names: Names;
  readonly language: PhraseLanguageCode;
}

const or: Readonly<Record<LanguageCode, string>> = { ru: "или", en: "or" };

/** A deadline as a phrase (several where the words can mean several) and its first dates; without dates, its state. */
function meaning(
  rules: readonly (readonly [rule: Deadline, event?: string | undefined])[],
  found: Dates,
  { names, language }: Wording,
): Value {
  const phrases = rules.flatMap(([rule, event]) => phraseOf(rule, { names, language, event }) ?? []);
  const [close, open] = [...languages[language].quotes].reverse();
  const inRules = rules.map(([rule]) => written(rule)).join(" / ");
  const { windows, state, supposing } = found;
  return {
    intervals: windows.slice(0, shown).map(({ start, end }) => ({ start, end })),
    more: windows.length > shown,
    ...(phrases.length === 0
      ? {}
      : {
          words: inEachLanguage((each) => (each === language ? phrases.join(`${close} ${or[each]} ${open}`) : inRules)),
        }),
    ...(state === undefined ? {} : { state: inEachLanguage((language) => words[language].state[state]) }),
    ...(supposing === undefined ? {} : { supposing }),
  };
}

interface Dates {
  readonly windows: Cell["deadline"]["windows"];
  readonly state?: ResolvedDeadline["state"];
  readonly supposing?: Day | undefined;
}

/** What rules would give in the places of the plan, if every event without a day were on that of the order or on none. */
type Instead = (supposing?: Day) => WhatIf;

/** The plan is gone through once for the days that it knows and once for those that are supposed, when they are first asked for. */
function insteadIn(resolved: ResolvedPlan): Instead {
  const made = new Map<Day | undefined, WhatIf>();
  return (supposing) => {
    const known = made.get(supposing) ?? whatIf(resolved, supposing);
    made.set(supposing, known);
    return known;
  };
}

/** What the words and the rule give in dates; where both wait for an event, as if it were on the day of the order. */
function bothDates(
  said: Deadline,
  { item, kind, deadline }: Cell,
  { plan }: ResolvedPlan,
  instead: Instead,
): readonly [said: Dates, ruled: Dates] {
  const words = instead()(said, item.source, kind);
  if (words.windows.length + deadline.windows.length > 0 || words.state !== "on-event" || deadline.state !== "on-event")
    return [words, deadline];
  const supposing = parseDate(plan.order.data.date);
  const supposed = (rule: Deadline): Dates => ({ ...instead(supposing)(rule, item.source, kind), supposing });
  return [supposed(said), supposed(deadline.rule)];
}

/** So many differences are shown with the dates that the words would give. */
const mostWithDates = 20;

function reportDifference(
  cell: Cell,
  interpretations: readonly [Interpretation, ...Interpretation[]],
  wording: Wording,
  resolved: ResolvedPlan,
  instead: Instead | undefined,
  report: Report,
): void {
  const { deadline } = cell;
  const nothing: Dates = { windows: [] };
  const several = interpretations.length > 1;
  const [said, ruled] =
    instead !== undefined
      ? bothDates(interpretations[0].rule, cell, resolved, instead)
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
 * Holds the words to the rule as the rule's reading says. A reading excuses the words that it names and no others; where the
 * words cannot be read at all, it stands in for the comparison.
 */
function agreementAsRead(text: string, rule: Deadline, options: Parameters<typeof agreement>[2]): Agreement {
  const literal = agreement(text, rule, options);
  if (rule.reading === undefined || literal.kind === "agrees") return literal;
  const read = asRead(text, rule.reading);
  const meant = read === null ? literal : agreement(read, rule, options);
  if (meant.kind !== "unread") return meant;
  return literal.kind === "unread" ? { kind: "agrees" } : literal;
}

/**
 * A deadline's words and its rule say different things: one of the two was typed wrongly, or lacks a `reading` with its
 * reason. Words that the grammar does not know are reported too, because then somebody has to compare by eye.
 */
export const wordingAgrees: Rule = {
  codes: ["wording-differs", "wording-unread"],
  check: (resolved, report) => {
    const { language } = resolved.series.data;
    if (!hasPhrases(language)) return;
    const names = namesOf(resolved.series, resolved.plan);
    const known = new Map<string, Agreement>();
    let differences = 0;
    const instead = insteadIn(resolved);
    const former = formerPlans(resolved).flatMap((plan) => cellsOf(plan).filter(isWrittenInWas));
    for (const cell of [...cellsOf(resolved), ...former]) {
      const { text, rule } = cell.deadline;
      // What nobody has looked at yet is reported as such, and cannot be published.
      // Words in another alphabet are not the plan's; figures without a word (07.02.2024) are.
      const isOfPlan = phraseLanguages[language].letter.test(text) || !/\p{L}/u.test(text);
      if (!isOfPlan || rule.review === true) continue;
      // Most phrases of a plan return, with the same rule.
      const key = ruleKey(rule);
      const found = known.get(key) ?? agreementAsRead(text, rule, { bounds: resolved.plan.bounds, names, language });
      known.set(key, found);
      if (found.kind === "differs")
        reportDifference(
          cell,
          found.interpretations,
          { names, language },
          resolved,
          (differences += 1) <= mostWithDates ? instead : undefined,
          report,
        );
      if (found.kind !== "unread") continue;
      const { word, nearest } = found.fault;
      const why = inEachLanguage((language) => faultText(found.fault, language));
      report({
        code: "wording-unread",
        span: wordSpan(cell.deadline.origin, ["text"], word),
        values: { word, why: { said: why }, ...(nearest === undefined ? {} : { nearest }) },
      });
    }
  },
};
