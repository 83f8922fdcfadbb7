import { isoDate } from "../../calendar/day.ts";
import { amend, correct, isChangedLater, type AmendedCell, type NewAmendment } from "../../edit/amend.ts";
import type { Splice } from "../../edit/splice.ts";
import type { Item } from "../../generated/types.ts";
import type { Origin } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayOption, stringOption, textOption, type Options } from "../terminal/arguments.ts";
import { unknownName } from "./select-plan.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { defined } from "../../source/defined.ts";

const messagesByLanguage = {
  ru: {
    unknownAmendment: "изменяющего приказа «{name}» в order.yaml нет (amendments)",
    amendedLater:
      "пункт {item}: после приказа «{name}» эту же ячейку изменил более поздний приказ; назовите его или поправьте was в файле раздела",
  },
  en: {
    unknownAmendment: "order.yaml has no amendment “{name}” (amendments)",
    amendedLater:
      "item {item}: a later order has changed the same cell since “{name}”; name that one, or edit was in the section's file",
  },
};

export const amendmentOptions = {
  amendment: stringOption,
  corrected: stringOption,
  from: stringOption,
  retroactive: stringOption,
} as const;

/** What the usage of a command says of these options. */
export const amendmentUsage: Localized = {
  ru: `  --amendment ИМЯ   каким изменяющим приказом: имя из amendments в order.yaml (записать: srok amend)
  --corrected ТЕКСТ  приказа нет, ошиблись мы сами: что исправлено
  --from ДАТА       с какого дня действует, если не со дня приказа; прошедшие к нему даты не меняются
  --retroactive ТЕКСТ  слова приказа об обратной силе: меняются и прошедшие даты`,
  en: `  --amendment NAME  by which amending order: its id in amendments of order.yaml (to record it: srok amend)
  --corrected TEXT  there is no order, the mistake was ours: what is corrected
  --from DATE       from which day it acts, where that is not the order's; dates past by then do not change
  --retroactive TEXT  what the order says of acting backwards: past dates change too`,
};

/**
 * The amendment that the options name; undefined when they name none. Throws a UsageError for one that the order does
 * not list.
 */
export function readAmendment(
  { plan }: ResolvedPlan,
  options: Options,
  terminal: Terminal,
): Omit<NewAmendment, "cells"> | undefined {
  const own = messagesByLanguage[terminal.language];
  const order = textOption(options, "amendment");
  const from = dayOption(options, "from", terminal);
  const retroactive = textOption(options, "retroactive");
  if (order === undefined) {
    if (from === undefined && retroactive === undefined) return undefined;
    throw new UsageError(filled(terminal.messages.missingArgument, { name: "--amendment" }));
  }
  const known = (plan.order.data.amendments ?? []).map(({ id }) => id);
  if (!known.includes(order)) throw unknownName(own.unknownAmendment, order, { known }, terminal);
  return { order, ...defined({ from: from === undefined ? undefined : isoDate(from), retroactive }) };
}

/** What an amending order changes: a row of a plan, and the cell of it that an edit is about to write. */
export interface AmendedRow {
  readonly plan: ResolvedPlan;
  readonly cell?: AmendedCell;
}

/**
 * The marks that an edit follows from the amending order of `--amendment`, with the cell that it changes as it is now, and
 * that it corrects a mistake of ours (`--corrected`), at the row of a place; none without these options. Throws a UsageError
 * for an amendment that the order does not list, and for a cell that a later order has changed since.
 */
export function amendedBy(
  { file, path }: Origin,
  { plan, cell }: AmendedRow,
  options: Options,
  terminal: Terminal,
): Splice[] {
  const amendment = readAmendment(plan, options, terminal);
  const corrected = textOption(options, "corrected");
  const row = path.slice(0, 2);
  const data = (file.data as { readonly items: readonly Item[] }).items[Number(row[1])]!;
  const corrections = corrected === undefined ? [] : correct(file, row, data, corrected);
  if (amendment === undefined) return corrections;
  if (cell !== undefined && isChangedLater(data, amendment.order, cell))
    throw new UsageError(
      filled(messagesByLanguage[terminal.language].amendedLater, { item: data.id, name: amendment.order }),
    );
  return [...corrections, ...amend(file, row, data, { ...amendment, cells: cell === undefined ? [] : [cell] })];
}
