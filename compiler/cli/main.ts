#!/usr/bin/env node
/** The command `srok`. Only this file and `cli/` know of files, the process and its terminal. */
import type { LanguageCode } from "../locale/languages.ts";
import { nearest } from "../source/nearest.ts";
import { commandNames, generalUsage, loadCommand } from "./commands/registry.ts";
import { runCommand } from "./terminal/command.ts";
import { openTerminal, shown, SystemError, UsageError, type Terminal } from "./terminal/terminal.ts";
import { filled } from "./messages/messages.ts";

function languageOf(words: readonly string[]): LanguageCode {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = at === -1 ? "ru" : words[at]!.includes("=") ? words[at]!.split("=")[1] : words[at + 1];
  if (value !== "ru" && value !== "en") throw new UsageError(`--lang: ru, en`);
  return value;
}

async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = words.filter((word, index) => !(index === 0 && word === "--"));
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.print(generalUsage(terminal));
    return name === undefined ? 2 : 0;
  }
  const command = await loadCommand(name);
  if (command !== undefined) return await runCommand(command, rest, terminal);
  const { unknownCommand, didYouMean } = terminal.messages;
  const suggestion = nearest(name, commandNames);
  throw new UsageError(
    [
      filled(unknownCommand, { name }),
      ...(suggestion === undefined ? [] : [filled(didYouMean, { suggestion: `srok ${suggestion}` })]),
    ].join("; "),
  );
}

/** The command's answer; a refusal of the system that no command expected is told as one, anything else is a bug and says so. */
async function answer(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(words, terminal);
  } catch (error) {
    if (error instanceof UsageError || error instanceof SystemError) throw error;
    const { unexpectedRefusal } = await import("./terminal/system-errors.ts");
    const refused = unexpectedRefusal(error, terminal);
    if (refused === undefined) terminal.note(`srok: ${terminal.messages.bug}`);
    throw refused ?? error;
  }
}

try {
  const words = process.argv.slice(2);
  process.exitCode = await answer(words, openTerminal(languageOf(words)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof SystemError)) throw error;
  process.stderr.write(shown(`srok: ${error.message}\n`));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
