/** What the address of the page asks for, beside what was written earlier. */
import { lastingFields } from "./form.ts";
import type { Fields } from "./protocol.ts";

/** What an address can ask for, and the kind of edit that it belongs to. */
const askedFor = [
  ["event", "record"],
  ["parties", "profile"],
  ["item", "move"],
] as const;

/** The fields that a page is opened with: what its address asks for stands before what was written earlier about something else. */
export function fieldsToBegin(earlier: Fields, query: URLSearchParams): Fields {
  const found = askedFor.find(([key]) => query.has(key));
  if (found === undefined) return earlier;
  const [key, kind] = found;
  const value = query.get(key)!;
  return earlier[key] === value ? earlier : { ...lastingFields(earlier), kind, [key]: value };
}
