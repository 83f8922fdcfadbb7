import type { Block, RawParagraph, RawTable } from "../read/blocks.ts";
import { DocumentError } from "../read/document-error.ts";
import { excerptOf, type AddNote } from "../report.ts";
import { boundsIn, calendarYear, type IsoBounds } from "./bounds.ts";
import { isTemporal } from "./cell-kinds.ts";
import {
  hasDeadline,
  isPlan,
  officialColumns,
  requiredRoles,
  roleTerms,
  type ChosenColumns,
  type Columns,
} from "./columns.ts";
import { columnsByCells, findColumns } from "./find-columns.ts";
import { readGlossary, type RecognisedGlossary } from "./glossary.ts";
import { numberRows, type RecognisedSection } from "./item-ids.ts";
import { cellText, logicalRows, type LogicalRow } from "./logical-row.ts";
import { mergeCells, type PlanRow } from "./merged-cells.ts";
import { readNumber } from "./numbers.ts";
import { readOrder, type RecognisedOrder } from "./order.ts";
import { beginsTitle } from "./plan-title.ts";
import { stitch } from "./stitch.ts";

/** The parts of a plan as its document has them, word for word. */
export interface RecognisedPlan {
  readonly order: RecognisedOrder;
  readonly glossary: RecognisedGlossary | undefined;
  /** The headings of the six columns; undefined where a column is not there. */
  readonly columns: readonly string[] | undefined;
  /** All headings of the table, as printed. */
  readonly headings: readonly string[];
  /** What the plan holds for, and whether its title says so; undefined where nothing does. */
  readonly bounds: (IsoBounds & { readonly certain: boolean }) | undefined;
  readonly sections: readonly { readonly section: RecognisedSection; readonly rows: readonly PlanRow[] }[];
}

interface PlanTable {
  readonly table: RawTable;
  readonly columns: Columns;
  readonly at: number;
}

const firstWords = ({ rows }: RawTable): string =>
  excerptOf(
    rows[0]?.cells
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join(" · ") ?? "",
  );

/** How many tables a refusal shows the beginning of. */
const mostSeen = 5;

/** What headings were seen, for a refusal that shows them. */
const seenHeadings = (tables: readonly RawTable[]): string =>
  tables.slice(0, mostSeen).map(firstWords).join(" | ") || "–";

/** A table that goes on with the one before it without headings of its own. */
function continues(table: RawTable, last: PlanTable): boolean {
  const width = ({ rows }: RawTable): number => Math.max(...rows.map(({ cells }) => cells.length));
  return width(table) === width(last.table);
}

/** The tables of the plan: those that have its columns, and those that go on with them. */
function findTables(blocks: readonly Block[], chosen: ChosenColumns, addNote: AddNote): PlanTable[] {
  const tables = blocks.filter((block): block is RawTable => block.kind === "table");
  const found: PlanTable[] = [];
  const candidates: PlanTable[] = [];
  for (const table of tables) {
    const own = findColumns(table, chosen);
    if (own !== undefined) candidates.push({ table, ...own });
    const last = found.at(-1);
    if (own !== undefined && isPlan(own.columns)) found.push({ table, ...own });
    else if (own === undefined && last !== undefined && continues(table, last))
      found.push({ table, columns: { ...last.columns, rows: 0 }, at: 0 });
  }
  if (found.length > 0) return found;
  for (const table of tables) {
    const columns = columnsByCells(table);
    if (columns === undefined) continue;
    addNote({ certainty: "guessed", code: "columns-by-cells", values: {} });
    return [{ table, columns, at: 0 }];
  }
  const best = candidates.toSorted((a, b) => b.columns.places.size - a.columns.places.size)[0];
  if (best === undefined)
    throw new DocumentError("document-no-table", {
      columns: { terms: requiredRoles.map((role) => roleTerms[role]), all: true },
      seen: seenHeadings(tables),
    });
  const missing = requiredRoles.filter((role) =>
    role === "deadline" ? !hasDeadline(best.columns) : !best.columns.places.has(role),
  );
  throw new DocumentError(
    "document-columns",
    {
      columns: { terms: missing.map((role) => roleTerms[role]), all: true },
      seen: best.columns.all.map(({ heading }) => heading).join(" · "),
    },
    best.table.rows[best.at]?.at,
  );
}

