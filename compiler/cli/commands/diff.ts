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
import type { PlanTexts } from "../../diff/entries.ts";
import { diffMessages, diffView } from "../../diff/view.ts";
import { choiceOption, planFolder, textOption, type Options, stringOption, flagOption } from "../terminal/arguments.ts";
import type { Localized } from "../messages/messages.ts";
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
    `### ${diffMessages[terminal.language].errors(errors.length)}`,
    "",
    ...lines,
    ...(errors.length > lines.length
      ? [`- ${diffMessages[terminal.language].more(errors.length - lines.length)}`]
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
  const messages = diffMessages[language];
  const [old, now] = [compile(before, { drafts: true }), compile(after, { drafts: true })];
  const texts: PlanTexts = {
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
          : `${format === "md" ? "### " : ""}${messages.baseErrors}`,
      status: 0,
    };
  const differences = compare(old.value.plans, now.value.plans);
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

const usage: Localized = {
  ru: `srok diff [С ЧЕМ] – что правка меняет в сроках: по сторонам, с причинами

  С ЧЕМ             ревизия git (main, HEAD~1) или папка; по умолчанию – место, где правка отошла от main
  --published       сравнить с последней публикацией: что увидят подписчики после следующей
  --head РЕВИЗИЯ    сравнить её вместо файлов, как они лежат сейчас
  --format text|md|json
  --out ФАЙЛ        записать в файл

Выход: 0 – сравнено, 1 – в плане есть ошибки, 2 – неверная команда.`,
  en: `srok diff [BASE] – what a change does to the dates: by party, with the causes

  BASE              a git revision (main, HEAD~1) or a folder; by default where the change left main
  --published       compare with the last publication: what subscribers will see after the next one
  --head REVISION   compare this one instead of the files as they lie here
  --format text|md|json
  --out FILE        write to a file

Exit status: 0 – compared, 1 – the plan has errors, 2 – wrong usage.`,
};

/** `srok diff [BASE]`: what the plan as it lies here changes against a commit or a folder, party by party. */
export const diff: Command = {
  name: "diff",
  usage,
  options: { format: stringOption, head: stringOption, out: stringOption, published: flagOption },
  positionals: ["[BASE]"],
  run({ options, positionals }, terminal) {
    const format = choiceOption(options, "format", formats, terminal);
    const { before, after } = bothSides(positionals[0], options, terminal);
    const { text, status } = describeDifference(before, after, format, terminal);
    const whole = format === "md" ? `${commentMark}\n${text}` : text;
    const out = textOption(options, "out");
    if (out === undefined) terminal.print(whole);
    else writeOut(out, `${whole}\n`, terminal);
    return status;
  },
};
