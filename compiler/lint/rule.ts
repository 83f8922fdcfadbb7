import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { ResolvedPlan } from "../resolve/model.ts";

/** One check of a resolved plan. It reports only its own codes. */
export interface Rule {
  readonly codes: readonly DiagnosticCode[];
  readonly check: (resolved: ResolvedPlan, report: Report) => void;
}
