import { excerptOf, type Tell } from "../report.ts";
import { cellText, type LogicalRow, type RoleCell } from "./logical-row.ts";
import type { Role } from "./columns.ts";

const roles: readonly Role[] = ["number", "activity", "deadline", "responsible", "form", "controlDeadline"];

/** Quotes and brackets that are opened and not closed. */
function isOpen(text: string): boolean {
  const count = (pattern: RegExp): number => (text.match(pattern) ?? []).length;
  return count(/[«“„(]/g) > count(/[»”)]/g);
}

/** Words that a text does not end with: what follows belongs to it. */
const dangling = /(?:^|\s)(?:в|во|на|о|об|от|с|со|и|к|ко|по|для|за|из|или|при|у|до|после|не|of|the|to|for|and|in|on|by|with|a)$|[,–-]$/i;

const lowercase = (text: string): boolean => /^[^\p{L}]*\p{Ll}/u.test(text);
const complete = (text: string): boolean => /[.:;!?»)]$/.test(text);

/**
 * Whether a row without a number goes on with the row above, cut in two by the end of a page: "certain" where it cannot be
 * a row of its own, "guessed" where it more likely is none.
 */
function goesOn(row: LogicalRow, above: LogicalRow | undefined): "certain" | "guessed" | undefined {
  if (above === undefined || above.across !== undefined || row.across !== undefined || cellText(row, "number") !== "") return undefined;
  const activity = cellText(row, "activity");
  if (activity === "") return roles.some((role) => cellText(row, role) !== "") ? "certain" : undefined;
  if (!row.afterBreak) return undefined;
  const before = cellText(above, "activity");
  if (isOpen(before)) return "certain";
  if (before.endsWith(":") || (row.cells.activity?.italic ?? false) !== (above.cells.activity?.italic ?? false)) return undefined;
  if (dangling.test(before)) return "certain";
  // A row of its own has a deadline or somebody responsible; the rest of a torn one has them only where they were torn too.
  const own = (["deadline", "responsible"] as const).filter((role) => cellText(row, role) !== "");
  if (own.length === 0) return lowercase(activity) || !complete(before) ? "guessed" : undefined;
  const torn = own.every((role) => lowercase(cellText(row, role)) && (dangling.test(cellText(above, role)) || isOpen(cellText(above, role))));
  return torn && lowercase(activity) ? "guessed" : undefined;
}

/** A word that was hyphenated at the end of a page is one word again only where the mark was a soft one; what is printed stays. */
const joined = (first: string, second: string): string => [first, second].filter((text) => text !== "").join(" ");

function join(first: LogicalRow, second: LogicalRow): LogicalRow {
  const cells: Partial<Record<Role, RoleCell>> = { ...first.cells };
  for (const role of roles) {
    const [a, b] = [first.cells[role], second.cells[role]];
    if (b !== undefined && b.text !== "") cells[role] = { text: joined(a?.text ?? "", b.text), italic: (a?.text ?? "") === "" ? b.italic : (a?.italic ?? false), below: false };
  }
  return { ...first, cells };
}

/** The rows with those that a page's end had cut in two made whole again. */
export function stitch(rows: readonly LogicalRow[], tell: Tell): LogicalRow[] {
  const result: LogicalRow[] = [];
  for (const row of rows) {
    const above = result.at(-1);
    const certainty = goesOn(row, above);
    if (certainty === undefined || above === undefined) {
      result.push(row);
      continue;
    }
    const whole = join(above, row);
    result[result.length - 1] = whole;
    tell({ certainty, code: "row-stitched", values: { text: excerptOf(joined(cellText(whole, "number"), cellText(whole, "activity"))) } });
  }
  return result;
}