const numberKey = (row: LogicalRow): string => {
  const printed = readNumber(cellText(row, "number"));
  return printed?.kind === "numbers" ? printed.parts.join(".") : "";
};

/** The longest heading that stands between two tables. */
const longestHeading = 160;

/** The words that stand alone between two tables of a plan: the heading of the rows below. */
function headingBefore(blocks: readonly Block[], table: RawTable): RawParagraph | undefined {
  const at = blocks.indexOf(table);
  const [heading, before] = [blocks[at - 1], blocks[at - 2]];
  if (heading?.kind !== "paragraph" || heading.text.length > longestHeading) return undefined;
  return before === undefined || before.kind === "table" || !beginsTitle(heading.lines[0]!) ? heading : undefined;
}

/** A row across the table, made of a heading that stands above it. */
const headingRow = ({ text, at }: RawParagraph): LogicalRow => ({
  cells: {},
  across: text,
  alone: false,
  at,
  afterBreak: false,
});

interface Gathered {
  readonly rows: LogicalRow[];
  /** Headings that stand between the tables. */
  readonly headings: ReadonlySet<Block>;
}

/** All rows of the plan, those of further tables after the first's. A table below another title of a plan is another plan. */
function gatherRows(tables: readonly PlanTable[], blocks: readonly Block[], addNote: AddNote): Gathered {
  const rows: LogicalRow[] = [];
  const headings = new Set<Block>();
  let repeats = 0;
  let other = false;
  tables.forEach(({ table, columns, at }, index) => {
    if (other) return;
    const read = logicalRows(table, columns, at);
    const heading = tables.length > 1 ? headingBefore(blocks, table) : undefined;
    const isTitle = heading !== undefined && beginsTitle(heading.lines[0]!);
    const between =
      index > 0 && heading !== undefined && blocks.indexOf(heading) > blocks.indexOf(tables[index - 1]!.table);
    if (index > 0) {
      const taken = new Set(rows.map(numberKey));
      const again = read.rows.map(numberKey).find((key) => key !== "" && taken.has(key));
      if (again !== undefined && (!between || isTitle)) {
        addNote({ certainty: "left", code: "table-second-plan", values: { number: again, count: read.rows.length } });
        other = true;
        return;
      }
      addNote({ certainty: "certain", code: "table-continued", values: { count: read.rows.length } });
    }
    if (heading !== undefined && !isTitle && (between || index === 0)) {
      const follows = tables[index + 1];
      const next = follows === undefined ? undefined : headingBefore(blocks, follows.table);
      // The first table has a heading of its own where those after it have one.
      if (index > 0 || (next !== undefined && blocks.indexOf(next) > blocks.indexOf(table))) {
        rows.push(headingRow(heading));
        headings.add(heading);
        addNote({ certainty: "guessed", code: "heading-between", values: { text: excerptOf(heading.text) } });
      }
    }
    repeats += read.repeats + (index > 0 ? 1 : 0);
    rows.push(
      ...read.rows.map((row, position) =>
        index > 0 && position === 0 && !between ? { ...row, afterBreak: true } : row,
      ),
    );
  });
  if (repeats > 0) addNote({ certainty: "certain", code: "heading-repeated", values: { count: repeats } });
  return { rows, headings };
}

function noteColumns({ columns }: PlanTable, addNote: AddNote): readonly string[] | undefined {
  const taken = ["deadline", "start", "end"] as const;
  const deadline = taken.map((role) => columns.places.get(role)?.heading ?? "").find((heading) => heading !== "");
  for (const { heading } of columns.otherDeadlines)
    addNote({ certainty: "guessed", code: "deadline-column", values: { taken: deadline ?? "", left: heading } });
  for (const { heading } of columns.others)
    addNote({ certainty: "left", code: "column-left", values: { text: heading } });
  const headings = officialColumns.map((role) => columns.places.get(role)?.words);
  return headings.every((heading) => heading !== undefined && heading !== "") ? (headings as string[]) : undefined;
}

