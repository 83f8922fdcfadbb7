import { existingDay, isoDate } from "../../calendar/day.ts";
import { english } from "../../locale/en.ts";
import { months } from "../../phrase/ru/words/lexicon.ts";

function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase().replace(/ё/g, "е").replace(/\.$/, "");
  const index = english.months.findIndex((name) => lower.length >= 3 && name.toLowerCase().startsWith(lower));
  return months.get(lower) ?? (index < 0 ? undefined : index + 1);
}

const inWords = /[«"“]?(\d{1,2})[»"”]?\s+(\p{L}+\.?)\s+(\d{4})(?!\d)/u;
const inFigures = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;
const iso = /(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** A full date in a line, as written and as YYYY-MM-DD. */
export function readDate(line: string): { readonly text: string; readonly date: string } | undefined {
  const words = inWords.exec(line);
  const month = words === null ? undefined : monthOf(words[2]!);
  const [figures, plain] = [inFigures.exec(line), iso.exec(line)];
  const found =
    words !== null && month !== undefined
      ? { text: words[0], day: existingDay(Number(words[3]), month, Number(words[1])) }
      : figures !== null
        ? { text: figures[0], day: existingDay(Number(figures[3]), Number(figures[2]), Number(figures[1])) }
        : plain !== null
          ? { text: plain[0], day: existingDay(Number(plain[1]), Number(plain[2]), Number(plain[3])) }
          : undefined;
  return found?.day === undefined ? undefined : { text: found.text, date: isoDate(found.day) };
}
