import { isoDate } from "../../calendar/day.ts";
import { amend, isChangedLater, type AmendedCell, type NewAmendment } from "../../edit/amend.ts";
import type { Splice } from "../../edit/splice.ts";
import type { Item } from "../../generated/types.ts";
import type { ParsedFile, Path } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayOption, stringOption, textOption, type Options } from "../terminal/arguments.ts";
import { unknownName } from "./select-plan.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";

export const amendmentOptions = { amendment: stringOption, from: stringOption, retroactive: stringOption } as const;

/** What the usage of a command says of these options. */
export const amendmentUsage: Localized = {
  ru: `  --amendment ИМЯ   каким изменяющим приказом: имя из amendments в order.yaml (записать: srok amend)
  --from ДАТА       с какого дня действует, если не со дня приказа; прошедшие к нему даты не меняются
  --retroactive ТЕКСТ  слова приказа об обратной силе: меняются и прошедшие даты`,
  en: `  --amendment NAME  by which amending order: its id in amendments of order.yaml (to record it: srok amend)
  --from DATE       from which day it acts, where that is not the order's; dates past by then do not change
  --retroactive TEXT  what the order says of acting backwards: past dates change too`,
};

/** The amendment that the options name; undefined when they name none. */
export function readAmendment(
  { plan }: ResolvedPlan,
  options: Options,
  terminal: Terminal,
): Omit<NewAmendment, "cell"> | undefined {
  const messages = editMessages[terminal.language];
  const order = textOption(options, "amendment");
  const from = dayOption(options, "from", terminal);
  const retroactive = textOption(options, "retroactive");
  if (order === undefined) {
    if (from === undefined && retroactive === undefined) return undefined;
    throw new UsageError(filled(messages.needsOption, { name: "--amendment" }));
  }
  const known = (plan.order.data.amendments ?? []).map(({ id }) => id);
  if (!known.includes(order)) throw unknownName(messages.unknownAmendment, order, known, terminal);
  return {
    order,
    ...(from === undefined ? {} : { from: isoDate(from) }),
    ...(retroactive === undefined ? {} : { retroactive }),
  };
}

/**
 * The mark that an edit follows from an amending order (`--amendment`), at the row that a path leads into, with the cell
 * that it changes as it is now.
 */
export function amendedBy(
  file: ParsedFile,
  inside: Path,
  plan: ResolvedPlan,
  options: Options,
  terminal: Terminal,
  cell?: AmendedCell,
): Splice[] {
  const amendment = readAmendment(plan, options, terminal);
  if (amendment === undefined) return [];
  const row = inside.slice(0, 2);
  const data = (file.data as { readonly items: readonly Item[] }).items[Number(row[1])]!;
  if (cell !== undefined && isChangedLater(data, amendment.order, cell))
    throw new UsageError(
      filled(editMessages[terminal.language].amendedLater, { item: data.id, name: amendment.order }),
    );
  return amend(file, row, data, { ...amendment, cell });
}
