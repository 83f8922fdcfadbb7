import type { Day } from "../../calendar/day.ts";
import type { Path } from "../../source/span.ts";
import { readDay } from "../calendars.ts";
import type { Context } from "../context.ts";
import type { RuleSite } from "../rule-site.ts";

/** The day that a rule names below itself, inside the plan; undefined, and reported, where that is none. */
export const dayOfRule = (text: string, path: Path, site: RuleSite, context: Context): Day | undefined =>
  readDay(text, {
    at: site.deadline,
    path: [...site.path, ...path],
    bounds: context.bounds,
    report: context.report,
  });
