import type { Deadline, EventRef, UntilRef } from "../generated/types.ts";
import type { Path } from "../source/span.ts";
import { valueAt } from "../source/value-at.ts";

/** The month that something begins with: a number, or with its year (`2025-02`). */
export type SinceMonth = number | string;

/** The keys of a reference to a unit of the calendar or a period of the plan: which of its days is meant. */
const boundNames = ["end-of", "start-of"] as const;
export type Bound = (typeof boundNames)[number];

/** What a rule counts from: an event by its name, a bound of a unit or period, another item's deadline, or a named day (MM-DD or YYYY-MM-DD). */
export type Reference =
  | { readonly kind: "event"; readonly name: string; readonly since: SinceMonth | undefined }
  | {
      readonly kind: "period";
      readonly name: string;
      readonly bound: Bound;
      readonly since: SinceMonth | undefined;
    }
  | { readonly kind: "item"; readonly name: string; readonly edge: "start" | "end" | undefined }
  | { readonly kind: "day"; readonly name: string };

/** Reads a reference; the schema has seen to it that it holds one of the keys. */
export function referenceOf(reference: EventRef | UntilRef): Reference {
  if (typeof reference === "string") return { kind: "event", name: reference, since: undefined };
  const { since } = reference;
  for (const bound of boundNames) {
    const name = reference[bound];
    if (name !== undefined) return { kind: "period", name, bound, since };
  }
  if (reference.event !== undefined) return { kind: "event", name: reference.event, since };
  if (reference.item !== undefined) return { kind: "item", name: reference.item, edge: reference.edge };
  return { kind: "day", name: ("day" in reference ? reference.day : undefined) ?? "" };
}

/** The forms that count from something, each with the path of its reference. */
export const referencePaths = {
  within: ["within", "after"],
  "no-later-than": ["no-later-than", "before"],
  "on-day-of": ["on-day-of"],
  before: ["before"],
  exactly: ["exactly", "after"],
  until: ["until"],
} as const satisfies Partial<Record<keyof Deadline, Path>>;
export type ReferenceForm = keyof typeof referencePaths;

/**
 * Returns what a rule itself counts from, as it is written; undefined for a rule of another form and for a last day that is
 * typed in (`until: 03-01`).
 */
export function writtenReference(rule: Deadline, form: ReferenceForm): EventRef | UntilRef | undefined {
  const written = valueAt(rule, referencePaths[form]);
  return form === "until" && typeof written === "string" ? undefined : (written as EventRef | UntilRef | undefined);
}

/** The path of the name inside a reference. */
export function namePath(written: EventRef | UntilRef, reference: Reference): Path {
  if (typeof written === "string") return [];
  return [reference.kind === "period" ? reference.bound : reference.kind];
}
