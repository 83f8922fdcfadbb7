/** The emitter of calendar entries, for the browser: loaded when somebody takes a date into a calendar. */
export { ruleFile, waitingFile } from "../../../../compiler/calculate/entries.ts";
