import type { ErrorObject } from "ajv";
import type { DiagnosticCode } from "../../diagnostics/catalogue.ts";
import type { Value, Values } from "../../diagnostics/diagnostic.ts";
import type { Term } from "../../diagnostics/terms.ts";
import { memoizeByObject } from "../../source/memoize.ts";
import { nearest, slipOf } from "../../source/nearest.ts";
import { defining, suggestValue } from "./suggest-value.ts";
import type { Path } from "../yaml/parsed-yaml.ts";
import type { SchemaNode } from "./schemas.ts";

/** A value that does not fit its schema. `written` is the value as it stands in the file. */
export interface SchemaError {
  readonly error: ErrorObject;
  readonly schema: SchemaNode;
  readonly path: Path;
  readonly value: unknown;
  readonly written: string;
}

/** What is reported of a schema error, and of which token. */
export interface ExplainedError {
  readonly code: DiagnosticCode;
  readonly values: Values;
  readonly at?: Path;
  readonly of?: "key" | "value";
  /** The sign of the token that is pointed at, where it is not the whole of it. */
  readonly sign?: string;
  /** What the token should be, where only one thing can be meant. */
  readonly fix?: string | undefined;
}

/** What was found in place of something else. */
function found({ value, written }: SchemaError): Value {
  if (value === null || value === undefined) return { terms: ["empty"] };
  if (Array.isArray(value)) return { terms: ["array"] };
  if (typeof value === "object") return { terms: ["object"] };
  return typeof value === "string"
    ? { terms: ["string"], of: `«${value}»` }
    : { terms: [typeof value === "number" ? "number" : "boolean"], of: written };
}

/** A value that fails the type, pattern or bounds of a named kind of value (`x-value`) has a message of its own. */
const valueCodes: Readonly<Record<string, DiagnosticCode>> = {
  text: "bad-text",
  slug: "bad-slug",
  key: "bad-key",
  "item-id": "bad-item-id",
  "section-id": "bad-section-id",
  day: "bad-day",
  date: "bad-date",
  month: "bad-month",
  "every-on": "bad-every-on",
  count: "bad-count",
  url: "bad-url",
};
const examples: Readonly<Record<string, Value>> = {
  "time-zone": { said: { ru: "Asia/Yekaterinburg", en: "Europe/London (Area/City, as IANA names zones)" } },
  part: "first-decade",
  except: "days-off",
  clock: "19:00",
  tag: { terms: ["tag"] },
  domain: "plan.example",
  email: "plan@example.org",
  client: "0f5c1e2a-7b3d-4c8e-9a61-2d4f6b8c0e13",
  "period-key": "2031-04",
  time: "24:00",
  all: { terms: ["all-or-parties"] },
};

/** Two days with a dash between them, as the keys of an interval; undefined for anything else. */
function rangeOf(text: string): string | undefined {
  const found = /^(\d\d-\d\d)\s*[\u2010-\u2015\u2212-]\s*(\d\d-\d\d)$/u.exec(text);
  return found === null ? undefined : `from: ${found[1]!}, to: ${found[2]!}`;
}

function badValue({ schema, value, written, path }: SchemaError): ExplainedError {
  const kind = schema["x-value"] ?? "";
  const text = typeof value === "string" ? value : written;
  const range = kind === "day" ? rangeOf(text) : undefined;
  if (range !== undefined) return { code: "bad-day", values: { value: text, range } };
  const odd = strange(kind, text);
  if (odd !== undefined) return odd;
  if (typeof value === "string" && /^\d+$/.test(value) && [schema.type ?? []].flat().includes("integer"))
    return {
      code: "wrong-type",
      values: { expected: { terms: ["integer"] }, actual: { terms: ["string"], of: `«${value}»` }, bare: value },
      fix: value,
    };
  const { suggestion, separated, day, last, fix } = suggestValue(kind, text, path);
  if (last !== undefined) return { code: "impossible-date", values: { value: text, last } };
  const refers = kind === "slug" && !defining.has(path.at(-1) ?? "");
  const values = {
    value: text,
    suggestion,
    separated,
    day,
    refers: refers ? "name" : undefined,
  };
  const code = valueCodes[kind];
  return code === undefined
    ? { code: "bad-format", values: { ...values, example: examples[kind] } }
    : { code, values, fix };
}

