import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { compile, isError } from "../../compile.ts";
import { describe, inReadingOrder } from "../../diagnostics/render.ts";
import { positionAt, type SourceFile } from "../../source/span.ts";
import { compare } from "../../diff/compare.ts";
import { escapeMarkdown } from "../../diff/escape-markdown.ts";
import { diffJson } from "../../diff/render-json.ts";
import { commentMark, markdownLimit, renderDiffMarkdown } from "../../diff/render-markdown.ts";
import { renderDiffText } from "../../diff/render-text.ts";
import type { Texts } from "../../diff/entries.ts";
import { diffWordings, viewOf } from "../../diff/view.ts";
import { choiceOption, planFolder, readArguments, textOption, type Options } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { findingsJson, printFindings, summary, type Findings } from "../work/findings.ts";
import { commitOf, lastPublication, mergeBase, sourcesAt } from "../work/git.ts";
import { readSources } from "../files/sources.ts";
import { writeOut } from "../output/write-output.ts";

const formats = ["text", "md", "json"] as const;
type Format = (typeof formats)[number];

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The plan in a folder, its files named as if they lay in `plan`. */
function sourcesIn(folder: string, plan: string, terminal: Terminal): SourceFile[] {
  const inner = isFolder(resolve(folder, "plan")) ? resolve(folder, "plan") : resolve(folder);
  const prefix = `${relative(process.cwd(), inner).split(sep).join("/")}/`;
  return readSources(inner, terminal).map(({ path, text }) => ({
    path: `${plan.replace(/\/+$/, "")}/${path.slice(prefix.length)}`,
    text,
  }));
}

/** The plans to compare: before, and after (the files as they lie, or the commit that `--head` names). */
function bothSides(
  base: string | undefined,
  options: Options,
  terminal: Terminal,
): { before: SourceFile[]; after: SourceFile[] } {
  const plan = planFolder(options);
  const head = textOption(options, "head");
  if (head !== undefined) commitOf(plan, head, terminal);
  const after =
    head === undefined ? readSources(plan, terminal) : sourcesAt(plan, commitOf(plan, head, terminal), terminal);
  if (base !== undefined && options["published"] === true)
    throw new UsageError(editMessages[terminal.language].oneBase);
  if (base !== undefined && isFolder(base)) return { before: sourcesIn(base, plan, terminal), after };
  const commit =
    options["published"] === true
      ? lastPublication(plan, terminal)
      : base === undefined
        ? mergeBase(plan, terminal, head)
        : commitOf(plan, base, terminal);
  return { before: sourcesAt(plan, commit, terminal), after };
}

/** What is said of a plan that cannot be compared because it has errors. */
function errorsMarkdown(findings: Findings, terminal: Terminal): string {
  const errors = inReadingOrder(findings.diagnostics.filter(isError));
  const lines = errors.slice(0, 50).map((diagnostic) => {
    const { message, hint } = describe(diagnostic, terminal.language);
    const { line } = positionAt(findings.texts.get(diagnostic.span.file) ?? "", diagnostic.span.start);
    return `- <code>${escapeMarkdown(diagnostic.span.file)}:${line}</code> ${escapeMarkdown(hint === undefined ? message : `${message}. ${hint}`)}`;
  });
  return [
    `### ${diffWordings[terminal.language].errors(errors.length)}`,
    "",
    ...lines,
    ...(errors.length > lines.length
      ? [`- ${diffWordings[terminal.language].more(errors.length - lines.length)}`]
      : []),
  ].join("\n");
}

function printErrors(findings: Findings, format: Format, terminal: Terminal): string {
  if (format === "md") return errorsMarkdown(findings, terminal);
  if (format === "json") return findingsJson(findings, terminal);
  printFindings(findings, terminal);
  return summary(findings, terminal);
}

const changedFiles = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();

/** What a comparison prints, and whether there was something to compare. */
export function describeDifference(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  format: Format,
  terminal: Terminal,
): { text: string; status: number } {
  const { language, paint } = terminal;
  const say = diffWordings[language];
  const [old, now] = [compile(before, { drafts: true }), compile(after, { drafts: true })];
  const texts: Texts = {
    before: new Map(before.map(({ path, text }) => [path, text])),
    after: new Map(after.map(({ path, text }) => [path, text])),
  };
  if (now.diagnostics.some(isError))
    return { text: printErrors({ ...now, texts: texts.after }, format, terminal), status: 1 };
  if (old.diagnostics.some(isError))
    return {
      text:
        format === "json"
          ? JSON.stringify({ series: [], base: "errors" })
          : `${format === "md" ? "### " : ""}${say.baseErrors}`,
      status: 0,
    };
  const differences = compare(old.value.plans, now.value.plans);
  if (format === "json") return { text: JSON.stringify(diffJson(differences, texts), null, 1), status: 0 };
  const views = differences.map((difference) => viewOf(difference, texts, language)).filter(({ empty }) => !empty);
  const files = changedFiles(texts.before, texts.after);
  if (views.length === 0) {
    const note = files.length === 0 ? "" : ` ${say.filesOnly(files.join(", "))}`;
    return {
      text:
        format === "md" ? `### ${say.title}\n\n${escapeMarkdown(`${say.nothing}${note}`)}` : `${say.nothing}${note}`,
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

/** `srok diff [BASE]`: what the plan as it lies here changes against a commit or a folder, party by party. */
export const diff: Command = (words, terminal) => {
  const string = { type: "string" } as const;
  const { options, positionals } = readArguments(
    words,
    { format: string, head: string, out: string, published: { type: "boolean" } },
    ["[BASE]"],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(editMessages[terminal.language].help.diff), 0);
  const format = choiceOption(options, "format", formats, terminal);
  const { before, after } = bothSides(positionals[0], options, terminal);
  const { text, status } = describeDifference(before, after, format, terminal);
  const whole = format === "md" ? `${commentMark}\n${text}` : text;
  const out = textOption(options, "out");
  if (out === undefined) terminal.print(whole);
  else writeOut(out, `${whole}\n`, terminal);
  return status;
};
