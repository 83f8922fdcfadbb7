import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { classifyPath } from "../load/file-layout.ts";
import type { Plan, Series, Workspace } from "../load/workspace.ts";
import { same, without } from "./same.ts";

/** What became of names since an earlier version of the plan. */
export interface Renamings {
  /** What the name that a finding does not know is called now; undefined where that is not certain. */
  readonly nameNow: (diagnostic: Diagnostic) => string | undefined;
  /** Whether the earlier version knew the name: then it is no slip of the hand. */
  readonly wasKnown: (diagnostic: Diagnostic) => boolean;
}

interface Named {
  readonly id: string;
}

/** The rows that define the names of a code, in a plan of a series. */
const definitions: Readonly<
  Partial<Record<DiagnosticCode, (series: Series, plan: Plan | undefined) => readonly Named[]>>
> = {
  "unknown-party": ({ parties }) => parties.map(({ data }) => data),
  "unknown-event": (_, plan) => plan?.events.map(({ data }) => data) ?? [],
  "unknown-period": (_, plan) => plan?.periods.map(({ data }) => data) ?? [],
  "unknown-item": (_, plan) => plan?.items.map(({ data }) => data) ?? [],
  "unknown-reading": (_, plan) => plan?.readings.map(({ data }) => data) ?? [],
  "unknown-amendment": (_, plan) => plan?.order.data.amendments ?? [],
};

function definedIn({ series }: Workspace, { code, span }: Diagnostic): readonly Named[] {
  const place = classifyPath(span.file);
  const own = series.find(({ folder }) => folder === place?.folder);
  const plan = own?.plans.find(({ id }) => id === place?.plan);
  return own === undefined ? [] : (definitions[code]?.(own, plan) ?? []);
}

const isSameButForId = (a: Named, b: Named): boolean => same(without(a, ["id"]), without(b, ["id"]));

/**
 * What the names of an earlier version of a plan became: a row that is gone and of which one new row says the same under another
 * name was renamed.
 */
export function renamingsSince(before: Workspace, now: Workspace): Renamings {
  return {
    wasKnown: (diagnostic) => definedIn(before, diagnostic).some(({ id }) => id === diagnostic.values["name"]),
    nameNow: (diagnostic) => {
      const [old, current] = [definedIn(before, diagnostic), definedIn(now, diagnostic)];
      const gone = old.find(({ id }) => id === diagnostic.values["name"]);
      if (gone === undefined) return undefined;
      const known = new Set(old.map(({ id }) => id));
      const alike = current.filter((row) => !known.has(row.id) && isSameButForId(gone, row));
      return alike.length === 1 ? alike[0]!.id : undefined;
    },
  };
}