function wrongType(schemaError: SchemaError): ExplainedError {
  const { schema, value, written } = schemaError;
  const kind = schema["x-value"];
  const scalar = ["string", "number", "boolean"].includes(typeof value);
  const expected = [schema.type ?? []].flat() as Term[];
  const pattern = schema["pattern"];
  const quotesWouldDo =
    typeof pattern === "string" ? new RegExp(pattern).test(written) : kind === undefined || kind === "text";
  if (scalar && typeof value !== "string" && expected.includes("string") && quotesWouldDo)
    return { code: "unquoted", values: { value: written }, fix: JSON.stringify(written) };
  if (scalar && kind !== undefined && kind !== "text" && valueCodes[kind] !== undefined) return badValue(schemaError);
  const first = schema.required?.[0] ?? Object.keys(schema.properties ?? {})[0];
  return {
    code: "wrong-type",
    values: {
      expected: { terms: expected },
      actual: found(schemaError),
      single: scalar && expected.includes("array") ? written.replace(/^\((.*)\)$/, "$1") : undefined,
      bare: expected.includes("integer") && typeof value === "string" && /^\d+$/.test(value) ? value : undefined,
      ...(expected.includes("object") && !expected.includes("string") && first !== undefined
        ? {
            keys: first,
            ...(typeof value === "string" && kind === undefined && wordKeys.has(first)
              ? { wrapped: wrapped(first, written, schema) }
              : {}),
          }
        : {}),
    },
  };
}

/** Keys that hold words: where such a one comes first, a text in the place of the map was meant for it. */
const wordKeys: ReadonlySet<string> = new Set(["text", "title"]);

/** A text as the map that was wanted, with its first key; dots where more keys are needed. */
function wrapped(first: string, written: string, schema: SchemaNode): string {
  const more = (schema.required ?? []).length > 1 || schema["oneOf"] !== undefined;
  return `{ ${first}: ${/[{}[\],:#]/.test(written) && !/^["']/.test(written) ? JSON.stringify(written) : written}${more ? ", …" : ""} }`;
}

function badNumber(schemaError: SchemaError): ExplainedError {
  if (schemaError.schema["x-value"] !== undefined) return badValue(schemaError);
  const { minimum, maximum } = schemaError.schema;
  return {
    code: "bad-number",
    values: { value: Number(schemaError.value), minimum: Number(minimum), maximum: Number(maximum) },
  };
}

/** `oneOf` of required keys: a deadline needs exactly one kind; which of the two mistakes it is shows in the value. */
function oneKind({ schema, value, path }: SchemaError): ExplainedError {
  const branches = (schema["oneOf"] ?? []) as readonly SchemaNode[];
  const kinds = schema["x-kinds"] ?? branches.flatMap((branch) => branch.required ?? []);
  const present = Object.keys(value as object).filter((key) => kinds.includes(key));
  const isDeadline = kinds.includes("until");
  if (present.length > 1) {
    const code = isDeadline ? "two-kinds" : "one-of-many";
    return { code, values: { kinds: { list: present }, count: present.length }, at: [...path, present[1]!], of: "key" };
  }
  const values = { kinds: { list: kinds } };
  if (Object.hasOwn(value as object, "text"))
    return { code: isDeadline ? "rule-missing" : "one-of-missing", values, at: [...path, "text"] };
  return { code: "one-of-missing", values, of: "key" };
}

/** A map that needs at least one of its keys. */
function emptyMap({ schema }: SchemaError): ExplainedError {
  const kinds = Object.keys(schema.properties ?? {}).filter((key) => !schema.required?.includes(key));
  return { code: "one-of-missing", values: { kinds: { list: kinds } }, of: "key" };
}

/** «until:04-26» inside brackets is one word to YAML: the key, the colon and what should follow it after a space. */
function gluedKey(key: string, free: readonly string[]): string | undefined {
  const [, name, rest] = /^([\w-]+):(\S.*)$/.exec(key) ?? [];
  return name !== undefined && free.includes(name) ? `${name}: ${rest}` : undefined;
}

/** A key without a value behind a text in braces: the rest of that text, after its comma. */
const commaInText = (key: string, path: Path): ExplainedError => ({
  code: "comma-in-text",
  values: { key },
  at: [...path, key],
  of: "key",
});

/** Signs that no one sees or that look like others: spaces, signs without width, dashes. */
const strangeSign = /[\u00a0\u00ad\u2007\u200b-\u200f\u202f\u2060\u2010-\u2015\u2212\u3000\ufeff]/u;
/** Kinds of values that are written in Latin letters, figures and hyphens. */
const plainKinds: ReadonlySet<string> = new Set(["slug", "key", "item-id", "section-id", "day", "date", "month"]);

