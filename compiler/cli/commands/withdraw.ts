import { splice } from "../../edit/splice.ts";
import { withdraw as mark } from "../../edit/withdraw.ts";
import { amendedBy, amendmentOption } from "../work/amended-by.ts";
import { readArguments } from "../terminal/arguments.ts";
import { chooseItem } from "../work/select-item.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { carryOut, editOptions, needed, readForEditing } from "../work/apply-edit.ts";
import { UsageError } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

/** `srok withdraw ITEM --reason REASON`: takes an item out of the plan; it keeps its place, without deadlines. */
export const withdraw: Command = (words, terminal) => {
  const say = editMessages[terminal.language];
  const string = { type: "string" } as const;
  const { options, positionals } = readArguments(
    words,
    { ...editOptions, reason: string, ...amendmentOption },
    ["ITEM"],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(say.help.withdraw), 0);
  const reason = needed(options, "reason", terminal);
  const findings = readForEditing(options, terminal);
  if (findings === undefined) return 1;
  const plan = choosePlan(findings.value.plans, options, terminal);
  const item = chooseItem(positionals[0]!, plan, terminal);
  if (item.withdrawn !== null) throw new UsageError(filled(say.alreadyWithdrawn, { item: item.id }));
  const { file, path } = item.source.origin;
  const after = splice(file.source.text, [mark(file, path, reason), ...amendedBy(file, path, plan, options, terminal)]);
  return carryOut([{ path: file.source.path, before: file.source.text, after }], options, terminal);
};
