import type { Located, Origin, ParsedFile } from "./yaml/parsed-yaml.ts";
import type { Plan } from "./workspace.ts";

/** A file that nobody wrote: where values stand that come from no file of the plan. */
export const nowhere: ParsedFile = { source: { path: "", text: "" }, data: {}, spans: [0, 0, -1, -1] };

const origin: Origin = { file: nowhere, path: [] };

/** A value that stands in no file. */
export const unwritten = <T>(data: T): Located<T> => ({ data, origin });

/** A plan with nothing in it. */
export function emptyPlan(year: number): Plan {
  const text = "–";
  const order = {
    year,
    authority: text,
    kind: text,
    date: `${year}-01-01`,
    number: "1",
    place: text,
    title: text,
    preamble: text,
    clauses: [],
    signature: { post: text, name: text },
    "plan-title": text,
  };
  return {
    year,
    order: unwritten(order),
    periods: [],
    events: [],
    occurrences: [],
    readings: [],
    sections: [],
    items: [],
  };
}
