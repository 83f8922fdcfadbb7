import type { LanguageCode } from "../locale/languages.ts";
import type { OrderFile } from "../generated/types.ts";
import type { PlanItem } from "../load/workspace.ts";
import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { ownerOfCell, type MergedCell } from "../resolve/resolver/merged-cells.ts";
import { documentWording } from "./document-wording.ts";
import { datedWords, editionOf, marksOf } from "./edition.ts";
import {
  cellNames,
  inBrackets,
  type CellName,
  type DocumentCell,
  type DocumentRow,
  type OfficialDocument,
} from "./official-document.ts";

/** The key of a row that holds the text of a printed cell. */
const writtenIn: Readonly<Record<CellName, MergedCell>> = {
  deadline: "deadline",
  responsible: "responsible",
  form: "control",
  controlDeadline: "control",
};

const ownerOf = (plan: ResolvedPlan, item: ResolvedItem, cell: MergedCell): PlanItem =>
  ownerOfCell(item.source, cell, (id) => plan.byId.get(id)?.source);

function textOf(plan: ResolvedPlan, item: ResolvedItem, cell: CellName): string {
  const { withdrawn } = item;
  if (withdrawn !== null)
    return cell === "deadline"
      ? [documentWording[plan.series.data.language].withdrawn, withdrawn.reason].join(": ")
      : "";
  if (cell === "deadline") return item.deadline?.text ?? "";
  if (cell === "form") return item.control?.form ?? "";
  if (cell === "controlDeadline") return item.control?.deadline?.text ?? "";
  const labels = new Map(plan.series.parties.map(({ data }) => [data.id, data.label]));
  return (
    ownerOf(plan, item, "responsible").data["responsible-text"] ??
    item.responsible.map((id) => labels.get(id) ?? id).join(", ")
  );
}

/** A cell that serves the merged rows directly below it; in a merged row further down its text is repeated. */
function cellOf(plan: ResolvedPlan, items: readonly ResolvedItem[], index: number, cell: CellName): DocumentCell {
  const served = (at: number): PlanItem | undefined =>
    items[at] === undefined || items[at].withdrawn !== null ? undefined : ownerOf(plan, items[at], writtenIn[cell]);
  const text = textOf(plan, items[index]!, cell);
  const owner = served(index);
  if (owner === undefined || text === "") return { text, rows: 1 };
  if (owner !== items[index]!.source && served(index - 1) === owner) return { text, rows: 0 };
  let rows = 1;
  while (served(index + rows) === owner) rows += 1;
  return { text, rows };
}

function rowOf(plan: ResolvedPlan, items: readonly ResolvedItem[], index: number): DocumentRow {
  const item = items[index]!;
  const { activity, heading = false } = item.source.data;
  const cells = Object.fromEntries(cellNames.map((name) => [name, cellOf(plan, items, index, name)])) as Record<
    CellName,
    DocumentCell
  >;
  return { number: item.number ?? "", activity, heading, marks: marksOf(item, plan), cells };
}

function approvalOf(order: OrderFile, language: LanguageCode): string[] {
  const wording = documentWording[language];
  const kind = wording.kinds[order.kind.toLowerCase()];
  const approved = wording.approved.find(({ title }) => title.test(order["plan-title"]))?.text;
  const dated = datedWords(order, language);
  if (kind === undefined) return [wording.annex, `${order.kind} ${dated}`];
  return approved === undefined ? [wording.annex, `${kind.to} ${dated}`] : [approved, `${kind.by} ${dated}`];
}

/**
 * The official document of a plan, in the edition that its data holds: where orders have amended it, it says so at its head and at
 * each row that they changed. Every word comes from the data, cells are merged as its rows say.
 */
export function composeDocument(plan: ResolvedPlan): OfficialDocument {
  const { language, document: printing } = plan.series.data;
  const order = plan.plan.order.data;
  const edition = editionOf(plan);
  const sections = plan.plan.sections.map(({ data }) => {
    const items = plan.items.filter((item) => item.section === data.id);
    return { heading: `${data.number}. ${data.title}`, rows: items.map((_, index) => rowOf(plan, items, index)) };
  });
  const { title, terms } = plan.series.glossary.data;
  return {
    language,
    order,
    letterhead: printing?.letterhead ?? [],
    dateInFigures: printing?.["date-in-figures"] ?? false,
    hasOrder: plan.plan.hasOrder,
    edition,
    approval: [
      ...(plan.plan.hasOrder ? approvalOf(order, language) : []),
      ...(edition === null ? [] : [inBrackets(edition.line)]),
    ],
    glossary: { title, terms: terms.map(({ term, meaning }) => ({ term, meaning })) },
    title: order["plan-title"],
    columns: order.columns ?? documentWording[language].columns,
    sections,
  };
}
