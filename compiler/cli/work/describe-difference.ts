import { isError } from "../../compile.ts";
import { compare } from "../../diff/compare.ts";
import type { PlanTexts } from "../../diff/entries.ts";
import { escapeMarkdown } from "../../diff/escape-markdown.ts";
import { diffJson } from "../../diff/render-json.ts";
import { markdownLimit, renderDiffMarkdown } from "../../diff/render-markdown.ts";
import { renderDiffText } from "../../diff/render-text.ts";
import { diffMessages, diffView } from "../../diff/view.ts";
import { describe, inReadingOrder } from "../../diagnostics/render.ts";
import { positionAt } from "../../source/span.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { findingsJson, printFindings, summary, type Findings } from "./findings.ts";

/** How a comparison is written; the first is the default. */
export const diffFormats = ["text", "md", "json"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** What is said of a plan that cannot be compared because it has errors. */
function errorsMarkdown(findings: Findings, terminal: Terminal): string {
  const errors = inReadingOrder(findings.diagnostics.filter(isError));
  const lines = errors.slice(0, 50).map((diagnostic) => {
    const { message, hint } = describe(diagnostic, terminal.language);
    const { line } = positionAt(findings.texts.get(diagnostic.span.file) ?? "", diagnostic.span.start);
    return `- <code>${escapeMarkdown(diagnostic.span.file)}:${line}</code> ${escapeMarkdown(hint === undefined ? message : `${message}. ${hint}`)}`;
  });
  return [
    `### ${diffMessages[terminal.language].errors(errors.length)}`,
    "",
    ...lines,
    ...(errors.length > lines.length
      ? [`- ${diffMessages[terminal.language].more(errors.length - lines.length)}`]
      : []),
  ].join("\n");
}

function errorsText(findings: Findings, format: DiffFormat, terminal: Terminal): string {
  if (format === "md") return errorsMarkdown(findings, terminal);
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
}

/** The text of a comparison, and its exit status: 1 where the later state has errors. */
export function describeDifference(
  { before, after }: Compared,
  format: DiffFormat,
  terminal: Terminal,
): { text: string; status: number } {
  const { language, paint } = terminal;
  const messages = diffMessages[language];
  const texts: PlanTexts = { before: before.texts, after: after.texts };
  if (after.diagnostics.some(isError)) return { text: errorsText(after, format, terminal), status: 1 };
  if (before.diagnostics.some(isError))
    return {
      text:
        format === "json"
          ? JSON.stringify({ series: [], base: "errors" })
          : `${format === "md" ? "### " : ""}${messages.baseErrors}`,
      status: 0,
    };
  const differences = compare(before.value.plans, after.value.plans);
  if (format === "json") return { text: JSON.stringify(diffJson(differences, texts), null, 1), status: 0 };
  const views = differences.map((difference) => diffView(difference, texts, language)).filter(({ empty }) => !empty);
  const files = changedFiles(texts.before, texts.after);
  if (views.length === 0) {
    const note = files.length === 0 ? "" : ` ${messages.filesOnly(files.join(", "))}`;
    return {
      text:
        format === "md"
          ? `### ${messages.title}\n\n${escapeMarkdown(`${messages.nothing}${note}`)}`
          : `${messages.nothing}${note}`,
      status: 0,
    };
  }
  return {
    text: views
      .map((view) =>
        format === "md"
          ? renderDiffMarkdown(view, language, Math.floor(markdownLimit / views.length))
          : renderDiffText(view, language, paint),
      )
      .join("\n\n"),
    status: 0,
  };
}
