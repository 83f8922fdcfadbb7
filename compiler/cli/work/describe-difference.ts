import { isError } from "../../compile.ts";
import type { Difference } from "../../diff/change.ts";
import { compare } from "../../diff/compare.ts";
import type { PlanTexts } from "../../diff/entries.ts";
import { escapeMarkdown } from "../../diff/escape-markdown.ts";
import { findingsOfChange, type CheckedPlan } from "../../diff/findings-of-change.ts";
import { renderFindingsMarkdown } from "../../diff/render-findings.ts";
import { diffJson } from "../../diff/render-json.ts";
import { markdownLimit, renderDiffMarkdown } from "../../diff/render-markdown.ts";
import { renderDiffText } from "../../diff/render-text.ts";
import { diffMessages, diffView } from "../../diff/view.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { findingsJson, printFindings, summary, type Findings } from "./findings.ts";

/** How a comparison is written; the first is the default. */
export const diffFormats = ["text", "md", "json"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** The most that findings take up of a comment, in characters: the tables below them need the rest. */
const findingsLimit = Math.floor(markdownLimit / 3);

function errorsText(findings: Findings, format: DiffFormat, terminal: Terminal): string {
  if (format === "json") return findingsJson(findings, terminal);
  printFindings(findings, terminal);
  return summary(findings, terminal);
}

const changedFiles = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();

/** Two states of a plan, each compiled with its drafts. */
export interface Compared {
  readonly before: Findings;
  readonly after: Findings;
  /** The later state held against its ledgers of publications. */
  readonly held?: Findings;
}

/** The findings that a comment shows, under its own heading: of a plan that cannot be compared all errors, else those that concern the change. */
function findingsAbove(
  { before, after, held = after }: Compared,
  differences: readonly Difference[],
  { language }: Terminal,
): string {
  const { errors: headErrors, findings: headFindings } = diffMessages[language];
  const errors = after.diagnostics.filter(isError);
  const checked = ({ value, diagnostics }: Findings): CheckedPlan => ({ workspace: value.workspace, diagnostics });
  const concerned = findingsOfChange(checked(before), checked(after), differences);
  const broken = held.diagnostics.filter((diagnostic) => !after.diagnostics.includes(diagnostic));
  const shown = [...new Set([...errors, ...concerned, ...broken])];
  const heading = errors.length > 0 ? headErrors(errors.length) : headFindings;
  return renderFindingsMarkdown(heading, shown, held.texts, language, findingsLimit);
}

/** A comparison as a comment: what was found in what it touches, then what it does. */
function differenceMarkdown(compared: Compared, terminal: Terminal): string {
  const { before, after } = compared;
  const { language } = terminal;
  const messages = diffMessages[language];
  if (after.diagnostics.some(isError)) return findingsAbove(compared, [], terminal);
  if (before.diagnostics.some(isError))
    return [findingsAbove(compared, [], terminal), `### ${messages.baseErrors}`].filter(Boolean).join("\n\n");
  const differences = compare(before.value.plans, after.value.plans);
  const above = findingsAbove(compared, differences, terminal);
  const texts: PlanTexts = { before: before.texts, after: after.texts };
  const views = differences.map((difference) => diffView(difference, texts, language)).filter(({ empty }) => !empty);
  const room = Math.floor((markdownLimit - above.length) / Math.max(1, views.length));
  const below =
    views.length === 0
      ? [`### ${messages.title}\n\n${escapeMarkdown(nothingMoves(texts, terminal))}`]
      : views.map((view) => renderDiffMarkdown(view, language, room));
  return [above, ...below].filter((text) => text !== "").join("\n\n");
}

function nothingMoves({ before, after }: PlanTexts, { language }: Terminal): string {
  const { nothing, filesOnly } = diffMessages[language];
  const files = changedFiles(before, after);
  return files.length === 0 ? nothing : `${nothing} ${filesOnly(files.join(", "))}`;
}

/** A comparison of two plans without errors for a terminal. */
function differenceText({ before, after }: Compared, terminal: Terminal): string {
  const { language, paint } = terminal;
  const texts: PlanTexts = { before: before.texts, after: after.texts };
  const views = compare(before.value.plans, after.value.plans)
    .map((difference) => diffView(difference, texts, language))
    .filter(({ empty }) => !empty);
  return views.length === 0
    ? nothingMoves(texts, terminal)
    : views.map((view) => renderDiffText(view, language, paint)).join("\n\n");
}

/** The text of a comparison, and its exit status: 1 where the later state has errors. */
export function describeDifference(
  compared: Compared,
  format: DiffFormat,
  terminal: Terminal,
): { text: string; status: number } {
  const { before, after } = compared;
  const failed = after.diagnostics.some(isError);
  if (format === "md") return { text: differenceMarkdown(compared, terminal), status: failed ? 1 : 0 };
  if (failed) return { text: errorsText(after, format, terminal), status: 1 };
  const texts: PlanTexts = { before: before.texts, after: after.texts };
  const comparable = !before.diagnostics.some(isError);
  if (format === "json") {
    const data = comparable
      ? diffJson(compare(before.value.plans, after.value.plans), texts)
      : { series: [], base: "errors" };
    return { text: JSON.stringify(data, null, comparable ? 1 : undefined), status: 0 };
  }
  return {
    text: comparable ? differenceText(compared, terminal) : diffMessages[terminal.language].baseErrors,
    status: 0,
  };
}
