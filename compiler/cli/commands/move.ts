import { shortDay } from "../../calendar/bounds.ts";
import { isoDate, parseDate, type Day } from "../../calendar/day.ts";
import { move as typeDay } from "../../edit/move.ts";
import { splice } from "../../edit/splice.ts";
import type { Deadline } from "../../generated/types.ts";
import { agreement } from "../../phrase/agreement.ts";
import { hasPhrases } from "../../phrase/languages.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import { reword } from "../../phrase/reword.ts";
import { literalDates, type LiteralDate } from "../../rule/literal-dates.ts";
import { spanOf, type Path } from "../../load/yaml/parsed-yaml.ts";
import { unwritten } from "../../load/placeholders.ts";
import { readDay } from "../../resolve/calendars.ts";
import type { ResolvedDeadline, ResolvedPlan } from "../../resolve/model.ts";
import { positionAt } from "../../source/span.ts";
import { dayOption, textOption, stringOption, flagOption, requiredDay } from "../terminal/arguments.ts";
import { selectItem } from "../work/select-item.ts";
import { selectPlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { amendedBy, amendmentOptions, amendmentUsage } from "../work/amended-by.ts";
import { applyEdit, compileForEditing, editOptions } from "../work/apply-edit.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { valueAt } from "../../source/value-at.ts";

const messagesByLanguage = {
  ru: {
    noDeadlineHere: "у пункта {item} такого срока нет",
    noLiteralDate: "срок пункта {item} («{text}») задан не датой, а ключом {key}: поменяйте его в {place}",
    countedFromEvent:
      "срок пункта {item} («{text}») считается от события «{event}»: запишите событие – srok record {event} – или поменяйте {key} в {place}",
    fromPeriod: "срок пункта {item} («{text}») – период «{period}»: поменяйте его границы в periods.yaml",
    severalDays: "в сроке пункта {item} несколько дат: {days}; скажите, какую перенести: --was ДАТА",
    wasNotThere: "в сроке пункта {item} нет даты {date}; есть: {days}",
    needsWords: "слова «{text}» сами за датой не меняются: добавьте --text с новыми словами приказа",
  },
  en: {
    noDeadlineHere: "item {item} has no such deadline",
    noLiteralDate: "the deadline of item {item} (“{text}”) is set by {key}, not by a date: change it in {place}",
    countedFromEvent:
      "the deadline of item {item} (“{text}”) counts from event “{event}”: record it – srok record {event} – or change {key} in {place}",
    fromPeriod: "the deadline of item {item} (“{text}”) is period “{period}”: change its bounds in periods.yaml",
    severalDays: "the deadline of item {item} has several dates: {days}; say which to move: --was DATE",
    wasNotThere: "the deadline of item {item} has no date {date}; it has: {days}",
    needsWords: "the words “{text}” do not follow the date by themselves: add --text with the new words of the order",
  },
};

/** Keys of a rule that do not name its kind. */
const aside = new Set(["text", "audience", "subject", "key", "rules", "review", "reading"]);

/** The UsageError for a deadline that is not a typed date: what sets it, and what to change instead. */
function notTyped({ rule, text, origin, waiting }: ResolvedDeadline, item: string, terminal: Terminal): UsageError {
  const own = messagesByLanguage[terminal.language];
  const key = Object.keys(rule).find((name) => !aside.has(name)) ?? "";
  const { file, start } = spanOf(origin, [key], "key");
  const place = `${file}:${positionAt(origin.file.source.text, start).line}`;
  if (waiting[0] !== undefined)
    return new UsageError(filled(own.countedFromEvent, { item, text, key, place, event: waiting[0].event }));
  if (rule.period !== undefined) return new UsageError(filled(own.fromPeriod, { item, text, period: rule.period }));
  return new UsageError(filled(own.noLiteralDate, { item, text, key, place }));
}

/** A typed day as a full date. */
function isoDay(value: string, { bounds }: Pick<ResolvedPlan, "bounds">): string {
  const day = readDay(value, { at: unwritten(null), path: [], bounds, report: () => undefined });
  return day === undefined ? value : isoDate(day);
}

/**
 * The typed day to move: the only one, or the one that `--was` names. Throws a UsageError where there is none or a
 * choice.
 */
function selectDay(
  deadline: ResolvedDeadline,
  { item, plan }: { readonly item: string; readonly plan: ResolvedPlan },
  was: Day | undefined,
  terminal: Terminal,
): LiteralDate {
  const own = messagesByLanguage[terminal.language];
  const days = literalDates(deadline.rule);
  if (days.length === 0) throw notTyped(deadline, item, terminal);
  const all = literalDates(deadline.rule, { starts: true });
  const list = all.map(({ value }) => isoDay(value, plan)).join(", ");
  if (was === undefined) {
    if (days.length > 1) throw new UsageError(filled(own.severalDays, { item, days: list }));
    return days[0]!;
  }
  const date = isoDate(was);
  const found = all.find(({ value }) => value === shortDay(date, plan.bounds) || value === date);
  if (found === undefined) throw new UsageError(filled(own.wasNotThere, { item, date, days: list }));
  return found;
}

/** A rule with another day at a path. */
function withDay(rule: Deadline, path: Path, day: string): Deadline {
  const copy = structuredClone(rule);
  (valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = day;
  return copy;
}

/**
 * The words of a deadline after its day has moved; undefined where words and rule are not compared. Words that do not follow
 * from the move are asked for: words that contradict the rule would be an error.
 */
function wordsAfter(
  { rule, text }: ResolvedDeadline,
  { path, was, to }: { readonly path: Path; readonly was: string; readonly to: Day },
  { plan, series, bounds }: ResolvedPlan,
  terminal: Terminal,
): string | undefined {
  const { language, "time-zone": zone } = series.data;
  const from = parseDate(isoDay(was, { bounds }));
  if (!hasPhrases(language) || from === undefined) return undefined;
  const options = { bounds, language, zone, names: namesOf(series, plan) };
  if (agreement(text, rule, options).kind !== "agrees") return undefined;
  const found = reword(text, { from, to, rule: withDay(rule, path, shortDay(isoDate(to), bounds)) }, options);
  if (found === undefined) throw new UsageError(filled(messagesByLanguage[terminal.language].needsWords, { text }));
  return found;
}

const usage: Localized = {
  ru: `srok move ПУНКТ --to ДАТА – перенести срок, заданный датой

  --to ДАТА         новый день: 2024-04-26
  --was ДАТА        какой из нескольких дней перенести
  --control         срок контроля, а не самого пункта
  --text ТЕКСТ      новые слова срока; без него день меняется и в словах
${amendmentUsage.ru}
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
  en: `srok move ITEM --to DATE – move a deadline that is a date

  --to DATE         the new day: 2024-04-26
  --was DATE        which of several days to move
  --control         the deadline of the control, not of the item
  --text TEXT       new words of the deadline; without it the day is changed in the words too
${amendmentUsage.en}
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
};

/** `srok move ITEM --to DATE`: writes another date into a deadline that is a date. */
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
    const own = messagesByLanguage[terminal.language];
    const to = requiredDay(options, "to", terminal);
    const before = compileForEditing(options, terminal);
    if (before === undefined) return 1;
    const plan = selectPlan(before.value.plans, options, terminal);
    const item = selectItem(positionals[0]!, plan, terminal);
    const cell = options["control"] === true ? "control" : "deadline";
    const deadline = cell === "control" ? item.control?.deadline : item.deadline;
    if (!deadline) throw new UsageError(filled(own.noDeadlineHere, { item: item.id }));
    const { path, value: was } = selectDay(
      deadline,
      { item: item.id, plan },
      dayOption(options, "was", terminal),
      terminal,
    );
    const { file, path: at } = deadline.origin;
    const text = textOption(options, "text") ?? wordsAfter(deadline, { path, was, to }, plan, terminal);
    const edits = typeDay(
      file,
      [...at, ...path],
      shortDay(isoDate(to), plan.bounds),
      text === undefined ? undefined : { path: [...at, "text"], text },
    );
    const after = splice(file.source.text, [
      ...edits,
      ...amendedBy(deadline.origin, { plan, cell }, options, terminal),
    ]);
    return applyEdit({ before, files: [{ path: file.source.path, text: after }] }, options, terminal);
  },
};
