import type { ErrorObject } from "ajv";
import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Outcome, Report, Values } from "../diagnostics/diagnostic.ts";
import { nearest } from "../source/nearest.ts";
import { spanAt, type ParsedFile, type Path } from "./parsed-file.ts";
import { schemaOf, validators, type FileKind, type FileShapes, type SchemaNode } from "./schemas.ts";

interface Fault {
  readonly error: ErrorObject;
  readonly schema: SchemaNode;
  readonly path: Path;
  readonly value: unknown;
}

type Explained = { readonly code: DiagnosticCode; readonly values: Values; readonly at?: Path; readonly of?: "key" | "value" };

const typeNames: Readonly<Record<string, string>> = {
  string: "текст", integer: "целое число", number: "число", array: "список", object: "ключи со значениями", boolean: "да или нет", null: "ничего (null)",
};

function nameOfType(value: unknown): string {
  if (value === null || value === undefined) return "пусто";
  if (Array.isArray(value)) return "список";
  return typeof value === "object" ? "ключи со значениями" : typeof value === "number" ? `число ${value}` : typeof value === "boolean" ? String(value) : `текст «${String(value)}»`;
}

const shown = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

/** A value that fails the pattern or bounds of a named kind of value (`x-value`) has a message of its own. */
const valueCodes: Readonly<Record<string, DiagnosticCode>> = {
  text: "bad-text", slug: "bad-slug", key: "bad-key", "item-id": "bad-item-id", "section-id": "bad-section-id", day: "bad-day", date: "bad-date",
  month: "bad-month", "every-on": "bad-every-on", count: "bad-count", url: "bad-url",
};
const examples: Readonly<Record<string, string>> = {
  "time-zone": "Asia/Yekaterinburg", domain: "plan.example", "period-key": "2024-04", time: "24:00", all: "all или список сторон",
};

function badValue({ schema, value }: Fault): Explained {
  const kind = schema["x-value"] ?? "";
  const code = valueCodes[kind];
  if (code !== undefined) return { code, values: { value: shown(value) } };
  return { code: "bad-format", values: { value: shown(value), ...(examples[kind] === undefined ? {} : { example: examples[kind] }) } };
}

function badNumber(fault: Fault): Explained {
  if (fault.schema["x-value"] !== undefined) return badValue(fault);
  const { minimum, maximum } = fault.schema;
  return { code: "bad-number", values: { value: Number(fault.value), minimum: Number(minimum), maximum: Number(maximum) } };
}

/** `oneOf` of required keys: a deadline needs exactly one kind; which of the two mistakes it is shows in the value. */
function oneKind({ schema, value, error }: Fault): Explained {
  const branches = (schema["oneOf"] ?? []) as readonly SchemaNode[];
  const kinds = schema["x-kinds"] ?? branches.flatMap((branch) => branch.required ?? []);
  const present = kinds.filter((kind) => Object.hasOwn(value as object, kind));
  const isDeadline = kinds.includes("until");
  if (present.length > 1) {
    const at = present[1]!;
    const values = { kinds: { list: present }, count: present.length };
    return { code: isDeadline ? "two-kinds" : "one-of-many", values, at: [...pathOf(error), at], of: "key" };
  }
  const code = isDeadline ? "rule-missing" : "one-of-missing";
  const values = { kinds: { list: kinds } };
  return Object.hasOwn(value as object, "text") ? { code, values, at: [...pathOf(error), "text"], of: "value" } : { code, values };
}

