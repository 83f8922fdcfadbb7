/** The reader's own time beside a deadline's, where the clocks of the reader show another. */
const words: Readonly<Record<string, (text: string) => string>> = {
  ru: (text) => `у вас – ${text}`,
  en: (text) => `${text} for you`,
};

const { lang } = document.documentElement;
const shape = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;

for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-zone]")) {
  const at = new Date(time.dateTime);
  const text = (timeZone?: string): string => new Intl.DateTimeFormat(lang, { ...shape, timeZone }).format(at);
  const own = text();
  if (own === text(time.dataset["zone"]) || time.nextElementSibling?.className === "own-time") continue;
  const note = document.createElement("small");
  note.className = "own-time";
  note.textContent = ` (${words[lang]?.(own) ?? own})`;
  time.after(note);
}

export {};
