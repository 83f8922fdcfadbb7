import type { CellName } from "../official-document.ts";
import type { RawRow, RawTable } from "../read/blocks.ts";

export type Role = "number" | "activity" | CellName;

/** How the columns of a plan are called, in Russian and in English; the first that fits a heading decides. */
const headings: readonly { readonly role: Role; readonly pattern: RegExp }[] = [
  {
    role: "controlDeadline",
    pattern:
      /(срок|дата|период)[^]*контрол|контрол[^]*(срок|дата)|(deadline|date|due)[^]*(control|check)|(control|check)[^]*(deadline|date|due)/i,
  },
  {
    role: "form",
    pattern:
      /(форм|вид|способ|мер)\p{L}*[^]*контрол|контрол[^]*(форм|вид|способ)|^контроль$|form of (control|checking)|^(control|check)$/iu,
  },
  { role: "number", pattern: /^(№|n°|no\b|nr\b|#|номер(?!а)|п\s*\/\s*п|number)/i },
  { role: "responsible", pattern: /ответствен|исполнител|кто (исполня|отвеча)|responsib|owner|in charge/i },
  { role: "deadline", pattern: /срок|дата|период|deadline|due|when/i },
  { role: "activity", pattern: /мероприят|наименован|содержан|действи|работ|activit|measure|task|what/i },
];

/** The columns that a plan cannot do without. */
export const neededRoles = ["number", "activity", "deadline", "responsible"] as const satisfies readonly Role[];
/** How each is called in messages. */
export const roleTerms = {
  number: "column-number",
  activity: "column-activity",
  deadline: "column-deadline",
  responsible: "column-responsible",
} as const;

/** Where each role stands on the grid: the first column and the one after the last. */
export interface Columns {
  readonly places: ReadonlyMap<Role, { readonly from: number; readonly to: number; readonly heading: string }>;
  /** Headings that mean none of the roles. */
  readonly others: readonly { readonly from: number; readonly heading: string }[];
  /** How many rows the headings take. */
  readonly rows: number;
}

interface Heading {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Headings of one row, or of two where the upper ones span those below («Контроль»: «форма», «срок»). */
function headingsOf(rows: readonly RawRow[], count: 1 | 2): Heading[] {
  const top = rows[0]!.cells.map(({ column, span, text }) => ({ from: column, to: column + span, text }));
  if (count === 1) return top;
  const bottom = (rows[1]?.cells ?? []).map(({ column, span, text }) => ({ from: column, to: column + span, text }));
  const split = bottom.map((below) => {
    const above = top.find(({ from, to }) => below.from >= from && below.from < to);
    return { ...below, text: [above?.text, below.text].filter(Boolean).join(" ") };
  });
  return split.length >= top.length ? split : top;
}

function columnsOf(found: readonly Heading[], rows: number): Columns {
  const places = new Map<Role, { from: number; to: number; heading: string }>();
  const others: { from: number; heading: string }[] = [];
  const taken = new Set<Heading>();
  for (const { role, pattern } of headings) {
    const heading = found.find(
      (candidate) => !taken.has(candidate) && candidate.text !== "" && pattern.test(candidate.text),
    );
    if (heading === undefined) continue;
    taken.add(heading);
    places.set(role, { from: heading.from, to: heading.to, heading: heading.text });
  }
  for (const heading of found)
    if (!taken.has(heading) && heading.text !== "") others.push({ from: heading.from, heading: heading.text });
  return { places, others, rows };
}

/** How many rows may stand above the headings of a table (a title, a line of numbers). */
const above = 3;

/** The headings of a plan's table, and the row they stand in; undefined where no row looks like them. */
export function findColumns({ rows }: RawTable): { readonly columns: Columns; readonly at: number } | undefined {
  for (let at = 0; at < Math.min(rows.length, above + 1); at++) {
    if (rows[at]!.cells.some(({ text }) => text.length > 200)) continue;
    const one = columnsOf(headingsOf(rows.slice(at), 1), 1);
    const spans =
      rows[at]!.cells.some(({ span, text }) => span > 1 && text !== "") &&
      rows[at]!.cells.length > 1 &&
      rows[at + 1]?.cells.every(({ text }) => text.length < 120);
    const two = spans && rows[at + 1] !== undefined ? columnsOf(headingsOf(rows.slice(at), 2), 2) : undefined;
    const columns = two !== undefined && two.places.size > one.places.size ? two : one;
    if (columns.places.has("activity") && columns.places.size >= 3) return { columns, at };
  }
  return undefined;
}
