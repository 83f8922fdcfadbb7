import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../compiler/compile.ts";
import { catalogue, type DiagnosticCode } from "../../compiler/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { describe } from "../../compiler/diagnostics/render.ts";
import { applyFixes } from "../../compiler/edit/fix.ts";
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

const severity = { error: "ошибка", warning: "замечание", info: "к сведению" } as const;
/** Markdown would take «<» and «|» for its own. */
const text = (words: string): string => words.replace(/[<>|*_`\\]/g, (character) => `\\${character}`);

function entry(code: DiagnosticCode): string[] {
  const { severity: level, ru } = catalogue[code];
  const found = shown(code);
  const head = [`## ${code}`, "", `*${severity[level]}* – ${text(ru.message.replace(/\{[\w-]+\}/g, "…"))}`, ""];
  if (found === undefined) return head;
  const { finding, sources, right } = found;
  const { file, start } = finding.span;
  const { message, hint } = describe(finding, "ru");
  const { line } = positionAt(sources.find(({ path }) => path === file)?.text ?? "", start);
  return [
    ...head,
    "Неверно:",
    "",
    ...yaml(sources, file),
    "",
    `Проверка скажет (строка ${line}): «${text(message)}»${hint === undefined ? "" : `. Что сделать: ${text(hint)}`}`,
    "",
    ...(right === undefined ? [] : ["Верно:", "", ...yaml(right, file), ""]),
  ];
}

/** Every code of the check with a wrong and a right example, as a page. */
export function codesPage(): string {
  return [
    "# Что говорит проверка",
    "",
    "Страница собрана из `test/cases/bad` и `test/diagnostics/corrections.ts`; правят их, а не её: `UPDATE=1 npx vitest run test/diagnostics`.",
    "",
    "С замечанием, которое верно и неизбежно («так в приказе»), соглашаются на месте – в том же пункте:",
    "",
    "```yaml",
    "accept:",
    '  - { code: named-day-off, reason: "так в приказе: 31 августа 2024 года – суббота" }',
    "```",
    "",
    "С ошибкой согласиться нельзя. То, что можно исправить наверняка, исправляет `npx srok check --fix`.",
    "",
    ...(Object.keys(catalogue) as DiagnosticCode[]).flatMap(entry),
  ].join("\n");
}
