import { readFileSync } from "node:fs";
import type { SourceFile } from "../../source/span.ts";
import { applyProposal, type AppliedProposal } from "../../propose/apply.ts";
import { conflictText, operationText, refusalText } from "../../propose/describe.ts";
import { filesAfter } from "../../propose/operations.ts";
import { proposalSummary } from "../../propose/markdown.ts";
import { proposalMessages } from "../../propose/messages.ts";
import { authorOf, commitMessage } from "../../propose/patch.ts";
import type { Proposal } from "../../propose/proposal.ts";
import { openPlan } from "../../propose/plan-files.ts";
import { readProposal } from "../../propose/read-proposal.ts";
import { touchedRows } from "../../propose/touched-rows.ts";
import { touchesLine } from "../../propose/touches.ts";
import { withFiles } from "../../propose/judge.ts";
import { checkBranchName, commitOnBranch } from "../files/branch.ts";
import { commitOf, sourcesAt } from "../files/git.ts";
import type { Localized } from "../messages/messages.ts";
import { filled } from "../messages/messages.ts";
import { writeOut } from "../output/write-output.ts";
import { flagOption, planFolder, stringOption, textOption, type Options } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, type Terminal } from "../terminal/terminal.ts";
import { applyEdit, compileForEditing } from "../work/apply-edit.ts";
import { describeDifference } from "../work/describe-difference.ts";
import { compileSources, printErrors, type Findings } from "../work/findings.ts";

const messagesByLanguage = {
  ru: {
    nothing: "Ничего не записано: {why}.",
    refused: "Ничего не записано. С нынешним планом предложение не сходится:",
    already: "Ничего не записано: всё это в плане уже есть.",
    branch: "Записано в ветку {name}; файлы в папке не тронуты.",
  },
  en: {
    nothing: "Nothing was written: {why}.",
    refused: "Nothing was written. The proposal does not fit the plan as it is:",
    already: "Nothing was written: the plan has all this already.",
    branch: "Written to the branch {name}; the files in the folder are as they were.",
  },
};

const usage: Localized = {
  ru: `srok propose ФАЙЛ – принять предложение, сделанное на странице «Предложить изменение»

  ФАЙЛ              файл предложения, или письмо и обращение, в которое оно вложено
  --branch ИМЯ      записать в новую ветку git поверх последней ревизии; файлы в папке не меняются
  --out ФАЙЛ        записать, что получилось, как текст для обращения (Markdown)
  --dry-run         только показать, что изменится

Выход: 0 – принято, 1 – предложение не годится или с планом не сходится, 2 – неверная команда.`,
  en: `srok propose FILE – take a proposal that was made on the page “Propose a change”

  FILE              the file of the proposal, or the letter or issue that it stands in
  --branch NAME     write to a new branch of git on top of the last commit; the files in the folder stay
  --out FILE        write what came of it as a text for the issue (Markdown)
  --dry-run         only show what would change

Exit status: 0 – taken, 1 – the proposal is no good or does not fit the plan, 2 – wrong usage.`,
};

/** Says why nothing came of a proposal, to the terminal and for the issue. */
function refuse(lines: readonly string[], options: Options, terminal: Terminal): number {
  const out = textOption(options, "out");
  if (out !== undefined) writeOut(out, `${lines.join("\n")}\n`, terminal);
  for (const line of lines) terminal.print(line);
  return 1;
}

function readFile(path: string, terminal: Terminal): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new SystemError(filled(terminal.messages.cannotRead, { path }));
  }
}

/** The plan that a proposal is held against: the files as they lie here, or for a branch as they are in the last commit. */
function planBefore(
  options: Options,
  terminal: Terminal,
): { readonly before: Findings | undefined; readonly parent?: string } {
  const branch = textOption(options, "branch");
  if (branch === undefined) return { before: compileForEditing(options, terminal) };
  const plan = planFolder(options);
  const parent = commitOf(plan, "HEAD", terminal);
  checkBranchName(plan, branch, terminal);
  const before = compileSources(sourcesAt(plan, parent, terminal), { drafts: true });
  return printErrors(before, terminal) ? { before: undefined } : { before, parent };
}

/** What a proposal for this plan touches, as the line that its request is found by. */
function touches({ series, plan, operations }: Proposal, sources: readonly SourceFile[]): string {
  const files = openPlan(sources, series, plan)!;
  return touchesLine(touchedRows(series, files, filesAfter(files, operations)));
}

/** What came of a proposal that fits: what it touches, its words, then what it changes. */
function outcome(proposal: Proposal, before: Findings, files: readonly SourceFile[], terminal: Terminal): string {
  const own = [...before.texts].map(([path, text]) => ({ path, text }));
  const after = compileSources(withFiles(own, files), { drafts: true });
  const { text } = describeDifference({ before, after }, "md", terminal);
  return `${touches(proposal, own)}${proposalSummary(proposal, terminal.language)}\n\n${text}\n`;
}

/** The lines that tell which operations were made by somebody before. */
const alreadyLines = ({ operations }: AppliedProposal, { language }: Terminal): string[] =>
  operations.flatMap(({ operation, state }) =>
    state === "already"
      ? [filled(proposalMessages(language).already, { what: operationText(operation, language) })]
      : [],
  );

/** `srok propose FILE`: applies a proposal to the plan as it is by now, or says why that cannot be. */
export const propose: Command = {
  name: "propose",
  usage,
  options: { branch: stringOption, out: stringOption, "dry-run": flagOption },
  positionals: ["FILE"],
  run({ options, positionals }, terminal) {
    const { language } = terminal;
    const own = messagesByLanguage[language];
    const read = readProposal(readFile(positionals[0]!, terminal));
    if (read.refusal !== undefined)
      return refuse([filled(own.nothing, { why: refusalText(read.refusal, language) })], options, terminal);
    const { proposal } = read;
    const { before, parent } = planBefore(options, terminal);
    if (before === undefined) return 1;
    const sources = [...before.texts].map(([path, text]) => ({ path, text }));
    const applied = applyProposal(sources, proposal);
    if (applied === undefined) {
      const why = filled(proposalMessages(language).otherPlan, { series: proposal.series, plan: proposal.plan });
      return refuse([filled(own.nothing, { why })], options, terminal);
    }
    if (applied.conflicts.length > 0) {
      const conflicts = applied.conflicts.map((conflict) => `- ${conflictText(conflict, language)}`);
      return refuse([own.refused, ...conflicts], options, terminal);
    }
    if (applied.files.length === 0) {
      refuse([own.already], options, terminal);
      return 0;
    }
    const out = textOption(options, "out");
    if (out !== undefined) writeOut(out, outcome(proposal, before, applied.files, terminal), terminal);
    for (const operation of proposal.operations) terminal.print(`- ${operationText(operation, language)}`);
    const branch = textOption(options, "branch");
    const write = (): string => {
      const { subject, body } = commitMessage(proposal, language);
      const message = `${subject}\n\n${body}\n`;
      const commit = { parent: parent!, files: applied.files, message, author: authorOf(proposal, language) };
      commitOnBranch(planFolder(options), branch!, commit, terminal);
      return filled(own.branch, { name: branch! });
    };
    const edit = { before, files: applied.files, remarks: alreadyLines(applied, terminal) };
    return applyEdit(branch === undefined ? edit : { ...edit, write }, options, terminal);
  },
};
