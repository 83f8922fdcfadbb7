import { isoDate } from "../../calendar/day.ts";
import { amendmentEntry } from "../../edit/amend.ts";
import { addItem } from "../../edit/add-item.ts";
import { ruleMeant } from "../../edit/fill-wording.ts";
import { dayText } from "../../edit/move.ts";
import type { YamlValue } from "../../edit/scalar.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import { dayOption, textOption, type Options, stringOption } from "../terminal/arguments.ts";
import { amendmentOptions, amendmentUsage, readAmendment } from "../work/amended-by.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { carryOut, editOptions, needed, readForEditing } from "../work/apply-edit.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { obstacleText } from "../work/complete-deadlines.ts";
import { filled, type Localized } from "../messages/messages.ts";

/** The rule that the words of a deadline mean, where they can mean one thing only. */
function readRule(
  text: string,
  { series, plan }: ResolvedPlan,
  terminal: Terminal,
): Readonly<Record<string, YamlValue>> {
  const rule = ruleMeant(text, { year: plan.year, names: namesOf(series, plan) });
  if ("kind" in rule)
    throw new UsageError(
      filled(editMessages[terminal.language].textUnread, { text, why: obstacleText(rule, terminal) }),
    );
  return rule as Readonly<Record<string, YamlValue>>;
}

/** The deadline that the options give; undefined when they give none. */
function deadlineFrom(
  options: Options,
  resolved: ResolvedPlan,
  terminal: Terminal,
): Readonly<Record<string, YamlValue>> | undefined {
  const { year } = resolved;
  const text = textOption(options, "text");
  const given = (["until", "on"] as const).flatMap((key) => {
    const day = dayOption(options, key, terminal);
    return day === undefined ? [] : [[key, dayText(isoDate(day), year)] as const];
  });
  if (text === undefined && given.length === 0) return undefined;
  if (text !== undefined && given.length === 0 && resolved.series.data.language === "ru")
    return { text, ...readRule(text, resolved, terminal) };
  if (text === undefined || given.length !== 1) throw new UsageError(editMessages[terminal.language].deadlineNeedsBoth);
  return { text, ...Object.fromEntries(given) };
}

const usage: Localized = {
  ru: `srok add ПУНКТ --activity ТЕКСТ – добавить пункт на его место

  --activity ТЕКСТ  мероприятие дословно
  --responsible СТОРОНЫ   через запятую: school,nursery
  --text ТЕКСТ      слова срока; правило читается из них
  --until ДАТА | --on ДАТА   последний день (или сам день), если слова его не называют
${amendmentUsage.ru}
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
  en: `srok add ITEM --activity TEXT – add an item at its place

  --activity TEXT   the activity to the letter
  --responsible PARTIES   separated by commas: school,nursery
  --text TEXT       the words of the deadline; its rule is read from them
  --until DATE | --on DATE   the last day (or the day itself), where the words do not name it
${amendmentUsage.en}
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
};

/** `srok add ITEM --activity TEXT`: a new row where its number puts it, with lines to go on from. */
export const add: Command = {
  name: "add",
  usage,
  options: {
    ...editOptions,
    activity: stringOption,
    responsible: stringOption,
    text: stringOption,
    until: stringOption,
    on: stringOption,
    ...amendmentOptions,
  },
  positionals: ["ITEM"],
  run({ options, positionals }, terminal) {
    const messages = editMessages[terminal.language];
    const activity = needed(options, "activity", terminal);
    const findings = readForEditing(options, terminal);
    if (findings === undefined) return 1;
    const resolved = choosePlan(findings.value.plans, options, terminal);
    const id = positionals[0]!.replace(/\.$/, "");
    if (resolved.byId.has(id)) throw new UsageError(filled(messages.itemExists, { item: id }));
    const section = id.split(/[.-]/)[0]!;
    const heading = resolved.plan.sections.find(({ data }) => data.id === section);
    if (heading === undefined) throw new UsageError(filled(messages.noSection, { section }));
    const { file } = heading.origin;
    const deadline = deadlineFrom(options, resolved, terminal);
    const responsible = textOption(options, "responsible")
      ?.split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    const template = [
      ...(deadline === undefined ? messages.template.slice(0, 2) : []),
      ...(responsible === undefined ? messages.template.slice(2) : []),
    ];
    const amendment = readAmendment(resolved, options, terminal);
    const amendedBy = amendment === undefined ? undefined : amendmentEntry({ ...amendment, added: true });
    const after = addItem(file, { id, activity, responsible, deadline, amendedBy, template });
    return carryOut([{ path: file.source.path, before: file.source.text, after }], options, terminal);
  },
};
