import { countIn, type Counted, type CountUnit } from "../../../calendar/units.ts";
import type { Deadline, EventRef, UntilRef } from "../../../generated/types.ts";
import { listOf } from "../../../rule/kinds.ts";
import { referenceOf, type Bound, type SinceMonth } from "../../../rule/references.ts";
import type { EveryRule } from "../../interpretation.ts";
import { countedWithLast, phraseWriter, type Writer, type WriterWords } from "../../sense/phrase-writer.ts";
import {
  betweenWords,
  dateWords,
  dayListWords,
  intervalWords,
  joined,
  lastDayWords,
  monthName,
  monthWords,
} from "./dates.ts";
import { zoneWords } from "../words/zones.ts";
import {
  frequencyWords,
  onWords,
  ownerWords,
  selectorWords,
  untilSelectorWords,
  weekdayWords,
} from "./day-selectors.ts";

const nouns: Readonly<Record<CountUnit, string>> = {
  "working-days": "working day",
  "calendar-days": "calendar day",
  weeks: "week",
  months: "month",
  hours: "hour",
};

/** “3 working days”, “1 month”. */
function countWords(counted: Counted): string {
  const { unit, count } = countIn(counted);
  return `${count} ${nouns[unit]}${count === 1 ? "" : "s"}`;
}

/** “(starting in February)”; undefined where the month has a year, for which there are no words. */
function beginning(since: SinceMonth | undefined): string | undefined {
  if (since === undefined) return "";
  const [month = 0, year] = String(since).split("-").map(Number).reverse();
  return year === undefined ? ` (starting in ${monthName(month)})` : undefined;
}

const boundWords: Readonly<Record<Bound, string>> = { "end-of": "end", "start-of": "start" };

/** What a count begins at: “the end of each quarter”, “the receipt of the application”, “1 March”. */
function anchorWords(reference: EventRef | UntilRef, { periodName, eventName }: Writer): string | undefined {
  const found = referenceOf(reference);
  if (found.kind === "day") return dateWords(found.name);
  if (found.kind === "item") return found.edge === "start" ? undefined : `the deadline of item ${found.name}`;
  const since = beginning(found.since);
  if (since === undefined) return undefined;
  if (found.kind === "event") {
    const words = eventName(found.name);
    return words === undefined ? undefined : words + since;
  }
  const name = ownerWords(found.name, periodName);
  return name === undefined ? undefined : `the ${boundWords[found.bound]} of ${name}${since}`;
}

/** Words before an anchor; without it where the phrase has left it out. */
const around = (
  before: string,
  between: string,
  reference: EventRef | UntilRef,
  writer: Writer,
): string | undefined => {
  const anchor = anchorWords(reference, writer);
  return anchor === undefined ? undefined : anchor === "" ? before : `${before} ${between} ${anchor}`;
};

function untilAnchor(reference: UntilRef, writer: Writer): string | undefined {
  const anchor = anchorWords(reference, writer);
  if (anchor === undefined || anchor === "") return undefined;
  const { kind } = referenceOf(reference);
  if (kind === "item") return `by ${anchor}`;
  return kind === "event" ? `by the day of ${anchor}` : anchor.startsWith("the end") ? `by ${anchor}` : undefined;
}

function boundsWords(bounds: NonNullable<EveryRule["in"]>, { periodName }: Writer): string | undefined {
  if (typeof bounds === "string") {
    const name = periodName(bounds);
    return name === undefined ? undefined : `during ${name}`;
  }
  const { period, from, to } = bounds;
  if (period !== undefined) {
    const name = periodName(period);
    return name === undefined || from !== undefined || to !== undefined ? undefined : `during ${name}`;
  }
  if (from === undefined) return to === undefined ? undefined : `until ${lastDayWords(to)}`;
  return to === undefined ? `from ${dateWords(from)}` : betweenWords(from, to);
}

