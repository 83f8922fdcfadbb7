import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../compiler/compile.ts";
import { catalogue, type DiagnosticCode } from "../../compiler/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { describe } from "../../compiler/diagnostics/render.ts";
import { applyFixes } from "../../compiler/edit/fix.ts";
import type { LanguageCode } from "../../compiler/locale/languages.ts";
import { positionAt, type SourceFile } from "../../compiler/source/span.ts";
import { casesFolder, expectation, limitsOf, sourcesOf } from "../cases/case.ts";
import { slips, slipsFolder, sourcesWith } from "../cases/slips.ts";
import { corrections } from "./corrections.ts";

/** A code in its case: what is wrong, what is said, and the file put right where an edit does it. */
export interface Shown {
  readonly code: DiagnosticCode;
  readonly folder: string;
  readonly finding: Diagnostic;
  readonly sources: readonly SourceFile[];
  readonly right: readonly SourceFile[] | undefined;
}

const cases = readdirSync(join(casesFolder, "bad"))
  .sort()
  .map((name) => ({ name, folder: join(casesFolder, "bad", name) }))
  .filter(({ folder }) => existsSync(join(folder, "expected.txt")));

/** The case that shows a code: the one of its name, else the one that says least besides. */
function caseOf(code: string): string | undefined {
  const own = cases.find(({ name }) => name === (corrections[code]?.case ?? code));
  if (own !== undefined) return own.folder;
  const others = cases.filter(({ folder }) => expectation(folder).some((line) => line.startsWith(`${code} `)));
  return others.sort((a, b) => expectation(a.folder).length - expectation(b.folder).length)[0]?.folder;
}

export const diagnosticsOf = (folder: string, sources: readonly SourceFile[]): readonly Diagnostic[] =>
  compile(sources, { limits: limitsOf(folder) }).diagnostics;

/** The sources with a case put right; each change is made in the one file of the plan that has its words. */
function corrected(code: string, sources: readonly SourceFile[]): readonly SourceFile[] {
  return (corrections[code]?.changes ?? []).reduce((files, [wrong, right]) => {
    const found = files.filter(({ text: whole }) => whole.split(wrong).length === 2);
    if (found.length !== 1) throw new Error(`${code}: “${wrong}” does not stand once in one file`);
    return files.map((source) =>
      source === found[0] ? { ...source, text: source.text.replace(wrong, () => right) } : source,
    );
  }, sources);
}

/** A code in the table of slips. */
function shownBySlip(code: DiagnosticCode): Shown | undefined {
  const slip = slips.find((one) => one.code === code);
  if (slip === undefined) return undefined;
  const sources = sourcesWith(slip);
  const finding = compile(sources).diagnostics.find((diagnostic) => diagnostic.code === code);
  return finding && { code, folder: slipsFolder, finding, sources, right: undefined };
}

/** A code in its case; undefined where no case of YAML shows it. */
export function shown(code: DiagnosticCode): Shown | undefined {
  const folder = caseOf(code);
  if (folder === undefined) return shownBySlip(code);
  const sources = sourcesOf(folder);
  const diagnostics = diagnosticsOf(folder, sources);
  const finding = diagnostics.find((diagnostic) => diagnostic.code === code);
  if (finding === undefined) return undefined;
  const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
  const right = Object.hasOwn(corrections, code)
    ? corrected(code, sources)
    : own.every(({ fix }) => fix !== undefined)
      ? applyFixes(sources, own).sources
      : undefined;
  return { code, folder, finding, sources, right };
}

const longest = 160;

/** A file as the page shows it: without what only programs read, long lines and long files cut. */
function yaml(sources: readonly SourceFile[], file: string): string[] {
  const lines = (sources.find(({ path }) => path === file)?.text ?? "")
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("# yaml-language-server"));
  const cut = lines.map((line) => (line.length > longest ? `${line.slice(0, longest)} …` : line));
  return ["```yaml", `# ${file}`, ...(cut.length > 20 ? [...cut.slice(0, 20), "# …"] : cut), "```"];
}

