import { boundsText, languages, planName, weekdayDate, type LanguageCode } from "../locale/languages.ts";
import { lineAt, positionAt, type Position } from "../source/span.ts";
import { catalogue, relatedWording, severityOf } from "./catalogue.ts";
import type { Diagnostic, Severity, Intervals, Value, Values } from "./diagnostic.ts";
import { termText } from "./terms.ts";

/** Control and bidirectional characters of hostile input are shown, not obeyed. */
function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const longest = 120;

const cut = (text: string): string => harmless(text.length > longest ? `${text.slice(0, longest)}…` : text);

/** «до 1 марта» (до пт 1 марта 2031 года), or the dates alone. */
function intervalsText({ intervals, more, words, state, supposing }: Intervals, language: LanguageCode): string {
  const day = (value: number): string => weekdayDate(languages[language], value);
  const list = intervals.map(({ start, end }) =>
    start === null
      ? `${termText(["until"], day(end), language)}`
      : start === end
        ? day(end)
        : `${day(start)} – ${day(end)}`,
  );
  const supposed = supposing === undefined ? "" : `${termText(["supposing"], day(supposing), language)}: `;
  const dates = list.length === 0 ? (state?.[language] ?? "") : `${supposed}${list.join(", ")}${more ? ", …" : ""}`;
  const [open, close] = languages[language].quotes;
  if (words === undefined) return dates === "" ? termText(["undated"], undefined, language) : dates;
  return `${open}${cut(words[language])}${close}${dates === "" ? "" : ` (${dates})`}`;
}

function valueText(value: Value, language: LanguageCode): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return cut(value);
  if ("terms" in value)
    return termText(value.terms, value.of === undefined ? undefined : cut(value.of), language, value.all);
  if ("said" in value) return value.said[language];
  if ("intervals" in value) return intervalsText(value, language);
  if ("plan" in value) return cut(planName(languages[language], value.plan));
  if ("bounds" in value) return boundsText(languages[language], value.bounds);
  if ("day" in value) return weekdayDate(languages[language], value.day);
  if (!("list" in value)) return value.map(({ day }) => weekdayDate(languages[language], day)).join(", ");
  return value.list.map((word) => harmless(word)).join(", ");
}

