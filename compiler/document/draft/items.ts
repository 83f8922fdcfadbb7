import type { Control, Deadline, Item } from "../../generated/types.ts";
import { folded } from "../read/blocks.ts";
import { isBlank } from "../recognise/cell-kinds.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";
import type { AddNote } from "../report.ts";
import type { DatedDeadline } from "./dated.ts";
import type { DeadlineWords } from "./deadline-words.ts";
import type { DraftParties } from "./parties.ts";
import type { PreviousYear } from "./previous.ts";
import type { Rows } from "./rows.ts";
import type { RuleReader } from "./rules.ts";
import { defined } from "../../source/defined.ts";

/** Deadlines as days. */
export interface Dating {
  /** What words mean, kept as the deadline of a row where its id is given. */
  date(words: DeadlineWords, row?: string): DatedDeadline;
  /** The rule of a phrase, where the plan's bounds give it the days that were found. */
  rule(phrase: string, dated: DatedDeadline): Deadline | undefined;
  /** Days as a rule that names each; undefined where they are none or too many. */
  explicit(windows: DatedDeadline["windows"]): Deadline | undefined;
  /** Whether the words of a cell, read in the plan, say its rule; where they do not, somebody has to compare the two. */
  agrees(text: string, rule: Deadline): boolean;
}

/** What the items of a draft are made with. */
export interface ItemSetting {
  readonly rows: Rows;
  readonly parties: DraftParties;
  readonly rules: RuleReader;
  readonly previous: PreviousYear;
  readonly addNote: AddNote;
  /** The words that a row's deadline is read by. */
  readonly wordsOf: (row: PlanRow) => DeadlineWords | undefined;
  /** What words mean in the plan's bounds; undefined where no calendar was given. */
  readonly dating: Dating | undefined;
  /** The plan's bounds are a calendar year, which is what rules are read in. */
  readonly isCalendarYear: boolean;
}

/** The key `number`, where the printed number is not the id with a dot. */
const printedNumber = ({ id, number }: PlanRow): Pick<Item, "number"> => {
  const expected = id.includes("-") ? null : `${id}.`;
  return number === expected ? {} : { number };
};

/** The words of a cell and their rule: that of the last year's same words, else what the words say. */
function controlDeadlineOf(row: PlanRow, setting: ItemSetting): Deadline | undefined {
  const { rules, previous } = setting;
  const text = row.cells.controlDeadline;
  if (isBlank(text)) return undefined;
  const rule = previous.ruleLike(row, "control");
  const dated = setting.dating?.date({ printed: text, phrase: text, clock: undefined });
  const bounded = dated && inBounds(text, text, dated, setting);
  if (bounded !== undefined) return { text, ...bounded, ...(dated!.certain ? {} : { review: true as const }) };
  return { text, ...rules.read(text, row, rule && { rule, item: previous.itemLike(row)!.id }) };
}

/**
 * The deadline as printed, with what it means. In a plan of no calendar year a rule stands only where the plan gives it the days
 * that the words mean.
 */
function deadlineOf(row: PlanRow, setting: ItemSetting): Deadline | undefined {
  const { rules, previous } = setting;
  const words = setting.wordsOf(row);
  if (words === undefined) return undefined;
  const text = printedDeadline(row);
  const carried = previous.ruleLike(row, "deadline");
  const dated = setting.dating?.date(words, row.id);
  const asked = dated !== undefined && !dated.certain;
  const changed = words.because !== undefined || words.clock !== undefined;
  if (words.ends !== undefined)
    return { text, ...((dated && setting.dating?.explicit(dated.windows)) ?? { external: text }), review: true };
  const bounded = dated && inBounds(words.phrase, text, dated, setting);
  if (bounded !== undefined) return { text, ...bounded, ...(asked || changed ? { review: true as const } : {}) };
  if (words.phrase === "") return { text, external: text, review: true };
  const rule = rules.read(words.phrase, row, carried && { rule: carried, item: previous.itemLike(row)!.id });
  return { text, ...rule, ...((asked && carried === undefined) || changed ? { review: true as const } : {}) };
}

/** A deadline whose words do not say its rule is to be looked at. */
const marked = (deadline: Deadline | undefined, { dating }: ItemSetting): Deadline | undefined =>
  deadline === undefined || dating === undefined || dating.agrees(deadline.text ?? "", deadline)
    ? deadline
    : { ...deadline, review: true };

/** What has days, or is to be asked for them, in a plan of no calendar year; undefined where the words say it all. */
function inBounds(
  phrase: string,
  text: string,
  dated: DatedDeadline,
  { dating, isCalendarYear }: ItemSetting,
): Deadline | undefined {
  if (isCalendarYear || dating === undefined) return undefined;
  if (dated.state === "unclear") return { external: text, review: true };
  if (dated.state !== "dated") return undefined;
  const rule = dating.rule(phrase, dated);
  return rule ?? { ...(dating.explicit(dated.windows) ?? { external: text }), review: true };
}

