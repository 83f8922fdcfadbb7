import type { Forms } from "../../../locale/language.ts";
import { russian } from "../../../locale/ru.ts";
import type { Deadline, EventRef, UntilRef } from "../../../generated/types.ts";
import { combinedOf, listOf } from "../../../rule/kinds.ts";
import { referenceOf, type Bound, type SinceMonth } from "../../../rule/references.ts";
import { countIn, type Counted, type CountUnit } from "../../../calendar/units.ts";
import { genitive, instrumental, nominativeAct } from "./inflect.ts";
import { knownPeriods } from "../known-periods.ts";
import type { EveryRule } from "../../interpretation.ts";
import { countedWithLast, phraseWriter, type Writer, type WriterWords } from "../../sense/phrase-writer.ts";
import {
  betweenWords,
  dateWords,
  dayListWords,
  monthGenitive,
  monthWords,
  monthWordsGenitive,
  intervalWords,
  untilWords,
} from "./dates.ts";
import {
  frequencyWords,
  onWords,
  ownerGenitive,
  selectorWords,
  untilSelectorWords,
  weekdayWords,
} from "./day-selectors.ts";

const genitives: Readonly<Record<CountUnit, readonly [one: string, many: string]>> = {
  "working-days": ["рабочего дня", "рабочих дней"],
  "calendar-days": ["календарного дня", "календарных дней"],
  weeks: ["недели", "недель"],
  months: ["месяца", "месяцев"],
  hours: ["часа", "часов"],
};
const accusatives: Readonly<Record<CountUnit, Forms>> = {
  "working-days": ["рабочий день", "рабочих дня", "рабочих дней"],
  "calendar-days": ["календарный день", "календарных дня", "календарных дней"],
  weeks: ["неделю", "недели", "недель"],
  months: ["месяц", "месяца", "месяцев"],
  hours: ["час", "часа", "часов"],
};

/** A count in the genitive, as after «в течение»: «3 рабочих дней». */
function countGenitive(counted: Counted): string {
  const { unit, count } = countIn(counted);
  return `${count} ${genitives[unit][russian.form(count) === 0 ? 0 : 1]}`;
}

/** A count in the accusative: «за 3 рабочих дня», «за 5 рабочих дней». */
function countAccusative(counted: Counted): string {
  const { unit, count } = countIn(counted);
  return `${count} ${accusatives[unit][russian.form(count)]}`;
}

/** A day of its own after something: «на следующий рабочий день», «на 3-й календарный день». */
function exactDayWords(counted: Counted): string | undefined {
  const { unit, count } = countIn(counted);
  if (unit !== "working-days" && unit !== "calendar-days") return undefined;
  return `на ${count === 1 ? "следующий" : `${count}-й`} ${accusatives[unit][0]}`;
}

function beginning(since: SinceMonth | undefined): string {
  if (since === undefined) return "";
  const [month = 0, year] = String(since).split("-").map(Number).reverse();
  return ` (начиная с ${monthGenitive(month)}${year === undefined ? "" : ` ${year} года`})`;
}

/** Each bound in the genitive; before an end one says «ранее», before a start «до». */
const boundWords: Readonly<Record<Bound, { readonly genitive: string; readonly ends: boolean }>> = {
  "end-of": { genitive: "окончания", ends: true },
  "start-of": { genitive: "начала", ends: false },
};

/** The anchor of a count in the genitive: «окончания квартала», «получения заявки», «1 марта». */
function anchorWords(
  reference: EventRef | UntilRef,
  { periodName, eventName }: Writer,
): { words: string; since: string; ends: boolean } | undefined {
  const found = referenceOf(reference);
  if (found.kind === "day") return { words: dateWords(found.name), since: "", ends: false };
  if (found.kind === "event") {
    const words = eventName(found.name);
    return words === undefined
      ? undefined
      : { words, since: beginning(found.since), ends: /^(?:окончани|завершени|истечени|конца)/i.test(words) };
  }
  if (found.kind === "item")
    return { words: `${found.edge === "start" ? "начала " : ""}срока пункта ${found.name}`, since: "", ends: false };
  const name = ownerGenitive(found.name, periodName);
  return name === undefined
    ? undefined
    : {
        words: `${boundWords[found.bound].genitive} ${name}`,
        since: beginning(found.since),
        ends: boundWords[found.bound].ends,
      };
}

const around = (before: string, reference: EventRef | UntilRef, writer: Writer): string | undefined => {
  const anchor = anchorWords(reference, writer);
  return anchor === undefined ? undefined : `${before} ${anchor.words}`.trimEnd() + anchor.since;
};

