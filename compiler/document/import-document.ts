import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Series } from "../load/workspace.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { draftPlan, type Draft } from "./draft/draft.ts";
import { slugOf } from "./draft/slug.ts";
import { withoutYear } from "./draft/year.ts";
import { readDocument, type SourceFormat } from "./read/read-document.ts";
import { DocumentError } from "./read/document-error.ts";
import type { ChosenColumns } from "./recognise/columns.ts";
import { yearsOf, type DatingSetting } from "./draft/dated.ts";
import { languageOfRows, seriesPolicies } from "./draft/series.ts";
import { recognise, type RecognisedPlan } from "./recognise/recognise.ts";
import type { Note } from "./report.ts";

/** The calendar and the rules of a series, by their names, and the years that its plan touches. */
export interface PolicyAsked {
  readonly calendar: string;
  readonly rules: string;
  readonly language: LanguageCode;
  readonly years: readonly number[];
}

/** What is imported, and into which series. */
export interface ImportOptions {
  /** The name of the file, for messages and to distinguish CSV from text. */
  readonly name: string;
  readonly year?: number | undefined;
  /** The slug of a series; without it the series with the plan's title, else a new one. */
  readonly series?: string | undefined;
  /** All series of the workspace. */
  readonly known: readonly Series[];
  /** What deadlines are dated by; without it the proof has no days. */
  readonly policy?: DatingSetting["policy"] | undefined;
  /** Gives that by what the plan's series says, or a new one would; not asked where it is given. */
  readonly policyFor?: ((asked: PolicyAsked) => DatingSetting["policy"] | undefined) | undefined;
  /** Columns chosen by hand. */
  readonly columns?: ChosenColumns | undefined;
}

/** A draft with the notes on what was read, guessed and left out. */
export interface Imported {
  readonly draft: Draft;
  readonly plan: RecognisedPlan;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly notes: readonly Note[];
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The series of a plan: the one in the options, else the one with its title. */
function seriesFor(
  title: string | undefined,
  { series, known }: ImportOptions,
  addNote: (note: Note) => void,
): { readonly series: Series | undefined; readonly slug: string } {
  if (series !== undefined) return { series: known.find(({ data }) => data.slug === series), slug: series };
  const found =
    title === undefined ? undefined : known.find(({ data }) => squeezed(data.title) === squeezed(withoutYear(title)));
  if (found !== undefined) {
    addNote({ certainty: "certain", code: "series-matched", values: { series: found.data.slug } });
    return { series: found, slug: found.data.slug };
  }
  return { series: undefined, slug: slugOf(withoutYear(title ?? ""), "new-plan") };
}

/** What the deadlines of a document are dated by. */
function policyOf(
  plan: RecognisedPlan,
  series: Series | undefined,
  { policy, policyFor, year }: ImportOptions,
): DatingSetting["policy"] | undefined {
  if (policy !== undefined || policyFor === undefined) return policy;
  const language = series?.data.language ?? languageOfRows(plan);
  const { calendar, rules } = series?.data ?? seriesPolicies[language];
  const years = plan.bounds === undefined || year !== undefined ? [year ?? []].flat() : yearsOf(plan.bounds);
  return policyFor({ calendar, rules, language, years });
}

/**
 * Reads a plan's document and drafts its YAML: bytes → blocks → order, abbreviations, rows → parties, rules, files. The value is
 * undefined, with a diagnostic, when the document cannot be read or holds no plan; nothing is thrown for what a file contains.
 */
export function importDocument(
  bytes: Uint8Array,
  options: ImportOptions,
): Outcome<Imported | undefined> & { readonly text: string } {
  const notes: Note[] = [];
  const addNote = (note: Note): void => void notes.push(note);
  let text = "";
  const refused = (error: DocumentError): { value: undefined; diagnostics: Diagnostic[]; text: string } => ({
    value: undefined,
    diagnostics: [error.toDiagnostic(options.name, text)],
    text,
  });
  try {
    const document = readDocument(bytes, options.name);
    text = document.text;
    const plan = recognise(document.blocks, addNote, options.columns);
    const { series, slug } = seriesFor(plan.order["plan-title"], options, addNote);
    return {
      value: {
        draft: draftPlan(plan, { year: options.year, series, slug, policy: policyOf(plan, series, options) }, addNote),
        plan,
        format: document.format,
        encoding: document.encoding,
        notes,
      },
      diagnostics: [],
      text,
    };
  } catch (error) {
    if (error instanceof DocumentError) return refused(error);
    throw error;
  }
}
