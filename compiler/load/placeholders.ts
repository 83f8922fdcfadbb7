/** Values that stand in no file of the plan: in place of files that are missing or unreadable, and where a plan is made up. */
import { calendarYear, type Bounds } from "../calendar/bounds.ts";
import { civilOf, isoDate } from "../calendar/day.ts";
import type { GlossaryFile, OrderFile, PlanFile, SeriesFile } from "../generated/types.ts";
import type { Plan, Series } from "./workspace.ts";
import type { Located, Origin, ParsedFile } from "./yaml/parsed-yaml.ts";

/** A file that nobody wrote. */
export const nowhere: ParsedFile = { source: { path: "", text: "" }, data: {}, spans: [0, 0, -1, -1] };

const origin: Origin = { file: nowhere, path: [] };

/** Returns a value located in no file. */
export const unwritten = <T>(data: T): Located<T> => ({ data, origin });

const textAt = (data: unknown, key: string): string => {
  const value = (data as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return typeof value === "string" ? value : "";
};

/**
 * Returns a series in place of series.yaml. `data` is what could be parsed of the file: its calendar, rule set and
 * controller are used; an empty calendar or rule set means that it is unknown.
 */
export function placeholderSeries(folder: string, data: unknown): Located<SeriesFile> {
  return unwritten({
    slug: folder,
    title: folder,
    name: folder,
    language: "ru",
    "time-zone": "UTC",
    calendar: textAt(data, "calendar"),
    rules: textAt(data, "rules"),
    controller: textAt(data, "controller"),
    "uid-domain": "invalid.invalid",
    publisher: folder,
  });
}

/** A glossary in place of glossary.yaml. */
export const emptyGlossary: Located<GlossaryFile> = unwritten({ title: "", terms: [] });

/** Returns a series without parties and plans, of which there is no more than its file. */
export const emptySeries = (file: Located<SeriesFile>): Series => ({
  ...file,
  folder: file.data.slug,
  parties: [],
  profiles: [],
  synonyms: [],
  glossary: emptyGlossary,
  plans: [],
});

/** Returns an order in place of order.yaml; it is dated the first day of the year. */
export function emptyOrder(year: number): Located<OrderFile> {
  return unwritten({
    year,
    authority: "",
    kind: "",
    date: `${year}-01-01`,
    number: "",
    place: "",
    title: "",
    preamble: "",
    clauses: [],
    signature: { post: "", name: "" },
    "plan-title": "",
  });
}

/** Returns the file of a plan without an order as its head: empty where an order has its words. */
export function withoutOrder({ data, origin }: Located<PlanFile>, bounds: Bounds): Located<OrderFile> {
  const { title, amendments, ...own } = data;
  return {
    origin,
    data: {
      ...emptyOrder(civilOf(bounds.from).year).data,
      ...own,
      date: isoDate(bounds.from),
      "plan-title": title,
      ...(amendments === undefined ? {} : { amendments: amendments.map((each) => ({ ...each, number: "" })) }),
    },
  };
}

/** Returns a plan with nothing in it. */
export function emptyPlan(year: number): Plan {
  return {
    id: String(year),
    bounds: calendarYear(year),
    order: emptyOrder(year),
    hasOrder: true,
    periods: [],
    events: [],
    occurrences: [],
    readings: [],
    sections: [],
    items: [],
  };
}
