import type { LanguageCode } from "../../locale/languages.ts";

/** Messages of `srok wording`. */
const russian = {
  rule: "Правило",
  means: "То есть",
  event: "Событие",
  anyEvent: "не названо",
  waits: "дата появится, когда событие произойдёт; примерить: --event ДАТА",
  needsTime: "часы считают от времени события: --event 2024-04-26T10:00",
  several: "Фраза читается по-разному. Что имеется в виду?",
  byLaw:
    "Дни без слова «рабочих» по общему правилу календарные (ГК РФ, ст. 190–193): верно первое. Если считать надо рабочие, так и напишите.",
  unreadable: { ru: "не читается по-русски", en: "не читается по-английски" } satisfies Record<LanguageCode, string>,
  nearest: "возможно",
  more: "… и ещё {count}",
};

const english: typeof russian = {
  rule: "Rule",
  means: "That is",
  event: "Event",
  anyEvent: "not named",
  waits: "a date appears when the event happens; try one: --event DATE",
  needsTime: "hours are counted from the time of the event: --event 2024-04-26T10:00",
  several: "The phrase can be read in several ways. Which one is meant?",
  byLaw:
    "Days that are not called working days are calendar days (Civil Code of Russia, art. 190–193): the first reading holds. Say “рабочих” if working days are meant.",
  unreadable: { ru: "cannot be read in Russian", en: "cannot be read in English" },
  nearest: "did you mean",
  more: "… and {count} more",
};

export type WordingMessages = typeof russian;
export const wordingMessages: Readonly<Record<LanguageCode, WordingMessages>> = { ru: russian, en: english };
