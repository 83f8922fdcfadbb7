/**
 * Of a deadline's two sides, words and rule, the one that is missing is written from the other: an editor types «до 1 марта»
 * and gets `until: 03-01`, or gives the rule and gets the words. Only what can mean one thing is written.
 */
import type { Deadline } from "../generated/types.ts";
import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { schemaAt } from "../load/schema/schema-at.ts";
import type { SpanTree } from "../load/yaml/span-tree.ts";
import type { PhraseFault } from "../phrase/faults.ts";
import { phraseLanguageCodes, phraseLanguages, type PhraseLanguageCode } from "../phrase/languages.ts";
import { unnamed, type Names } from "../phrase/names.ts";
import { interpretPhrase } from "../phrase/read.ts";
import { phraseOf } from "../phrase/write.ts";
import { isFlow, treeAt } from "./locate.ts";
import { flowText, isMap, keyLines, lineWidth, type YamlValue } from "./yaml-text.ts";
import { columnOf, lineBreakOf, linesAfter, splice, type Splice } from "./splice.ts";
import { valueAt } from "../source/value-at.ts";

/** Why a side was not written. */
export type Obstacle =
  | { readonly kind: "unread"; readonly fault: PhraseFault }
  /** The words can mean each of these, in the words of orders. */
  | { readonly kind: "ambiguous"; readonly phrases: readonly string[] }
  /** The rule counts from an event that the plan does not name. */
  | { readonly kind: "no-event"; readonly event: string }
  /** The rule leans on a period that the plan does not define. */
  | { readonly kind: "no-period"; readonly period: string }
  /** The rule has no short phrase. */
  | { readonly kind: "no-phrase" };

/** A deadline that lacks a side: where it stands, its words where it has them, and why the other was not written. */
export interface Gap {
  readonly at: number;
  readonly text: string | undefined;
  readonly obstacle: Obstacle | undefined;
}

/** What a plan's file can be read with. */
export interface FillOptions {
  /** The calendar year that the plan lies in, if it is one. */
  readonly year: number | undefined;
  readonly names: Names;
  /** The language of the plan's words. */
  readonly language: PhraseLanguageCode;
}

/** Where the deadlines of a section stand. */
function deadlinePaths({ data }: ParsedFile): Path[] {
  const items = isMap(data) && Array.isArray(data["items"]) ? (data["items"] as unknown[]) : [];
  return items.flatMap((item, index) => {
    if (!isMap(item)) return [];
    const control = isMap(item["control"]) ? item["control"] : {};
    return [
      ...("deadline" in item ? [["items", index, "deadline"]] : []),
      ...("deadline" in control ? [["items", index, "control", "deadline"]] : []),
    ];
  });
}

/** The rule that words mean, without anything that was not said; else why there is none. */
export function ruleMeant(text: string, options: FillOptions): Deadline | Obstacle {
  const { interpretations, fault } = interpretPhrase(text, options);
  if (fault !== undefined) return { kind: "unread", fault };
  if (interpretations.length > 1)
    return {
      kind: "ambiguous",
      phrases: interpretations.flatMap(
        ({ rule, events }) =>
          phraseOf(rule, { names: options.names, language: options.language, event: events[0] }) ?? [],
      ),
    };
  const [{ rule, events }] = interpretations;
  const missing = phraseLanguages[options.language].knownPeriods.find(
    ({ id }) => !options.names.periods.some((period) => period.id === id) && JSON.stringify(rule).includes(`"${id}"`),
  );
  if (missing !== undefined) return { kind: "no-period", period: missing.title };
  return events.length > 0 || JSON.stringify(rule).includes(`"${unnamed}"`)
    ? { kind: "no-event", event: events.find((words) => words !== "") ?? "" }
    : rule;
}

