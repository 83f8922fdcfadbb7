import type { Block, RawParagraph, RawTable } from "../read/blocks.ts";
import { Trouble } from "../read/trouble.ts";
import { excerptOf, type Tell } from "../report.ts";
import { findColumns, neededRoles, roleTerms, type Columns } from "./columns.ts";
import { readGlossary, type ReadGlossary } from "./glossary.ts";
import { numberRows, type ReadSection } from "./item-ids.ts";
import { cellText, logicalRows, type LogicalRow } from "./logical-row.ts";
import { mergeCells, type PlanRow } from "./merged-cells.ts";
import { readNumber } from "./numbers.ts";
import { readOrder, type ReadOrder } from "./order.ts";
import { stitch } from "./stitch.ts";

/** A plan as its document has it, part by part, word for word. */
export interface ReadPlan {
  readonly order: ReadOrder;
  readonly glossary: ReadGlossary | undefined;
  /** The headings of the six columns; undefined where a column is not there. */
  readonly columns: readonly string[] | undefined;
  readonly sections: readonly { readonly section: ReadSection; readonly rows: readonly PlanRow[] }[];
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

function isPlan({ columns }: PlanTable): boolean {
  return neededRoles.every((role) => columns.places.has(role));
}

/** The tables of the plan: the first that has its columns, and those like it that go on with its numbers. */
function findTables(blocks: readonly Block[]): PlanTable[] {
  const candidates = blocks.flatMap((table): PlanTable[] => {
    const found = table.kind === "table" ? findColumns(table) : undefined;
    return found === undefined ? [] : [{ table: table as RawTable, ...found }];
  });
  const whole = candidates.filter(isPlan);
  if (whole.length > 0) return whole;
  const best = candidates.toSorted((a, b) => b.columns.places.size - a.columns.places.size)[0];
  if (best === undefined)
    throw new Trouble("document-no-table", {
      columns: { terms: neededRoles.map((role) => roleTerms[role]), all: true },
    });
  const missing = neededRoles.filter((role) => !best.columns.places.has(role));
  throw new Trouble(
    "document-columns",
    { columns: { terms: missing.map((role) => roleTerms[role]), all: true } },
    best.table.rows[best.at]?.at,
  );
}

const numberKey = (row: LogicalRow): string => {
  const printed = readNumber(cellText(row, "number"));
  return printed?.kind === "numbers" ? printed.parts.join(".") : "";
};

/** All rows of the plan, those of further tables after the first's, as long as they do not begin anew. */
function gatherRows(tables: readonly PlanTable[], tell: Tell): LogicalRow[] {
  const rows: LogicalRow[] = [];
  let repeats = 0;
  tables.forEach(({ table, columns, at }, index) => {
    const read = logicalRows(table, columns, at);
    if (index > 0) {
      const taken = new Set(rows.map(numberKey));
      const again = read.rows.map(numberKey).find((key) => key !== "" && taken.has(key));
      if (again !== undefined) {
        tell({ certainty: "left", code: "table-second-plan", values: { number: again, count: read.rows.length } });
        return;
      }
      tell({ certainty: "certain", code: "table-continued", values: { count: read.rows.length } });
    }
    repeats += read.repeats + (index > 0 ? 1 : 0);
    rows.push(...read.rows.map((row, position) => (index > 0 && position === 0 ? { ...row, afterBreak: true } : row)));
  });
  if (repeats > 0) tell({ certainty: "certain", code: "heading-repeated", values: { count: repeats } });
  return rows;
}

const columnOrder = ["number", "activity", "deadline", "responsible", "form", "controlDeadline"] as const;

function tellColumns({ columns }: PlanTable, tell: Tell): readonly string[] | undefined {
  for (const { heading } of columns.others) tell({ certainty: "left", code: "column-left", values: { text: heading } });
  const headings = columnOrder.map((role) => columns.places.get(role)?.heading);
  return headings.every((heading) => heading !== undefined) ? headings : undefined;
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

/**
 * Makes out the order, the abbreviations and the rows of the plan in a document's blocks.
 * @throws Trouble where there is no table of a plan, or its columns or numbers are not those of one
 */
export function recognise(blocks: readonly Block[], tell: Tell): ReadPlan {
  const tables = findTables(blocks);
  const main = tables[0]!;
  const before = blocks.slice(0, blocks.indexOf(main.table));
  const columns = tellColumns(main, tell);
  const { glossary, used } = readGlossary(before);
  if (glossary === undefined) tell({ certainty: "left", code: "glossary-none", values: {} });
  else tell({ certainty: "certain", code: "glossary-read", values: { count: glossary.terms.length } });
  const around = before
    .filter((block) => !used.has(block))
    .map((block) => ({ block, paragraphs: block.kind === "paragraph" ? [block] : layoutLines(block) }));
  const order = readOrder(
    around.flatMap(({ paragraphs }) => paragraphs),
    tell,
  );
  const rows = stitch(gatherRows(tables, tell), tell);
  if (rows.every((row) => row.across !== undefined))
    throw new Trouble("document-no-rows", {}, main.table.rows[main.at]?.at);
  const sections = mergeCells(numberRows(rows, order["plan-title"] ?? "…", tell), main.table.knowsMerges, tell);
  tell({
    certainty: "certain",
    code: "table-read",
    values: { count: sections.reduce((sum, { rows: own }) => sum + own.length, 0), sections: sections.length },
  });
  for (const block of blocks) {
    if (
      used.has(block) ||
      tables.some(({ table }) => table === block) ||
      around.some((each) => each.block === block && each.paragraphs.length > 0)
    )
      continue;
    if (block.kind === "table")
      tell({ certainty: "left", code: "table-left", values: { count: block.rows.length, text: firstWords(block) } });
    else tell({ certainty: "left", code: "line-left", values: { text: excerptOf(block.text) } });
  }
  return { order, glossary, columns, sections };
}
