const nbsp = "\u00a0";
const joiner = "\u2060";

/** The space after a short word or a sign. */
const afterShort = /(?<=(?:^|[\s«(>])(?:а|в|во|до|за|и|из|к|ко|на|не|о|об|от|по|с|со|у|ст\.|п\.|№)) (?=\S)/giu;

/** A dash keeps to the word before it, that of a range («4–5 мая») to both; short words, signs and numbers keep to the word after. */
function bind(text: string): string {
  return text
    .replace(/ – /g, `${nbsp}– `)
    .replace(/(?<=\d)–(?=\d)/g, `–${joiner}`)
    .replace(afterShort, nbsp)
    .replace(/(?<=\d) (?=[а-я])/gu, nbsp);
}

/** Applies the typography of a line to every text of a table, those that its functions give included. */
export function typeset<T>(value: T): T {
  if (typeof value === "string") return bind(value) as T;
  if (typeof value === "function")
    return ((...given: unknown[]) => typeset((value as unknown as (...all: unknown[]) => unknown)(...given))) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => typeset(each)) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typeset(inner as unknown)])) as T;
  return value;
}
