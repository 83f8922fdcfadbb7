import type { Language } from "./language.ts";

/** Russian. Plural rule: CLDR 48, ru. */
export const russian: Language = {
  code: "ru",
  weekdays: ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
  weekdaysShort: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
  months: [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
  ],
  monthsInDate: [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ],
  monthsShort: ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
  form: (n) => {
    const tens = n % 100;
    const ones = n % 10;
    if (ones === 1 && tens !== 11) return 0;
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
  },
  date: (day, month) => `${day}\u00a0${month}`,
  year: (year) => `${year}\u00a0года`,
  ofYear: (year) => `на ${year} год`,
  named: (id) => `«${id}»`,
  fromTo: (from, to) => `с ${from} по ${to}`,
  quotes: ["«", "»"],
};
