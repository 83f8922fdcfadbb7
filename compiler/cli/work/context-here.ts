import { randomBytes } from "node:crypto";
import type { Context } from "../../create/questions.ts";

/** What the answers of a person at this machine depend on. */
export const contextHere = (release: Context["release"]): Context => ({
  release,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  year: new Date().getFullYear(),
  suffix: randomBytes(4).toString("hex"),
});
