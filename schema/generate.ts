/**
 * Writes what is derived from the schemas: the TypeScript types of every input and output, and the validators
 * as standalone modules (no code is generated at run time, so a strict Content-Security-Policy holds).
 *
 * `node schema/generate.ts` writes, `node schema/generate.ts --check` only compares and exits 1 when stale.
 */
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";
import { withoutNameHints } from "../compiler/load/schema/name-hints.ts";

const schemaFolder = fileURLToPath(new URL(".", import.meta.url));
const outputFolder = fileURLToPath(new URL("../compiler/generated/", import.meta.url));

const schemas = readdirSync(schemaFolder)
  .filter((name) => name.endsWith(".schema.json"))
  .sort()
  .map((name) => ({
    name,
    schema: withoutNameHints(
      JSON.parse(readFileSync(schemaFolder + name, "utf8")) as Record<string, unknown> & { title: string },
    ),
  }));
const inputs = schemas.filter(({ schema }) => schema.title.endsWith("File"));

/** Words in the schemas that carry meaning for diagnostics and for the types (`tsType`: what is there after loading), not for validation. */
const annotations = ["x-value", "x-kinds", "tsType"];

/** A pattern of an object of a program without deeper ones but those of a pattern; its texts may hold braces. */
const inBraces = (deeper: string): string => String.raw`\{(?:[^{}"]|"(?:\\.|[^"\\])*"|${deeper})*\}`;

/**
 * What ajv writes at each place where a value can be wrong, in fewer words: browsers load it too. Errors are appended where ajv copies
 * all that there are at each further one, which takes the square of the time of a file full of faulty rows.
 */
const shorter: readonly (readonly [ajv: RegExp, ours: string])[] = [
  [/vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\)/g, "append(vErrors, $1.errors)"],
  [
    new RegExp(
      `const (err\\d+) = (${inBraces(inBraces("(?!)"))});if\\(vErrors === null\\)\\{vErrors = \\[\\1\\];\\}else \\{vErrors\\.push\\(\\1\\);\\}`,
      "g",
    ),
    "vErrors = append(vErrors, [$2]);",
  ],
  // Only references that are decided at run time need to know what a value stands in, and these schemas have none.
  [/,parentData:[^,{}]+,parentDataProperty:[^,{}]+,rootData,dynamicAnchors\}/g, "}"],
  [/,parentData,parentDataProperty,rootData,dynamicAnchors\}/g, "}"],
  [/, parentData, parentDataProperty, rootData=data, dynamicAnchors=\{\}\}/g, "}"],
  // Where in a schema an error was found is asked of those inside `oneOf` alone.
  [/,schemaPath:"(?![^"]*\/oneOf\/\d)[^"]*"/g, ""],
  // What is found out about keys at run time starts anew; where nothing is, there is nothing to start.
  [
    /const evaluated0 = (\w+)\.evaluated;if\(evaluated0\.dynamicProps\)\{evaluated0\.props = undefined;\}if\(evaluated0\.dynamicItems\)\{evaluated0\.items = undefined;\}(?=[^]*?\n?\1\.evaluated = \{[^}]*"dynamicProps":false,"dynamicItems":false\})/g,
    "",
  ],
];
const append =
  "function append(list, more) {if (list === null) return more;for (const each of more) list.push(each);return list;}";
const shortened = (code: string): string =>
  `${shorter.reduce((text, [ajv, ours]) => text.replace(ajv, ours), code)}\n${append}`;

type Schema = Readonly<Record<string, unknown>>;

/** Writes what a validator looks up in its schema where it is looked up, so that the schemas themselves need not be loaded. */
function withoutSchemas(code: string): string {
  const known = new Map<string, Schema>();
  const rest = code.replace(
    /const (schema\d+) = (\{.*?\});(?=const |function |export )/gs,
    (_, name: string, json: string) => {
      known.set(name, JSON.parse(json) as Schema);
      return "";
    },
  );
  const at = (name: string, path: string): unknown =>
    [...path.matchAll(/\.(\w+)|\["([^"]+)"\]|\[(\d+)\]/g)].reduce<unknown>(
      (node, [, word, text, index]) => (node as Schema)[(word ?? text ?? index)!],
      known.get(name),
    );
  const path = String.raw`(schema\d+)((?:\.\w+|\["[^"]+"\]|\[\d+\])+)`;
  return rest
    .replace(
      new RegExp(String.raw`func\d+\.call\(${path}, (key\d+)\)`, "g"),
      (_, name: string, steps: string, key: string) =>
        `${JSON.stringify(Object.keys(at(name, steps) as Schema))}.includes(${key})`,
    )
    .replace(new RegExp(path, "g"), (_, name: string, steps: string) => JSON.stringify(at(name, steps)));
}

