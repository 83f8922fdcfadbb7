import type { LanguageCode } from "../language/language.ts";

/** What `srok wording` says, by language. */
const russian = {
  help: `srok wording "ФРАЗА" – какое правило и какие даты значит срок словами приказа

  --year ГОД        в каком году (по умолчанию год последнего плана)
  --event ДАТА      примерить день события: 2024-04-26
  --series СЕРИЯ    чьи периоды и стороны брать, если серий несколько
  --format text|json

Выход: 0 – прочитано, 1 – не читается или читается по-разному, 2 – неверная команда.`,
  rule: "Правило", means: "То есть", dates: "Даты", noDates: "дат нет", event: "Событие", anyEvent: "не названо",
  waits: "дата появится, когда событие произойдёт; примерить: --event ДАТА",
  several: "Фраза читается по-разному. Что имеется в виду?", unreadable: "не читается", nearest: "читается, например", more: "… и ещё {count}",
};

const english: typeof russian = {
  help: `srok wording "PHRASE" – which rule and dates a deadline means, worded as orders word it (in Russian)

  --year YEAR       in which year (default: the last plan's)
  --event DATE      try a day for the event: 2024-04-26
  --series SERIES   whose periods and parties to take, where there are several
  --format text|json

Exit status: 0 – read, 1 – cannot be read or can be read in several ways, 2 – wrong usage.`,
  rule: "Rule", means: "That is", dates: "Dates", noDates: "no dates", event: "Event", anyEvent: "not named",
  waits: "a date appears when the event happens; try one: --event DATE",
  several: "The phrase can be read in several ways. Which one is meant?", unreadable: "cannot be read", nearest: "this can be read", more: "… and {count} more",
};

export type WordingMessages = typeof russian;
export const wordingMessages: Readonly<Record<LanguageCode, WordingMessages>> = { ru: russian, en: english };
