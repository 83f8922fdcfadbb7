/** The reader's own time beside a deadline's, where the clocks of the reader show another. */
import { element } from "../element.ts";

const words: Readonly<Record<string, (text: string) => string>> = {
  ru: (text) => `у вас – ${text}`,
  en: (text) => `${text} for you`,
};

const shape = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;

/** « (у вас – 12 сентября в 16:00)» for an instant that is told in a zone; undefined where the reader's clocks show the same. */
function ownTime(iso: string, zone: string | undefined): string | undefined {
  const { lang } = document.documentElement;
  const at = new Date(iso);
  const text = (timeZone?: string): string => new Intl.DateTimeFormat(lang, { ...shape, timeZone }).format(at);
  const own = text();
  return own === text(zone) ? undefined : ` (${words[lang]?.(own) ?? own})`;
}

/** Adds it to each time below an element. */
export function addOwnTimes(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-zone]")) {
    if (time.nextElementSibling?.className === "own-time") continue;
    const own = ownTime(time.dateTime, time.dataset["zone"]);
    if (own !== undefined) time.after(element("small", "own-time", own));
  }
}
