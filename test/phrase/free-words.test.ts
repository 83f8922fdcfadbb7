/** No free text that a phrase is read into (an act, an event, a subject, a condition) holds a day, a month, a frequency, «до» or «не позднее». */
import fc from "fast-check";
import { expect, test } from "vitest";
import { interpretPhrase, type Interpretation } from "../../compiler/phrase/read.ts";
import { rulesIn } from "../../compiler/rule/visit-rule.ts";
import { runs } from "../fuzz-runs.ts";
import { days, lastDays, months, stretches } from "./phrases-dated.ts";
import { countedFrom, recurring, states } from "./phrases-recurring.ts";

const monthName =
  "(?:январ|феврал|март(?!\\p{L}{3})|апрел|ма[йяюе](?!\\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}*";
/** What a report is about, and the date of a document: parts of a name that are no deadline. */
const named = new RegExp(
  `(?:за|на) ${monthName}(?:(?: –|,| и) ${monthName})*|от \\d{1,2}(?:\\.\\d\\d\\.\\d{4}| ${monthName} \\d{4})`,
  "giu",
);
const time = new RegExp(
  `(?<!\\p{L})(?:${monthName}|до(?! сведения)|не (?:позднее|позже|ранее|реже)|\\d{1,2}\\.\\d\\d|\\d{1,2}(?:-го)? числа|` +
    `(?:ежедневн|еженедельн|ежемесячн|ежеквартальн|ежегодн)о|кажд\\p{L}+ (?:день|недел\\p{L}|месяц\\p{L}?|квартал\\p{L}?|год\\p{L}?|понедельник|сред\\p{L}|пятниц\\p{L})|` +
    `раза? в|в течение|через)(?!\\p{L})`,
  "iu",
);

const freeWords = ({ rule, events }: Interpretation): readonly string[] => [
  ...events,
  ...rulesIn(rule).flatMap(({ external, subject, extended }) =>
    [external, subject, extended?.if].filter((text) => text !== undefined),
  ),
];

function holdsNoTime(phrase: string): void {
  for (const interpretation of interpretPhrase(phrase, { year: 2024 }).interpretations ?? [])
    for (const text of freeWords(interpretation))
      expect(text.replace(named, ""), `${phrase} ⇒ ${JSON.stringify(interpretation)}`).not.toMatch(time);
}

const acts = [
  "по графику",
  "по отдельному плану",
  "согласно графику учредителя",
  "согласно срокам, установленным приказом",
  "по решению Губернатора",
  "по приказу министерства от 05.03.2024 № 12",
  "в соответствии с приказом от 5 марта 2024 г. № 12",
  "в соответствии с планом-графиком (приложение 2)",
  "в установленные сроки",
  "в установленные предписанием сроки",
  "в сроки, установленные учредителем,",
  "по согласованию с министерством",
];
const events = [
  "по мере поступления заявлений",
  "при поступлении обращения",
  "по запросу министерства",
  "в случае изменения сведений",
  "в день заседания комиссии",
  "после заседания комиссии",
  "до начала приема заявлений",
  "в течение 3 рабочих дней после получения заявки",
  "не позднее чем за 5 дней до начала смены",
  "за 3 рабочих дня до проведения конкурса",
];
const subjects = [
  "отчет о выполнении плана",
  "информация по школам",
  "итоги за февраль",
  "начало приема заявлений",
  "план на 2025 год",
];
const times = [
  "не позднее 12 мая",
  "до 3 июня",
  "до 03.06.2024",
  "к 1 декабря",
  "по 1 декабря",
  "с 1 по 15 октября",
  "12 мая",
  "12, 23 августа",
  "28.03",
  "в мае",
  "май",
  "в мае – июне",
  "в I квартале",
  "до 15 числа",
  "до 15 числа каждого месяца",
  "ежемесячно",
  "ежеквартально до 10 числа",
  "еженедельно по средам",
  "каждую пятницу",
  "не реже одного раза в квартал",
  "2 раза в год",
  "в течение 5 дней",
  "через 5 дней",
  "на 1 сентября",
  "по состоянию на 1 января",
  "за 3 дня до 1 мая",
  "кроме июля",
  "начиная с февраля",
];
const separator = fc.constantFrom(", ", " ", " – ", "; ", " (", ", но ", ", а ", " и ", ": ", " или ");
const name = fc.constantFrom(...acts, ...events, ...subjects);
const when = fc.constantFrom(...times);

test.each([
  "план на 2025 год, май, в течение 3 рабочих дней после получения заявки",
  "план на 2025 год и май, в течение 3 рабочих дней после получения заявки",
  "план на 2025 год май, не позднее 12 мая",
  "отчет за I квартал, июнь, после заседания комиссии",
])("a month behind a period is when, not what is reported: %s", holdsNoTime);

test("whatever time stands behind, before or inside a name", () => {
  const phrase = fc
    .tuple(
      name,
      separator,
      when,
      fc.option(fc.tuple(separator, fc.oneof(when, name)), { nil: undefined }),
      fc.boolean(),
    )
    .map(([first, between, second, more, turned]) => {
      const [a, b] = turned ? [second, first] : [first, second];
      return `${a}${between}${b}${between === " (" ? ")" : ""}${more === undefined ? "" : more.join("")}`;
    });
  const inside = fc.tuple(name, when, fc.nat(6)).map(([words, added, at]) => {
    const list = words.split(" ");
    return [...list.slice(0, at), added, ...list.slice(at)].join(" ");
  });
  fc.assert(fc.property(fc.oneof(phrase, inside), holdsNoTime), runs(4000));
});

const known = [...days, ...stretches, ...lastDays, ...months, ...recurring, ...countedFrom, ...states].map(
  (entry) => entry.phrase,
);

test("whatever known phrases stand side by side, and whatever order their words are in", () => {
  const joined = fc
    .tuple(fc.constantFrom(...known), separator, fc.constantFrom(...known))
    .map(([first, between, second]) => `${first}${between}${second}`);
  const words = [...new Set(known.flatMap((text) => text.split(/\s+/)))];
  const mixed = fc
    .array(fc.constantFrom(...words, "графику", "отчет", ","), { minLength: 2, maxLength: 12 })
    .map((list) => list.join(" "));
  fc.assert(fc.property(fc.oneof(joined, mixed), holdsNoTime), runs(4000));
});