/** A table of a few cells before the plan's only places words side by side: requisites, a signature, the approval block. */
const layoutSize = { rows: 6, columns: 4 } as const;

function layoutLines({ rows }: RawTable): RawParagraph[] {
  if (rows.length > layoutSize.rows || rows.some(({ cells }) => cells.length > layoutSize.columns)) return [];
  return rows.flatMap(({ cells, at }): RawParagraph[] => {
    const text = cells
      .map((cell) => cell.text)
      .filter((words) => words !== "")
      .join("\t");
    return text === "" ? [] : [{ kind: "paragraph", text, lines: [text], at }];
  });
}

/** How far above the table words that are no title may say what the plan holds for. */
const nearest = 3;

/** What the plan holds for, as its title says; else the order's title, the words above the table, the year it was approved in. */
function planBounds(order: RecognisedOrder, before: readonly Block[]): RecognisedPlan["bounds"] {
  const titles = [order["plan-title"], order.title].map((title) => title && boundsIn(title));
  const named = titles.find((bounds): bounds is IsoBounds => typeof bounds === "object");
  if (named !== undefined) return { ...named, certain: named === titles[0] };
  const lines = before.flatMap((block) => (block.kind === "paragraph" ? block.lines : [])).slice(-nearest);
  const near = lines
    .filter((line) => isTemporal(line))
    .map(boundsIn)
    .find((bounds) => bounds !== undefined);
  if (near !== undefined) return { ...near, certain: false };
  return order.date === undefined ? undefined : { ...calendarYear(Number(order.date.slice(0, 4))), certain: false };
}

/**
 * Recognises the order, the abbreviations and the rows of the plan in a document's blocks.
 * @throws DocumentError where there is no table of a plan, or its columns or numbers are not those of one
 */
export function recognise(
  blocks: readonly Block[],
  addNote: AddNote,
  chosen: ChosenColumns = new Map(),
): RecognisedPlan {
  const tables = findTables(blocks, chosen, addNote);
  const main = tables[0]!;
  const before = blocks.slice(0, blocks.indexOf(main.table));
  const columns = noteColumns(main, addNote);
  const { glossary, used } = readGlossary(before);
  if (glossary === undefined) addNote({ certainty: "left", code: "glossary-none", values: {} });
  else addNote({ certainty: "certain", code: "glossary-read", values: { count: glossary.terms.length } });
  const { rows: gathered, headings } = gatherRows(tables, blocks, addNote);
  const around = before
    .filter((block) => !used.has(block) && !headings.has(block))
    .map((block) => ({ block, paragraphs: block.kind === "paragraph" ? [block] : layoutLines(block) }));
  const order = readOrder(
    around.flatMap(({ paragraphs }) => paragraphs),
    addNote,
  );
  const rows = stitch(gathered, addNote);
  if (rows.every((row) => row.across !== undefined))
    throw new DocumentError("document-no-rows", {}, main.table.rows[main.at]?.at);
  const sections = mergeCells(numberRows(rows, order["plan-title"] ?? "…", addNote), main.table.knowsMerges, addNote);
  addNote({
    certainty: "certain",
    code: "table-read",
    values: { count: sections.reduce((sum, { rows: own }) => sum + own.length, 0), sections: sections.length },
  });
  for (const block of blocks) {
    if (
      used.has(block) ||
      headings.has(block) ||
      tables.some(({ table }) => table === block) ||
      around.some((each) => each.block === block && each.paragraphs.length > 0)
    )
      continue;
    if (block.kind === "table")
      addNote({ certainty: "left", code: "table-left", values: { count: block.rows.length, text: firstWords(block) } });
    else addNote({ certainty: "left", code: "line-left", values: { text: excerptOf(block.text) } });
  }
  return {
    order,
    glossary,
    columns,
    headings: main.columns.all.map(({ heading }) => heading),
    bounds: planBounds(order, before),
    sections,
  };
}
