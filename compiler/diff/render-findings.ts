import { severityOf } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { describe, inReadingOrder, severityWord } from "../diagnostics/render.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { positionAt } from "../source/span.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { diffMessages } from "./view.ts";

/** The lines that fit into a number of characters, and how many are left out where some do not. */
function fitting(lines: readonly string[], limit: number, language: LanguageCode): string[] {
  const kept: string[] = [];
  let room = limit;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) return [...kept, `- ${diffMessages[language].more(lines.length - kept.length)}`];
    kept.push(line);
  }
  return kept;
}

/**
 * Findings as a list for a comment, under a heading: what stops a publication first; what is only good to know is folded away.
 * About `limit` characters at most, the rest counted; empty without findings.
 */
export function renderFindingsMarkdown(
  heading: string,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  language: LanguageCode,
  limit: number,
): string {
  const line = (diagnostic: Diagnostic): string => {
    const { message, hint } = describe(diagnostic, language);
    const { file, start } = diagnostic.span;
    const place = `${escapeMarkdown(file)}:${positionAt(texts.get(file) ?? "", start).line}`;
    const said = escapeMarkdown(hint === undefined ? message : `${message}. ${hint}`);
    return `- **${severityWord[severityOf(diagnostic.code)][language]}** <code>${place}</code> ${said}`;
  };
  const ordered = inReadingOrder(diagnostics);
  const notes = ordered.filter(({ code }) => severityOf(code) === "info").map(line);
  const lines = ordered.filter(({ code }) => severityOf(code) !== "info").map(line);
  if (ordered.length === 0) return "";
  const folded = [`<details><summary>${diffMessages[language].notes(notes.length)}</summary>`, ""];
  return [
    `### ${heading}`,
    "",
    ...fitting(lines, limit * 0.7, language),
    ...(notes.length === 0 ? [] : ["", ...folded, ...fitting(notes, limit * 0.3, language), "", "</details>"]),
  ].join("\n");
}
