import { basename } from "node:path";
import { isoDate } from "../../calendar/day.ts";
import { recordAmendment } from "../../edit/record-amendment.ts";
import { dayOption, requiredDay, requiredOption, stringOption, textOption } from "../terminal/arguments.ts";
import { selectPlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { applyEdit, compileForEditing, editOptions } from "../work/apply-edit.ts";
import { UsageError } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { defined } from "../../source/defined.ts";

const messagesByLanguage = {
  ru: {
    exists: "приказ «{name}» уже записан в {file}",
    numberless: "план не утверждён приказом, и номера у его изменений нет: уберите --number",
    next: "Теперь правки называют его: --amendment {name}.",
  },
  en: {
    exists: "order “{name}” is recorded in {file} already",
    numberless: "no order approves this plan, and its changes have no number: leave --number out",
    next: "Edits can name it now: --amendment {name}.",
  },
};

const usage: Localized = {
  ru: `srok amend ИМЯ --date ДАТА [--number НОМЕР] --title ЗАГОЛОВОК – записать приказ, который меняет план

  ИМЯ               латиницей, постоянное: им приказ называют пункты – may, order-5
  --date ДАТА       день приказа: 2024-05-14; с этого дня действуют его изменения
  --number НОМЕР    номер приказа; у плана, который утверждён без приказа, его нет
  --title ТЕКСТ     заголовок приказа
  --from ДАТА       с какого дня действует, если приказ называет другой день
  --retroactive ТЕКСТ  слова приказа об обратной силе: меняются и прошедшие даты
  --source ТЕКСТ    документ: вид, дата, номер
  --url АДРЕС       где он опубликован, https://…
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
  en: `srok amend NAME --date DATE [--number NUMBER] --title TITLE – record an order that changes the plan

  NAME              permanent, in Latin letters: items name the order by it – may, order-5
  --date DATE       the day of the order: 2024-05-14; its changes act from that day on
  --number NUMBER   the number of the order; a plan without an order has none
  --title TEXT      the title of the order
  --from DATE       from which day it acts, where the order names another day
  --retroactive TEXT  what the order says of acting backwards: past dates change too
  --source TEXT     the document: kind, date, number
  --url ADDRESS     where it is published, https://…
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
};

/** `srok amend NAME`: writes an amending order down; edits then name it with `--amendment`. */
export const amend: Command = {
  name: "amend",
  usage,
  options: {
    ...editOptions,
    date: stringOption,
    number: stringOption,
    title: stringOption,
    from: stringOption,
    retroactive: stringOption,
    source: stringOption,
    url: stringOption,
  },
  positionals: ["NAME"],
  run({ options, positionals }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const title = requiredOption(options, "title", terminal);
    const date = isoDate(requiredDay(options, "date", terminal));
    const [from, retroactive] = [dayOption(options, "from", terminal), textOption(options, "retroactive")];
    const [source, url] = [textOption(options, "source"), textOption(options, "url")];
    if (url !== undefined && source === undefined)
      throw new UsageError(filled(terminal.messages.missingArgument, { name: "--source" }));
    const before = compileForEditing(options, terminal);
    if (before === undefined) return 1;
    const { plan } = selectPlan(before.value.plans, options, terminal);
    const id = positionals[0]!;
    const { data, origin } = plan.order;
    const { path } = origin.file.source;
    if (data.amendments?.some((known) => known.id === id))
      throw new UsageError(filled(own.exists, { name: id, file: basename(path) }));
    if (!plan.hasOrder && textOption(options, "number") !== undefined) throw new UsageError(own.numberless);
    const text = recordAmendment(origin.file, {
      id,
      date,
      number: plan.hasOrder ? requiredOption(options, "number", terminal) : undefined,
      title,
      from: from === undefined ? undefined : isoDate(from),
      retroactive,
      source: source === undefined ? undefined : defined({ title: source, url }),
    });
    const remarks = [filled(own.next, { name: id })];
    return applyEdit({ before, files: [{ path, text }], remarks }, options, terminal);
  },
};
