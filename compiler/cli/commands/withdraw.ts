import { splice } from "../../edit/splice.ts";
import { withdraw as mark } from "../../edit/withdraw.ts";
import { amendedBy, amendmentOptions, amendmentUsage, readAmendment } from "../work/amended-by.ts";
import { stringOption } from "../terminal/arguments.ts";
import { chooseItem } from "../work/select-item.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { carryOut, editOptions, needed, readForEditing } from "../work/apply-edit.ts";
import { UsageError } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";

const usage: Localized = {
  ru: `srok withdraw ПУНКТ --reason ПРИЧИНА – исключить пункт: сроков нет, на страницах он остаётся

  --reason ТЕКСТ    почему; слово «исключён» печатается само
${amendmentUsage.ru}
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
  en: `srok withdraw ITEM --reason REASON – take an item out: no deadlines, still on the pages

  --reason TEXT     why; the word “withdrawn” is printed anyway
${amendmentUsage.en}
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
};

/** `srok withdraw ITEM --reason REASON`: takes an item out of the plan; it keeps its place, without deadlines. */
export const withdraw: Command = {
  name: "withdraw",
  usage,
  options: { ...editOptions, reason: stringOption, ...amendmentOptions },
  positionals: ["ITEM"],
  run({ options, positionals }, terminal) {
    const messages = editMessages[terminal.language];
    const reason = needed(options, "reason", terminal);
    const word = new RegExp(messages.reasonWord, "i").exec(reason)?.[0];
    if (word !== undefined) throw new UsageError(filled(messages.reasonSaysSo, { word }));
    const findings = readForEditing(options, terminal);
    if (findings === undefined) return 1;
    const plan = choosePlan(findings.value.plans, options, terminal);
    const item = chooseItem(positionals[0]!, plan, terminal);
    if (item.withdrawn !== null) throw new UsageError(filled(messages.alreadyWithdrawn, { item: item.id }));
    const { file, path } = item.source.origin;
    const after = splice(file.source.text, [
      mark(file, path, reason, readAmendment(plan, options, terminal)?.order),
      ...amendedBy(file, path, plan, options, terminal),
    ]);
    return carryOut([{ path: file.source.path, before: file.source.text, after }], options, terminal);
  },
};
