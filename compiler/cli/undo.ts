import { readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { editMessages } from "./edit-messages.ts";
import { undoLast } from "./edited-plan.ts";

/** `srok undo`: takes back the last edit that a command made, byte for byte. */
export const undo: Command = (words, terminal) => {
  const { options } = readArguments(words, {}, [], terminal);
  if (options["help"] === true) return (terminal.print(editMessages[terminal.language].help.undo), 0);
  undoLast(options, terminal);
  return 0;
};
