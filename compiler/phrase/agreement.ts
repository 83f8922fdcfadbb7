import type { Deadline } from "../generated/types.ts";
import { phraseOf } from "./print/canonical.ts";
import { sameWords } from "./same-words.ts";
import { stems, type Names } from "./names.ts";
import { ruleOf, type Read } from "./read.ts";

/** Keys that the words of a deadline do not say, and its addressees, which are compared as parties elsewhere. */
const unsaid = new Set(["text", "key", "rules", "reading", "review", "accept", "audience"]);
/** Keys whose values are the order's own words: they agree when they are the same words in whatever case. */
const quoted = new Set(["external", "subject", "if"]);

/** A rule without what is not said, in one form wherever the DSL has two for the same: a day of the plan's year has no year. */
function plain(value: unknown, year: number | undefined, key = ""): unknown {
  if (typeof value === "string")
    return quoted.has(key) ? stems(value).join(" ") : value.startsWith(`${year}-`) ? value.slice(5) : value;
  if (Array.isArray(value)) {
    const list = value.map((entry) => plain(entry, year, key));
    return list.length === 1 ? list[0] : list;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name, inner]) => !unsaid.has(name) && inner !== undefined)
    .map(([name, inner]) => [name, plain(inner, year, name)] as const);
  if (key === "every" && entries.length === 1 && entries[0]![0] === "unit") return entries[0]![1];
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two rules say the same, in a plan of that year if it is given. */
export function sameRule(a: Deadline, b: Deadline, year?: number): boolean {
  return JSON.stringify(plain(a, year)) === JSON.stringify(plain(b, year));
}

/** What comparing a wording with its rule has shown; `readings` are what the words say. */
export type Agreement =
  | { readonly kind: "agrees" }
  | { readonly kind: "differs"; readonly readings: NonNullable<Read["readings"]> }
  | { readonly kind: "unread"; readonly fault: NonNullable<Read["fault"]> };

/**
 * Holds a deadline's words to its rule. Words that can mean several rules agree with each of them: by writing the rule
 * the editor has said which is meant.
 */
export function agreement(
  text: string,
  rule: Deadline,
  options: { readonly year: number; readonly names: Names },
): Agreement {
  const canonical = phraseOf(rule, options);
  if (canonical !== undefined && sameWords(text, canonical, options.year)) return { kind: "agrees" };
  const read = ruleOf(text, { ...options, loosely: true });
  if (read.fault !== undefined) return { kind: "unread", fault: read.fault };
  return read.readings.some((reading) => sameRule(reading.rule, rule, options.year))
    ? { kind: "agrees" }
    : { kind: "differs", readings: read.readings };
}
