import type { ParseArgsOptionsConfig } from "node:util";
import type { Localized } from "../messages/messages.ts";
import { readArguments, type Arguments, type Positional } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";

/** A command of `srok`. */
export interface Command {
  readonly name: string;
  /** What `srok NAME --help` prints. */
  readonly usage: Localized;
  /** Its own options, beside those that every command takes. */
  readonly options: ParseArgsOptionsConfig;
  /** Its arguments without an option's name, in order. */
  readonly positionals: readonly Positional[];
  /**
   * Does the work and returns the exit status: 0 clean, 1 the plan has errors. Throws a UsageError for arguments that
   * do not fit the plan, and a SystemError for a file or a server that fails.
   */
  run(call: Arguments, terminal: Terminal): number | Promise<number>;
}

/**
 * Runs a command with the words after its name, or prints its usage; throws a UsageError for words that it does not
 * take.
 */
export function runCommand(command: Command, words: readonly string[], terminal: Terminal): number | Promise<number> {
  const call = readArguments(words, command, terminal);
  if (call.options["help"] !== true) return command.run(call, terminal);
  terminal.print(command.usage[terminal.language]);
  return 0;
}
