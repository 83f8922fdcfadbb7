import { format } from "../edit/format.ts";
import { placeOf } from "../load/layout.ts";
import { readArguments, textOption } from "./arguments.ts";
import type { Command } from "./command.ts";
import { editMessages } from "./edit-messages.ts";
import { writeEdited } from "./edited-plan.ts";
import { filled } from "./messages.ts";
import { readSources } from "./sources.ts";
import { writeNames } from "./write-names.ts";

/** `srok fmt`: the plan's files in one order of keys and one style; with `--check` only says which are not. The names that editor programs complete follow. */
export const fmt: Command = (words, terminal) => {
  const say = editMessages[terminal.language];
  const { options } = readArguments(words, { check: { type: "boolean" }, names: { type: "boolean" } }, [], terminal);
  if (options["help"] === true) return terminal.print(say.help.fmt), 0;
  const plan = textOption(options, "plan") ?? "plan";
  const read = readSources(plan, terminal);
  if (options["names"] === true) return writeNames(plan, read, terminal), 0;
  const sources = read.flatMap(({ path, text }) => {
    const kind = placeOf(path)?.kind;
    return kind === undefined ? [] : [{ path, before: text, after: format(text, kind) }];
  });
  for (const { path, after } of sources) if (after === undefined) terminal.note(filled(say.cannotFormat, { path }));
  const edited = sources.flatMap(({ path, before, after }) => (after === undefined || after === before ? [] : [{ path, before, after }]));
  const check = options["check"] === true;
  if (!check && edited.length > 0) writeEdited(edited, options, terminal);
  if (!check) writeNames(plan, read, terminal);
  for (const { path } of edited) terminal.print(filled(check ? say.notFormatted : say.formatted, { path }));
  if (edited.length === 0) terminal.print(say.allFormatted);
  return check && edited.length > 0 ? 1 : 0;
};
