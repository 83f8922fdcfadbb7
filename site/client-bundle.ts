/** What reaches a browser: the compiler's code in few files, in the languages of the plan alone. */
import { fileURLToPath } from "node:url";

/** Where tables by language are that reach a browser. */
const tabled =
  /[\\/](?:compiler[\\/](?:diff|explain|locale|phrase|propose|search|feeds[\\/]messages)[\\/][a-z-]+|scripts[\\/]calculator[\\/]phrases)\.[jt]s$/;
/** The compiler is pure: a module of it whose exports nobody uses does nothing, and a language that is left out goes with all its words. */
const ofCompiler = /[\\/]compiler[\\/].*\.[jt]s$/;
/** But for the rows of a grammar, which name themselves to it. */
const ofGrammar = /[\\/]compiler[\\/]phrase[\\/](?<language>[a-z]{2})[\\/]/;
/** A table by language: `… = { ru: russianWords, en: englishWords }`. */
const table = /(= \{)((?:\s*[a-z]{2}: \w+,?)+\s*)(\})/g;

/** A text of one language in a row: `{ ru: "текст", en: "a text" }`. */
const rowText = /(?<=[{,]\s*)([a-z]{2}): "(?:[^"\\]|\\.)*",?/g;

/** A call in the syntax tree that the bundler makes. */
interface Call {
  readonly type: string;
  readonly callee: { readonly name?: string };
  readonly arguments: readonly { readonly start: number; readonly end: number }[];
}

/** An entry of the catalogue: `"unknown-party": entry(…)`. */
interface Entry {
  readonly type: "Property";
  readonly key: { readonly value?: string; readonly name?: string };
  readonly value: Call;
}

const isEntry = (node: object): node is Entry => {
  const { type, value } = node as Partial<Entry>;
  return (
    type === "Property" && value?.type === "CallExpression" && /^(?:entry|acceptable)$/.test(value.callee.name ?? "")
  );
};

/** The entries of the catalogue below a node of a syntax tree. */
function entriesIn(node: unknown): Entry[] {
  if (typeof node !== "object" || node === null) return [];
  return isEntry(node) ? [node] : Object.values(node).flatMap(entriesIn);
}

/** What is told of documents that are read, of ledgers and of feeds: a page does nothing of the kind. */
export const neverOnPages = /^(?:document|published|uncited|feed|ledger)-/;

/**
 * The catalogue of messages with empty texts in the place of those that no series speaks, or no page says: the last four
 * arguments, by language.
 */
function ownMessages(code: string, tree: unknown, own: ReadonlySet<string>): string {
  const texts = entriesIn(tree).flatMap(({ key, value: { arguments: given } }) => {
    const [ru, ruHints, en, enHints] = given.slice(-4);
    const said = neverOnPages.test(key.value ?? key.name ?? "") ? new Set<string>() : own;
    return [...(said.has("ru") ? [] : [ru!, ruHints!]), ...(said.has("en") ? [] : [en!, enHints!])];
  });
  let [emptied, from] = ["", 0];
  for (const { start, end } of texts.toSorted((a, b) => a.start - b.start)) {
    const first = code[start];
    const left = first === "[" ? "[]" : /["'`]/.test(first!) ? '""' : code.slice(start, end);
    emptied += code.slice(from, start) + left;
    from = end;
  }
  return emptied + code.slice(from);
}

/** What a schema says to people and to the program that makes types of it: programs that edit YAML show it, a page does not. */
const ofSchemasAlone: ReadonlySet<string> = new Set(["description", "title", "tsType", "$schema"]);

const withoutDescriptions = (code: string): string =>
  JSON.stringify(
    JSON.parse(code, (key, value: unknown) =>
      ofSchemasAlone.has(key) && typeof value === "string" ? undefined : value,
    ),
  );

/** A module without what no page of some languages says; undefined for one that says nothing. */
function ownCode(code: string, id: string, own: ReadonlySet<string>, tree: () => unknown): string | undefined {
  if (/[\\/]schema[\\/][a-z-]+\.schema\.json$/.test(id)) return withoutDescriptions(code);
  if (/[\\/]diagnostics[\\/]catalogue\.[jt]s$/.test(id)) return ownMessages(code, tree(), own);
  if (/[\\/]diagnostics[\\/]terms\.[jt]s$/.test(id))
    return code.replace(rowText, (row, language: string) => (own.has(language) ? row : ""));
  if (!tabled.test(id)) return undefined;
  return code.replace(
    table,
    (_, head: string, rows: string, end: string) =>
      `${head} ${rows
        .split(",")
        .filter((row) => own.has(row.trim().split(":")[0]!))
        .join(",")} ${end}`,
  );
}

/** Leaves what no page of the build says out of the scripts: other languages than those of the series, explanations of schemas. */
export function ownLanguages(languages: () => ReadonlySet<string>): {
  readonly name: string;
  readonly enforce: "pre";
  readonly apply: "build";
  applyToEnvironment(environment: { readonly name: string }): boolean;
  transform(
    this: { parse(code: string, options: { readonly lang: "ts" }): unknown },
    code: string,
    id: string,
  ): { readonly code: string; readonly moduleSideEffects?: boolean } | undefined;
} {
  return {
    name: "own-languages",
    enforce: "pre",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    transform(code, id) {
      const text = ownCode(code, id, languages(), () => this.parse(code, { lang: "ts" }));
      const spoken = languages().has(ofGrammar.exec(id)?.groups?.["language"] ?? "");
      if (ofCompiler.test(id) && !spoken) return { code: text ?? code, moduleSideEffects: false };
      return text === undefined ? undefined : { code: text };
    },
  };
}

const fullReader = fileURLToPath(new URL("./src/scripts/edit/full-reader.ts", import.meta.url));

/**
 * The reader of all of YAML would be a sixth of the editing page's Worker, and a plan that is written as plans are needs none of it:
 * the Worker has `full-reader.ts` in its place, which loads it when a file does.
 */
export const readerOnDemand = () => ({
  name: "reader-on-demand",
  enforce: "pre" as const,
  apply: "build" as const,
  resolveId: (source: string, importer: string | undefined): string | undefined =>
    /^\.\/parse-fully\.[jt]s$/.test(source) && /[\\/]load[\\/]yaml[\\/]parse\.[jt]s$/.test(importer ?? "")
      ? fullReader
      : undefined,
});

/**
 * What two of the scripts that are loaded on demand share is one file: many small ones weigh more, compressed. Pieces of a
 * stretch («последний рабочий день месяца») are no part of it: who counts days from an event needs none, nor the
 * writer of calendars before something is saved. What nearly every script of a page has in it – elements, counted words,
 * today – is one more.
 */
export const sharedCode = {
  groups: [
    {
      name: "counting",
      test: /[\\/]compiler[\\/](?!calendar[\\/]day-selector\.[jt]s|ical[\\/]|source[\\/]nearest\.[jt]s)/,
      minShareCount: 2,
    },
    {
      name: "shared",
      test: /[\\/]site[\\/]src[\\/]scripts[\\/](?:element|counted|upcoming[\\/]today)\.[jt]s$/,
      minShareCount: 2,
    },
  ],
};
