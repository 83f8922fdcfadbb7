/** What somebody has chosen, kept on the device for as long as the browser allows it. */
import type { Choice } from "./data.ts";

const nothing: Choice = { roles: [], days: {} };

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

function isChoice(value: unknown): value is Choice {
  const { roles, days } = (value ?? {}) as Partial<Choice>;
  return isTexts(roles) && typeof days === "object" && days !== null && Object.values(days).every(isTexts);
}

const keyOf = (home: string): string => `srok-my:${home}`;

/** The choice for the series whose home is at `home`. */
export function readChoice(home: string): Choice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(home)) ?? "null");
    return isChoice(kept) ? kept : nothing;
  } catch {
    return nothing;
  }
}

/** Returns whether the choice was kept. */
export function keepChoice(home: string, choice: Choice): boolean {
  try {
    localStorage.setItem(keyOf(home), JSON.stringify(choice));
    return true;
  } catch {
    return false;
  }
}
