/** The way of every edit: compile the plan as it is, make the edit, compile the plan as it would be, write, compare. */
import { isError } from "../../compile.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import { filled } from "../messages/messages.ts";
import { flagOption, stringOption, type Options } from "../terminal/arguments.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { checkLedgers } from "./check-ledger.ts";
import { describeDifference } from "./describe-difference.ts";
import { compilePlan, compileSources, printErrors, printFindings, type Findings } from "./findings.ts";
import { writeEdited } from "./undo.ts";

const messagesByLanguage = {
  ru: {
    uncited:
      "Ничего не записано: план опубликован, и меняет его приказ. Назовите приказ: --amendment ИМЯ (записать его: srok amend). Если ошиблись мы сами – что исправлено: --corrected ТЕКСТ.",
    breaks: "Ничего не записано: с этой правкой опубликовать план было бы нельзя.",
    refused: "Ничего не записано: с этой правкой в плане появились бы ошибки.",
    errorsFirst: "Ничего не записано: сначала исправьте ошибки.",
    wrote: "Записано: {path}",
    wouldWrite: "Было бы записано: {path}",
  },
  en: {
    uncited:
      "Nothing was written: the plan is published, and an order changes it. Name the order: --amendment NAME (to record it: srok amend). Where the mistake was ours, say what is corrected: --corrected TEXT.",
    breaks: "Nothing was written: with this edit the plan could not be published.",
    refused: "Nothing was written: with this edit the plan would have errors.",
    errorsFirst: "Nothing was written: correct the errors first.",
    wrote: "Written: {path}",
    wouldWrite: "Would be written: {path}",
  },
};

/** Options of every command that edits. */
export const editOptions = { "dry-run": flagOption, year: stringOption, series: stringOption } as const;

/** The plan before an edit, drafts included; undefined where it has errors, which are printed and end the command. */
export function compileForEditing(options: Options, terminal: Terminal): Findings | undefined {
  const findings = compilePlan(options, terminal, { drafts: true });
  if (!printErrors(findings, terminal)) return findings;
  terminal.print(messagesByLanguage[terminal.language].errorsFirst);
  return undefined;
}

/** The plan with edited files in place of its own; undefined where it would have errors, which are printed. */
export function compileEdited(
  { texts }: Findings,
  edited: readonly SourceFile[],
  terminal: Terminal,
): Findings | undefined {
  const after = new Map([...texts, ...edited.map(({ path, text }) => [path, text] as const)]);
  const findings = compileSources(
    [...after].map(([path, text]) => ({ path, text })),
    { drafts: true },
  );
  const errors = findings.diagnostics.filter(isError);
  if (errors.length === 0) return findings;
  printFindings({ ...findings, diagnostics: errors }, terminal);
  terminal.print(messagesByLanguage[terminal.language].refused);
  return undefined;
}

/** Findings about a change without its cause. */
const withoutCause: ReadonlySet<string> = new Set(["uncited-change", "uncited-cause"]);

const identity = ({ code, values }: Diagnostic): string => `${code} ${JSON.stringify(values)}`;

/** Whether an edit keeps the contract with subscribers as well as the plan kept it before; what it breaks is printed. */
function keepsContract(before: Findings, after: Findings, options: Options, terminal: Terminal): boolean {
  const own = messagesByLanguage[terminal.language];
  const known = new Set(checkLedgers(before, options, terminal).findings.diagnostics.map(identity));
  const held = checkLedgers(after, options, terminal).findings;
  const broken = held.diagnostics.filter((diagnostic) => isError(diagnostic) && !known.has(identity(diagnostic)));
  if (broken.length === 0) return true;
  const uncited = broken.every(({ code }) => withoutCause.has(code));
  if (!uncited) printFindings({ ...held, diagnostics: broken }, terminal);
  terminal.print(uncited ? own.uncited : own.breaks);
  return false;
}

/** An edit: the plan before it, the files that it changes or makes, and remarks to print with it. */
export interface Edit {
  readonly before: Findings;
  readonly files: readonly SourceFile[];
  readonly remarks?: readonly string[];
  /** Writes the files in another place than where the plan lies, and says where. */
  readonly write?: () => string;
}

/**
 * Makes an edit unless it would leave an error or change what is published without its cause, or `--dry-run` is given, and
 * prints what it changes in the dates. Returns the exit status; throws a SystemError for a file that cannot be written.
 */
export function applyEdit({ before, files, remarks = [], write }: Edit, options: Options, terminal: Terminal): number {
  const { wrote, wouldWrite } = messagesByLanguage[terminal.language];
  const after = compileEdited(before, files, terminal);
  if (after === undefined || !keepsContract(before, after, options, terminal)) return 1;
  const isDry = options["dry-run"] === true;
  if (isDry || write === undefined) {
    if (!isDry) writeEdited(files, options, terminal);
    for (const { path } of files) terminal.print(filled(isDry ? wouldWrite : wrote, { path }));
  } else terminal.print(write());
  for (const remark of remarks) terminal.print(remark);
  terminal.print(`\n${describeDifference({ before, after }, "text", terminal).text}`);
  return 0;
}
