/** A draft of a proposal as its page shows it: every text ready, nothing but data. */
import { capitalised } from "../source/capitalised.ts";
import { isError } from "../compile.ts";
import { severityOf } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { describe } from "../diagnostics/render.ts";
import { diffView, type PartySection } from "../diff/view.ts";
import { positionAt } from "../source/span.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { conflictText, operationText } from "./describe.ts";
import type { Desk } from "./desk.ts";
import { judge } from "./judge.ts";
import { proposalMessages } from "./messages.ts";
import type { Proposal } from "./proposal.ts";

/** Where words stand in a file: its path from the folder of the series, line and column from 1. */
export interface PlaceOfWords {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

/** A finding as a line: what, what to write instead, where. */
export interface FindingView {
  readonly severity: "error" | "warning" | "info";
  readonly text: string;
  readonly at: PlaceOfWords;
}

/** What a draft would do. */
export interface DraftView {
  readonly operations: readonly {
    readonly text: string;
    readonly state: "applied" | "already" | "conflict";
    readonly conflict: string | null;
  }[];
  /** What is in the way of the basis. */
  readonly basis: string | null;
  readonly findings: readonly FindingView[];
  /** Whether it can be proposed: without errors and conflicts. */
  readonly fits: boolean;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly parties: readonly PartySection[];
}

/** How a finding is accepted in the files: the page has an explanation for it. */
const inFiles = /\baccept\b/;

/** What to do about a finding for who fills in a form: where it may stay, that is told in the explanation. */
function hintForForm(hint: string, language: LanguageCode): string {
  const [parts, kept] = [hint.split("; "), hint.split("; ").filter((part) => !inFiles.test(part))];
  return parts.length === kept.length ? hint : [...kept, proposalMessages(language).asItStands].join("; ");
}

function findingView(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  { language, files }: Desk,
  written: ReadonlySet<string>,
): FindingView {
  const { file: whole, start, end } = diagnostic.span;
  const file = whole.startsWith(files.folder) ? whole.slice(files.folder.length) : whole;
  const all = texts.get(whole) ?? "";
  const { message, hint: ofFiles } = describe(diagnostic, language);
  const hint = ofFiles === undefined || written.has(file) ? ofFiles : hintForForm(ofFiles, language);
  return {
    severity: severityOf(diagnostic.code),
    text: hint === undefined ? capitalised(message) : `${capitalised(message)}. ${capitalised(hint)}`,
    at: { file, ...positionAt(all, start), words: all.slice(start, end) },
  };
}

/** What keeps the plan on the desk from being published as it is: nothing can be counted on top of that. */
export const faultsOn = (desk: Desk): readonly FindingView[] =>
  desk.base.diagnostics.filter(isError).map((each) => findingView(each, desk.base.texts, desk, new Set()));

/** Judges a draft and words what it does; `before` are the texts that it changes. */
export function draftView(desk: Desk, proposal: Proposal): DraftView {
  const { base, language } = desk;
  const { applied, after, errors, findings, differences } = judge(base, proposal)!;
  const texts = { before: base.texts, after: after.texts };
  const views = differences.map((difference) => diffView(difference, texts, language)).filter(({ empty }) => !empty);
  const written = new Set(proposal.operations.flatMap((each) => (each.op === "text" ? [each.file] : [])));
  const own = applied.operations.flatMap(({ conflict }) => conflict ?? []);
  const basis = applied.conflicts.find((conflict) => !own.includes(conflict));
  return {
    operations: applied.operations.map(({ operation, state, conflict }) => ({
      text: operationText(operation, language),
      state,
      conflict: conflict === undefined ? null : conflictText(conflict, language),
    })),
    basis: basis === undefined ? null : conflictText(basis, language),
    findings: [...errors, ...findings].map((each) => findingView(each, after.texts, desk, written)),
    fits: errors.length === 0 && applied.conflicts.length === 0 && applied.files.length > 0,
    summary: views.map(({ summary }) => summary).join(" "),
    notes: views.flatMap(({ notes }) => notes),
    parties: views.flatMap(({ parties }) => parties),
  };
}
