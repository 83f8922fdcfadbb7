import { twoDigits, type Civil } from "../../calendar/day.ts";
import { russian } from "../../locale/ru.ts";

/** «06.09.2024», «06.09», «6 сентября», «6». */
export const daySpellings = ({ year, month, day }: Civil): readonly string[] => [
  `${twoDigits(day)}.${twoDigits(month)}.${year}`,
  `${twoDigits(day)}.${twoDigits(month)}`,
  `${day} ${russian.monthsInDate[month - 1]}`,
  String(day),
];
