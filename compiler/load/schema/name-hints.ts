/**
 * Names that editor programs complete while typing: parties, events, periods, items, readings, amendments. The schemas
 * offer them (`names.schema.json`) without demanding them: the compiler decides whether a name is known.
 */
import { oneLine } from "../../source/one-line.ts";
import type { Workspace } from "../workspace.ts";

const file = "names.schema.json";

/** What of a name is shown beside it; longer texts are cut at a word. */
const longestExplanation = 90;

type Named = readonly [id: string, explanation: string];
/** Names by the kind that the schemas offer them under. */
export type NamesByKind = Readonly<Record<string, readonly Named[]>>;

/** The beginning of a text that fits beside a name. */
export function brief(text: string): string {
  if (text.length <= longestExplanation) return text;
  return `${text.slice(0, text.lastIndexOf(" ", longestExplanation - 1))} …`;
}

/** Names in order of code points, each once: the first series that has it explains it. */
function enumeration(names: readonly Named[]): {
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
} {
  const explained = new Map<string, string>();
  for (const [id, explanation] of names) if (!explained.has(id)) explained.set(id, brief(explanation));
  const ids = [...explained.keys()].sort();
  return { enum: ids, enumDescriptions: ids.map((id) => explained.get(id) ?? "") };
}

/** The names that some series define, in their order. */
export function namesIn({ series }: Pick<Workspace, "series">): NamesByKind {
  const plans = series.flatMap((each) => each.plans);
  return {
    party: series.flatMap(({ parties }) =>
      parties.map(({ data }): Named => [
        data.id,
        data.label === data.name ? data.name : `${data.label} – ${data.name}`,
      ]),
    ),
    "party-label": series.flatMap(({ parties }) => parties.map(({ data }): Named => [data.label, data.name])),
    event: plans.flatMap(({ events }) => events.map(({ data }): Named => [data.id, data.title])),
    period: plans.flatMap(({ periods }) => periods.map(({ data }): Named => [data.id, data.title])),
    item: plans.flatMap(({ items }) => items.map(({ data }): Named => [data.id, oneLine(data.short ?? data.activity)])),
    reading: plans.flatMap(({ readings }) => readings.map(({ data }): Named => [data.id, data.because])),
    amendment: plans.flatMap(({ order }) => (order.data.amendments ?? []).map(({ id, title }): Named => [id, title])),
  };
}

/** The text of `schema/names.schema.json` for the plans as they are. */
export function nameHints(workspace: Workspace): string {
  const definitions = Object.entries(namesIn(workspace)).map(([kind, names]) => [kind, enumeration(names)] as const);
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: file,
    title: "Names",
    description: "Имена из планов этой папки: подсказки редактору. Пишет srok fmt; руками не правят.",
    // A schema may list no value only by allowing any: an empty enumeration is not valid.
    $defs: Object.fromEntries(definitions.map(([kind, names]) => [kind, names.enum.length === 0 ? {} : names])),
  };
  return `${JSON.stringify(schema, null, 1)}\n`;
}

const isHint = (value: unknown): boolean =>
  Array.isArray(value) &&
  typeof value[0] === "object" &&
  String((value[0] as { $ref?: unknown }).$ref).startsWith(`${file}#`);

/** A schema without the hints: for validators, and for those who get the schema without this project. */
export function withoutNameHints<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(withoutNameHints) as T;
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => !(key === "anyOf" && isHint(value)));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNameHints(value)])) as T;
}