/** «до конца квартала», «не позднее дня проведения мероприятия». */
function untilAnchor(reference: UntilRef, writer: Writer): string | undefined {
  const anchor = anchorWords(reference, writer);
  if (anchor === undefined) return undefined;
  if (typeof reference === "object" && reference["end-of"] !== undefined && reference["end-of"] !== "year")
    return `до ${anchor.words}${anchor.since}`;
  if (typeof reference === "object" && reference.item !== undefined) return `не позднее ${anchor.words}`;
  return `не позднее дня ${anchor.words}${anchor.since}`;
}

function boundsWords(bounds: NonNullable<EveryRule["in"]>, { periodName }: Writer): string | undefined {
  if (typeof bounds === "string") {
    const name = periodName(bounds);
    return name === undefined ? undefined : `в течение ${name}`;
  }
  const { period, from, to } = bounds;
  const end = to === undefined ? undefined : untilWords(to).replace(/^до (?!конца)/, "по ");
  if (period === undefined) {
    if (from === undefined) return end === undefined ? undefined : `в период ${end}`;
    return to === undefined ? `в период с ${dateWords(from)}` : `в период ${betweenWords(from, to)}`;
  }
  const name = periodName(period);
  if (name === undefined || (from !== undefined && to !== undefined)) return undefined;
  if (from !== undefined) return `в период с ${dateWords(from)} до конца ${name}`;
  return end === undefined ? `в течение ${name}` : `в период с начала ${name} ${end}`;
}

/** How often, or a day inside each unit. */
function everyHead(rule: EveryRule, { periodName }: Writer): string | undefined {
  const { unit, on, until, of, "as-of": snapshot } = rule;
  if (on !== undefined) return onWords(unit, on, of, periodName);
  if (typeof until === "string" && /^\d\d-\d\d$/.test(until))
    return unit === "year" && of !== undefined ? `${untilWords(until)} года, следующего за отчетным` : undefined;
  if (until !== undefined) return untilSelectorWords(unit, until, of, periodName);
  const often =
    frequencyWords[unit] ?? (periodName(unit) === undefined ? undefined : `один раз в течение ${periodName(unit)!}`);
  if (often === undefined || (of !== undefined && snapshot === undefined)) return undefined;
  if (snapshot === undefined) return often;
  return of === undefined && unit !== "week" ? `${often} на ${snapshot} число` : undefined;
}

function everyWords(every: NonNullable<Deadline["every"]>, writer: Writer): string | undefined {
  const rule: EveryRule = typeof every === "string" ? { unit: every } : every;
  if (rule.interval !== undefined) return intervalHead(rule);
  const head = everyHead(rule, writer);
  const bounds = rule.in === undefined ? "" : boundsWords(rule.in, writer);
  const except = rule.except === undefined ? "" : exceptWords(rule.except, writer);
  return head === undefined || bounds === undefined || except === undefined
    ? undefined
    : `${head}${bounds === "" ? "" : ` ${bounds}`}${beginning(rule.since)}${except}`;
}

/** «раз в 2 недели по вторникам, начиная с 3 сентября». */
function intervalHead({ unit, interval = 0, on, in: bounds, ...more }: EveryRule): string | undefined {
  const from = typeof bounds === "object" && Object.keys(bounds).join() === "from" ? bounds.from : undefined;
  const days = on === undefined ? "" : weekdayWords([on].flat());
  if (unit !== "week" || from === undefined || days === undefined || Object.keys(more).length > 0) return undefined;
  const weeks = ["неделю", "недели", "недель"][russian.form(interval)]!;
  return `раз в ${interval} ${weeks}${days === "" ? "" : ` ${days}`}, начиная с ${dateWords(from)}`;
}

/** «, кроме июля, августа», «, кроме выходных и праздничных дней». */
function exceptWords(except: NonNullable<EveryRule["except"]>, { periodName }: Writer): string | undefined {
  if (except === "days-off") return ", кроме выходных и праздничных дней";
  if (Array.isArray(except) || typeof except === "string") return undefined;
  const { month, on, from, to, period } = except;
  if (Object.keys(except).length > (to === undefined ? 1 : 2)) return undefined;
  if (month !== undefined) return `, кроме ${[month].flat().map(monthWordsGenitive).join(", ")}`;
  if (on !== undefined) return `, кроме ${dayListWords([on].flat())}`;
  if (from !== undefined && to !== undefined) return `, кроме периода ${betweenWords(from, to)}`;
  const name = period === undefined ? undefined : periodName(period);
  return name === undefined ? undefined : `, кроме ${name}`;
}

/** An act in the instrumental where that is read back as the same act, else its name unchanged. */
function externalWords(act: string): string {
  const declined = instrumental(act);
  return declined !== undefined && nominativeAct(declined) === act && !/^срок/i.test(declined)
    ? `в соответствии с ${declined}`
    : `по срокам другого акта: ${act}`;
}

