import { isoDate, parseDate } from "../../calendar/day.ts";
import { documentWording } from "../document-wording.ts";
import type { OfficialDocument } from "../official-document.ts";

/** Date, place and number as they stand side by side: the date as on the original unless the series wants figures. */
export function requisites({
  order,
  language,
  dateInFigures,
}: OfficialDocument): readonly [date: string, place: string, number: string] {
  const wording = documentWording[language];
  const day = parseDate(order.date);
  return [
    (dateInFigures ? undefined : order["date-text"]) ?? (day === undefined ? order.date : wording.date(isoDate(day))),
    order.place,
    wording.number(order.number),
  ];
}