/** How often, or a day inside each unit. */
function everyHead(rule: EveryRule, { periodName }: Writer): string | undefined {
  const { unit, on, until, of, "as-of": snapshot } = rule;
  if (snapshot !== undefined) return undefined;
  if (on !== undefined) return onWords(unit, on, of, periodName);
  if (typeof until === "string" && /^\d\d-\d\d$/.test(until))
    return unit === "year" && of !== undefined ? `by ${dateWords(until)} of the following year` : undefined;
  if (until !== undefined) return untilSelectorWords(unit, until, of, periodName);
  if (of !== undefined) return undefined;
  return frequencyWords[unit] ?? (periodName(unit) === undefined ? undefined : `every ${bare(periodName(unit)!)}`);
}

const article = /^(?:the|a|an|each|every|any|its|their|his|her|our|your) /i;
const bare = (name: string): string => name.replace(article, "");
const withArticle = (name: string): string => (article.test(name) ? name : `the ${name}`);

function everyWords(every: NonNullable<Deadline["every"]>, writer: Writer): string | undefined {
  const rule: EveryRule = typeof every === "string" ? { unit: every } : every;
  if (rule.interval !== undefined) return intervalHead(rule);
  const except = rule.except === undefined ? "" : exceptWords(rule.except, writer);
  const head = everyHead(rule, writer);
  const bounds = rule.in === undefined ? "" : boundsWords(rule.in, writer);
  const since = beginning(rule.since);
  return [head, bounds, since, except].includes(undefined)
    ? undefined
    : `${head}${bounds === "" ? "" : `, ${bounds}`}${since}${except}`;
}

/** “every 2 weeks on Tuesdays, starting 3 September”; without a weekday it could be the week or the day. */
function intervalHead({ unit, interval = 0, on, in: bounds, ...more }: EveryRule): string | undefined {
  const from = typeof bounds === "object" && Object.keys(bounds).join() === "from" ? bounds.from : undefined;
  const list = on === undefined ? [] : [on].flat();
  const days = weekdayWords(list);
  if (unit !== "week" || from === undefined || list.length !== 1 || days === undefined || Object.keys(more).length > 0)
    return undefined;
  return `every ${interval} weeks on ${days}, starting ${dateWords(from)}`;
}

/** “, except July and August”, “, except weekends and public holidays”. */
function exceptWords(except: NonNullable<EveryRule["except"]>, { periodName }: Writer): string | undefined {
  if (except === "days-off") return ", except weekends and public holidays";
  if (Array.isArray(except) || typeof except === "string") return undefined;
  const { month, on, from, to, period } = except;
  if (Object.keys(except).length > (to === undefined ? 1 : 2)) return undefined;
  if (month !== undefined) return `, except ${joined([month].flat().map(monthWords))}`;
  if (on !== undefined) return typeof on === "string" ? `, except ${dateWords(on)}` : undefined;
  if (from !== undefined && to !== undefined) return `, except ${betweenWords(from, to)}`;
  const name = period === undefined ? undefined : periodName(period);
  return name === undefined ? undefined : `, except ${name}`;
}

