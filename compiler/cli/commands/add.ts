import { isoDate } from "../../calendar/day.ts";
import { addItem } from "../../edit/add-item.ts";
import { ruleMeant } from "../../edit/fill-wording.ts";
import { dayText } from "../../edit/move.ts";
import type { Written } from "../../edit/scalar.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import { dayOption, readArguments, textOption, type Options } from "../terminal/arguments.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { carryOut, editOptions, needed, readForEditing } from "../work/apply-edit.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { obstacleText } from "../work/complete-deadlines.ts";
import { filled } from "../messages/messages.ts";

/** The rule that the words of a deadline mean, where they can mean one thing only. */
function readRule(text: string, { series, plan }: ResolvedPlan, terminal: Terminal): Readonly<Record<string, Written>> {
  const rule = ruleMeant(text, { year: plan.year, names: namesOf(series, plan) });
  if ("kind" in rule)
    throw new UsageError(
      filled(editMessages[terminal.language].textUnread, { text, why: obstacleText(rule, terminal) }),
    );
  return rule as Readonly<Record<string, Written>>;
}

/** The deadline that the options give; undefined when they give none. */
function deadlineFrom(
  options: Options,
  resolved: ResolvedPlan,
  terminal: Terminal,
): Readonly<Record<string, Written>> | undefined {
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

/** `srok add ITEM --activity TEXT`: a new row where its number puts it, with lines to go on from. */
export const add: Command = (words, terminal) => {
  const say = editMessages[terminal.language];
  const string = { type: "string" } as const;
  const { options, positionals } = readArguments(
    words,
    { ...editOptions, activity: string, responsible: string, text: string, until: string, on: string },
    ["ITEM"],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(say.help.add), 0);
  const activity = needed(options, "activity", terminal);
  const findings = readForEditing(options, terminal);
  if (findings === undefined) return 1;
  const resolved = choosePlan(findings.value.plans, options, terminal);
  const id = positionals[0]!.replace(/\.$/, "");
  if (resolved.byId.has(id)) throw new UsageError(filled(say.itemExists, { item: id }));
  const section = id.split(/[.-]/)[0]!;
  const heading = resolved.plan.sections.find(({ data }) => data.id === section);
  if (heading === undefined) throw new UsageError(filled(say.noSection, { section }));
  const { file } = heading.origin;
  const deadline = deadlineFrom(options, resolved, terminal);
  const responsible = textOption(options, "responsible")
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const template = [
    ...(deadline === undefined ? say.template.slice(0, 2) : []),
    ...(responsible === undefined ? say.template.slice(2) : []),
  ];
  const after = addItem(file, { id, activity, responsible, deadline, template });
  return carryOut([{ path: file.source.path, before: file.source.text, after }], options, terminal);
};
