/** What a slip can make of one value of a plan's data: the other values of its class, whatever key it stands at. */

const months = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split(" ");
const endings = ["ь", "я", "е", "т", "а", "й", ""];

/** Words of deadlines that are mistaken for one another. */
const exchanges: readonly (readonly [string, string])[] = [
  ["рабочих", "календарных"],
  ["рабочий", "календарный"],
  ["дней", "месяцев"],
  ["до", "с"],
  ["до", "после"],
  ["не позднее", "не ранее"],
  ["ежемесячно", "ежеквартально"],
  ["ежемесячно", "еженедельно"],
  ["ежеквартально", "ежегодно"],
  ["последний", "первый"],
  ["следующего", "текущего"],
  ["месяца", "квартала"],
  ["начала", "окончания"],
];

const unique = (texts: readonly string[], but: string): string[] =>
  [...new Set(texts)].filter((text) => text !== but && text.trim() !== "");

const two = (value: number): string => String(value).padStart(2, "0");
const isDay = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();

/** Neighbours of a day written `MM-DD` or `YYYY-MM-DD`: a day, a week, a month, a year away, and day and month exchanged. */
function otherDays(text: string): string[] {
  const found = /^(?<year>\d{4}-)?(?<month>\d{2})-(?<day>\d{2})$/.exec(text)?.groups;
  if (found === undefined) return [];
  const [year = "", month, day] = [found["year"], Number(found["month"]), Number(found["day"])];
  const days = (
    [
      [month, day - 1],
      [month, day + 1],
      [month, day + 7],
      [month - 1, day],
      [month + 1, day],
      [day, month],
    ] as const
  )
    .filter(([m, d]) => isDay(m, d))
    .map(([m, d]) => `${year}${two(m)}-${two(d)}`);
  return year === "" ? days : [...days, ...[-1, 1].map((step) => `${Number(year.slice(0, 4)) + step}${text.slice(4)}`)];
}

/** Every number in a text one more and one less, one at a time. */
const otherNumbers = (text: string): string[] =>
  [...text.matchAll(/\d+/g)].flatMap(({ 0: digits, index }) =>
    [-1, 1]
      .map((step) => Number(digits) + step)
      .filter((value) => value > 0)
      .map(
        (value) =>
          `${text.slice(0, index)}${String(value).padStart(digits.length, "0")}${text.slice(index + digits.length)}`,
      ),
  );

/** A month's name in a text replaced by the next, in the same case where the endings agree. */
const otherMonths = (text: string): string[] =>
  months.flatMap((stem, at) =>
    endings.flatMap((ending) => {
      const next = months[(at + 1) % 12]!;
      const word = new RegExp(`(?<![а-яё])${stem}${ending}(?![а-яё])`, "iu").exec(text);
      return word === null
        ? []
        : [
            `${text.slice(0, word.index)}${next}${ending === "" ? "" : ending}${text.slice(word.index + word[0].length)}`,
          ];
    }),
  );

const otherWords = (text: string): string[] =>
  exchanges
    .flatMap(([a, b]) => [
      [a, b],
      [b, a],
    ])
    .flatMap(([from, to]) => {
      const word = new RegExp(`(?<![а-яё])${from!}(?![а-яё])`, "iu").exec(text);
      return word === null ? [] : [`${text.slice(0, word.index)}${to!}${text.slice(word.index + word[0].length)}`];
    });

/** A list of names in words with one of them left out, or another in its place. */
function otherNames(text: string, names: readonly string[]): string[] {
  const list = text.split(/,\s*/);
  if (!list.every((name) => names.includes(name))) return [];
  return list.flatMap((name, at) => {
    const beside = names[(names.indexOf(name) + 1) % names.length]!;
    const without = list.filter((_, index) => index !== at).join(", ");
    return [without, list.with(at, beside).join(", "), list.length < 2 ? `${text}, ${beside}` : ""];
  });
}

/**
 * Other values of one scalar. `peers` are the values that stand at the same key elsewhere in the data; `labels` the names of parties in
 * words.
 */
export function alternativesTo(text: string, peers: readonly string[], labels: readonly string[]): string[] {
  const days = otherDays(text);
  if (days.length > 0) return unique(days, text);
  return unique(
    [
      ...otherNumbers(text),
      ...otherMonths(text),
      ...otherWords(text),
      ...otherNames(text, labels),
      ...(/^[a-z0-9][a-z0-9.:-]*$/i.test(text) ? peers : []),
    ],
    text,
  );
}
