/**
 * A proposal on the files as they are by now. Every operation is made anew, so that comments, layout and what others have changed
 * meanwhile stay; where what it replaces stands there no more, that is a conflict and nothing is written in its place.
 */
import type { SourceFile } from "../source/span.ts";
import { recordBasis } from "./basis.ts";
import type { Conflict } from "./conflict.ts";
import { markEdited, takesBasis } from "./edited-rows.ts";
import { applyOperation } from "./operations.ts";
import { changedFiles, openPlan, type PlanFiles } from "./plan-files.ts";
import { isOfOrder, type Operation, type Proposal } from "./proposal.ts";

/** What became of one operation. */
export interface AppliedOperation {
  readonly operation: Operation;
  readonly state: "applied" | "already" | "conflict";
  readonly conflict?: Conflict;
}

/** A proposal applied: the files that differ now, and what became of its operations. */
export interface AppliedProposal {
  readonly files: readonly SourceFile[];
  readonly operations: readonly AppliedOperation[];
  /** Those of the basis first. */
  readonly conflicts: readonly Conflict[];
}

function applyAll(start: PlanFiles, { basis, operations }: Proposal): readonly [PlanFiles, AppliedOperation[]] {
  let files = start;
  const applied = operations.map((operation): AppliedOperation => {
    const step = applyOperation(files, operation, basis);
    if (step.conflict !== undefined) return { operation, state: "conflict", conflict: step.conflict };
    files = step.files;
    return { operation, state: step.already === true ? "already" : "applied" };
  });
  return [files, applied];
}

/** Applies a proposal to sources; undefined where they have no such plan. Never throws for what either holds. */
export function applyProposal(sources: readonly SourceFile[], proposal: Proposal): AppliedProposal | undefined {
  const before = openPlan(sources, proposal.series, proposal.plan);
  if (before === undefined) return undefined;
  const based = takesBasis(before, proposal.operations) ? recordBasis(before, proposal.basis) : { files: before };
  const basisConflict = based.conflict === undefined ? [] : [based.conflict];
  let [after, operations] = applyAll(based.files ?? before, proposal);
  const edited = markEdited(before, after, proposal);
  // A basis that nothing rests on any more is not written down.
  if (edited.rests || operations.some(({ operation, state }) => state === "applied" && isOfOrder(operation)))
    after = edited.files;
  else [after, operations] = applyAll(before, proposal);
  const own = operations.flatMap(({ conflict }) => conflict ?? []);
  return { files: changedFiles(before, after), operations, conflicts: [...basisConflict, ...edited.conflicts, ...own] };
}
