import type { EventRef, Within } from "../load/generated/types.ts";
import { date, dayText } from "./dates.ts";
import { event } from "./events.ts";
import { mostReadings, type Reading } from "./meaning.ts";
import { named } from "./named.ts";
import { meant, unnamed } from "./names.ts";
import { type Found, readings, rule } from "./grammar.ts";
import type { Refusal } from "./refusal.ts";
import { unitRef } from "./pieces.ts";
import { adjectival, month, number } from "./terminals.ts";

/** How long: working days, calendar days or months. «5 дней» alone may be either kind of day. */
export type Count = Pick<Within, "working-days" | "calendar-days" | "months">;

/** The largest count that the DSL takes. */
const most = 1000;
const dayWord = "(день | дня | дней | дню | днями | дн)";

function counts(found: Found, n: number, make: (n: number) => readonly Count[]): readonly Count[] | Refusal {
  const again = found.get(number, "again");
  return n < 1 || n > most || (again !== undefined && again !== n) ? found.refuse("bad-count", { limit: most }) : make(n);
}

const working = (n: number): readonly Count[] => [{ "working-days": n }];
const calendar = (n: number): readonly Count[] => [{ "calendar-days": n }];
const eitherDays = (n: number): readonly Count[] => [...working(n), ...calendar(n)];
const inMonths = (times: number) => (n: number): readonly Count[] => [{ months: n * times }];
const inWeeks = (n: number): readonly Count[] => calendar(n * 7);

/** «5 (пяти)»: a number said twice. */
const said = '<number> ["(" <number:again> ")"]';

/** A number of days, weeks, months or years. */
const duration = rule<readonly Count[]>("duration", [
  { pattern: `${said} раб* ${dayWord}`, means: (found) => counts(found, found.one(number), working) },
  { pattern: `${said} кал* ${dayWord}`, means: (found) => counts(found, found.one(number), calendar) },
  { pattern: `${said} (сутки | суток)`, means: (found) => counts(found, found.one(number), calendar) },
  { pattern: `${said} ${dayWord}`, means: (found) => counts(found, found.one(number), eitherDays) },
  { pattern: `${said} недел*`, means: (found) => counts(found, found.one(number), inWeeks) },
  { pattern: `${said} [календарн*] месяц*`, means: (found) => counts(found, found.one(number), inMonths(1)) },
  { pattern: `${said} квартал*`, means: (found) => counts(found, found.one(number), inMonths(3)) },
  { pattern: `${said} (год | года | лет)`, means: (found) => counts(found, found.one(number), inMonths(12)) },
  { pattern: `раб* ${dayWord}`, means: () => working(1) },
  { pattern: `кал* ${dayWord}`, means: () => calendar(1) },
]);

/** One of something, the number left out: «за неделю до», «в течение месяца после». Half a month is fifteen days (ГК РФ ст. 192 п. 3). */
const single = rule<readonly Count[]>("single", [
  { pattern: "(день | дня)", means: () => eitherDays(1) },
  { pattern: "(сутки | суток)", means: () => calendar(1) },
  { pattern: "[календарн*] (неделю | недели)", means: () => inWeeks(1) },
  { pattern: "[календарн*] (месяц | месяца)", means: () => [{ months: 1 }] },
  { pattern: "(квартал | квартала)", means: () => [{ months: 3 }] },
  { pattern: "(полугодие | полугодия | полгода | полугода)", means: () => [{ months: 6 }] },
  { pattern: "(год | года)", means: () => [{ months: 12 }] },
  { pattern: "(полмесяца | полумесяца)", means: () => calendar(15) },
]);

/** «в десятидневный срок», «в месячный срок», «в 5-дневный рабочий срок». */
const inTerm = rule<readonly Count[]>("in-term", [
  { pattern: "в <adjectival> срок*", means: (found) => ofTerm(found, eitherDays) },
  { pattern: "в <adjectival> (раб* срок* | срок* [в] раб* днях)", means: (found) => ofTerm(found, working) },
  { pattern: "в <adjectival> (кал* срок* | срок* [в] кал* днях)", means: (found) => ofTerm(found, calendar) },
]);