/** Fills `{name}`; undefined when a value is missing (a hint without its suggestion is not given). */
function fill(template: string, values: Values, language: LanguageCode): string | undefined {
  let complete = true;
  const text = template.replace(/\{([\w-]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    return value === undefined ? "" : valueText(value, language);
  });
  return complete ? text : undefined;
}

/** A diagnostic in words: what is wrong, and what to write instead when that is known. */
export function describe(diagnostic: Diagnostic, language: LanguageCode): { message: string; hint?: string } {
  const wording = catalogue[diagnostic.code][language];
  const message = fill(wording.message, diagnostic.values, language) ?? wording.message;
  const hint = wording.hints
    .map((template) => fill(template, diagnostic.values, language))
    .find((text) => text !== undefined);
  return hint === undefined ? { message } : { message, hint };
}

/** Puts a text in a style of the terminal; plain text has none. */
export type Paint = (style: "error" | "warning" | "info" | "soft" | "strong", text: string) => string;
export const plain: Paint = (_, text) => text;

/** What a finding is called, by severity. */
export const severityWord: Readonly<Record<Severity, Readonly<Record<LanguageCode, string>>>> = {
  error: { ru: "ошибка", en: "error" },
  warning: { ru: "замечание", en: "warning" },
  info: { ru: "к сведению", en: "note" },
};
const hintWord: Readonly<Record<LanguageCode, string>> = { ru: "что сделать", en: "what to do" };

/** Long lines are cut around the token, so that the underline stays on the screen. */
function excerpt(text: string, start: number, end: number): { line: string; indent: number; length: number } {
  const column = positionAt(text, start).column - 1;
  const whole = lineAt(text, start);
  const length = Math.max(1, Math.min(end - start, whole.length - column));
  const cutFrom = column > 70 ? column - 40 : 0;
  const line =
    (cutFrom > 0 ? "…" : "") + whole.slice(cutFrom, cutFrom + longest) + (whole.length > cutFrom + longest ? "…" : "");
  const indent = column - cutFrom + (cutFrom > 0 ? 1 : 0);
  return {
    line: harmless(line.replace(/\t/g, " ")),
    indent,
    length: Math.min(length, Math.max(1, line.length - indent)),
  };
}

/** One diagnostic as a few lines for a person: what, where, the line with the token underlined, what to do. */
export function render(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  language: LanguageCode,
  paint: Paint = plain,
): string {
  const severity = severityOf(diagnostic.code);
  const { message, hint } = describe(diagnostic, language);
  const place = (file: string, at: Position): string => paint("soft", `${file}:${at.line}:${at.column}`);
  const lines: string[] = [];
  const text = texts.get(diagnostic.span.file);
  const position = text === undefined ? { line: 1, column: 1 } : positionAt(text, diagnostic.span.start);
  lines.push(
    `${place(harmless(diagnostic.span.file), position)} ${paint(severity, severityWord[severity][language])} ${paint("soft", `[${diagnostic.code}]`)}`,
  );
  lines.push(`  ${paint("strong", message)}`);
  if (text !== undefined && text.length > 0) {
    const { line, indent, length } = excerpt(text, diagnostic.span.start, diagnostic.span.end);
    const margin = String(position.line);
    lines.push(`  ${paint("soft", `${margin} |`)} ${line}`);
    lines.push(
      `  ${" ".repeat(margin.length)} ${paint("soft", "|")} ${" ".repeat(indent)}${paint(severity, "~".repeat(length))}`,
    );
  }
  for (const { span, code } of diagnostic.related ?? []) {
    const other = texts.get(span.file);
    lines.push(
      `  ${relatedWording[code][language]}: ${place(harmless(span.file), other === undefined ? { line: 1, column: 1 } : positionAt(other, span.start))}`,
    );
  }
  if (hint !== undefined) lines.push(`  ${hintWord[language]}: ${hint}`);
  return lines.join("\n");
}

/** Escapes for GitHub's workflow commands. */
const workflowText = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const workflowProperty = (text: string): string => workflowText(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
const workflowLevel: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** One diagnostic as a workflow command: GitHub shows it on the line of the pull request. */
export function renderForGithub(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  language: LanguageCode,
): string {
  const text = texts.get(diagnostic.span.file) ?? "";
  const start = positionAt(text, diagnostic.span.start);
  const end = positionAt(text, Math.max(diagnostic.span.start, diagnostic.span.end - 1));
  const { message, hint } = describe(diagnostic, language);
  const where = `file=${workflowProperty(diagnostic.span.file)},line=${start.line},col=${start.column},endLine=${end.line},endColumn=${end.column + 1}`;
  return `::${workflowLevel[severityOf(diagnostic.code)]} ${where},title=${workflowProperty(diagnostic.code)}::${workflowText(`${hint === undefined ? message : `${message}. ${hint}`} (compiler/diagnostics/codes.md#${diagnostic.code})`)}`;
}

/** One diagnostic as data: stable keys, 1-based lines and columns, message in the chosen language. */
export function diagnosticJson(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  language: LanguageCode,
): Readonly<Record<string, unknown>> {
  const text = texts.get(diagnostic.span.file) ?? "";
  return {
    code: diagnostic.code,
    severity: severityOf(diagnostic.code),
    file: diagnostic.span.file,
    start: positionAt(text, diagnostic.span.start),
    end: positionAt(text, diagnostic.span.end),
    ...describe(diagnostic, language),
    fix: diagnostic.fix?.text,
    help: `compiler/diagnostics/codes.md#${diagnostic.code}`,
  };
}

/** Errors first, then by file and place: the order people read in. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
  return [...diagnostics].sort(
    (a, b) =>
      rank[severityOf(a.code)] - rank[severityOf(b.code)] ||
      (a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : 0) ||
      a.span.start - b.span.start ||
      (a.code < b.code ? -1 : 1),
  );
}
