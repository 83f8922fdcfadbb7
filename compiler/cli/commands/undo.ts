import { readArguments } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { undoLast } from "../work/apply-edit.ts";

/** `srok undo`: takes back the last edit that a command made, byte for byte. */
export const undo: Command = (words, terminal) => {
  const { options } = readArguments(words, {}, [], terminal);
  if (options["help"] === true) return (terminal.print(editMessages[terminal.language].help.undo), 0);
  undoLast(options, terminal);
  return 0;
};
