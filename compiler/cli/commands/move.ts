import { isoDate } from "../../calendar/day.ts";
import { dayText, move as typeDay } from "../../edit/move.ts";
import { splice } from "../../edit/splice.ts";
import { typedDays, type TypedDay } from "../../load/literal-dates.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedDeadline } from "../../resolve/model.ts";
import { positionAt } from "../../source/span.ts";
import { dayOption, readArguments, textOption, type Options } from "../terminal/arguments.ts";
import { chooseItem } from "../work/select-item.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { amendedBy, amendmentOption } from "../work/amended-by.ts";
import { carryOut, editOptions, readForEditing } from "../work/apply-edit.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

/** Keys of a rule that say nothing of its kind. */
const aside = new Set(["text", "audience", "subject", "key", "rules", "review", "reading"]);

/** Why a deadline cannot be moved by typing a date, and what to change instead. */
function notTyped({ rule, text, origin, waiting }: ResolvedDeadline, item: string, terminal: Terminal): UsageError {
  const say = editMessages[terminal.language];
  const key = Object.keys(rule).find((name) => !aside.has(name)) ?? "";
  const { file, start } = spanOf(origin, [key], "key");
  const place = `${file}:${positionAt(origin.file.source.text, start).line}`;
  if (waiting[0] !== undefined)
    return new UsageError(filled(say.countedFromEvent, { item, text, key, place, event: waiting[0].event }));
  if (rule.period !== undefined) return new UsageError(filled(say.fromPeriod, { item, text, period: rule.period }));
  return new UsageError(filled(say.noTypedDay, { item, text, key, place }));
}

/** The typed day that is meant: the only one, or the one named by `--was`. */
function chooseDay(
  deadline: ResolvedDeadline,
  item: string,
  year: number,
  options: Options,
  terminal: Terminal,
): TypedDay {
  const say = editMessages[terminal.language];
  const days = typedDays(deadline.rule);
  if (days.length === 0) throw notTyped(deadline, item, terminal);
  const was = dayOption(options, "was", terminal);
  const list = typedDays(deadline.rule, { starts: true })
    .map(({ value }) => (value.length > 5 ? value : `${year}-${value}`))
    .join(", ");
  if (was === undefined) {
    if (days.length > 1) throw new UsageError(filled(say.severalDays, { item, days: list }));
    return days[0]!;
  }
  const written = dayText(isoDate(was), year);
  const found = typedDays(deadline.rule, { starts: true }).find(
    ({ value }) => value === written || value === isoDate(was),
  );
  if (found === undefined) throw new UsageError(filled(say.wasNotThere, { item, date: isoDate(was), days: list }));
  return found;
}

/** `srok move ITEM --to DATE`: types another date into a deadline that is one. */
export const move: Command = (words, terminal) => {
  const say = editMessages[terminal.language];
  const string = { type: "string" } as const;
  const { options, positionals } = readArguments(
    words,
    { ...editOptions, to: string, was: string, text: string, control: { type: "boolean" }, ...amendmentOption },
    ["ITEM"],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(say.help.move), 0);
  const to = dayOption(options, "to", terminal);
  if (to === undefined) throw new UsageError(filled(say.needsOption, { name: "--to" }));
  const findings = readForEditing(options, terminal);
  if (findings === undefined) return 1;
  const plan = choosePlan(findings.value.plans, options, terminal);
  const item = chooseItem(positionals[0]!, plan, terminal);
  const deadline = options["control"] === true ? item.control?.deadline : item.deadline;
  if (!deadline) throw new UsageError(filled(say.noDeadlineHere, { item: item.id }));
  const { path } = chooseDay(deadline, item.id, plan.year, options, terminal);
  const { file, path: at } = deadline.origin;
  const text = textOption(options, "text");
  const edits = typeDay(
    file,
    [...at, ...path],
    dayText(isoDate(to), plan.year),
    text === undefined ? undefined : { path: [...at, "text"], text },
  );
  const after = splice(file.source.text, [...edits, ...amendedBy(file, at, plan, options, terminal)]);
  return carryOut(
    [{ path: file.source.path, before: file.source.text, after }],
    options,
    terminal,
    text === undefined ? [filled(say.wordsStay, { text: deadline.text })] : [],
  );
};