function ofTerm(found: Found, daysOf: (n: number) => readonly Count[]): readonly Count[] | Refusal {
  const { n, of } = found.one(adjectival);
  return counts(found, n, of === "days" ? daysOf : of === "weeks" ? inWeeks : inMonths(1));
}

interface Anchor {
  readonly ref: EventRef;
  readonly events: readonly string[];
}

const ending = "(окончани* | завершени* | истечени* | конца | концу)";
const beginning = "(начала | начало | началу)";

const periodAnchor = (bound: "end-of" | "start-of", found: Found): readonly Anchor[] =>
  found.has("named") ? found.one(named).map(({ id }) => ({ ref: { [bound]: id }, events: [] })) : [{ ref: { [bound]: found.one(unitRef) }, events: [] }];

/** The plan's events that the words can mean; where it names none, the words themselves. */
function eventAnchors(found: Found): readonly Anchor[] {
  const words = found.one(event);
  const { events } = found.parser.setting.names;
  // «до начала мероприятия» may stand for an event that is called by its name alone.
  const ids = [words, words.replace(/^начал[ао]\s+/i, "")].map((name) => meant(name, events, found.parser.setting.loosely)).find((list) => list.length > 0)?.map(({ id }) => id) ?? [];
  return ids.length > 0 ? ids.slice(0, mostReadings).map((id) => ({ ref: id, events: [] })) : [{ ref: unnamed, events: [words] }];
}

/** What is counted from: a named day, the end or the start of a unit or a period, an event in the order's words. */
const anchor = rule<readonly Anchor[]>("anchor", [
  { pattern: `${ending} (<unit-ref> | <named>)`, means: (found) => periodAnchor("end-of", found) },
  { pattern: `${beginning} (<unit-ref> | <named>)`, means: (found) => periodAnchor("start-of", found) },
  { pattern: "<date>", means: (found) => [{ ref: { day: dayText(found.one(date), found.parser.setting.year) }, events: [] }] },
  { pattern: "<event> [<act-tail>]", means: eventAnchors },
]);

const since = rule<number>("since", [{ pattern: '([,] начиная с <month> | "(" начиная с <month> ")")', means: (found) => found.one(month) }]);

/** «после», «со дня», «с момента» …, and «со дня, следующего за днем …», which begins the same count. */
const after = "(после [дня] | начиная (со дня | с (дня | даты | момента)) | (со дня | с (дня | даты | момента | часа) | от (дня | даты | момента)) [, следующ* за (днем | датой)] | в случае | при | с | со | от | по (факту | результатам | итогам) | считая со дня)";

/** An anchor that counts only from a month on; a named day has none before it. */
const beginningWith = (ref: EventRef, first: number | undefined): EventRef =>
  (first === undefined || (typeof ref === "object" && ref.day !== undefined) ? ref : typeof ref === "string" ? { event: ref, since: first } : { ...ref, since: first });

const endWord = /^(?:окончани|завершени|истечени|конца|концу)/;
const isEnd = (found: Found): boolean => endWord.test(found.parser.tokens[found.from + 1]?.norm ?? "") || endWord.test(found.parser.tokens[found.from + 2]?.norm ?? "");

/** «окончания квартала», «завершения приема заявлений»: what a last day can be the end of. */
const ended = rule<readonly Anchor[]>("ended", [
  { pattern: `${ending} (<unit-ref> | <named>)`, means: (found) => (found.get(unitRef) === "year" ? undefined : periodAnchor("end-of", found)) },
  { pattern: "<event> [<act-tail>]", means: (found) => (endWord.test(found.parser.tokens[found.from]!.norm) ? eventAnchors(found) : undefined) },
]);

type Make = (count: Count, ref: EventRef) => Reading["rule"] | undefined;

function counted(found: Found, list: readonly Count[], make: Make): readonly Reading[] {
  const anchors = found.get(anchor) ?? found.get(ended) ?? [{ ref: unnamed, events: [""] }];
  const first = found.get(since);
  return list.flatMap((count) => anchors.flatMap(({ ref, events }) => {
    const made = make(count, beginningWith(ref, first));
    return made === undefined ? [] : [{ rule: made, events }];
  })).slice(0, mostReadings);
}

