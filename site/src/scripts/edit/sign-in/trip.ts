/**
 * What is kept while somebody is away to sign in, in this tab alone, and taken away when she is back. The forge leads back to one page of
 * the series, whichever of its pages was left.
 */
import { isDraft } from "../draft-store.ts";
import type { Draft } from "../protocol.ts";

/** What the page has to know again when it is led back to. */
export interface Trip {
  readonly state: string;
  readonly verifier: string;
  readonly draft: Draft;
  /** The path of the page that was left. */
  readonly page: string;
}

const keyOf = (back: string): string => `srok-sign-in:${new URL(back, location.href).pathname}`;
const here = (): string => new URL(".", location.href).pathname;

/** Keeps a trip from this page that ends at the address `back`; returns whether the browser allows it. */
export function keepTrip(back: string, trip: Omit<Trip, "page">): boolean {
  try {
    sessionStorage.setItem(keyOf(back), JSON.stringify({ ...trip, page: here() }));
    return true;
  } catch {
    return false;
  }
}

function keptTrip(back: string): Trip | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(back)) ?? "null") as Partial<Trip> | null;
    const texts = [kept?.state, kept?.verifier, kept?.page];
    return texts.every((each) => typeof each === "string") && isDraft(kept?.draft) ? (kept as Trip) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes what was kept of a trip from this page away and returns it; undefined where nothing was. */
export function takeTrip(back: string): Trip | undefined {
  const trip = keptTrip(back);
  if (trip?.page !== here()) return undefined;
  sessionStorage.removeItem(keyOf(back));
  return trip;
}

/** How a page was come to. */
export interface Arrival {
  /** Whether the forge has led back to it after signing in. */
  readonly isBack: boolean;
  /** What was kept meanwhile. */
  readonly trip: Trip | undefined;
}

/** Begins a page: where the forge has led to it and another page of this site was left, that one is gone to with what the forge says. */
export function arrive(back: string): Arrival {
  const isLed = new URLSearchParams(location.search).has("state");
  const left = isLed ? keptTrip(back)?.page : undefined;
  if (left === undefined || left === here()) return { isBack: isLed, trip: takeTrip(back) };
  const address = new URL(location.href);
  address.pathname = left;
  location.replace(address);
  return { isBack: false, trip: undefined };
}
