import { isoDate, parseDate } from "../../calendar/day.ts";
import type { OrderFile } from "../../load/generated/types.ts";

/** The date as on the original, else in figures. */
export function printedDate(order: OrderFile): string {
  const day = parseDate(order.date);
  return order["date-text"] ?? (day === undefined ? order.date : isoDate(day).split("-").reverse().join("."));
}