const explain: Readonly<Record<string, (fault: Fault) => Explained>> = {
  additionalProperties: ({ error, schema, path, value }) => {
    const key = String(error.params["additionalProperty"]);
    const free = Object.keys(schema.properties ?? {}).filter((name) => !Object.hasOwn(value as object, name));
    const suggestion = nearest(key, free);
    return { code: "unknown-key", values: { key, ...(suggestion === undefined ? {} : { suggestion }) }, at: [...path, key], of: "key" };
  },
  required: ({ error, path }) => {
    const key = String(error.params["missingProperty"]);
    return { code: key === "text" ? "wording-missing" : "missing-key", values: { key }, at: path, of: "key" };
  },
  dependentRequired: ({ error, path }) => ({
    code: "key-needs", values: { key: String(error.params["property"]), needs: String(error.params["missingProperty"]) }, at: [...path, String(error.params["property"])], of: "key",
  }),
  type: ({ schema, value }) => {
    const names = [schema.type ?? []].flat().map((name) => typeNames[name] ?? name);
    return { code: "wrong-type", values: { expected: names.join(" или "), actual: nameOfType(value) } };
  },
  pattern: badValue,
  minLength: badValue,
  maxLength: badValue,
  enum: ({ error, value }) => {
    const choices = (error.params["allowedValues"] as unknown[]).map(String);
    const suggestion = nearest(shown(value), choices);
    return { code: "bad-choice", values: { value: shown(value), choices: { list: choices }, ...(suggestion === undefined ? {} : { suggestion }) } };
  },
  const: ({ error, value }) => ({ code: "bad-choice", values: { value: shown(value), choices: String(error.params["allowedValue"]), suggestion: String(error.params["allowedValue"]) } }),
  minimum: badNumber,
  maximum: badNumber,
  minItems: ({ error }) => ({ code: "too-few", values: { minimum: Number(error.params["limit"]) } }),
  maxItems: ({ error }) => ({ code: "too-many", values: { maximum: Number(error.params["limit"]) } }),
  minProperties: ({ error }) => ({ code: "too-few", values: { minimum: Number(error.params["limit"]) } }),
  uniqueItems: ({ error, path, value }) => {
    const index = Math.max(Number(error.params["i"]), Number(error.params["j"]));
    return { code: "not-unique", values: { value: shown((value as unknown[])[index]) }, at: [...path, index] };
  },
  oneOf: oneKind,
};

function pathOf(error: ErrorObject): (string | number)[] {
  return error.instancePath.split("/").slice(1).map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}

/** The branches of a `oneOf` fail with it; a value of the wrong type fails everything that is said of its type. */
function isConsequence(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (/\/oneOf\/\d+\//.test(error.schemaPath)) return true;
  return error.keyword !== "type" && all.some((other) => other.keyword === "type" && other.instancePath === error.instancePath);
}

/** The list that a file of rows consists of. */
const rowLists = ["items", "parties", "periods", "events", "occurrences", "readings"] as const;

/** What is left of a file without its broken rows, and what those were called. */
export interface Shaped<K extends FileKind> {
  /** Broken rows are holes, so that indexes stay those of the file; undefined when the file itself does not fit. */
  readonly data: FileShapes[K] | undefined;
  readonly brokenIds: readonly string[];
}

function withoutBrokenRows<K extends FileKind>(data: unknown, errors: readonly ErrorObject[]): Shaped<K> {
  const list = rowLists.find((key) => Array.isArray((data as Readonly<Record<string, unknown>>)[key]));
  if (list === undefined || errors.some((error) => pathOf(error)[0] !== list || pathOf(error).length < 2)) return { data: undefined, brokenIds: [] };
  const broken = new Set(errors.map((error) => Number(pathOf(error)[1])));
  const rows = (data as Readonly<Record<string, readonly { id?: unknown }[]>>)[list] ?? [];
  const kept = rows.map((row, index) => (broken.has(index) ? undefined : row));
  return { data: { ...(data as object), [list]: kept } as unknown as FileShapes[K], brokenIds: [...broken].flatMap((index) => (typeof rows[index]?.id === "string" ? [rows[index].id] : [])) };
}

/** Holds a file to the schema of its kind. */
export function shape<K extends FileKind>(kind: K, file: ParsedFile): Outcome<Shaped<K>> {
  const { data } = file;
  if (data === null || data === undefined) {
    const expected = schemaOf(kind, "#/required").required?.[0] ?? "";
    return { value: { data: undefined, brokenIds: [] }, diagnostics: [{ code: "yaml-document-empty", values: { expected }, span: { file: file.source.path, start: 0, end: 1 } }] };
  }
  const validate = validators[kind];
  if (validate(data)) return { value: { data: data as FileShapes[K], brokenIds: [] }, diagnostics: [] };
  const errors = validate.errors ?? [];
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const seen = new Set<string>();
  for (const error of errors.filter((candidate) => !isConsequence(candidate, errors))) {
    const path = pathOf(error);
    const fault: Fault = { error, path, schema: schemaOf(kind, error.schemaPath), value: valueAt(data, path) };
    const explained = (explain[error.keyword] ?? badValue)(fault);
    const at = explained.at ?? path;
    const key = `${explained.code}:${at.join("/")}:${JSON.stringify(explained.values)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    report({ code: explained.code, values: explained.values, span: spanAt(file, at, explained.of ?? "value") });
  }
  return { value: withoutBrokenRows(data, errors), diagnostics };
}
