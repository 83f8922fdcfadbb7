import { styleText } from "node:util";
import type { Paint } from "../../diagnostics/render.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import { messages, type Messages } from "../messages/messages.ts";

/** A command was called wrongly; the message is for the person who called it. Exit status 2. */
export class UsageError extends Error {}

/** A file or folder could not be read or written. Exit status 1. */
export class SystemError extends Error {}

/** What every command is given: the words it speaks and where they go. */
export interface Terminal {
  readonly language: LanguageCode;
  readonly messages: Messages;
  readonly paint: Paint;
  print(text: string): void;
  /** What is not a result (progress, addresses of trouble) goes to the error stream. */
  note(text: string): void;
}

const styles = { error: "red", warning: "yellow", info: "cyan", soft: "gray", strong: "bold" } as const;

/** What a stream says when nobody reads it any more; the second is Windows'. */
const nobodyReads = ["EPIPE", "EOF"];

/** A reader that has seen enough closes the pipe (`srok list | head`): the rest is dropped, and the command's own status stands. */
function letReadersLeave(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (!nobodyReads.includes(error.code ?? "")) throw error;
    });
  }
}

/** What a terminal obeys besides line breaks, tabs and colours; a text of the plan may hold it. */
const obeyed = /\u001b(?!\[\d{1,2}m)|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g;
/** A text as a terminal may be given it. */
export const shown = (text: string): string => text.replace(obeyed, "\ufffd");

/** The process's terminal; colour only where a person looks (`NO_COLOR` is honoured by `styleText`). */
export function openTerminal(language: LanguageCode): Terminal {
  letReadersLeave();
  const coloured = process.stdout.isTTY && !process.env["NO_COLOR"];
  return {
    language,
    messages: messages[language],
    paint: (style, text) => (coloured ? styleText(styles[style], text) : text),
    print: (text) => void process.stdout.write(`${shown(text)}\n`),
    note: (text) => void process.stderr.write(`${shown(text)}\n`),
  };
}

/** Says what is being done once it has taken more than a second. */
export function startProgress(terminal: Terminal, text: string): () => void {
  const timer = setTimeout(() => terminal.note(text), 1000);
  return () => clearTimeout(timer);
}
