/** Days of entries in words. */
import type { EntryText } from "../../../../compiler/ical/entry-texts.ts";

/** An entry with its days, in order. */
export interface Dated {
  readonly entry: EntryText;
  /** `YYYY-MM-DD`; of a stretch its first and its last day. */
  readonly first: string;
  readonly last: string;
  readonly text: string;
}

/** Dates of a language as this site writes them: the day before the month, no comma after the weekday. */
export class Days {
  readonly #language: string;
  readonly #timeZone: string;

  constructor({ language, timeZone }: { readonly language: string; readonly timeZone: string }) {
    this.#language = language === "en" ? "en-GB" : language;
    this.#timeZone = timeZone;
  }

  #format(date: Date, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#language, { timeZone: "UTC", ...options }).format(date);
  }

  /** «сб 27 апреля» */
  #weekdayDate(iso: string): string {
    return this.#format(new Date(iso), { weekday: "short", day: "numeric", month: "long" }).replace(",", "");
  }

  /** «27 апреля 2024 г.» */
  date(iso: string): string {
    return this.#format(new Date(iso), { day: "numeric", month: "long", year: "numeric" });
  }

  /** «апрель 2024» */
  month(iso: string): string {
    return `${this.#format(new Date(iso), { month: "long" })} ${iso.slice(0, 4)}`;
  }

  /** The days of an entry; an instant is told by the clocks of the plan. */
  of(entry: EntryText): Dated {
    const { start, end } = entry;
    if (start.includes("T")) {
      const at = new Date(start.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
      const zone = { timeZone: this.#timeZone } as const;
      const iso = new Intl.DateTimeFormat("en-CA", zone).format(at);
      const time = this.#format(at, { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
      return { entry, first: iso, last: iso, text: `${this.#weekdayDate(iso)}, ${time}` };
    }
    const iso = (value: string): string => value.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
    const first = iso(start);
    const last = end === undefined ? first : new Date(Date.parse(iso(end)) - 86_400_000).toISOString().slice(0, 10);
    if (first === last) return { entry, first, last, text: this.#weekdayDate(first) };
    const range = new Intl.DateTimeFormat(this.#language, { timeZone: "UTC", day: "numeric", month: "long" });
    return { entry, first, last, text: range.formatRange(new Date(first), new Date(last)) };
  }
}
