import { todayIn } from "../upcoming/today.ts";
import type { RecordDate } from "../../../../compiler/search/records.ts";
import type { SearchTexts } from "./data.ts";

/** The next date of what was found, on the day that the reader has; after the last one that one; without dates the reason why. */
export function whenText(dates: readonly RecordDate[], state: string, texts: SearchTexts): string {
  if (dates.length === 0) return state;
  const today = todayIn(texts.timeZone);
  const next = dates.find(([iso]) => iso >= today);
  const [iso, control, text, named] = next ?? dates.at(-1)!;
  const year = iso.slice(0, 4);
  const day =
    year === today.slice(0, 4) || text.includes(year)
      ? text
      : texts.inYear.replace("{day}", text).replace("{year}", year);
  return `${next === undefined ? texts.past : texts.next} ${control === 1 ? texts.control : texts.due} ${day}${named === "" ? "" : ` (${named})`}`;
}
