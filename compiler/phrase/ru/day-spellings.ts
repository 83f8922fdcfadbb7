import type { Civil } from "../../calendar/day.ts";
import { russian } from "../../locale/ru.ts";

const padded = (number: number): string => String(number).padStart(2, "0");

/** «06.09.2024», «06.09», «6 сентября», «6». */
export const daySpellings = ({ year, month, day }: Civil): readonly string[] => [
  `${padded(day)}.${padded(month)}.${year}`,
  `${padded(day)}.${padded(month)}`,
  `${day} ${russian.monthsInDate[month - 1]}`,
  String(day),
];
