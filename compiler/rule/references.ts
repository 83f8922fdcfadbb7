import type { EventRef, UntilRef } from "../generated/types.ts";

/** What a rule counts from: an event by its name, a bound of a period, or a named day. */
export type Reference =
  | { readonly kind: "event"; readonly name: string; readonly since: number | undefined }
  | {
      readonly kind: "period";
      readonly name: string;
      readonly bound: "end-of" | "start-of";
      readonly since: number | undefined;
    }
  | { readonly kind: "day"; readonly name: string };

/** Reads a reference; the schema has seen to it that it holds one of the keys. */
export function referenceOf(reference: EventRef | UntilRef): Reference {
  if (typeof reference === "string") return { kind: "event", name: reference, since: undefined };
  const { since } = reference;
  for (const bound of ["end-of", "start-of"] as const) {
    const name = reference[bound];
    if (name !== undefined) return { kind: "period", name, bound, since };
  }
  if (reference.event !== undefined) return { kind: "event", name: reference.event, since };
  return { kind: "day", name: ("day" in reference ? reference.day : undefined) ?? "" };
}
