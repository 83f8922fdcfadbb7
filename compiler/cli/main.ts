#!/usr/bin/env node
/** The command `srok`. Only this file and `cli/` know of files, the process and its terminal. */
import type { LanguageCode } from "../locale/languages.ts";
import { nearest } from "../source/nearest.ts";
import type { Command } from "./terminal/command.ts";
import { openTerminal, shown, SystemError, UsageError, type Terminal } from "./terminal/terminal.ts";
import { filled } from "./messages/messages.ts";

/** Each command is loaded when it is called: `check` has to start fast. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import("./commands/init.ts")).init,
  check: async () => (await import("./commands/check.ts")).check,
  build: async () => (await import("./commands/build.ts")).build,
  serve: async () => (await import("./commands/serve.ts")).serve,
  dev: async () => (await import("./commands/dev.ts")).dev,
  explain: async () => (await import("./commands/explain.ts")).explain,
  list: async () => (await import("./commands/list.ts")).list,
  wording: async () => (await import("./commands/wording.ts")).wording,
  publish: async () => (await import("./commands/publish.ts")).publish,
  diff: async () => (await import("./commands/diff.ts")).diff,
  record: async () => (await import("./commands/record.ts")).record,
  move: async () => (await import("./commands/move.ts")).move,
  withdraw: async () => (await import("./commands/withdraw.ts")).withdraw,
  add: async () => (await import("./commands/add.ts")).add,
  "new-year": async () => (await import("./commands/new-year.ts")).newYear,
  fmt: async () => (await import("./commands/fmt.ts")).fmt,
  comment: async () => (await import("./commands/comment.ts")).comment,
  export: async () => (await import("./commands/export.ts")).exportDocument,
  import: async () => (await import("./commands/import.ts")).importPlan,
  undo: async () => (await import("./commands/undo.ts")).undo,
};

function languageOf(words: readonly string[]): LanguageCode {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = at === -1 ? "ru" : words[at]!.includes("=") ? words[at]!.split("=")[1] : words[at + 1];
  if (value !== "ru" && value !== "en") throw new UsageError(`--lang: ru, en`);
  return value;
}

async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = words.filter((word, index) => !(index === 0 && word === "--"));
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.print(terminal.say.usage);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const suggestion = nearest(name, Object.keys(commands));
    throw new UsageError(
      [
        filled(terminal.say.unknownCommand, { name }),
        ...(suggestion === undefined ? [] : [filled(terminal.say.didYouMean, { suggestion: `srok ${suggestion}` })]),
      ].join("; "),
    );
  }
  return await (
    await load()
  )(rest, terminal);
}

/** The command's answer; a refusal of the system that no command expected is told as one, anything else is a bug and says so. */
async function answer(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(words, terminal);
  } catch (error) {
    if (error instanceof UsageError || error instanceof SystemError) throw error;
    const { unexpectedRefusal } = await import("./terminal/system-errors.ts");
    const refused = unexpectedRefusal(error, terminal);
    if (refused === undefined) terminal.note(`srok: ${terminal.say.bug}`);
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
