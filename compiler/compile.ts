/**
 * The pipeline. Every stage is pure; what a stage cannot resolve is reported and left out.
 *
 *   plan/**.yaml ─► load ─────► Workspace ─► resolve ─► ResolvedPlan[] ─► lint ─► diagnostics
 *                  (1) YAML       │           (3) references               (4) rules
 *                  (2) schema     │               events, chains           (5) accepted findings left out
 *                                 │               windows + traces
 *                                 └────────────────────┴─► feeds, data, views ─► site
 *
 * Nothing is published while there is an error: `plans` is empty then.
 */
import { severityOf, type DiagnosticCode } from "./diagnostics/catalogue.ts";
import type { Diagnostic, Outcome } from "./diagnostics/diagnostic.ts";
import { withoutAccepted } from "./lint/accept.ts";
import { lint } from "./lint/lint.ts";
import { defaultLimits } from "./load/limits.ts";
import { classifyPath } from "./load/file-layout.ts";
import { load } from "./load/load.ts";
import type { FileKind } from "./load/schema/schemas.ts";
import type { Workspace } from "./load/workspace.ts";
import { resolve, type ResolveOptions } from "./resolve/resolve.ts";
import { isDraft, type ResolvedPlan } from "./resolve/model.ts";
import type { SourceFile } from "./source/span.ts";

export interface Compiled {
  readonly workspace: Workspace;
  /** One for each plan of each series, drafts left out unless asked for; empty while there is an error. */
  readonly plans: readonly ResolvedPlan[];
}

export interface CompileOptions extends ResolveOptions {
  /** Gives the drafts of coming plans too: for those who look at a plan, not for those who publish it. */
  readonly drafts?: boolean;
  /** `false` leaves the rules of phase 4 out: for who asks for dates alone. */
  readonly lint?: false;
}

export const isError = (diagnostic: Diagnostic): boolean => severityOf(diagnostic.code) === "error";

/** The kind of file that defines the name of a code: a name that is unknown only because its file or row could not be read is not reported. */
const definedIn: Readonly<Partial<Record<DiagnosticCode, FileKind>>> = {
  "unknown-party": "parties",
  "unknown-period": "periods",
  "not-recurring": "periods",
  "unknown-event": "events",
  "unknown-reading": "readings",
  "unknown-item": "section",
  "unknown-calendar": "calendar",
  "duplicate-window": "occurrences",
  "no-calendar": "calendar",
  "record-without-calendar": "calendar",
  "unknown-rules": "rule-set",
  "unknown-occurrence-period": "section",
  "nothing-dated": "section",
};

function followsFromMissing(
  { code, values }: Diagnostic,
  { missing }: Workspace,
  doubtful: ReadonlySet<FileKind | undefined>,
): boolean {
  const kind = definedIn[code];
  if (kind === undefined) return false;
  return doubtful.has(kind) || missing.kinds.has(kind) || missing.ids.has(String(values["name"] ?? values["item"]));
}

/** The same finding in two plans of a series that share a file is one finding. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, values }) => {
    const key = `${code} ${span.file} ${span.start} ${span.end} ${JSON.stringify(values)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Errors and warnings up to a number of each, and how many are left out: further ones are not read, and each takes time to show. */
function atMost(limit: number, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = { error: 0, warning: 0, info: 0 };
  const kept = diagnostics.filter(
    ({ code }) => (counts[severityOf(code)] += 1) <= limit || severityOf(code) === "info",
  );
  const shown = new Set(kept);
  const first = diagnostics.find((diagnostic) => !shown.has(diagnostic));
  return first === undefined
    ? kept
    : [
        ...kept,
        { code: "too-many-findings", values: { limit, count: diagnostics.length - kept.length }, span: first.span },
      ];
}

/** Compiles the files under `plan/`. Never throws for what a file contains. */
export function compile(sources: readonly SourceFile[], options: CompileOptions = {}): Outcome<Compiled> {
  const { value: workspace, diagnostics: unread } = load(sources, options.limits);
  const resolved = resolve(workspace, options);
  // A row copied with its name has lost its own: which names are missing because of it is unknown.
  const doubtful = new Set(
    resolved.diagnostics.flatMap(({ code, span }) => (code === "duplicate-id" ? [classifyPath(span.file)?.kind] : [])),
  );
  const found = [
    ...unread,
    ...resolved.diagnostics.filter((diagnostic) => !followsFromMissing(diagnostic, workspace, doubtful)),
  ];
  // A plan that does not resolve is not linted.
  const linted =
    found.some(isError) || options.lint === false
      ? found
      : withoutAccepted([...found, ...resolved.value.flatMap(lint)], workspace.files);
  const diagnostics = atMost(options.limits?.findings ?? defaultLimits.findings, distinct(linted));
  const plans = resolved.value.filter((plan) => options.drafts === true || !isDraft(plan));
  return { value: { workspace, plans: diagnostics.some(isError) ? [] : plans }, diagnostics };
}