/** A schema without what it says to people. */
function checksOnly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(checksOnly);
  if (typeof node !== "object" || node === null) return node;
  const isSaid = ([key, value]: [string, unknown]): boolean =>
    (key === "description" && typeof value === "string") || annotations.includes(key);
  const kept = Object.entries(node).filter((entry) => !isSaid(entry));
  return Object.fromEntries(kept.map(([key, value]) => [key, checksOnly(value)]));
}

function validators(): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    unicode: false,
    inlineRefs: false,
    logger: false,
    messages: false,
    code: { source: true, esm: true },
  });
  for (const { schema } of schemas) ajv.addSchema(checksOnly(schema) as Record<string, unknown>);
  const exports = Object.fromEntries(inputs.map(({ name, schema }) => [`validate${schema.title}`, name]));
  const code = (standaloneCode as unknown as (ajv: Ajv2020, refs: Record<string, string>) => string)(ajv, exports);
  if (code.includes("require("))
    throw new Error("a validator needs a run-time helper of ajv; it would not run in a browser");
  return `// Written by schema/generate.ts from schema/*.schema.json. Do not edit.\n/* eslint-disable */\n${withoutSchemas(shortened(code))}\n`;
}

function declarations(): string {
  const lines = inputs.map(({ schema }) => `export declare const validate${schema.title}: Validate;`);
  return [
    "// Written by schema/generate.ts from schema/*.schema.json. Do not edit.",
    'import type { ErrorObject } from "ajv";',
    "interface Validate { (data: unknown): boolean; errors?: ErrorObject[] | null }",
    ...lines,
    "",
  ].join("\n");
}

/** What does not change a type is left out, so that one shape keeps one name wherever it is referred to. */
function shapeOnly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shapeOnly);
  if (typeof node !== "object" || node === null) return node;
  if ("$ref" in node) return { $ref: node.$ref };
  const entries = Object.entries(node).filter(([key]) => !["oneOf", "dependentRequired"].includes(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, shapeOnly(value)]));
}

async function types(): Promise<string> {
  const properties = Object.fromEntries(inputs.map(({ name, schema }) => [schema.title, { $ref: name }]));
  const root = { title: "EveryFile", type: "object", additionalProperties: false, properties };
  const shapes = new Map(schemas.map(({ name, schema }) => [name, JSON.stringify(shapeOnly(schema))]));
  const reader = {
    order: 1,
    canRead: true,
    read: (file: { url: string }) => shapes.get(file.url.split("/").at(-1) ?? "") ?? "{}",
  };
  return await compile(root as never, "EveryFile", {
    cwd: schemaFolder,
    declareExternallyReferenced: true,
    unreachableDefinitions: false,
    additionalProperties: false,
    format: false,
    ignoreMinAndMaxItems: true,
    $refOptions: { resolve: { shapes: reader } },
    bannerComment: "// Written by schema/generate.ts from schema/*.schema.json. Do not edit.",
  });
}

const outputs: Record<string, string> = {
  "validators.js": validators(),
  "validators.d.ts": declarations(),
  "types.ts": await types(),
};

if (process.argv.includes("--check")) {
  const stale = Object.entries(outputs).filter(([name, text]) => {
    try {
      return readFileSync(outputFolder + name, "utf8") !== text;
    } catch {
      return true;
    }
  });
  for (const [name] of stale) console.error(`compiler/generated/${name} is not current: run "npm run schema"`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(outputFolder, { recursive: true });
  for (const [name, text] of Object.entries(outputs)) writeFileSync(outputFolder + name, text);
}
