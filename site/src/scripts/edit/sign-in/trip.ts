/** What is kept while somebody is away to sign in, in this tab alone, and taken away when she is back. */
import { isDraft } from "../draft-store.ts";
import type { Draft } from "../protocol.ts";

/** What the page has to know again when it is led back to. */
export interface Trip {
  readonly state: string;
  readonly verifier: string;
  readonly draft: Draft;
}

const key = `srok-sign-in:${new URL(".", location.href).pathname}`;

/** Keeps a trip; returns whether the browser allows it. */
export function keepTrip(trip: Trip): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(trip));
    return true;
  } catch {
    return false;
  }
}

/** Takes what was kept away and returns it; undefined where nothing was. */
export function takeTrip(): Trip | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as Partial<Trip> | null;
    sessionStorage.removeItem(key);
    const isTrip = typeof kept?.state === "string" && typeof kept.verifier === "string" && isDraft(kept.draft);
    return isTrip ? (kept as Trip) : undefined;
  } catch {
    return undefined;
  }
}
