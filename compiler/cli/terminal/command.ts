import type { Terminal } from "./terminal.ts";

/** A command: the words after its name, and the exit status it ends with (0 clean, 1 the plan has errors, 2 wrong usage). */
export type Command = (words: readonly string[], terminal: Terminal) => number | Promise<number>;
