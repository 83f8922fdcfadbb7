import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Workspace } from "../load/workspace.ts";
import { extentOf } from "../load/yaml/parsed-yaml.ts";
import type { Span } from "../source/span.ts";
import { isPlanChange, type Difference } from "./change.ts";

/** A plan's files as they were read, and what was found in them. */
export interface CheckedPlan {
  readonly workspace: Workspace;
  readonly diagnostics: readonly Diagnostic[];
}

interface Row {
  readonly key: string;
  readonly extent: Span;
  readonly text: string;
}

const rowKey = (series: string, plan: string, item: string): string => `${series} ${plan} ${item}`;

function rowsOf({ series }: Workspace): Row[] {
  return series.flatMap(({ data, plans }) =>
    plans.flatMap(({ id: plan, items }) =>
      items.map(({ data: { id }, origin }) => {
        const extent = extentOf(origin.file, origin.path);
        const text = origin.file.source.text.slice(extent.start, extent.end).trimEnd();
        return { key: rowKey(data.slug, plan, id), extent, text };
      }),
    ),
  );
}

const within = (span: Span, extent: Span): boolean =>
  span.file === extent.file && span.start >= extent.start && span.start < extent.end;

const identity = ({ code, values, span }: Diagnostic): string => `${code} ${span.file} ${JSON.stringify(values)}`;

/**
 * Returns the findings of the later plan that concern a change: all on the rows that it touches – whose text it edits, or whose
 * dates, words or responsible it changes from elsewhere – and wherever else those that the earlier plan does not have.
 */
export function findingsOfChange(
  before: CheckedPlan,
  after: CheckedPlan,
  differences: readonly Difference[],
): Diagnostic[] {
  const old = new Map(rowsOf(before.workspace).map(({ key, text }) => [key, text]));
  const changed = new Set(
    differences.flatMap(({ series, changes }) =>
      changes.flatMap((change) => (isPlanChange(change) ? [] : [rowKey(series, change.plan, change.item)])),
    ),
  );
  const touched = rowsOf(after.workspace).filter(({ key, text }) => old.get(key) !== text || changed.has(key));
  const known = new Set(before.diagnostics.map(identity));
  return after.diagnostics.filter(
    (diagnostic) =>
      !known.has(identity(diagnostic)) ||
      [diagnostic, ...(diagnostic.related ?? [])].some(({ span }) =>
        touched.some(({ extent }) => within(span, extent)),
      ),
  );
}