const signName = (text: string): string =>
  `U+${(strangeSign.exec(text)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** A name, number or day with a sign in it that cannot be seen, or a dash for its hyphen; the value with that put right. */
function strange(kind: string, text: string): ExplainedError | undefined {
  const offset = text.search(strangeSign);
  if (offset < 0 || !plainKinds.has(kind)) return undefined;
  const suggestion = text.replace(/[\u2010-\u2015\u2212]/gu, "-").replace(new RegExp(strangeSign, "gu"), "");
  return { code: "strange-sign", values: { value: text, sign: signName(text), suggestion }, sign: text[offset]! };
}

/** A key that is known without a sign that cannot be seen: a hard space before it, or behind its colon in braces. */
function strangeKey(key: string, free: readonly string[]): Pick<ExplainedError, "code" | "values" | "fix"> | undefined {
  if (!strangeSign.test(key)) return undefined;
  const spaced = key.replace(new RegExp(strangeSign, "gu"), " ").trim();
  if (!free.includes(spaced) && gluedKey(spaced.replace(": ", ":"), free) === undefined)
    return key.search(strangeSign) > 0
      ? undefined
      : {
          code: "yaml-syntax",
          values: { what: { terms: ["yaml-hard-space"] }, fix: { terms: ["yaml-hard-space-fix"] } },
        };
  return { code: "strange-sign", values: { value: key, sign: signName(key), suggestion: spaced }, fix: spaced };
}

/** The keys of a map that stand just behind one that has nothing, with that one. */
const behindEmptyOf = memoizeByObject((map: object): ReadonlyMap<string, string> => {
  const entries = Object.entries(map);
  return new Map(
    entries.flatMap(([key, value], index) => {
      const next = entries[index + 1];
      return value === null && next !== undefined ? [[next[0], key] as const] : [];
    }),
  );
});

const explanations: Readonly<Record<string, (schemaError: SchemaError) => ExplainedError>> = {
  additionalProperties: ({ error, schema, path, value }) => {
    const key = String(error.params["additionalProperty"]);
    const free = Object.keys(schema.properties ?? {}).filter((name) => !Object.hasOwn(value as object, name));
    const glued = gluedKey(key, free);
    if (glued !== undefined)
      return { code: "unknown-key", values: { key, suggestion: glued }, at: [...path, key], of: "key", fix: glued };
    const odd = strangeKey(key, free);
    if (odd !== undefined) return { ...odd, at: [...path, key], of: "key" };
    // YAML 1.1 reads «on» as true, and programs of it write that.
    if (key === "true" && free.includes("on"))
      return { code: "unknown-key", values: { key, suggestion: "on" }, at: [...path, key], of: "key", fix: "on" };
    if (
      (value as Readonly<Record<string, unknown>>)[key] === null &&
      Object.hasOwn(value as object, "text") &&
      /[^\w-]/.test(key)
    )
      return commaInText(key, path);
    // What was to stand in the key before stands beside it.
    const inside = behindEmptyOf(value as object).get(key);
    const suggestion = nearest(key, free);
    if (inside !== undefined && suggestion === undefined)
      return { code: "unknown-key", values: { key, inside }, at: [...path, key], of: "key" };
    return {
      code: "unknown-key",
      values: { key, suggestion, known: free.length > 0 ? { list: free } : undefined },
      at: [...path, key],
      of: "key",
      fix: slipOf(key, free),
    };
  },
  required: ({ error }) => {
    const key = String(error.params["missingProperty"]);
    return { code: key === "text" ? "wording-missing" : "missing-key", values: { key }, of: "key" };
  },
  dependentRequired: ({ error, path, value }) => {
    const key = String(error.params["property"]);
    const needs = String(error.params["deps"])
      .split(", ")
      .filter((name) => !Object.hasOwn(value as object, name));
    return { code: "key-needs", values: { key, needs: { list: needs } }, at: [...path, key], of: "key" };
  },
  type: wrongType,
  pattern: badValue,
  minLength: badValue,
  maxLength: (error) =>
    error.schema["x-value"] === "text" && typeof error.value === "string"
      ? { code: "text-too-long", values: { limit: Number(error.error.params["limit"]) } }
      : badValue(error),
  enum: ({ error, value, written }) => {
    const choices = (error.params["allowedValues"] as unknown[]).map(String);
    return {
      code: "bad-choice",
      values: {
        value: value === null ? "" : written,
        choices: { list: choices },
        suggestion: nearest(written, choices),
      },
      fix: slipOf(written, choices),
    };
  },
  const: ({ error, written }) => ({
    code: "bad-choice",
    values: {
      value: written,
      choices: String(error.params["allowedValue"]),
      suggestion: String(error.params["allowedValue"]),
    },
  }),
  minimum: badNumber,
  maximum: badNumber,
  minItems: ({ error }) => ({ code: "too-few", values: { minimum: Number(error.params["limit"]) } }),
  maxItems: ({ error }) => ({ code: "too-many", values: { maximum: Number(error.params["limit"]) } }),
  minProperties: emptyMap,
  uniqueItems: ({ error, path, value }) => {
    const index = Math.max(Number(error.params["i"]), Number(error.params["j"]));
    return { code: "not-unique", values: { value: String((value as unknown[])[index]) }, at: [...path, index] };
  },
  oneOf: oneKind,
};

/** Returns a schema error in the terms of a diagnostic. */
export function explainSchemaError(schemaError: SchemaError): ExplainedError {
  return (explanations[schemaError.error.keyword] ?? badValue)(schemaError);
}
