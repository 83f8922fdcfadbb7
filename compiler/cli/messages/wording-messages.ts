import type { LanguageCode } from "../../locale/languages.ts";

/** What `srok wording` says, by language. */
const russian = {
  help: `srok wording "ФРАЗА" – какое правило и какие даты значит срок словами приказа

  --year ГОД        в каком году (по умолчанию год последнего плана)
  --event ДАТА      примерить день события: 2024-04-26
  --series СЕРИЯ    чьи периоды и стороны брать, если серий несколько
  --format text|json

Выход: 0 – прочитано, 1 – не читается или читается по-разному, 2 – неверная команда.

JSON – всегда одни и те же ключи:
  rule         правило, как его пишут в плане; null – не читается или читается по-разному
  phrase       то же правило словами приказа; null – коротких слов для него нет
  events       слова событий, которые в правиле названы «?»
  state        dated – есть даты, on-event – ждёт события, continuous – постоянно, external – по другому акту; null
  windows      [{start, end}] по порядку последних дней, оба дня включительно; start null – начала нет
  trace        как получилась дата, предложениями, по одному списку на каждое окно
  readings     все прочтения: у каждого те же шесть ключей
  diagnostics  [{code, at, word, message, nearest}]: что и где не прочитано (at – место в фразе), ambiguous –
               читается по-разному, by-law – из двух прочтений взято то, которое следует из закона`,
  rule: "Правило",
  means: "То есть",
  dates: "Даты",
  noDates: "дат нет",
  event: "Событие",
  anyEvent: "не названо",
  waits: "дата появится, когда событие произойдёт; примерить: --event ДАТА",
  several: "Фраза читается по-разному. Что имеется в виду?",
  byLaw:
    "Дни без слова «рабочих» по общему правилу календарные (ГК РФ, ст. 190–193): верно первое. Если считать надо рабочие, так и напишите.",
  unreadable: "не читается",
  nearest: "читается, например",
  more: "… и ещё {count}",
};

const english: typeof russian = {
  help: `srok wording "PHRASE" – which rule and dates a deadline means, worded as orders word it (in Russian)

  --year YEAR       in which year (default: the last plan's)
  --event DATE      try a day for the event: 2024-04-26
  --series SERIES   whose periods and parties to take, where there are several
  --format text|json

Exit status: 0 – read, 1 – cannot be read or can be read in several ways, 2 – wrong usage.

JSON, always the same keys:
  rule         the rule as a plan has it; null – cannot be read or can be read in several ways
  phrase       the same rule in the words of orders; null – there is no short phrase for it
  events       the words of the events that the rule calls “?”
  state        dated, on-event, continuous, external; null
  windows      [{start, end}] by last day, both days inclusive; start null – open
  trace        how each date came about, in sentences, one list a window
  readings     every reading, each with the six keys above
  diagnostics  [{code, at, word, message, nearest}]: what cannot be read and where (offset in the phrase), ambiguous –
               several readings, by-law – of two readings the one that the law implies was taken`,
  rule: "Rule",
  means: "That is",
  dates: "Dates",
  noDates: "no dates",
  event: "Event",
  anyEvent: "not named",
  waits: "a date appears when the event happens; try one: --event DATE",
  several: "The phrase can be read in several ways. Which one is meant?",
  byLaw:
    "Days that are not called working days are calendar days (Civil Code of Russia, art. 190–193): the first reading holds. Say “рабочих” if working days are meant.",
  unreadable: "cannot be read",
  nearest: "this can be read",
  more: "… and {count} more",
};

export type WordingMessages = typeof russian;
export const wordingMessages: Readonly<Record<LanguageCode, WordingMessages>> = { ru: russian, en: english };
