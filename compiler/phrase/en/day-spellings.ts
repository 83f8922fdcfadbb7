import { dayOf, isoDate, weekdayOf, type Civil } from "../../calendar/day.ts";
import { english } from "../../locale/en.ts";
import { nth } from "./print/day-selectors.ts";

/** “Friday, 6 September”, “September 6”, “the 6th”: British and American, with the weekday and without it. */
export function daySpellings({ year, month, day }: Civil): readonly string[] {
  const [name, short] = [english.months[month - 1]!, english.monthsShort[month - 1]!];
  const weekday = weekdayOf(dayOf(year, month, day)) - 1;
  const bare = [name, short].flatMap((each) => [
    `${nth(day)} of ${each}`,
    `${nth(day)} ${each}`,
    `${day} ${each}`,
    `${each} ${nth(day)}`,
    `${each} ${day}`,
  ]);
  const dated = [english.weekdays[weekday]!, english.weekdaysShort[weekday]!].flatMap((each) =>
    bare.flatMap((date) => [`${each}, ${date}`, `${each} ${date}`]),
  );
  return [isoDate(dayOf(year, month, day)), ...dated, ...bare, nth(day), String(day)];
}
