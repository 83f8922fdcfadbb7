import { isoDate } from "../../calendar/day.ts";
import { dayText, move as typeDay } from "../../edit/move.ts";
import { splice } from "../../edit/splice.ts";
import { literalDates, type LiteralDate } from "../../rule/literal-dates.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedDeadline } from "../../resolve/model.ts";
import { positionAt } from "../../source/span.ts";
import { dayOption, textOption, type Options, stringOption, flagOption } from "../terminal/arguments.ts";
import { chooseItem } from "../work/select-item.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { amendedBy, amendmentOptions, amendmentUsage } from "../work/amended-by.ts";
import { carryOut, editOptions, readForEditing } from "../work/apply-edit.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";

/** Keys of a rule that say nothing of its kind. */
const aside = new Set(["text", "audience", "subject", "key", "rules", "review", "reading"]);

/** Why a deadline cannot be moved by typing a date, and what to change instead. */
function notTyped({ rule, text, origin, waiting }: ResolvedDeadline, item: string, terminal: Terminal): UsageError {
  const messages = editMessages[terminal.language];
  const key = Object.keys(rule).find((name) => !aside.has(name)) ?? "";
  const { file, start } = spanOf(origin, [key], "key");
  const place = `${file}:${positionAt(origin.file.source.text, start).line}`;
  if (waiting[0] !== undefined)
    return new UsageError(filled(messages.countedFromEvent, { item, text, key, place, event: waiting[0].event }));
  if (rule.period !== undefined)
    return new UsageError(filled(messages.fromPeriod, { item, text, period: rule.period }));
  return new UsageError(filled(messages.noTypedDay, { item, text, key, place }));
}

/** The typed day that is meant: the only one, or the one named by `--was`. */
function chooseDay(
  deadline: ResolvedDeadline,
  item: string,
  year: number,
  options: Options,
  terminal: Terminal,
): LiteralDate {
  const messages = editMessages[terminal.language];
  const days = literalDates(deadline.rule);
  if (days.length === 0) throw notTyped(deadline, item, terminal);
  const was = dayOption(options, "was", terminal);
  const list = literalDates(deadline.rule, { starts: true })
    .map(({ value }) => (value.length > 5 ? value : `${year}-${value}`))
    .join(", ");
  if (was === undefined) {
    if (days.length > 1) throw new UsageError(filled(messages.severalDays, { item, days: list }));
    return days[0]!;
  }
  const written = dayText(isoDate(was), year);
  const found = literalDates(deadline.rule, { starts: true }).find(
    ({ value }) => value === written || value === isoDate(was),
  );
  if (found === undefined) throw new UsageError(filled(messages.wasNotThere, { item, date: isoDate(was), days: list }));
  return found;
}

const usage: Localized = {
  ru: `srok move ПУНКТ --to ДАТА – перенести срок, заданный датой

  --to ДАТА         новый день: 2024-04-26
  --was ДАТА        какой из нескольких дней перенести
  --control         срок контроля, а не самого пункта
  --text ТЕКСТ      новые слова срока, если их изменил приказ
${amendmentUsage.ru}
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
  en: `srok move ITEM --to DATE – move a deadline that is a date

  --to DATE         the new day: 2024-04-26
  --was DATE        which of several days to move
  --control         the deadline of the control, not of the item
  --text TEXT       new words of the deadline, where an order changed them
${amendmentUsage.en}
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
};

/** `srok move ITEM --to DATE`: types another date into a deadline that is one. */
export const move: Command = {
  name: "move",
  usage,
  options: {
    ...editOptions,
    to: stringOption,
    was: stringOption,
    text: stringOption,
    control: flagOption,
    ...amendmentOptions,
  },
  positionals: ["ITEM"],
  run({ options, positionals }, terminal) {
    const messages = editMessages[terminal.language];
    const to = dayOption(options, "to", terminal);
    if (to === undefined) throw new UsageError(filled(messages.needsOption, { name: "--to" }));
    const findings = readForEditing(options, terminal);
    if (findings === undefined) return 1;
    const plan = choosePlan(findings.value.plans, options, terminal);
    const item = chooseItem(positionals[0]!, plan, terminal);
    const cell = options["control"] === true ? "control" : "deadline";
    const deadline = cell === "control" ? item.control?.deadline : item.deadline;
    if (!deadline) throw new UsageError(filled(messages.noDeadlineHere, { item: item.id }));
    const { path } = chooseDay(deadline, item.id, plan.year, options, terminal);
    const { file, path: at } = deadline.origin;
    const text = textOption(options, "text");
    const edits = typeDay(
      file,
      [...at, ...path],
      dayText(isoDate(to), plan.year),
      text === undefined ? undefined : { path: [...at, "text"], text },
    );
    const after = splice(file.source.text, [...edits, ...amendedBy(file, at, plan, options, terminal, cell)]);
    return carryOut(
      [{ path: file.source.path, before: file.source.text, after }],
      options,
      terminal,
      text === undefined ? [filled(messages.wordsStay, { text: deadline.text })] : [],
    );
  },
};