const forms: WriterWords["forms"] = {
  on: ({ on }) => dayListWords([on ?? []].flat()),
  from: ({ from = "", to, extended }) => {
    if (to === undefined) return `с ${dateWords(from)}`;
    return extended === undefined
      ? intervalWords(from, to)
      : `${intervalWords(from, to)} (${extended.if} ${untilWords(extended.to)})`;
  },
  until: ({ until = "" }, writer) => (typeof until === "object" ? untilAnchor(until, writer) : untilWords(until)),
  month: ({ month, part }) => {
    const list = [month ?? []].flat();
    if (part === undefined) return list.map(monthWords).join(", ");
    const words = selectorWords(part, "nominative");
    return words === undefined ? undefined : `${words} ${list.map(monthWordsGenitive).join(", ")}`;
  },
  period: ({ period = "" }, { periodName }) =>
    periodName(period) === undefined ? undefined : `в течение ${periodName(period)!}`,
  every: ({ every = "" }, writer) => everyWords(every, writer),
  within: ({ within }, writer) =>
    within === undefined ? undefined : around(`в течение ${countGenitive(within)} после`, within.after, writer),
  "no-later-than": (rule, writer) =>
    rule["no-later-than"] === undefined
      ? undefined
      : around(`не позднее чем за ${countAccusative(rule["no-later-than"])} до`, rule["no-later-than"].before, writer),
  "on-day-of": (rule, writer) => around("в день", rule["on-day-of"] ?? "", writer),
  before: ({ before = "" }, writer) => {
    const anchor = anchorWords(before, writer);
    return anchor === undefined
      ? undefined
      : `${anchor.ends || (typeof before === "object" && before["start-of"] === undefined) ? "ранее" : "до"} ${anchor.words}${anchor.since}`;
  },
  exactly: ({ exactly }, writer) => {
    const head = exactly && exactDayWords(exactly);
    return head === undefined ? undefined : around(`${head} после`, exactly!.after, writer);
  },
  continuous: ({ continuous }) => (continuous === "daily" ? "ежедневно" : "в течение года"),
  external: ({ external = "" }) => externalWords(external),
  earliest: ({ earliest = [] }, writer) => firstButNotLater(earliest, writer) ?? whichever(earliest, "раньше", writer),
  latest: ({ latest = [] }, writer) => whichever(latest, "позже", writer),
  between: ({ between = [] }, writer) => fromTo(between, writer),
};

/** «в течение 3 рабочих дней после …, но не позднее 20 декабря». */
function firstButNotLater(rules: readonly Deadline[], { written }: Writer): string | undefined {
  const { counted, last } = countedWithLast(rules) ?? {};
  const words = counted && written(counted);
  if (words === undefined || last === undefined) return undefined;
  return `${words}, но ${last.endsWith("last") ? untilWords(last) : `не позднее ${dateWords(last)}`}`;
}

/** «до 1 марта или в течение 5 дней после …, в зависимости от того, что наступит позже». */
function whichever(rules: readonly Deadline[], which: string, { several }: Writer): string | undefined {
  const isPlain = rules.every((rule) => listOf(rule) === undefined && combinedOf(rule) === undefined);
  const words = isPlain ? several(rules, " или ") : undefined;
  return words === undefined ? undefined : `${words}, в зависимости от того, что наступит ${which}`;
}

/** «со дня публикации до дня проведения». */
function fromTo([first, last]: readonly Deadline[], writer: Writer): string | undefined {
  const start =
    typeof first?.on === "string"
      ? `с ${dateWords(first.on)}`
      : first?.["on-day-of"] === undefined
        ? undefined
        : around("со дня", first["on-day-of"], writer);
  const end =
    last?.before !== undefined
      ? around("до", last.before, writer)
      : typeof last?.until === "object"
        ? around("до дня", last.until, writer)
        : undefined;
  return start === undefined || end === undefined ? undefined : `${start} ${end}`;
}

const zones: Readonly<Record<string, string>> = { "Europe/Moscow": " (МСК)", UTC: " (UTC)" };

/** «12 сентября, 18:00», «3 июня, с 09:00 до 18:00»; undefined for a zone that has no word. */
function withTime(words: string, { at, zone }: Deadline): string | undefined {
  if (at === undefined) return words;
  const named = zone === undefined ? "" : zones[zone];
  const [first = "", last] = at.split("-");
  if (named === undefined) return undefined;
  return `${words}, ${last === undefined ? first : `с ${first} до ${last}`}${named}`;
}

/**
 * The phrase that says a rule in the words of orders, in the right number and case; undefined where the language has no short phrase
 * for it, or a title cannot be declined.
 */
export const canonicalPhrase = phraseWriter({
  forms,
  or: " или ",
  precisely: "именно",
  withTime,
  named: genitive,
  knownPeriods,
});