/** Keys after the last one of a map, or in the place of its first. */
function withKeys(
  file: ParsedFile,
  tree: SpanTree,
  entries: Readonly<Record<string, YamlValue>>,
  first: boolean,
): Splice {
  const { text } = file.source;
  const keys = Object.values((tree[4] ?? {}) as Readonly<Record<string, SpanTree>>);
  const flow = Object.entries(entries)
    .map(([key, value]) => `${key}: ${flowText(value)}`)
    .join(", ");
  const [head, last] = [
    Math.min(...keys.map(([, , key]) => key)),
    Math.max(...keys.map(([, end, , keyEnd]) => Math.max(end, keyEnd))),
  ];
  if (isFlow(file, tree))
    return first ? { start: head, end: head, text: `${flow}, ` } : { start: last, end: last, text: `, ${flow}` };
  const lines = Object.entries(entries).flatMap(([key, value]) => keyLines(key, value, columnOf(text, head)));
  if (first)
    return {
      start: head,
      end: head,
      text: `${lines.join(lineBreakOf(text)).trimStart()}${lineBreakOf(text)}${" ".repeat(columnOf(text, head))}`,
    };
  return linesAfter(text, last - 1, lines);
}

/** Bare words become a map of words and rule. */
function mapFor(file: ParsedFile, [start, whole, keyStart, keyEnd]: SpanTree, words: string, rule: Deadline): Splice {
  const { text } = file.source;
  const end = start + text.slice(start, whole).trimEnd().length;
  const fields = { text: words, ...(rule as Readonly<Record<string, YamlValue>>) };
  const line = flowText(fields);
  if (columnOf(text, start) + line.length <= lineWidth) return { start, end, text: line };
  const newline = lineBreakOf(text);
  return {
    start: keyEnd + 1,
    end,
    text:
      newline +
      Object.entries(fields)
        .flatMap(([key, value]) => keyLines(key, value, columnOf(text, keyStart) + 2))
        .join(newline),
  };
}

/** One deadline: what is to be written, or why nothing is; undefined when it has both sides or neither. */
function fillOne(
  file: ParsedFile,
  path: Path,
  options: FillOptions,
): { readonly gap: Gap; readonly splice?: Splice } | undefined {
  const tree = treeAt(file, path);
  const value = valueAt(file.data, path);
  if (tree === undefined) return undefined;
  const words =
    typeof value === "string" ? value : isMap(value) && typeof value["text"] === "string" ? value["text"] : undefined;
  const kinds = isMap(value)
    ? (schemaAt("section", path)["x-kinds"] ?? []).filter((kind) => Object.hasOwn(value, kind))
    : [];
  const gap = (obstacle?: Obstacle): { gap: Gap } => ({ gap: { at: tree[0], text: words, obstacle } });
  if (words !== undefined && kinds.length === 0) {
    if (!phraseLanguages[options.language].letter.test(words)) return undefined;
    const rule = ruleMeant(words, options);
    if ("kind" in rule) return gap(rule);
    return {
      ...gap(),
      splice:
        typeof value === "string"
          ? mapFor(file, tree, words, rule)
          : withKeys(file, tree, rule as Readonly<Record<string, YamlValue>>, false),
    };
  }
  if (words !== undefined || kinds.length === 0 || !isMap(value) || "text" in value) return undefined;
  const phrase = phraseOf(value, options);
  return phrase === undefined
    ? gap({ kind: "no-phrase" })
    : { ...gap(), splice: withKeys(file, tree, { text: phrase }, true) };
}

/** Whether a section has a deadline with one side only, so that names are worth looking up. */
export const hasGaps = (file: ParsedFile): boolean =>
  deadlinePaths(file).some((path) =>
    phraseLanguageCodes.some(
      (language) =>
        fillOne(file, path, { year: 2000, names: { events: [], periods: [], parties: [] }, language }) !== undefined,
    ),
  );

/** A section with the missing sides written where that is certain; `gaps` tells of each, written or not. */
export function fillWording(
  file: ParsedFile,
  options: FillOptions,
): { readonly text: string; readonly gaps: readonly Gap[] } {
  const found = deadlinePaths(file).flatMap((path) => fillOne(file, path, options) ?? []);
  return {
    text: splice(
      file.source.text,
      found.flatMap((entry) => entry.splice ?? []),
    ),
    gaps: found.map(({ gap }) => gap),
  };
}
