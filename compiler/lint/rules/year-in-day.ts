import { shortDay, type Bounds } from "../../calendar/bounds.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { spanOf, type Origin, type Path } from "../../load/yaml/parsed-yaml.ts";
import { literalDates, type LiteralDate } from "../../rule/literal-dates.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";

function reportDays(days: readonly LiteralDate[], bounds: Bounds, origin: Origin, report: Report): void {
  for (const { path, value } of days) {
    const [span, bare] = [spanOf(origin, path), shortDay(value, bounds)];
    if (bare === value) continue;
    report({ code: "year-in-day", values: { value, bare }, span, fix: { span, text: bare } });
  }
}

/**
 * A day of a rule that lies in the plan names its year, so it would stay behind when the plan becomes that of another year. A
 * day outside the plan cannot be named otherwise.
 */
export const yearInDay: Rule = {
  codes: ["year-in-day"],
  check: (resolved, report) => {
    const { bounds, periods } = resolved.plan;
    for (const { deadline } of cellsOf(resolved))
      reportDays(literalDates(deadline.rule, { starts: true }), bounds, deadline.origin, report);
    for (const { data, origin } of periods) {
      reportDays(
        (["from", "to"] as const).flatMap((key): { path: Path; value: string }[] =>
          typeof data[key] === "string" ? [{ path: [key], value: data[key] }] : [],
        ),
        bounds,
        origin,
        report,
      );
    }
  },
};
