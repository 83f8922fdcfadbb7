/**
 * What a proposal touches, as the first line of the text of its request: requests for the same rows are found by it. It comes back
 * from a forge, where anybody who may write there has had a hand in it.
 */

/** How many rows a line names, and how many letters of each. */
const [most, longest] = [100, 200];

/** A row or a file as the line names it: `school/2026/items/2.1.8`. */
const name = new RegExp(`^[A-Za-z0-9._/-]{1,${longest}}$`);
const line = new RegExp(`^<!-- srok-touches:((?: [A-Za-z0-9._/-]{1,${longest}}){1,${most}}) -->\r?(?:\n|$)`);

/** The line for the text of a request, with its line break; empty where nothing is touched. */
export function touchesLine(touched: readonly string[]): string {
  const names = touched.filter((each) => name.test(each)).slice(0, most);
  return names.length === 0 ? "" : `<!-- srok-touches: ${names.join(" ")} -->\n`;
}

/** What the text of a request says that it touches; nothing where its first line is another. Never throws. */
export const readTouches = (text: unknown): readonly string[] =>
  typeof text === "string" ? (line.exec(text)?.[1]?.trim().split(" ") ?? []) : [];

/** What two proposals touch both, in the order of the first. */
export function touchedByBoth(own: readonly string[], other: readonly string[]): readonly string[] {
  const theirs = new Set(other);
  return own.filter((each) => theirs.has(each));
}

/** What a touched place is, and what it is called where its plan is known. */
export interface TouchedPlace {
  readonly kind: "item" | "event" | "row" | "file";
  readonly name: string;
}

/** A place as the line names it, for words about it. */
export function placeOfTouched(touched: string): TouchedPlace {
  const steps = touched.split("/");
  const event = steps.indexOf("events", 1);
  if (touched.endsWith(".yaml")) return { kind: "file", name: steps.slice(1).join("/") };
  if (event > 0 && event < steps.length - 1) return { kind: "event", name: steps.slice(event + 1).join(", ") };
  return { kind: steps.at(-2) === "items" ? "item" : "row", name: steps.at(-1)! };
}
