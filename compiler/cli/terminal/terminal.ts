import { styleText } from "node:util";
import type { Paint } from "../../diagnostics/render.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import { messages, type Messages } from "../messages/messages.ts";

/** A command was called wrongly; the message is for the person who called it. Exit status 2. */
export class UsageError extends Error {}

/** A file or folder could not be read or written. Exit status 1. */
export class SystemError extends Error {}

/** What every command is given: the language and messages to print, and where to print them. */
export interface Terminal {
  readonly language: LanguageCode;
  readonly messages: Messages;
  readonly paint: Paint;
  print(text: string): void;
  /** Prints a line that the runner of a workflow obeys: an annotation. Nothing else that is printed does that. */
  command(line: string): void;
  /** Prints to the error stream what is not a result: progress and trouble. */
  note(text: string): void;
}

const styles = { error: "red", warning: "yellow", info: "cyan", soft: "gray", strong: "bold" } as const;

/** Codes of a stream whose reader has closed it; the second is of Windows. */
const closedByReader = ["EPIPE", "EOF"];

/**
 * Drops what is printed after the reader has closed the pipe (`srok list | head`); the exit status stays the command's
 * own.
 */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (!closedByReader.includes(error.code ?? "")) throw error;
    });
  }
}

/**
 * Control characters that a terminal obeys, but for line breaks, tabs and colours: texts of a plan may contain them.
 */
const controlCharacters =
  /\u001b(?!\[\d{1,2}m)|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g;
/** A text without what a terminal would obey. */
const uncontrolled = (text: string): string => text.replace(controlCharacters, "\ufffd");

/** An invisible joint (U+2060): what it parts is read as it stands, and means nothing to a program. */
const joint = "\u2060";
const isJson = (text: string): boolean => /^[[{][^]*[\]}]$/.test(text);

/**
 * A text without what a terminal, or the runner of a workflow that reads its log, would obey: a line that begins with `::`, and
 * `##[` or `##vso[` anywhere (GitHub Actions, Azure Pipelines). Data stays the same data.
 */
export const shown = (text: string): string => {
  // No line of JSON begins with a colon, so that this changes none of it.
  const quiet = uncontrolled(text).replace(/^(\s*:)(?=:)/gm, `$1${joint}`);
  return quiet.replace(/##(?=\w*\[)/g, isJson(quiet) ? "#\\u0023" : `##${joint}`);
};

/** The process's terminal; colour only where a person looks (`NO_COLOR` is honoured by `styleText`). */
export function openTerminal(language: LanguageCode): Terminal {
  ignoreClosedPipes();
  const coloured = process.stdout.isTTY && !process.env["NO_COLOR"];
  return {
    language,
    messages: messages[language],
    paint: (style, text) => (coloured ? styleText(styles[style], text) : text),
    print: (text) => void process.stdout.write(`${shown(text)}\n`),
    command: (line) => void process.stdout.write(`${uncontrolled(line)}\n`),
    note: (text) => void process.stderr.write(`${shown(text)}\n`),
  };
}

/** Notes what is being done once it has taken more than a second; the returned function ends it. */
export function startProgress(terminal: Terminal, text: string): () => void {
  const timer = setTimeout(() => terminal.note(text), 1000);
  return () => clearTimeout(timer);
}
