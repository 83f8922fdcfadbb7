import type { LanguageCode } from "../../locale/languages.ts";
import { phraseLanguageOf } from "../../phrase/languages.ts";
import { phraseOf } from "../../phrase/write.ts";
import type { DatedDeadline } from "../draft/dated.ts";
import { deadlineWords, sectionContext, type DeadlineWords } from "../draft/deadline-words.ts";
import type { Imported } from "../import-document.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";
import { isBlank } from "../recognise/cell-kinds.ts";
import { doublesText, questionText, reasonText } from "./proof-wording.ts";

/** A stretch of days of a deadline; `time` and `timeTo` are HH:MM in the plan's zone. */
export interface ProofWindow {
  readonly start: string | null;
  readonly end: string;
  readonly time?: string | undefined;
  readonly timeTo?: string | undefined;
  readonly conditional?: string | undefined;
}

export interface ProofDeadline {
  /** As printed; the cells of two ends with « / » between them. */
  readonly text: string;
  readonly state: DatedDeadline["state"] | "none";
  readonly windows: readonly ProofWindow[];
  readonly certain: boolean;
  /** The rule in words, where it is another than what is printed. */
  readonly phrase?: string | undefined;
  readonly question?: string | undefined;
  /** Why it is to be checked, where nothing is asked. */
  readonly reason?: string | undefined;
}

/** A row as printed beside what was understood of it. */
export interface ProofRow {
  readonly id: string;
  readonly number: string | null;
  /** The heading of its section, as printed; null where the table has none. */
  readonly section: string | null;
  readonly activity: string;
  /** The cell of those responsible, as printed. */
  readonly responsibleText: string;
  readonly responsible: readonly string[];
  /** null: the cell is empty. */
  readonly deadline: ProofDeadline | null;
  /** What the check of the draft says of the row. */
  readonly remarks?: readonly string[] | undefined;
}

export interface ProofQuestion {
  /** The row it is about. */
  readonly row?: string;
  readonly text: string;
}

/** A document beside what was understood of it, in its order. */
export interface Proof {
  readonly title: string | null;
  readonly bounds: { readonly from: string; readonly to: string };
  readonly columns: readonly string[];
  readonly rows: readonly ProofRow[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly questions: readonly ProofQuestion[];
}

function windowsOf({ windows, clock }: DatedDeadline): ProofWindow[] {
  return windows.map(({ start, end, conditional }) => ({
    start,
    end,
    time: clock?.time,
    timeTo: clock?.to,
    conditional,
  }));
}

function deadlineOf(
  row: PlanRow,
  words: DeadlineWords | undefined,
  dated: DatedDeadline | undefined,
  language: LanguageCode,
): ProofDeadline | null {
  if (words === undefined) {
    const blank = [row.cells.deadline, row.time ?? ""].find((text) => text !== "");
    return blank === undefined ? null : { text: blank, state: "none", windows: [], certain: true };
  }
  const text = isBlank(words.printed) ? (row.time ?? "") : words.printed;
  if (dated === undefined) return { text, state: "unclear", windows: [], certain: false };
  const of = phraseLanguageOf(text);
  const writing = { language: of, event: { ru: "события", en: "the event" }[of] };
  // What lasts as long as the plan is said by its state; a phrase would call it a year.
  const phrase = dated.rule === undefined || dated.state === "continuous" ? undefined : phraseOf(dated.rule, writing);
  return {
    text,
    state: dated.state,
    windows: windowsOf(dated),
    certain: dated.certain,
    phrase,
    reason: dated.question === undefined && !dated.certain ? reasonText(words.because, language) : undefined,
    question: dated.question && questionText(dated.question, language),
  };
}

/** Sets a document beside what was understood of it, and what a check of the draft says of its rows, by their ids. */
export function proofOf(
  { plan, draft, notes }: Imported,
  language: LanguageCode,
  remarks: ReadonlyMap<string, readonly string[]> = new Map(),
): Proof {
  const title = plan.order["plan-title"] ?? null;
  const { bounds, parties, dated } = draft;
  const byId = new Map<string, PlanRow>(plan.sections.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
  const label = new Map(parties.all.map(({ id, label: name }) => [id, name]));
  const rows = plan.sections.flatMap(({ section, rows: own }) => {
    const context = sectionContext(section.printed, title ?? "", bounds);
    return own.map((row): ProofRow => {
      // A row that is merged with another whole has that one's cells.
      const source = (row.sameCellsAs === undefined ? undefined : byId.get(row.sameCellsAs)) ?? row;
      return {
        id: row.id,
        number: row.number,
        section: section.printed ?? null,
        activity: row.activity,
        responsibleText: source.cells.responsible,
        responsible: parties.inCell(source.cells.responsible).map((id) => label.get(id) ?? id),
        deadline: deadlineOf(source, deadlineWords(source, context), dated.get(source.id), language),
        remarks: remarks.get(row.id),
      };
    });
  });
  const used = new Set(rows.flatMap(({ responsible }) => responsible));
  const doubles = notes.filter(({ code }) => code === "party-doubles");
  return {
    title,
    bounds,
    columns: plan.headings,
    rows,
    parties: parties.all.filter(({ label: name }) => used.has(name)).map(({ id, label: name }) => ({ id, name })),
    questions: [
      ...rows.flatMap(({ id, deadline }) =>
        deadline?.question === undefined ? [] : [{ row: id, text: deadline.question }],
      ),
      ...doubles.map(({ values }) => ({
        text: doublesText(String(values["first"]), String(values["second"]), language),
      })),
    ],
  };
}