/** What the page itself says, by language; its examples are the cases, which are in Russian. */
const words: Readonly<Record<LanguageCode, PageWords>> = {
  ru: {
    severity: { error: "ошибка", warning: "замечание", info: "к сведению" },
    wrong: "Неверно:",
    right: "Верно:",
    says: (line, message, hint) =>
      `Проверка скажет (строка ${line}): «${message}»${hint === undefined ? "" : `. Что сделать: ${hint}`}`,
    head: [
      "# Что говорит проверка",
      "",
      "Страница собрана из `test/cases/bad` и `test/diagnostics/corrections.ts`; правят их, а не её: `UPDATE=1 npx vitest run test/diagnostics`.",
      "",
      "С замечанием, которое верно и неизбежно («так в приказе»), соглашаются на месте – в том же пункте:",
    ],
    reason: "так в приказе: 31 августа 2024 года – суббота",
    foot: "С ошибкой согласиться нельзя. То, что можно исправить наверняка, исправляет `npx srok check --fix`.",
  },
  en: {
    severity: { error: "error", warning: "warning", info: "note" },
    wrong: "Wrong:",
    right: "Right:",
    says: (line, message, hint) =>
      `The check says (line ${line}): “${message}”${hint === undefined ? "" : `. What to do: ${hint}`}`,
    head: [
      "# What the check says",
      "",
      "This page is made of `test/cases/bad` and `test/diagnostics/corrections.ts`; they are edited, and it is not: `UPDATE=1 npx vitest run test/diagnostics`. The examples are pieces of Russian plans; their keys and the mistakes are those of every plan.",
      "",
      "A finding that is right and cannot be helped (“so the order has it”) is agreed to in its place, in the same item:",
    ],
    reason: "so the order has it: 31 August 2024 is a Saturday",
    foot: "An error cannot be agreed to. What can be mended for certain is mended by `npx srok check --fix`.",
  },
};

interface PageWords {
  readonly severity: Readonly<Record<"error" | "warning" | "info", string>>;
  readonly wrong: string;
  readonly right: string;
  readonly says: (line: number, message: string, hint: string | undefined) => string;
  readonly head: readonly string[];
  readonly reason: string;
  readonly foot: string;
}

/** Markdown would take «<» and «|» for its own. */
const text = (said: string): string => said.replace(/[<>|*_`\\]/g, (character) => `\\${character}`);

function entry(code: DiagnosticCode, language: LanguageCode): string[] {
  const own = words[language];
  const row = catalogue[code];
  const found = shown(code);
  const head = [
    `## ${code}`,
    "",
    `*${own.severity[row.severity]}* – ${text(row[language].message.replace(/\{[\w-]+\}/g, "…"))}`,
    "",
  ];
  if (found === undefined) return head;
  const { finding, sources, right } = found;
  const { file, start } = finding.span;
  const { message, hint } = describe(finding, language);
  const { line } = positionAt(sources.find(({ path }) => path === file)?.text ?? "", start);
  return [
    ...head,
    own.wrong,
    "",
    ...yaml(sources, file),
    "",
    own.says(line, text(message), hint === undefined ? undefined : text(hint)),
    "",
    ...(right === undefined ? [] : [own.right, "", ...yaml(right, file), ""]),
  ];
}

/** Every code of the check with a wrong and a right example, as a page. */
export function codesPage(language: LanguageCode): string {
  const { head, reason, foot } = words[language];
  return [
    ...head,
    "",
    "```yaml",
    "accept:",
    `  - { code: named-day-off, reason: "${reason}" }`,
    "```",
    "",
    foot,
    "",
    ...(Object.keys(catalogue) as DiagnosticCode[]).flatMap((code) => entry(code, language)),
  ].join("\n");
}
