import { compile, isError, type Compiled, type CompileOptions } from "../../compile.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import type { Diagnostic, Outcome, Severity } from "../../diagnostics/diagnostic.ts";
import { describe, diagnosticJson, inReadingOrder, render, renderForGithub } from "../../diagnostics/render.ts";
import { counted, languages } from "../../locale/languages.ts";
import { positionAt, type SourceFile } from "../../source/span.ts";
import { numberOption, type Options } from "../terminal/arguments.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";
import { withShipped } from "../files/shipped.ts";
import { readPlan } from "../files/sources.ts";

/** A compiled plan, what was found in it, and the texts that spans point into, by path. */
export interface Findings extends Outcome<Compiled> {
  readonly texts: ReadonlyMap<string, string>;
}

/** Compiles sources, with what is shipped where they lack it, and keeps their texts beside what was found in them. */
export function compileSources(own: readonly SourceFile[], options: CompileOptions): Findings {
  const sources = withShipped(own);
  return { ...compile(sources, options), texts: new Map(sources.map(({ path, text }) => [path, text])) };
}

/** Reads and compiles the plan that `--plan` names, as of the year of `--as-year`. */
export function compilePlan(options: Options, terminal: Terminal, more: CompileOptions = {}): Findings {
  const sources = readPlan(options, terminal);
  const asYear = numberOption(options, "as-year", [1900, 2199], terminal);
  return compileSources(sources, { ...more, asYear });
}

/** Prints the findings of a plan that has errors, and their count; false for a plan without errors. */
export function printErrors(findings: Findings, terminal: Terminal): boolean {
  if (!findings.diagnostics.some(isError)) return false;
  printFindings(findings, terminal);
  terminal.print(summary(findings, terminal));
  return true;
}

/** A note in one line: place and message. */
function noteLine(diagnostic: Diagnostic, texts: Findings["texts"], { language, paint }: Terminal): string {
  const { line, column } = positionAt(texts.get(diagnostic.span.file) ?? "", diagnostic.span.start);
  const place = paint("soft", `${diagnostic.span.file}:${line}:${column}`);
  const message = paint("info", describe(diagnostic, language).message);
  return `${place} ${message} ${paint("soft", `[${diagnostic.code}]`)}`;
}

/** What was left out of a feed is said to whoever publishes, asked or not. */
const saidAlways: ReadonlySet<string> = new Set(["feed-shortened", "feed-past-left-out"]);

/** Prints errors and warnings in full, and notes, a line each, where they were asked for. */
export function printFindings({ diagnostics, texts }: Findings, terminal: Terminal, withNotes = false): void {
  const ordered = inReadingOrder(diagnostics);
  const full = ordered.filter(({ code }) => severityOf(code) !== "info");
  const notes = ordered.filter(({ code }) => severityOf(code) === "info" && (withNotes || saidAlways.has(code)));
  for (const diagnostic of full) terminal.print(`${render(diagnostic, texts, terminal.language, terminal.paint)}\n`);
  for (const diagnostic of notes) terminal.print(noteLine(diagnostic, texts, terminal));
  if (notes.length > 0) terminal.print("");
}

/** Prints the findings as annotations of a pull request. */
export function printForGithub({ diagnostics, texts }: Findings, terminal: Terminal, withNotes: boolean): void {
  const shown = diagnostics.filter(({ code }) => withNotes || severityOf(code) !== "info");
  for (const diagnostic of inReadingOrder(shown))
    terminal.command(renderForGithub(diagnostic, texts, terminal.language));
}

/** How many findings of each severity there are. */
export function countFindings(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { code } of diagnostics) counts[severityOf(code)] += 1;
  return counts;
}

/** The numbers of items, of due windows, and of deadlines that wait for an event. */
export function figures({ plans }: Compiled): { items: number; windows: number; waiting: number } {
  const deadlines = plans.flatMap(({ items }) =>
    items.flatMap(({ deadline, control }) => [deadline, control?.deadline]),
  );
  return {
    items: plans.reduce((sum, { items }) => sum + items.length, 0),
    windows: plans.reduce((sum, { dueWindows }) => sum + dueWindows.length, 0),
    waiting: deadlines.filter((deadline) => deadline?.state === "on-event").length,
  };
}

/** One line that sums up: «127 пунктов, 434 даты, 25 ждут события; ошибок 0 …». */
export function summary(findings: Findings, { messages, language }: Terminal): string {
  const count = countFindings(findings.diagnostics);
  const table = languages[language];
  const found = [
    ...(count.error > 0 ? [counted(table, count.error, messages.errors)] : [messages.clean]),
    ...(count.warning > 0 ? [counted(table, count.warning, messages.warnings)] : []),
    ...(count.info > 0 ? [filled(messages.notes, { count: count.info })] : []),
  ].join(", ");
  if (findings.diagnostics.some(isError)) return `${found}.`;
  const { items, windows, waiting } = figures(findings.value);
  const parts = [
    counted(table, items, messages.items),
    counted(table, windows, messages.windows),
    counted(table, waiting, messages.waiting),
  ];
  return `${found}. ${parts.join(", ")}.`;
}

/** The findings as data, with the figures. */
export function findingsJson(findings: Findings, terminal: Terminal): string {
  const { diagnostics, texts, value } = findings;
  const list = inReadingOrder(diagnostics).map((diagnostic) => diagnosticJson(diagnostic, texts, terminal.language));
  return JSON.stringify({ diagnostics: list, counts: countFindings(diagnostics), ...figures(value) }, null, 1);
}
