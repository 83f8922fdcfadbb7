#!/usr/bin/env node
/** The command `srok`: finds the command that is named, runs it, and turns its errors into an exit status. */
import { nearest } from "../source/nearest.ts";
import { commandNames, generalUsage, loadCommand } from "./commands/registry.ts";
import { otherVersion } from "./files/installed-version.ts";
import { languageOfPlan } from "./files/plan-language.ts";
import { languageOf } from "./terminal/language.ts";
import { runCommand } from "./terminal/command.ts";
import { openTerminal, shown, SystemError, UsageError, type Terminal } from "./terminal/terminal.ts";
import { filled } from "./messages/messages.ts";

async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = words.filter((word, index) => !(index === 0 && word === "--"));
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.print(generalUsage(terminal));
    return name === undefined ? 2 : 0;
  }
  const other = otherVersion();
  if (other !== undefined) terminal.note(filled(terminal.messages.otherVersion, other));
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

/**
 * Runs a command and returns its exit status. Throws a UsageError and a SystemError as the command does, and a
 * SystemError for a refusal of the system that the command did not expect; any other error is a bug of the program,
 * and a note says so.
 */
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
  process.exitCode = await answer(words, openTerminal(languageOf(words, process.env, languageOfPlan)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof SystemError)) throw error;
  process.stderr.write(shown(`srok: ${error.message}\n`));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
