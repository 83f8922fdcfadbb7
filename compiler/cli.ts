#!/usr/bin/env node
/** The command `srok`. Only this file and `cli/` know of files, the process and its terminal. */
import type { LanguageCode } from "./language/language.ts";
import { nearest } from "./source/nearest.ts";
import type { Command } from "./cli/command.ts";
import { openTerminal, shown, SystemError, UsageError, type Terminal } from "./cli/environment.ts";
import { filled } from "./cli/messages.ts";

/** Each command is loaded when it is called: `check` has to start fast. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import("./cli/init.ts")).init,
  check: async () => (await import("./cli/check.ts")).check,
  build: async () => (await import("./cli/build.ts")).build,
  serve: async () => (await import("./cli/serve.ts")).serve,
  dev: async () => (await import("./cli/dev.ts")).dev,
  explain: async () => (await import("./cli/explain.ts")).explain,
  list: async () => (await import("./cli/list.ts")).list,
  wording: async () => (await import("./cli/wording.ts")).wording,
  publish: async () => (await import("./cli/publish.ts")).publish,
  diff: async () => (await import("./cli/diff.ts")).diff,
  record: async () => (await import("./cli/record.ts")).record,
  move: async () => (await import("./cli/move.ts")).move,
  withdraw: async () => (await import("./cli/withdraw.ts")).withdraw,
  add: async () => (await import("./cli/add.ts")).add,
  "new-year": async () => (await import("./cli/new-year.ts")).newYear,
  fmt: async () => (await import("./cli/fmt.ts")).fmt,
  comment: async () => (await import("./cli/comment.ts")).comment,
  export: async () => (await import("./cli/export.ts")).exportDocument,
  import: async () => (await import("./cli/import.ts")).importPlan,
  undo: async () => (await import("./cli/undo.ts")).undo,
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
    const { unexpectedRefusal } = await import("./cli/refusal.ts");
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
