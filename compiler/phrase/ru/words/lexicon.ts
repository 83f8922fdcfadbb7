import { wordTable } from "../../sense/word-table.ts";
import type { Unit } from "../../../calendar/units.ts";
import type { Weekday } from "../../../calendar/day.ts";

/** Every form of a word: a stem with its endings («–» is the bare stem). */
const forms = (stem: string, endings: string): string[] =>
  endings.split(" ").map((ending) => stem + (ending === "–" ? "" : ending));

const soft = "ь я ю ем е";
const hard = "– а у ом е";
/** Months in every case, and as they are abbreviated: 1 is January. */
export const months: ReadonlyMap<string, number> = wordTable([
  [1, ...forms("январ", soft), "янв"],
  [2, ...forms("феврал", soft), "фев", "февр"],
  [3, ...forms("март", hard), "мар"],
  [4, ...forms("апрел", soft), "апр"],
  [5, ...forms("ма", "й я ю ем е")],
  [6, ...forms("июн", soft)],
  [7, ...forms("июл", soft)],
  [8, ...forms("август", hard), "авг"],
  [9, ...forms("сентябр", soft), "сен", "сент"],
  [10, ...forms("октябр", soft), "окт"],
  [11, ...forms("ноябр", soft), "ноя", "нояб"],
  [12, ...forms("декабр", soft), "дек"],
]);

/** Days of the week in every case and number. */
export const weekdays: ReadonlyMap<string, Weekday> = wordTable<Weekday>([
  ["mon", ...forms("понедельник", "– а у ом е и ов ам ами ах"), "пн"],
  ["tue", ...forms("вторник", "– а у ом е и ов ам ами ах"), "вт"],
  ["wed", ...forms("сред", "а ы е у ой – ам ами ах"), "ср"],
  ["thu", ...forms("четверг", "– а у ом е и ов ам ами ах"), "чт"],
  ["fri", ...forms("пятниц", "а ы е у ей – ам ами ах"), "пт"],
  ["sat", ...forms("суббот", "а ы е у ой – ам ами ах"), "сб"],
  ["sun", ...forms("воскресень", "е я ю ем ям ями ях"), "воскресений", "вс"],
]);

/** Units of the calendar in every case. */
export const unitWords: ReadonlyMap<string, Unit> = wordTable<Unit>([
  ["week", ...forms("недел", "я и е ю ей ь ям ями ях")],
  ["month", ...forms("месяц", "– а у ем е ы ев ам ами ах")],
  ["quarter", ...forms("квартал", "– а у ом е ы ов ам ами ах"), "кв"],
  ["half-year", ...forms("полугоди", "е я ю ем и й ям ями ях"), "полгода", "полугода"],
  ["year", ...forms("год", "– а у ом е ы ов ам ами ах"), "г", "лет"],
]);

/** Adjectives before «дней», as patterns. */
export const workingWord = "(рабоч* | раб)";
export const calendarWord = "(календарн* | кал | календ)";

/** «ежемесячно» and its like, as adverb and as adjective. */
export const recurrences: readonly { readonly stem: string; readonly unit: Unit }[] = [
  { stem: "еженедельн", unit: "week" },
  { stem: "ежемесячн", unit: "month" },
  { stem: "ежеквартальн", unit: "quarter" },
  { stem: "ежегодн", unit: "year" },
  { stem: "понедельно", unit: "week" },
  { stem: "помесячн", unit: "month" },
  { stem: "поквартальн", unit: "quarter" },
];

/** Cardinal numbers in every case. Those that may stand before another («двадцать пять») are round. */
export const cardinals: ReadonlyMap<string, number> = wordTable([
  [0, "ноль", "нуля", "нуль"],
  [1, "один", "одного", "одному", "одним", "одном", "одна", "одной", "одну", "одно"],
  [2, "два", "две", "двух", "двум", "двумя"],
  [3, "три", "трех", "трем", "тремя"],
  [4, "четыре", "четырех", "четырем", "четырьмя"],
  ...(
    [
      [5, "пят"],
      [6, "шест"],
      [7, "сем"],
      [9, "девят"],
      [10, "десят"],
      [20, "двадцат"],
      [30, "тридцат"],
    ] as const
  ).map(([n, stem]) => [n, ...forms(stem, "ь и ью")] as const),
  [8, "восемь", "восьми", "восемью", "восьмью"],
  ...[
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
  ].map((stem, index) => [index + 11, ...forms(stem, "ь и ью")] as const),
  [40, "сорок", "сорока"],
  [50, "пятьдесят", "пятидесяти"],
  [60, "шестьдесят", "шестидесяти"],
  [70, "семьдесят", "семидесяти"],
  [80, "восемьдесят", "восьмидесяти"],
  [90, "девяносто", "девяноста"],
  [100, "сто", "ста"],
]);

const adjective = "ый ого ому ым ом ая ой ую ое ые ых ыми";
/** Ordinal numbers in every case, gender and number. */
export const ordinals: ReadonlyMap<string, number> = wordTable([
  [1, ...forms("перв", adjective)],
  [2, ...forms("втор", `ой ${adjective}`)],
  [3, ...forms("трет", "ий ьего ьему ьим ьем ья ьей ью ье ьи ьих ьими")],
  ...[
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
    "двадцат",
  ].map((stem, index) => [index + 4, ...forms(stem, `ой ${adjective}`)] as const),
  [30, ...forms("тридцат", adjective)],
]);

/** The numbers that words like «трехдневный» begin with. */
export const numberPrefixes: readonly (readonly [prefix: string, n: number])[] = [
  ["одно", 1],
  ["двух", 2],
  ["трех", 3],
  ["четырех", 4],
  ["пятнадцати", 15],
  ["двадцати", 20],
  ["тридцати", 30],
  ["сорокапяти", 45],
  ["шестидесяти", 60],
  ["девяноста", 90],
  ["пяти", 5],
  ["шести", 6],
  ["семи", 7],
  ["восьми", 8],
  ["девяти", 9],
  ["десяти", 10],
  ["двенадцати", 12],
  ["четырнадцати", 14],
  ["", 1],
];