/** The words of a deadline in one line, whatever columns they stand in. */
function printedDeadline({ cells, ends, time }: PlanRow): string {
  if (ends === undefined) return [cells.deadline, time ?? ""].filter((text) => !isBlank(text)).join(", ");
  return [ends.start, ends.end].filter((text) => !isBlank(text)).join(" – ");
}

/** The words as the document breaks their lines, where they are all that the cell prints. */
const asBroken = (text: string, lines: string | undefined): string =>
  lines !== undefined && folded(lines) === text ? lines : text;

/** A deadline in the lines of its cell. */
const inLines = (deadline: Deadline | undefined, lines: string | undefined): Deadline | undefined =>
  deadline?.text === undefined || lines === undefined
    ? deadline
    : { ...deadline, text: asBroken(deadline.text, lines) };

function controlOf(row: PlanRow, setting: ItemSetting): Control | undefined {
  const form = asBroken(row.cells.form, row.lines.form);
  const deadline = marked(inLines(controlDeadlineOf(row, setting), row.lines.controlDeadline), setting);
  if (form === "" && deadline === undefined) return undefined;
  const before = setting.previous.itemLike(row)?.control;
  const reading =
    before?.["party-reading"] !== undefined && folded(before.deadline?.text ?? "") === folded(deadline?.text ?? "")
      ? { "party-reading": before["party-reading"] }
      : {};
  if (form !== "") return { form, ...defined({ deadline }), ...reading };
  const owner = setting.rows.above(row.id).find(({ cells }) => cells.form !== "");
  if (owner !== undefined)
    setting.addNote({ certainty: "guessed", code: "control-without-form", values: { owner: owner.id }, item: row.id });
  return { ...defined({ deadline, "control-of": owner?.id }), ...reading };
}

/** What an editor had added to the same words: a short form, slips, a note, a reading of the party. */
function carriedOver(row: PlanRow, responsible: readonly string[], { previous }: ItemSetting): Partial<Item> {
  const before = previous.itemLike(row);
  if (before === undefined) return {};
  const words = [
    row.activity,
    row.cells.deadline,
    row.cells.form,
    row.cells.controlDeadline,
    row.cells.responsible,
    row.number ?? "",
  ];
  const slips = before.slips?.filter(({ text }) => words.some((cell) => cell.includes(text)));
  const { short, name, note } = folded(before.activity) === row.activity ? before : ({} as Partial<Item>);
  return defined({
    short,
    name,
    "party-reading": before.responsible?.join() === responsible.join() ? before["party-reading"] : undefined,
    slips: slips?.length === 0 ? undefined : slips,
    note,
  });
}

/**
 * The words of the cell where they are read into its parties; else the parties that were made out, with the words beside
 * them, line by line.
 */
function responsibleCell(lines: string, ids: readonly string[], parties: DraftParties): Partial<Item> {
  if (ids.length === 0) return {};
  const cell = lines.replaceAll("\n", " ");
  // What is written is the words; the type is that of an item that was loaded.
  if (lines === cell && parties.readsAs(cell, ids)) return { responsible: cell as unknown as string[] };
  return {
    responsible: [...ids],
    ...(lines === cell && parties.spells(cell, ids) ? {} : { "responsible-text": lines }),
  };
}

/** A row as an item of the plan: verbatim words, parties, rules. */
export function draftItem(row: PlanRow, setting: ItemSetting): Item {
  const { parties } = setting;
  // A row without words stays in its place; the check reports it.
  if (row.activity === "") setting.addNote({ certainty: "left", code: "row-without-words", values: {}, item: row.id });
  const base = {
    id: row.id,
    ...printedNumber(row),
    ...(row.heading ? { heading: true as const } : {}),
    ...(row.activity === "" ? {} : { activity: asBroken(row.activity, row.lines.activity) }),
  } as Item;
  const responsible = parties.inCell(row.cells.responsible);
  const carried = carriedOver(row, responsible, setting);
  const { short, name, ...rest } = carried;
  const named = { ...base, ...defined({ short, name }) };
  if (row.sameCellsAs !== undefined) return { ...named, "same-cells-as": row.sameCellsAs, ...rest };
  const deadline = marked(inLines(deadlineOf(row, setting), row.lines.deadline), setting);
  const control = controlOf(row, setting);
  if (responsible.length > 0)
    setting.addNote({
      certainty: parties.spells(row.cells.responsible, responsible) ? "certain" : "guessed",
      code: "parties-read",
      values: { text: row.cells.responsible.replaceAll("\n", " "), labels: parties.labels(responsible) },
      item: row.id,
    });
  return {
    ...named,
    ...defined({ deadline }),
    ...responsibleCell(row.cells.responsible, responsible, parties),
    ...defined({ control }),
    ...rest,
  };
}
