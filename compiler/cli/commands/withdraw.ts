import { splice } from "../../edit/splice.ts";
import { withdraw as mark } from "../../edit/withdraw.ts";
import { amendedBy, amendmentOptions, amendmentUsage, readAmendment } from "../work/amended-by.ts";
import { stringOption, requiredOption } from "../terminal/arguments.ts";
import { selectItem } from "../work/select-item.ts";
import { selectPlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { applyEdit, compileForEditing, editOptions } from "../work/apply-edit.ts";
import { UsageError } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    alreadyWithdrawn: "пункт {item} уже исключён",
    reasonSaysSo:
      "слово «{word}» программа напишет сама; --reason – только почему: например, «объединён с другим пунктом»",
    reasonWord: "^(исключ[её]н|исключить)",
  },
  en: {
    alreadyWithdrawn: "item {item} is withdrawn already",
    reasonSaysSo: "the word “{word}” is printed anyway; --reason only says why: “merged into another item”",
    reasonWord: "^(withdrawn|excluded|removed)",
  },
};

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

/** `srok withdraw ITEM --reason REASON`: marks an item as withdrawn; it stays in the plan without deadlines. */
export const withdraw: Command = {
  name: "withdraw",
  usage,
  options: { ...editOptions, reason: stringOption, ...amendmentOptions },
  positionals: ["ITEM"],
  run({ options, positionals }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const reason = requiredOption(options, "reason", terminal);
    const word = new RegExp(own.reasonWord, "i").exec(reason)?.[0];
    if (word !== undefined) throw new UsageError(filled(own.reasonSaysSo, { word }));
    const before = compileForEditing(options, terminal);
    if (before === undefined) return 1;
    const plan = selectPlan(before.value.plans, options, terminal);
    const item = selectItem(positionals[0]!, plan, terminal);
    if (item.withdrawn !== null) throw new UsageError(filled(own.alreadyWithdrawn, { item: item.id }));
    const { file, path } = item.source.origin;
    const text = splice(file.source.text, [
      mark(file, path, reason, readAmendment(plan, options, terminal)?.order),
      ...amendedBy(item.source.origin, { plan }, options, terminal),
    ]);
    return applyEdit({ before, files: [{ path: file.source.path, text }] }, options, terminal);
  },
};