/** The rule that a deadline ends on the day of an anchor. */
const untilDayOf: Make = (_, ref) => (typeof ref === "string" ? { until: { event: ref } } : ref.day !== undefined ? { until: ref.day } : { until: ref });
/** The day before an anchor; a named day, and the end of something, end the deadline themselves. */
const beforeEvent: Make = (_, ref) => (typeof ref === "object" && ref["start-of"] === undefined && ref.event === undefined ? undefined : { before: ref });

const within: Make = (count, ref) => ({ within: { ...count, after: ref } });
const noLaterThan: Make = (count, ref) => ({ "no-later-than": { ...count, before: ref } });
const late = "(не (позднее | позже | более | менее) [чем])";

/** Deadlines that count from a day. */
export const countedRule = readings<Reading>("counted", [
  // в течение 3-х рабочих дней после … · течение 5-ти рабочих дней
  { pattern: `[в] течени* <duration> [${after} [<anchor>]] [<since>]`, means: (found) => counted(found, found.one(duration), within) },
  { pattern: `[в] течени* <single> ${after} [<anchor>] [<since>]`, means: (found) => counted(found, found.one(single), within) },
  { pattern: `[в срок [,]] (${late} [через] | не превышающ* | до) <duration> ${after} [<anchor>] [<since>]`, means: (found) => counted(found, found.one(duration), within) },
  { pattern: `[в срок [,]] ${late} через <single> ${after} [<anchor>]`, means: (found) => counted(found, found.one(single), within) },
  { pattern: "[в] течени* <duration> по <ended> [<since>]", means: (found) => counted(found, found.one(duration), within) },
  // в месячный срок со дня …
  { pattern: `<in-term> [${after} [<anchor>]]`, means: (found) => counted(found, found.one(inTerm), within) },
  // со дня получения заявки в течение 5 рабочих дней
  { pattern: `${after} <anchor> [,] [в] течени* (<duration> | <single>)`, means: (found) => counted(found, found.get(duration) ?? found.one(single), within) },
  { pattern: `${after} <anchor> [,] <in-term>`, means: (found) => counted(found, found.one(inTerm), within) },
  // не позднее следующего рабочего дня после …
  { pattern: `(не (позднее | позже) | на | в течени*) [1 | одного] следующ* раб* дня [,] (после | за днем | со дня) [дня] <anchor>`, means: (found) => counted(found, working(1), within) },
  { pattern: "(не (позднее | позже) | на) следующ* [кал*] (дня | день) [,] (после | за днем | со дня) [дня] <anchor>", means: (found) => counted(found, calendar(1), within) },
  { pattern: "(не (позднее | позже) | на) следующ* раб* день [,] (после | за днем | со дня) [дня] <anchor>", means: (found) => counted(found, working(1), within) },
  { pattern: "(не (позднее | позже) | на | в) [1 | одного] раб* (дня | день) [,] следующ* за (днем | датой) <anchor>", means: (found) => counted(found, working(1), within) },
  // не позднее 10-и рабочих дней до … · за 3 рабочих дня до окончания месяца
  { pattern: `[не (позднее | позже | менее) [чем] | минимум] за (<duration> | <single>) до [дня | даты] <anchor> [<since>]`, means: (found) => counted(found, found.get(duration) ?? found.one(single), noLaterThan) },
  { pattern: `${late} <duration> до [дня | даты] <anchor> [<since>]`, means: (found) => counted(found, found.one(duration), noLaterThan) },
  // в день зачисления
  { pattern: "(в | на) (день | дату) [наступления] <anchor> [<since>]", means: (found) => counted(found, [{}], (_, ref) => ({ "on-day-of": ref })) },
  // не позднее дня проведения · до конца квартала · до окончания приема заявлений
  { pattern: "(не (позднее | позже) | до | по) (дня | даты | день | дату) <anchor> [включительно] [<since>]", means: (found) => counted(found, [{}], untilDayOf) },
  { pattern: "(не (позднее | позже) | до | к) <ended> [<since>]", means: (found) => counted(found, [{}], untilDayOf) },
  // до начала процедуры распределения
  { pattern: "(до | не (позднее | позже) | к) <anchor> [<since>]", means: (found) => (isEnd(found) ? undefined : counted(found, [{}], beforeEvent)) },
  { pattern: "(ранее | раньше) <anchor> [<since>]", means: (found) => counted(found, [{}], (_, ref) => ({ before: ref })) },
]);
