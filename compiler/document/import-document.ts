import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Series } from "../load/workspace.ts";
import { draftPlan, type Draft } from "./draft/draft.ts";
import { slugOf } from "./draft/slug.ts";
import { withoutYear } from "./draft/year.ts";
import { readDocument, type SourceFormat } from "./read/read-document.ts";
import { Trouble } from "./read/trouble.ts";
import type { ChosenColumns } from "./recognise/columns.ts";
import type { DatingSetting } from "./draft/dated.ts";
import { recognise, type ReadPlan } from "./recognise/recognise.ts";
import type { Note } from "./report.ts";

/** What is imported, and into which series. */
export interface ImportOptions {
  /** The name of the file, for messages and for telling CSV from text. */
  readonly name: string;
  readonly year?: number | undefined;
  /** The slug of a series; without it the series with the plan's title, else a new one. */
  readonly series?: string | undefined;
  /** The series there are. */
  readonly known: readonly Series[];
  /** What deadlines are dated by; without it the proof has no days. */
  readonly policy?: DatingSetting["policy"] | undefined;
  /** Columns chosen by hand. */
  readonly columns?: ChosenColumns | undefined;
}

/** A draft with the report of what was read, guessed and left. */
export interface Imported {
  readonly draft: Draft;
  readonly plan: ReadPlan;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly notes: readonly Note[];
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The series that a plan belongs to: the one asked for, else the one of its title. */
function seriesFor(
  title: string | undefined,
  { series, known }: ImportOptions,
  tell: (note: Note) => void,
): { readonly series: Series | undefined; readonly slug: string } {
  if (series !== undefined) return { series: known.find(({ data }) => data.slug === series), slug: series };
  const found =
    title === undefined ? undefined : known.find(({ data }) => squeezed(data.title) === squeezed(withoutYear(title)));
  if (found !== undefined) {
    tell({ certainty: "certain", code: "series-matched", values: { series: found.data.slug } });
    return { series: found, slug: found.data.slug };
  }
  return { series: undefined, slug: slugOf(withoutYear(title ?? ""), "new-plan") };
}

/**
 * Reads a plan's document and drafts its YAML: bytes → blocks → order, abbreviations, rows → parties, rules, files. Never
 * throws for what a file contains; the value is undefined when there is no plan in it.
 */
export function importDocument(
  bytes: Uint8Array,
  options: ImportOptions,
): Outcome<Imported | undefined> & { readonly text: string } {
  const notes: Note[] = [];
  const tell = (note: Note): void => void notes.push(note);
  let text = "";
  const refused = (trouble: Trouble): { value: undefined; diagnostics: Diagnostic[]; text: string } => ({
    value: undefined,
    diagnostics: [trouble.toDiagnostic(options.name, text)],
    text,
  });
  try {
    const document = readDocument(bytes, options.name);
    text = document.text;
    const plan = recognise(document.blocks, tell, options.columns);
    const { series, slug } = seriesFor(plan.order["plan-title"], options, tell);
    return {
      value: {
        draft: draftPlan(plan, { year: options.year, series, slug, policy: options.policy }, tell),
        plan,
        format: document.format,
        encoding: document.encoding,
        notes,
      },
      diagnostics: [],
      text,
    };
  } catch (error) {
    if (error instanceof Trouble) return refused(error);
    throw error;
  }
}
