import { isoDate } from "../../calendar/day.ts";
import { reread } from "../../edit/locate.ts";
import { emptyRecords, record as writeRecord, recordId } from "../../edit/record.ts";
import { dayOption, readArguments, textOption } from "../terminal/arguments.ts";
import { choosePlan, unknownName } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { carryOut, editOptions, needed, readForEditing } from "../work/apply-edit.ts";
import { UsageError } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

const string = { type: "string" } as const;

/** `srok record EVENT`: writes down that an event happened; everything that waits for it gets its dates. */
export const record: Command = (words, terminal) => {
  const say = editMessages[terminal.language];
  const { options, positionals } = readArguments(
    words,
    { ...editOptions, date: string, title: string, source: string, url: string, period: string, id: string },
    ["EVENT"],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(say.help.record), 0);
  const [title, source] = [needed(options, "title", terminal), needed(options, "source", terminal)];
  const day = dayOption(options, "date", terminal);
  if (day === undefined) throw new UsageError(filled(say.needsOption, { name: "--date" }));
  const findings = readForEditing(options, terminal);
  if (findings === undefined) return 1;
  const { plan, series } = choosePlan(findings.value.plans, options, terminal);
  const event = positionals[0]!;
  if (!plan.events.some(({ data }) => data.id === event))
    throw unknownName(
      say.unknownEvent,
      event,
      plan.events.map(({ data }) => data.id),
      terminal,
    );
  const folder = plan.order.origin.file.source.path.replace(/order\.yaml$/, "");
  const path = `${folder}occurrences.yaml`;
  const existing = findings.value.workspace.files.find((file) => file.source.path === path);
  const taken = new Set(series.plans.flatMap(({ occurrences }) => occurrences.map(({ data }) => data.id)));
  const period = textOption(options, "period");
  const date = isoDate(day);
  const id = textOption(options, "id") ?? recordId(event, period, date, taken);
  const after = writeRecord(existing ?? reread(path, emptyRecords), {
    id,
    event,
    date,
    title,
    period,
    source: { title: source, url: textOption(options, "url") },
  });
  return carryOut([{ path, before: existing?.source.text ?? null, after }], options, terminal);
};
