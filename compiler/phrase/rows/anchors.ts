import type { EventRef } from "../../generated/types.ts";
import { date, dayText } from "./dates.ts";
import { event } from "./events.ts";
import { type Found, rule } from "../engine/grammar.ts";
import { mostReadings } from "../interpretation.ts";
import { named, schoolHalf } from "./named.ts";
import { meant, unnamed } from "../names.ts";
import { unitRef } from "./day-selectors.ts";
import { month } from "./terminals.ts";

/** What a count begins or ends at; `events` has the words of an event that no plan names. */
export interface Anchor {
  readonly ref: EventRef;
  readonly events: readonly string[];
}

const ending = "(окончани* | завершени* | истечени* | конца | концу)";
const beginning = "(начала | начало | началу)";

const periodAnchor = (bound: "end-of" | "start-of", found: Found): readonly Anchor[] =>
  found.has("school-half")
    ? found.one(schoolHalf).map(({ id }) => ({ ref: { [bound]: id }, events: [] }))
    : found.has("named")
      ? found.one(named).map(({ id }) => ({ ref: { [bound]: id }, events: [] }))
      : [{ ref: { [bound]: found.one(unitRef) }, events: [] }];

/** The plan's events that the words can mean; where it names none, the words themselves. */
function eventAnchors(found: Found): readonly Anchor[] {
  const words = found.one(event);
  const { events } = found.parser.setting.names;
  // «до начала мероприятия» may stand for an event that is called by its name alone.
  const ids =
    [words, words.replace(/^начал[ао]\s+/i, "")]
      .map((name) => meant(name, events, found.parser.setting.loosely))
      .find((list) => list.length > 0)
      ?.map(({ id }) => id) ?? [];
  return ids.length > 0
    ? ids.slice(0, mostReadings).map((id) => ({ ref: id, events: [] }))
    : [{ ref: unnamed, events: [words] }];
}

/** What is counted from: a named day, the end or the start of a unit or a period, an event in the order's words. */
export const anchor = rule<readonly Anchor[]>("anchor", [
  { pattern: `${ending} (<unit-ref> | <school-half> | <named>)`, means: (found) => periodAnchor("end-of", found) },
  { pattern: `${beginning} (<unit-ref> | <school-half> | <named>)`, means: (found) => periodAnchor("start-of", found) },
  {
    pattern: "<date>",
    means: (found) => [{ ref: { day: dayText(found.one(date), found.parser.setting.year) }, events: [] }],
  },
  { pattern: "<event> [<act-tail>]", means: eventAnchors },
]);

/** «квартала», «мероприятия»: what something can be after the end of. */
export const anchorWords = rule<true>("anchor-words", [
  { pattern: "(<unit-ref> | <named> | <event>)", means: () => true },
]);

/** «начиная с февраля»: the first month of a count that returns. */
export const since = rule<number>("since", [
  { pattern: '([,] начиная с <month> | "(" начиная с <month> ")")', means: (found) => found.one(month) },
]);

/** «после», «со дня», «с момента» …, and «со дня, следующего за днем …», which begins the same count. */
export const after =
  "(после [дня] | начиная (со дня | с (дня | даты | момента)) | (со дня | с (дня | даты | момента | часа) | от (дня | даты | момента)) [, следующ* за (днем | датой)] | в случае | при | с | со | от | по (факту | результатам | итогам) | считая со дня)";

/** An anchor that counts only from a month on; a named day has none before it. */
export const beginningWith = (ref: EventRef, first: number | undefined): EventRef =>
  first === undefined || (typeof ref === "object" && ref.day !== undefined)
    ? ref
    : typeof ref === "string"
      ? { event: ref, since: first }
      : { ...ref, since: first };

const endWord = /^(?:окончани|завершени|истечени|конца|концу)/;
/** Whether what stands after the first words of a row is the end of something. */
export const isEnd = (found: Found): boolean =>
  endWord.test(found.parser.tokens[found.from + 1]?.norm ?? "") ||
  endWord.test(found.parser.tokens[found.from + 2]?.norm ?? "");

/** «окончания квартала», «завершения приема заявлений»: what a last day can be the end of. */
export const ended = rule<readonly Anchor[]>("ended", [
  {
    pattern: `${ending} (<unit-ref> | <school-half> | <named>)`,
    means: (found) => (found.get(unitRef) === "year" ? undefined : periodAnchor("end-of", found)),
  },
  {
    pattern: "<event> [<act-tail>]",
    means: (found) => (endWord.test(found.parser.tokens[found.from]!.norm) ? eventAnchors(found) : undefined),
  },
]);
