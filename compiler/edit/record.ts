import type { ParsedFile } from "../load/yaml/parsed-yaml.ts";
import { appendRow } from "./rows.ts";
import type { YamlValue } from "./yaml-text.ts";
import { splice } from "./splice.ts";
import { defined } from "../source/defined.ts";

/** A record that an event happened, as the command is given it. */
export interface NewRecord {
  readonly id: string;
  readonly event: string;
  /** ISO 8601. */
  readonly date: string;
  /** The time of day, where hours are counted from it, and its zone where that is not the plan's. */
  readonly at?: string | undefined;
  readonly zone?: string | undefined;
  readonly title: string;
  readonly period?: string | undefined;
  readonly source: { readonly title: string; readonly url?: string | undefined };
}

const longestId = 40;

/** A name for a record that nobody named: the event and its period or day, cut to what a name may hold, distinct from those there are. */
export function recordId(event: string, period: string | undefined, date: string, taken: ReadonlySet<string>): string {
  const tail = (period ?? date).toLowerCase();
  const head = event.slice(0, longestId - tail.length - 4).replace(/-+$/, "");
  for (let n = 1; ; n++) {
    const id = `${head}-${tail}${n === 1 ? "" : `-${n}`}`;
    if (!taken.has(id)) return id;
  }
}

function rowOf({ id, event, date, at, zone, title, period, source }: NewRecord): Readonly<Record<string, YamlValue>> {
  return defined({
    id,
    event,
    date,
    at,
    zone,
    title,
    period,
    source: defined({ title: source.title, url: source.url }),
  });
}

/** An occurrences.yaml without records. */
export const emptyRecords =
  "# yaml-language-server: $schema=../../../schema/occurrences.schema.json\noccurrences: []\n";

/** Writes a record at the end of a year's occurrences. */
export function record(file: ParsedFile, entry: NewRecord): string {
  return splice(file.source.text, [appendRow(file, "occurrences", rowOf(entry))]);
}
