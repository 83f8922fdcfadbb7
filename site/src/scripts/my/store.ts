/** What somebody has chosen, kept on the device for as long as the browser allows it. */
import { readStored, store } from "../storage.ts";
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
  const kept = readStored(keyOf(home));
  return isChoice(kept) ? kept : nothing;
}

/** Returns whether the choice was kept. */
export const keepChoice = (home: string, choice: Choice): boolean => store(keyOf(home), choice);
