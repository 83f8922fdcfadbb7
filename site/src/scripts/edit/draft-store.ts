/** The draft, kept on the device for as long as the browser allows it. */
import type { Draft } from "./protocol.ts";

/** Where drafts of a plan are kept. */
export interface DraftStore {
  read(): Draft | undefined;
  /** Returns whether the draft was kept. */
  write(draft: Draft): boolean;
  clear(): void;
  /** Calls when another tab has written something else. */
  onOther(call: () => void): void;
}

/** Whether something that was kept is a draft. */
export const isDraft = (value: unknown): value is Draft => {
  const { operations, fields } = (value ?? {}) as Partial<Draft>;
  return (
    Array.isArray(operations) &&
    operations.every((each: unknown) => typeof (each as { op?: unknown } | null)?.op === "string") &&
    typeof fields === "object" &&
    fields !== null &&
    Object.values(fields).every((each) => typeof each === "string")
  );
};

/** Opens the drafts of a plan; where storage is full or forbidden, nothing is kept and nothing breaks. */
export function openDrafts(name: string): DraftStore {
  const key = `srok-edit:${name}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
        return isDraft(kept) ? kept : undefined;
      } catch {
        return undefined;
      }
    },
    write(draft) {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        localStorage.removeItem(key);
      } catch {
        // What cannot be kept need not be taken away.
      }
    },
    onOther: (call) => addEventListener("storage", (event) => event.key === key && event.newValue !== null && call()),
  };
}
