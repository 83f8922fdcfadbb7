import { format } from "../../edit/format.ts";
import { placeOf } from "../../load/file-layout.ts";
import { planFolder, readArguments } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { writeEdited } from "../work/apply-edit.ts";
import { gapFiller, gapLines } from "../work/complete-deadlines.ts";
import { filled } from "../messages/messages.ts";
import { readPlan } from "../files/sources.ts";
import { writeNames } from "../files/write-names.ts";

/**
 * `srok fmt`: the plan's files in one order of keys and one style, deadlines with both their words and their rule; with
 * `--check` only says which are not. The names that editor programs complete follow.
 */
export const fmt: Command = (words, terminal) => {
  const say = editMessages[terminal.language];
  const { options } = readArguments(words, { check: { type: "boolean" }, names: { type: "boolean" } }, [], terminal);
  if (options["help"] === true) return (terminal.print(say.help.fmt), 0);
  const plan = planFolder(options);
  const sources = readPlan(options, terminal);
  if (options["names"] === true) return (writeNames(plan, sources, terminal), 0);
  const check = options["check"] === true;
  const fill = gapFiller(sources);
  const all = sources.flatMap(({ path, text }) => {
    const place = placeOf(path);
    if (place === undefined) return [];
    const whole = fill({ path, text }, place);
    const after = format(whole?.text ?? text, place.kind);
    // What is left is told where it stands in the file as it will lie there.
    const shown = { path, text: check || after === undefined ? text : after };
    return [
      {
        path,
        before: text,
        after,
        left: whole === undefined ? [] : gapLines(shown, fill(shown, place)?.gaps ?? [], terminal),
      },
    ];
  });
  for (const { path, after } of all) if (after === undefined) terminal.note(filled(say.cannotFormat, { path }));
  const edited = all.flatMap(({ path, before, after }) =>
    after === undefined || after === before ? [] : [{ path, before, after }],
  );
  if (!check && edited.length > 0) writeEdited(edited, options, terminal);
  if (!check) writeNames(plan, sources, terminal);
  for (const { path } of edited) terminal.print(filled(check ? say.notFormatted : say.formatted, { path }));
  const left = all.flatMap((file) => file.left);
  for (const line of left) terminal.print(line);
  if (edited.length === 0 && left.length === 0) terminal.print(say.allFormatted);
  return left.length > 0 || (check && edited.length > 0) ? 1 : 0;
};
