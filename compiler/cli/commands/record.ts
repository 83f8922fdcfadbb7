import { isoDate } from "../../calendar/day.ts";
import { reread } from "../../edit/locate.ts";
import { emptyRecords, record as writeRecord, recordId } from "../../edit/record.ts";
import { textOption, stringOption, requiredOption, requiredDay } from "../terminal/arguments.ts";
import { folderOf, selectPlan, unknownName } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { applyEdit, compileForEditing, editOptions } from "../work/apply-edit.ts";
import { type Localized } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: { unknownEvent: "события «{name}» в плане нет" },
  en: { unknownEvent: "the plan has no event “{name}”" },
};

const usage: Localized = {
  ru: `srok record СОБЫТИЕ --date ДАТА --title ЧТО --source ДОКУМЕНТ – записать, что событие произошло

  --date ДАТА       день события: 2024-04-26
  --at ВРЕМЯ        время события, если от него считают часы: 14:30
  --zone ПОЯС       часовой пояс времени, если не пояс плана
  --title ТЕКСТ     что именно произошло
  --source ТЕКСТ    документ: вид, дата, номер
  --url АДРЕС       где он опубликован, https://…
  --period ПЕРИОД   за какой период, если событие повторяется: 2024-04
  --id ИМЯ          постоянное имя записи; без него составляется из события и даты
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
  en: `srok record EVENT --date DATE --title WHAT --source DOCUMENT – record that an event happened

  --date DATE       the day of the event: 2024-04-26
  --at TIME         the time of the event, where hours are counted from it: 14:30
  --zone ZONE       the zone of the time, if not the plan's
  --title TEXT      what exactly happened
  --source TEXT     the document: kind, date, number
  --url ADDRESS     where it is published, https://…
  --period PERIOD   which period, where the event repeats: 2024-04
  --id NAME         the record's permanent name; made of event and date when left out
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
};

/** `srok record EVENT`: writes down that an event happened; everything that waits for it gets its dates. */
export const record: Command = {
  name: "record",
  usage,
  options: {
    ...editOptions,
    date: stringOption,
    at: stringOption,
    zone: stringOption,
    title: stringOption,
    source: stringOption,
    url: stringOption,
    period: stringOption,
    id: stringOption,
  },
  positionals: ["EVENT"],
  run({ options, positionals }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const title = requiredOption(options, "title", terminal);
    const source = requiredOption(options, "source", terminal);
    const date = isoDate(requiredDay(options, "date", terminal));
    const before = compileForEditing(options, terminal);
    if (before === undefined) return 1;
    const { plan, series } = selectPlan(before.value.plans, options, terminal);
    const event = positionals[0]!;
    if (!plan.events.some(({ data }) => data.id === event))
      throw unknownName(own.unknownEvent, event, { known: plan.events.map(({ data }) => data.id) }, terminal);
    const folder = folderOf(plan);
    const path = `${folder}occurrences.yaml`;
    const existing = before.value.workspace.files.find((file) => file.source.path === path);
    const taken = new Set(series.plans.flatMap(({ occurrences }) => occurrences.map(({ data }) => data.id)));
    const period = textOption(options, "period");
    const id = textOption(options, "id") ?? recordId(event, period, date, taken);
    const text = writeRecord(existing ?? reread(path, emptyRecords), {
      id,
      event,
      date,
      at: textOption(options, "at"),
      zone: textOption(options, "zone"),
      title,
      period,
      source: { title: source, url: textOption(options, "url") },
    });
    return applyEdit({ before, files: [{ path, text }] }, options, terminal);
  },
};
