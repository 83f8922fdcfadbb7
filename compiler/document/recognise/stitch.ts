import { phraseLanguageOf } from "../../phrase/languages.ts";
import { interpretPhrase } from "../../phrase/read.ts";
import { excerptOf, type AddNote } from "../report.ts";
import { cellText, type LogicalRow, type RoleCell } from "./logical-row.ts";
import type { ColumnRole } from "./columns.ts";
import { readNumber } from "./numbers.ts";

const roles: readonly ColumnRole[] = ["number", "activity", "deadline", "responsible", "form", "controlDeadline"];

/** Whether quotes or brackets are opened and not closed. */
function isOpen(text: string): boolean {
  const count = (pattern: RegExp): number => (text.match(pattern) ?? []).length;
  return count(/[«“„(]/g) > count(/[»”)]/g);
}

/** Words that no text ends with, so that what follows belongs to it. */
const dangling =
  /(?:^|\s)(?:в|во|на|о|об|от|с|со|и|к|ко|по|для|за|из|или|при|у|до|после|не|of|the|to|for|and|in|on|by|with|a)$|[,–-]$/i;

const lowercase = (text: string): boolean => /^[^\p{L}]*\p{Ll}/u.test(text);

/** Whether words are a deadline by themselves, also one of a period that is not defined. */
function isDeadline(text: string): boolean {
  const { fault } = interpretPhrase(text, { language: phraseLanguageOf(text) });
  return fault === undefined || fault.code === "unknown-period";
}

/** What a row without a number stands between. */
interface Neighbours {
  readonly above: LogicalRow;
  /** The last row with a number; a row without one can only stand below it. */
  readonly parent: LogicalRow | undefined;
  readonly next: LogicalRow | undefined;
  /** The rows of the table have numbers. */
  readonly isNumbered: boolean;
  /** Words in the column of activities alone head sections in this table. */
  readonly isHeading: boolean;
}

/** Whether a row is a heading of its own: 2.1.1 follows and 2.1 is not printed. */
function opensLevel({ next, parent }: Neighbours): boolean {
  const [following, before] = [next, parent].map((row) =>
    row === undefined ? undefined : readNumber(cellText(row, "number")),
  );
  if (following?.kind !== "numbers" || following.parts.at(-1) !== 1 || following.parts.length < 3) return false;
  const above = following.parts.slice(0, -1).join(".");
  return before?.kind !== "numbers" || before.parts.slice(0, following.parts.length - 1).join(".") !== above;
}

/** Whether a row that may stand below a heading has a deadline or a party of its own, not the rest of one. */
function hasOwnCells(row: LogicalRow, above: LogicalRow): boolean {
  const [deadline, before] = [cellText(row, "deadline"), cellText(above, "deadline")];
  if (deadline !== "")
    return before === "" || (isDeadline(deadline) && (isDeadline(before) || !isDeadline(`${before} ${deadline}`)));
  const [responsible, others] = [cellText(row, "responsible"), cellText(above, "responsible")];
  return responsible !== "" && (others === "" || !/^[«"(]|^\p{Ll}/u.test(responsible));
}

/**
 * Whether a row without a number continues the row above, divided by the end of a page: "certain" where it cannot be
 * a row of its own, "guessed" where it more likely is none. A row of its own stands below a heading with a colon and has a
 * deadline or somebody responsible, or it is a heading itself.
 */
function goesOn(row: LogicalRow, neighbours: Neighbours): "certain" | "guessed" | undefined {
  const { above, parent, isHeading, isNumbered } = neighbours;
  if (above.across !== undefined || row.across !== undefined || cellText(row, "number") !== "") return undefined;
  const [activity, before] = [cellText(row, "activity"), cellText(above, "activity")];
  if (activity === "") return roles.some((role) => cellText(row, role) !== "") ? "certain" : undefined;
  if (!row.afterBreak) return undefined;
  if (isOpen(before) || dangling.test(before)) return "certain";
  if (activity.startsWith("(")) return "guessed";
  if (!isNumbered) return lowercase(activity) && cellText(row, "deadline") === "" ? "guessed" : undefined;
  const italics = [row, above].map(({ cells }) => cells.activity?.italic ?? false);
  if (italics[0] !== italics[1]) return undefined;
  if (italics[0] && italics[1]) return "guessed";
  if (isHeading && row.alone && !lowercase(activity)) return undefined;
  if (!lowercase(activity) && opensLevel(neighbours)) return undefined;
  // Rows of one list begin alike: lower case below a capital letter continues the row.
  if (cellText(above, "number") === "" && lowercase(activity) && !lowercase(before)) return "guessed";
  const mayStandBelow =
    parent !== undefined && (cellText(parent, "activity").endsWith(":") || (parent.cells.activity?.italic ?? false));
  return mayStandBelow && hasOwnCells(row, above) ? undefined : "guessed";
}

const joined = (first: string, second: string, between = " "): string =>
  [first, second].filter((text) => text !== "").join(between);

/** The lines of both; the first of the rest goes on with the last before it. */
function joinedLines(first: RoleCell | undefined, rest: RoleCell): readonly string[] | undefined {
  if (first?.lines === undefined && rest.lines === undefined) return undefined;
  const [before, after] = [first?.lines ?? (first?.text ? [first.text] : []), rest.lines ?? [rest.text]];
  return [...before.slice(0, -1), joined(before.at(-1) ?? "", after[0] ?? ""), ...after.slice(1)];
}

function join(first: LogicalRow, second: LogicalRow): LogicalRow {
  // A row below a merged activity has a deadline of its own beside the first.
  const between = second.cells.activity?.below === true ? "; " : " ";
  const cells: Partial<Record<ColumnRole, RoleCell>> = { ...first.cells };
  for (const role of roles) {
    const [a, b] = [first.cells[role], second.cells[role]];
    if (b !== undefined && b.text !== "")
      cells[role] = {
        text: joined(a?.text ?? "", b.text, role === "deadline" ? between : " "),
        lines: joinedLines(a, b),
        italic: (a?.text ?? "") === "" ? b.italic : (a?.italic ?? false),
        below: false,
      };
  }
  return { ...first, cells, alone: false };
}

/** The rows, with those joined that the end of a page divided. */
export function stitch(rows: readonly LogicalRow[], addNote: AddNote): LogicalRow[] {
  const result: LogicalRow[] = [];
  /** Where the last row with a number stands. */
  let parent = -1;
  // Where numbers have levels, words alone may be the rest of a row or open a level.
  const isFlat = rows.every((row) => {
    const printed = readNumber(cellText(row, "number"));
    return printed?.kind !== "numbers" || printed.parts.length === 1;
  });
  const isHeading = isFlat && rows.some((row) => row.alone && !row.afterBreak && cellText(row, "number") === "");
  const isNumbered = rows.some((row) => cellText(row, "number") !== "");
  rows.forEach((row, index) => {
    const above = result.at(-1);
    const certainty =
      above && goesOn(row, { above, parent: result[parent], next: rows[index + 1], isHeading, isNumbered });
    if (certainty === undefined || above === undefined) {
      if (row.across !== undefined) parent = -1;
      else if (cellText(row, "number") !== "") parent = result.length;
      result.push(row);
      return;
    }
    const whole = join(above, row);
    result[result.length - 1] = whole;
    addNote({
      certainty,
      code: "row-stitched",
      values: { text: excerptOf(joined(cellText(whole, "number"), cellText(whole, "activity"))) },
    });
  });
  return result;
}