const forms: WriterWords["forms"] = {
  on: ({ on }) => dayListWords([on ?? []].flat()),
  from: ({ from = "", to, extended }) => {
    if (to === undefined) return `from ${dateWords(from)}`;
    return extended === undefined
      ? intervalWords(from, to)
      : `${intervalWords(from, to)} (until ${lastDayWords(extended.to)} ${extended.if})`;
  },
  until: ({ until = "" }, writer) =>
    typeof until === "object" ? untilAnchor(until, writer) : `by ${lastDayWords(until)}`,
  month: ({ month, part }) => {
    const list = joined([month ?? []].flat().map(monthWords));
    if (part === undefined) return list;
    const words = selectorWords(part);
    return words === undefined ? undefined : `the ${words} of ${list}`;
  },
  period: ({ period = "" }, { periodName }) =>
    periodName(period) === undefined ? undefined : `during ${periodName(period)!}`,
  every: ({ every = "" }, writer) => everyWords(every, writer),
  within: ({ within }, writer) =>
    within === undefined ? undefined : around(`within ${countWords(within)}`, "after", within.after, writer),
  "no-later-than": (rule, writer) => {
    const count = rule["no-later-than"];
    if (count === undefined || anchorWords(count.before, writer) === "") return undefined;
    return around(`at least ${countWords(count)}`, "before", count.before, writer);
  },
  "on-day-of": (rule, writer) => {
    const anchor = anchorWords(rule["on-day-of"] ?? "", writer);
    return anchor === undefined || anchor === "" ? undefined : `on the day of ${anchor}`;
  },
  before: ({ before = "" }, writer) => {
    const anchor = anchorWords(before, writer);
    const isOpen = typeof before === "object" && before["start-of"] === undefined && before.event === undefined;
    return anchor === undefined || anchor === "" || isOpen ? undefined : `before ${anchor}`;
  },
  exactly: ({ exactly }, writer) =>
    exactly === undefined || anchorWords(exactly.after, writer) === ""
      ? undefined
      : around(`exactly ${countWords(exactly)}`, "after", exactly.after, writer),
  continuous: ({ continuous }) => (continuous === "daily" ? "daily" : "throughout the year"),
  external: ({ external = "" }) => `in accordance with ${external}`,
  earliest: ({ earliest = [] }, writer) => firstButNotLater(earliest, writer) ?? whichever(earliest, "earlier", writer),
  latest: ({ latest = [] }, writer) => whichever(latest, "later", writer),
  between: ({ between = [] }, writer) => fromTo(between, writer),
};

/** “within 3 working days after …, but no later than 20 December”. */
function firstButNotLater(rules: readonly Deadline[], { written }: Writer): string | undefined {
  const { counted, last } = countedWithLast(rules) ?? {};
  const words = counted && written(counted);
  return words === undefined || last === undefined ? undefined : `${words}, but no later than ${lastDayWords(last)}`;
}

/** “by 1 March or within 5 days after …, whichever is later”. */
function whichever(rules: readonly Deadline[], which: string, { several }: Writer): string | undefined {
  const isPlain = rules.length === 2 && rules.every((rule) => listOf(rule) === undefined && rule.on === undefined);
  const words = isPlain ? several(rules, " or ") : undefined;
  return words === undefined ? undefined : `${words}, whichever is ${which}`;
}

/** “from 1 June until the day of the fair”. */
function fromTo([start, end]: readonly Deadline[], writer: Writer): string | undefined {
  const first =
    typeof start?.on === "string"
      ? dateWords(start.on)
      : start?.["on-day-of"] === undefined
        ? undefined
        : anchorWords(start["on-day-of"], writer);
  const until = typeof end?.until === "object" ? end.until : undefined;
  const last = until === undefined || referenceOf(until).kind !== "event" ? undefined : anchorWords(until, writer);
  if (first === undefined || last === undefined || first === "" || last === "") return undefined;
  return `from ${typeof start?.on === "string" ? first : `the day of ${first}`} until the day of ${last}`;
}

/** “by 12 September at 18:00”, “3 June, 09:00–18:00 Brussels time”; undefined for a zone that has no words. */
function withTime(words: string, { at, zone }: Deadline): string | undefined {
  if (at === undefined) return words;
  const named = zone === undefined ? "" : zoneWords(zone);
  const [first = "", last] = at.split("-");
  if (named === undefined) return undefined;
  return `${words}${last === undefined ? ` at ${first}` : `, ${first}–${last}`}${named === "" ? "" : ` ${named}`}`;
}

/** The phrase that says a rule in English; undefined where the language has no short phrase for it. */
export const canonicalPhrase = phraseWriter({
  forms,
  or: " or ",
  precisely: "precisely on",
  withTime,
  named: withArticle,
  knownPeriods: [],
});
