import { filled } from "../messages/messages.ts";
import { isError } from "../../compile.ts";
import { describe } from "../../diagnostics/render.ts";
import { applyProposal } from "../../propose/apply.ts";
import { conflictText, refusalText } from "../../propose/describe.ts";
import { withFiles } from "../../propose/judge.ts";
import { proposalMessages } from "../../propose/messages.ts";
import { readProposal } from "../../propose/read-proposal.ts";
import { readPlan } from "../files/sources.ts";
import type { Options } from "../terminal/arguments.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { compileSources } from "./findings.ts";
import { writeEdited } from "./undo.ts";

/** What became of a proposal that a page sent: the files that were written, or why none were. */
export interface TakenProposal {
  readonly taken: boolean;
  readonly text: string;
}

const refused = (text: string): TakenProposal => ({ taken: false, text });

/** Writes a proposal into the files of the plan, unless it does not fit or would leave an error; `srok undo` takes it back. */
export function takeProposal(text: string, options: Options, terminal: Terminal): TakenProposal {
  const { language } = terminal;
  const { proposal, refusal } = readProposal(text);
  if (refusal !== undefined) return refused(refusalText(refusal, language));
  const sources = readPlan(options, terminal);
  const applied = applyProposal(sources, proposal);
  if (applied === undefined)
    return refused(filled(proposalMessages(language).otherPlan, { series: proposal.series, plan: proposal.plan }));
  if (applied.conflicts.length > 0)
    return refused(applied.conflicts.map((conflict) => conflictText(conflict, language)).join("; "));
  const { diagnostics } = compileSources(withFiles(sources, applied.files), { drafts: true });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) return refused(errors.map((each) => describe(each, language).message).join("; "));
  if (applied.files.length > 0) writeEdited(applied.files, options, terminal);
  return { taken: true, text: applied.files.map(({ path }) => path.split("/").slice(-3).join("/")).join(", ") };
}
