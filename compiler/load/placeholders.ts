import type { GlossaryFile, OrderFile, PartiesFile, SeriesFile } from "../generated/types.ts";
import type { Located } from "./yaml/parsed-yaml.ts";

/** A file that is not there or could not be read, so that the rest is still checked; nothing is published from it. */
function standIn<T>(data: T): Located<T> {
  return { data, origin: { file: { source: { path: "", text: "" }, data: null, spans: [0, 0, -1, -1] }, path: [] } };
}

const textAt = (data: unknown, key: string): string => {
  const value = (data as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return typeof value === "string" ? value : "";
};

/** In place of series.yaml; what can be made out of it is kept. An empty calendar or rule set means: not known. */
export function seriesStandIn(folder: string, read: unknown): Located<SeriesFile> {
  return standIn({
    slug: folder,
    title: folder,
    name: folder,
    language: "ru",
    "time-zone": "UTC",
    calendar: textAt(read, "calendar"),
    rules: textAt(read, "rules"),
    controller: textAt(read, "controller"),
    "uid-domain": "invalid.invalid",
    publisher: folder,
  });
}

/** In place of parties.yaml. */
export const partiesStandIn: Located<PartiesFile> = standIn({ parties: [] });

/** In place of glossary.yaml. */
export const glossaryStandIn: Located<GlossaryFile> = standIn({ title: "", terms: [] });

/** In place of order.yaml. */
export function orderStandIn(year: number): Located<OrderFile> {
  return standIn({
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
