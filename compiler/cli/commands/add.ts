import { homeYear, shortDay } from "../../calendar/bounds.ts";
import { isoDate } from "../../calendar/day.ts";
import { amendmentEntry } from "../../edit/amend.ts";
import { addItem } from "../../edit/add-item.ts";
import { ruleMeant } from "../../edit/fill-wording.ts";
import { typedParties } from "../../edit/typed-parties.ts";
import type { YamlValue } from "../../edit/yaml-text.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { defaultPhraseLanguage, hasPhrases } from "../../phrase/languages.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import { dayOption, requiredOption, stringOption, textOption, type Options } from "../terminal/arguments.ts";
import { amendmentOptions, amendmentUsage, readAmendment } from "../work/amended-by.ts";
import { selectPlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { applyEdit, compileForEditing, editOptions } from "../work/apply-edit.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { obstacleText } from "../work/complete-deadlines.ts";
import { filled, type Localized } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    itemExists: "пункт {item} уже есть",
    noSection: "раздела {section} нет: создайте section-{section}.yaml",
    deadlineNeedsBoth: "--until или --on идут вместе с --text",
    textUnread: "«{text}» – {why}; или назовите день: --until, --on",
    template: [
      "Срок: слова приказа и рядом правило – до какого дня (until), в какой день (on), за какой месяц (month).",
      "deadline: { text: до 1 марта, until: 03-01 }",
      "Ответственные – имена из parties.yaml.",
      "responsible: [school, nursery]",
    ],
  },
  en: {
    itemExists: "item {item} exists already",
    noSection: "there is no section {section}: create section-{section}.yaml",
    deadlineNeedsBoth: "--until or --on go with --text",
    textUnread: "“{text}”: {why}; or name the day: --until, --on",
    template: [
      "Deadline: the words of the order and the rule – until a day (until), on a day (on), in a month (month).",
      "deadline: { text: by 1 March, until: 03-01 }",
      "Responsible: names from parties.yaml.",
      "responsible: [school, nursery]",
    ],
  },
};

/** The rule that the words of a deadline mean. Throws a UsageError where they cannot be read or are ambiguous. */
function readRule(
  text: string,
  { series, plan }: ResolvedPlan,
  terminal: Terminal,
): Readonly<Record<string, YamlValue>> {
  const { language: planLanguage } = series.data;
  const language = hasPhrases(planLanguage) ? planLanguage : defaultPhraseLanguage;
  const rule = ruleMeant(text, { year: homeYear(plan.bounds), names: namesOf(series, plan), language });
  if ("kind" in rule)
    throw new UsageError(
      filled(messagesByLanguage[terminal.language].textUnread, { text, why: obstacleText(rule, terminal) }),
    );
  return rule as Readonly<Record<string, YamlValue>>;
}

/**
 * The deadline that the options give; undefined where they give none. Throws a UsageError for a day without words, and
 * for two days.
 */
function deadlineFrom(
  options: Options,
  resolved: ResolvedPlan,
  terminal: Terminal,
): Readonly<Record<string, YamlValue>> | undefined {
  const { bounds } = resolved;
  const text = textOption(options, "text");
  const given = (["until", "on"] as const).flatMap((key) => {
    const day = dayOption(options, key, terminal);
    return day === undefined ? [] : [[key, shortDay(isoDate(day), bounds)] as const];
  });
  if (text === undefined && given.length === 0) return undefined;
  if (text !== undefined && given.length === 0 && hasPhrases(resolved.series.data.language))
    return { text, ...readRule(text, resolved, terminal) };
  if (text === undefined || given.length !== 1)
    throw new UsageError(messagesByLanguage[terminal.language].deadlineNeedsBoth);
  return { text, ...Object.fromEntries(given) };
}

const usage: Localized = {
  ru: `srok add ПУНКТ --activity ТЕКСТ – добавить пункт на его место

  --activity ТЕКСТ  мероприятие дословно
  --responsible СЛОВА     слова приказа: «Школа, Сад»; или имена через запятую: school,nursery
  --text ТЕКСТ      слова срока; правило читается из них
  --until ДАТА | --on ДАТА   последний день (или сам день), если слова его не называют
${amendmentUsage.ru}
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
  en: `srok add ITEM --activity TEXT – add an item at its place

  --activity TEXT   the activity to the letter
  --responsible WORDS     the order's words: “School, Nursery”; or ids with commas: school,nursery
  --text TEXT       the words of the deadline; its rule is read from them
  --until DATE | --on DATE   the last day (or the day itself), where the words do not name it
${amendmentUsage.en}
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
};

/** `srok add ITEM --activity TEXT`: adds a row at the place of its number, with comments to go on from. */
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
    const own = messagesByLanguage[terminal.language];
    const activity = requiredOption(options, "activity", terminal);
    const before = compileForEditing(options, terminal);
    if (before === undefined) return 1;
    const resolved = selectPlan(before.value.plans, options, terminal);
    const id = positionals[0]!.replace(/\.$/, "");
    if (resolved.byId.has(id)) throw new UsageError(filled(own.itemExists, { item: id }));
    const section = id.split(/[.-]/)[0]!;
    const heading = resolved.plan.sections.find(({ data }) => data.id === section);
    if (heading === undefined) throw new UsageError(filled(own.noSection, { section }));
    const { file } = heading.origin;
    const deadline = deadlineFrom(options, resolved, terminal);
    const typed = textOption(options, "responsible");
    const responsible = typed === undefined ? undefined : typedParties(typed);
    const template = [
      ...(deadline === undefined ? own.template.slice(0, 2) : []),
      ...(responsible === undefined ? own.template.slice(2) : []),
    ];
    const amendment = readAmendment(resolved, options, terminal);
    const amendedBy = amendment === undefined ? undefined : amendmentEntry({ ...amendment, added: true });
    const text = addItem(file, {
      id,
      activity,
      responsible,
      deadline,
      amendedBy,
      corrected: textOption(options, "corrected"),
      template,
    });
    return applyEdit({ before, files: [{ path: file.source.path, text }] }, options, terminal);
  },
};
