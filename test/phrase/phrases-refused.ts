/** Phrases with two readings or more: each of them, and nobody guesses. */
export const ambiguous: readonly { readonly phrase: string; readonly rules: readonly object[] }[] = [
  {
    phrase: "в течение 5 дней после получения заявки",
    rules: [{ within: { "calendar-days": 5, after: "?" } }, { within: { "working-days": 5, after: "?" } }],
  },
  {
    phrase: "в десятидневный срок",
    rules: [{ within: { "calendar-days": 10, after: "?" } }, { within: { "working-days": 10, after: "?" } }],
  },
  {
    phrase: "за 3 дня до начала мероприятия",
    rules: [
      { "no-later-than": { "calendar-days": 3, before: "?" } },
      { "no-later-than": { "working-days": 3, before: "?" } },
    ],
  },
  {
    phrase: "до 5 числа",
    rules: [{ every: { unit: "month", until: 5 } }, { every: { unit: "month", until: 5, of: "following" } }],
  },
  {
    phrase: "раз в квартал до 10 числа",
    rules: [{ every: { unit: "quarter", until: 10 } }, { every: { unit: "quarter", until: 10, of: "following" } }],
  },
  { phrase: "до 3 декады мая", rules: [{ until: "05-last" }, { until: "05-20" }] },
  { phrase: "с января до марта", rules: [{ month: "1-3" }, { month: "1-2" }] },
  { phrase: "в течение месяца", rules: [{ within: { months: 1, after: "?" } }, { every: "month" }] },
  { phrase: "до апреля", rules: [{ until: "04-last" }, { until: "03-last" }] },
  { phrase: "не позднее 20 июня – 15 августа", rules: [{ from: "06-20", to: "08-15" }, { until: "08-15" }] },
  {
    phrase: "последний рабочий день",
    rules: [
      { every: { unit: "month", on: "last-working-day" } },
      { every: { unit: "quarter", on: "last-working-day" } },
      { every: { unit: "year", on: "last-working-day" } },
    ],
  },
];

/** Phrases that are not read: why, and the words at fault. */
export const unreadable: readonly {
  readonly phrase: string;
  readonly code: string;
  readonly word: string;
  /** What is proposed; null: nothing, because nothing else means the same. */
  readonly nearest?: string | null;
  readonly year?: number;
}[] = [
  { phrase: "31 февраля", code: "no-such-day", word: "31 февраля", nearest: "29 февраля" },
  { phrase: "29 февраля", code: "no-such-day", word: "29 февраля", nearest: "28 февраля", year: 2025 },
  { phrase: "29 февраля 2025 года", code: "no-such-day", word: "29 февраля 2025 года" },
  { phrase: "до 31 апреля", code: "no-such-day", word: "31 апреля", nearest: "до 30 апреля" },
  { phrase: "32 декабря", code: "no-such-day", word: "32 декабря" },
  { phrase: "0 мая", code: "no-such-day", word: "0 мая" },
  { phrase: "31.02.2024", code: "no-such-day", word: "31.02.2024" },
  { phrase: "01.13.2024", code: "no-such-day", word: "01.13.2024" },
  { phrase: "до 32 числа каждого месяца", code: "no-such-day", word: "32 числа" },
  { phrase: "15–10 мая", code: "reversed", word: "15–10 мая", nearest: null },
  { phrase: "с 15 по 10 мая", code: "reversed", word: "с 15 по 10 мая", nearest: null },
  { phrase: "март 2024 года – март", code: "reversed", word: "март 2024 года – март", nearest: null },
  {
    phrase: "с 1 мая 2024 года по 1 марта 2024 года",
    code: "reversed",
    word: "с 1 мая 2024 года по 1 марта 2024 года",
  },
  { phrase: "в течение 0 дней", code: "bad-count", word: "0 дней", nearest: null },
  { phrase: "в течение 0 рабочих дней после получения заявки", code: "bad-count", word: "0 рабочих дней" },
  { phrase: "в течение 5 (шести) рабочих дней после получения", code: "bad-count", word: "5 (шести) рабочих дней" },
  { phrase: "V квартал", code: "no-such-part", word: "V квартал" },
  { phrase: "в третьем полугодии", code: "no-such-part", word: "третьем полугодии" },
  { phrase: "четвертая декада марта", code: "no-such-part", word: "четвертая декада" },
  { phrase: "два раза в год", code: "several-times", word: "два раза в год" },
  { phrase: "в течение смены", code: "unknown-period", word: "смены" },
  {
    phrase: "в течение 3 рабочх дней после открытия",
    code: "unread",
    word: "рабочх",
    nearest: "в течение 3 рабочих дней после открытия",
  },
  { phrase: "последний рабоий день месяца", code: "unread", word: "рабоий", nearest: "последний рабочий день месяца" },
  {
    phrase: "в течение 30 календарых дней после открытия",
    code: "unread",
    word: "календарых",
    nearest: "в течение 30 календарных дней после открытия",
  },
  {
    phrase: "первое число месяца, следующго за отчетным",
    code: "unread",
    word: "следующго",
    nearest: "первое число месяца, следующего за отчетным",
  },
  { phrase: "до 1 мрата", code: "unread", word: "мрата", nearest: "до 1 марта" },
  { phrase: "ежемесячо", code: "unread", word: "ежемесячо", nearest: "ежемесячно" },
  { phrase: "в тчение 3 рабочих дней после получения", code: "unread", word: "тчение" },
  { phrase: "примерно до 1 марта", code: "vague", word: "примерно", nearest: null },
  { phrase: "до 1 марта, но не раньше", code: "unread", word: "раньше" },
  { phrase: "в конце апреля", code: "vague", word: "конце", nearest: null },
  { phrase: "по окончании года", code: "no-end", word: "по окончании года" },
  { phrase: "с начала учебного года", code: "unfinished", word: "года" },
  { phrase: "до 18:00", code: "clock", word: "до 18:00", nearest: null },
  {
    phrase: "через 5 дней после получения заявки",
    code: "exact-count",
    word: "через 5 дней после получения заявки",
    nearest: null,
  },
  { phrase: "2 раза в год", code: "several-times", word: "2 раза в год", nearest: null },
  { phrase: "раз в 3 месяца", code: "several-times", word: "раз в 3 месяца", nearest: "раз в квартал" },
  { phrase: "раз в 2 года", code: "several-times", word: "раз в 2 года", nearest: null },
  { phrase: "незамедлительно", code: "at-once", word: "незамедлительно", nearest: null },
  { phrase: "после утверждения плана", code: "no-end", word: "после утверждения плана", nearest: null },
  { phrase: "скоро", code: "vague", word: "скоро" },
  { phrase: "до 1 марта и потом ещё", code: "unread", word: "потом" },
  { phrase: "1 марта до 15 апреля", code: "unread", word: "до" },
  { phrase: "", code: "empty", word: "" },
  { phrase: " \u00a0\n. ", code: "empty", word: "" },
];

/** Phrases with a time of day and no day that it belongs to. */
export const timed: readonly string[] = [
  "ежедневно до 10:00",
  "8-30",
  "11.00",
  "с 12.00 до 17.30",
  "до 23 часов",
  "с 10 до 12 часов",
  "по графику, в 10 часов",
  "с 1 по 5 июня в 10:00",
];
