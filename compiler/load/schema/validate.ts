import type { ErrorObject } from "ajv";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import { explainSchemaError, type ExplainedError } from "./schema-errors.ts";
import { spanAt, type ParsedFile } from "../yaml/parsed-yaml.ts";
import { schemaAt } from "./schema-at.ts";
import { schemaDocument, validators, type FileKind, type FileShapes } from "./schemas.ts";
import { valueAt } from "../../source/value-at.ts";

function pathOf(error: ErrorObject): string[] {
  return error.instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
}

/** The branches of a `oneOf` fail with it; a value of the wrong type fails every keyword of its type. */
function withoutConsequences(errors: readonly ErrorObject[]): ErrorObject[] {
  const own = errors.filter(({ schemaPath }) => !/\/oneOf\/\d+\//.test(schemaPath ?? ""));
  const mistyped = new Set(own.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath));
  return own.filter(({ keyword, instancePath }) => keyword === "type" || !mistyped.has(instancePath));
}

interface Finding extends ExplainedError {
  readonly map: string;
}

/** A key has nothing because the keys that were to stand in it stand beside it. */
const isLeftEmpty = ({ code, map }: Finding, findings: readonly Finding[]): boolean =>
  code === "wrong-type" &&
  findings.some(
    (other) => other.values["inside"] !== undefined && `${other.map}/${String(other.values["inside"])}` === map,
  );

/**
 * A key that is mistyped is missing too, and a map with a key that does not belong there lacks the one that does: the
 * first mistake is reported, not what follows from it.
 */
function followsFromKey({ code, values }: Finding, here: readonly Finding[]): boolean {
  if (code === "missing-key" || code === "wording-missing" || code === "rule-missing" || code === "one-of-missing") {
    if (here.some((other) => other.code === "strange-sign" || other.code === "comma-in-text")) return true;
  }
  // Empty braces lack words and rule alike.
  if (code === "wording-missing" && here.some((other) => other.code === "one-of-missing")) return true;
  if (code === "one-of-missing" || code === "rule-missing")
    return here.some((other) => other.code === "unknown-key" || other.code === "key-needs");
  if (code !== "missing-key" && code !== "wording-missing") return false;
  return here.some((other) => other.code === "unknown-key" && other.values["suggestion"] === values["key"]);
}

/** Number of mistakes of one file that are reported; further ones are reported when these are corrected. */
const mostInFile = 1_000;

function explain(kind: FileKind, file: ParsedFile, errors: readonly ErrorObject[]): Diagnostic[] {
  const findings = withoutConsequences(errors)
    .slice(0, mostInFile)
    .map((error): Finding => {
      const path = pathOf(error);
      const { start, end } = spanAt(file, path);
      const schemaError = {
        error,
        path,
        schema: schemaAt(kind, path),
        value: valueAt(file.data, path),
        written: file.source.text.slice(start, end),
      };
      return { at: path, ...explainSchemaError(schemaError), map: error.instancePath };
    });
  const seen = new Set<string>();
  const byMap = Map.groupBy(findings, ({ map }) => map);
  return findings
    .filter(
      (finding) =>
        !followsFromKey(finding, byMap.get(finding.map) ?? []) &&
        !isLeftEmpty(finding, byMap.get(finding.map.replace(/\/[^/]*$/, "")) ?? []) &&
        // The figure before the comma is part of the text that the comma has ended.
        !(
          finding.code === "unquoted" &&
          byMap.get(finding.map.replace(/\/text$/, ""))?.some(({ code }) => code === "comma-in-text")
        ),
    )
    .flatMap((finding): Diagnostic[] => {
      const { code, values, at = [], of = "value", sign, fix } = finding;
      const whole = spanAt(file, at, of);
      const offset = sign === undefined ? -1 : file.source.text.slice(whole.start, whole.end).indexOf(sign);
      const span = offset < 0 ? whole : { ...whole, start: whole.start + offset, end: whole.start + offset + 1 };
      const key = `${code} ${span.start} ${JSON.stringify(values)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ code, values, span, fix: fix === undefined ? undefined : { span, text: fix } }];
    });
}

/** The list that a file of rows consists of. */
const rowLists = ["items", "parties", "profiles", "synonyms", "periods", "events", "occurrences", "readings"] as const;

/** What is left of a file without its broken rows. */
export interface ValidatedFile<K extends FileKind> {
  /** Broken rows are holes, so that indexes stay those of the file; undefined when the file itself does not fit. */
  readonly data: FileShapes[K] | undefined;
  /** What the broken rows were called; undefined when the name of one of them cannot be made out. */
  readonly brokenIds: readonly string[] | undefined;
}

function withoutBrokenRows<K extends FileKind>(data: unknown, errors: readonly ErrorObject[]): ValidatedFile<K> {
  const list = rowLists.find((key) => Array.isArray((data as Readonly<Record<string, unknown>>)[key]));
  const paths = errors.map(pathOf);
  if (list === undefined || paths.some((path) => path[0] !== list || path.length < 2))
    return { data: undefined, brokenIds: undefined };
  const rows = (data as Readonly<Record<string, readonly ({ id?: unknown } | null)[]>>)[list] ?? [];
  const broken = new Set(paths.map((path) => Number(path[1])));
  const nameless =
    paths.some((path) => path[2] === "id") || [...broken].some((index) => typeof rows[index]?.id !== "string");
  const kept = rows.map((row, index) => (broken.has(index) ? undefined : row));
  return {
    data: { ...(data as object), [list]: kept } as unknown as FileShapes[K],
    brokenIds: nameless ? undefined : [...broken].map((index) => String(rows[index]?.id)),
  };
}

/** Holds a file to the schema of its kind. */
export function validateFile<K extends FileKind>(kind: K, file: ParsedFile): Outcome<ValidatedFile<K>> {
  const { data } = file;
  if (data === null || data === undefined) {
    const expected = schemaDocument(`${kind}.schema.json`).required?.[0] ?? "";
    return {
      value: { data: undefined, brokenIds: undefined },
      diagnostics: [
        {
          code: "yaml-document-empty",
          values: { expected },
          span: { file: file.source.path, start: 0, end: Math.min(1, file.source.text.length) },
        },
      ],
    };
  }
  const validate = validators[kind];
  if (validate(data)) return { value: { data: data as FileShapes[K], brokenIds: [] }, diagnostics: [] };
  const errors = validate.errors ?? [];
  return { value: withoutBrokenRows(data, errors), diagnostics: explain(kind, file, errors) };
}
