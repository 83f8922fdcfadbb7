/** What a proposal would do: the plan with it, what was found in that, and whose dates change. */
import { compile, isError, type Compiled } from "../compile.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Difference } from "../diff/change.ts";
import { compare } from "../diff/compare.ts";
import { findingsOfChange } from "../diff/findings-of-change.ts";
import type { SourceFile } from "../source/span.ts";
import { applyProposal, type AppliedProposal } from "./apply.ts";
import type { Proposal } from "./proposal.ts";

/** Sources compiled with their drafts, and their texts by path. */
export interface CheckedSources extends Outcome<Compiled> {
  readonly sources: readonly SourceFile[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Compiles sources. */
export const checkSources = (sources: readonly SourceFile[]): CheckedSources => ({
  ...compile(sources, { drafts: true }),
  sources,
  texts: new Map(sources.map(({ path, text }) => [path, text])),
});

/** Sources with other texts of some files, new files included. */
export function withFiles(sources: readonly SourceFile[], files: readonly SourceFile[]): SourceFile[] {
  const texts = new Map([...sources, ...files].map(({ path, text }) => [path, text]));
  return [...texts].map(([path, text]) => ({ path, text }));
}

/** A proposal held against the plan as it is. */
export interface Judgement {
  readonly applied: AppliedProposal;
  readonly after: CheckedSources;
  readonly errors: readonly Diagnostic[];
  /** Findings that concern the change, errors left out. */
  readonly findings: readonly Diagnostic[];
  /** Empty while there is an error. */
  readonly differences: readonly Difference[];
}

/** Applies a proposal to checked sources and says what comes of it; undefined where they have no such plan. */
export function judge(before: CheckedSources, proposal: Proposal): Judgement | undefined {
  const applied = applyProposal(before.sources, proposal);
  if (applied === undefined) return undefined;
  const after = applied.files.length === 0 ? before : checkSources(withFiles(before.sources, applied.files));
  const errors = after.diagnostics.filter(isError);
  const comparable = errors.length === 0 && !before.diagnostics.some(isError);
  const differences = comparable ? compare(before.value.plans, after.value.plans) : [];
  const [old, now] = [before, after].map(({ value, diagnostics }) => ({ workspace: value.workspace, diagnostics }));
  const findings = comparable ? findingsOfChange(old!, now!, differences) : [];
  return { applied, after, errors, findings, differences };
}
