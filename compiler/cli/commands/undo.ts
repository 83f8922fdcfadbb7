import type { Localized } from "../messages/messages.ts";
import type { Command } from "../terminal/command.ts";
import { undoLast } from "../work/undo.ts";

const usage: Localized = {
  ru: `srok undo – отменить последнюю правку, сделанную командой srok`,
  en: `srok undo – take back the last edit that a srok command made`,
};

/** `srok undo`: takes back the last edit that a command made, byte for byte. */
export const undo: Command = {
  name: "undo",
  usage,
  options: {},
  positionals: [],
  run({ options }, terminal) {
    undoLast(options, terminal);
    return 0;
  },
};
