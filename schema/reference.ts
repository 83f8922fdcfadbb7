/**
 * Writes `docs/reference.ru.md` and `docs/reference.en.md` from the schemas and from the plan of `schema/example` in each language:
 * every key with its meaning, every form of a deadline with an example and the dates that it gives.
 *
 * `node schema/reference.ts` writes; a test holds the pages current.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { clockIn } from "../compiler/calendar/instant.ts";
import { withShipped } from "../compiler/cli/files/shipped.ts";
import { flowText, type YamlValue } from "../compiler/edit/yaml-text.ts";
import { compile, isError } from "../compiler/compile.ts";
import { render } from "../compiler/diagnostics/render.ts";
import { classifyPath, fileLayout } from "../compiler/load/file-layout.ts";
import { languages, weekdayDate, type LanguageCode } from "../compiler/locale/languages.ts";
import type { ResolvedPlan, Window } from "../compiler/resolve/model.ts";
import type { SourceFile } from "../compiler/source/span.ts";

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly enum?: readonly unknown[];
  readonly "x-kinds"?: readonly string[];
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
const english: Readonly<Record<string, string>> = readJson("descriptions.en.json");

const texts = {
  ru: {
    head: "# Справочник языка планов\n\nКаждый файл и каждый ключ, каждый вид срока – с примером и с датами, которые он даёт. Страница составлена по схемам (`schema/`); примеры – план, который лежит в `schema/example/ru` и проверяется вместе с программой.",
    files: "Файлы",
    path: "Путь ниже `plan/`",
    what: "Что это",
    key: "Ключ",
    meaning: "Значение",
    required: "обязателен",
    example: "Пример",
    forms: "Виды срока",
    formsNote:
      'У срока два вида: слова (`text`) и рядом правило – ровно один из видов ниже. Даты – от примера, в плане 2026 года.\n\nПравило по словам подберёт `srok wording "…"`; `srok check` читает слова и сверяет с ними правило, а о словах, которых не прочёл, говорит: их сверяет человек. Повторяется то, что начинается в границах плана или `in`: с `of: following` у месяцев года первый день – в феврале, последний – в январе следующего года. Месяцы считаются по числу: через месяц после 30 июня – 30 июля, а где такого числа нет – последний день месяца.',
    also: "Рядом с любым видом",
    words: "Слова",
    rule: "Правило",
    dates: "Даты",
    waits: "ждёт события",
    none: "дат нет",
    more: (n: number) => `… всего ${n}`,
    values: "Значения",
    name: "Имя",
    from: "с",
    until: "до",
    through: "по",
  },
  en: {
    head: "# Reference of the language of plans\n\nEvery file and every key, every form of a deadline, with an example and the dates that it gives. This page is written from the schemas (`schema/`); the examples are the plan in `schema/example/en`, which is checked with the program.",
    files: "Files",
    path: "Path below `plan/`",
    what: "What it is",
    key: "Key",
    meaning: "Meaning",
    required: "required",
    example: "Example",
    forms: "Forms of a deadline",
    formsNote:
      "A deadline has its words (`text`) and beside them a rule: exactly one of the forms below. The dates are those of the example, in a plan of 2026.\n\n`srok wording \"…\"` finds the rule for words; `srok check` reads the words and holds the rule against them, and says so of words that it could not read: those are yours to compare. What recurs are the periods that begin within the plan's bounds, or within `in`: with `of: following` the first day of a year's months is in February, the last in January of the next year. Months are counted by the date: a month after 30 June is 30 July, or the last day of a month that has no such date.",
    also: "Beside any form",
    words: "Words",
    rule: "Rule",
    dates: "Dates",
    waits: "waits for an event",
    none: "no dates",
    more: (n: number) => `… ${n} in all`,
    values: "Values",
    name: "Name",
    from: "from",
    until: "until",
    through: "to",
  },
};

const definitions = readJson<Node>("definitions.schema.json").$defs!;
/** Values that are explained once, at the end; everything else is unfolded where it is used. */
const values = [
  "text",
  "slug",
  "itemId",
  "date",
  "day",
  "lastDay",
  "monthRef",
  "monthWithYear",
  "year",
  "url",
  "key",
  "count",
];

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s*\n\s*/g, " ");

/** Why the pages cannot be written yet, in words for whoever changes a schema. */
class NotReady extends Error {}

/** The schemas of one language's page. */
class Page {
  readonly #language: LanguageCode;
  readonly #lines: string[] = [];

  constructor(language: LanguageCode) {
    this.#language = language;
  }

  /** A description in the page's language; throws for one that has no English text. */
  text(description: string | undefined): string {
    if (description === undefined || this.#language === "ru") return description ?? "";
    const found = english[description];
    if (found === undefined) throw new NotReady(`schema/descriptions.en.json lacks “${description}”`);
    return found;
  }

  add(...lines: readonly string[]): void {
    this.#lines.push(...lines, "");
  }

  /** The node that a reference leads to, in its own file or among the definitions. */
  #target({ $ref }: Node, own: Node): { readonly name: string; readonly node: Node } | undefined {
    const name = $ref?.split("/").at(-1);
    if ($ref === undefined || name === undefined) return undefined;
    const node = ($ref.startsWith("#") && own !== undefined ? own.$defs?.[name] : undefined) ?? definitions[name];
    return node === undefined ? undefined : { name, node };
  }

  /** A row for each key of a node and of what is in it, except for what has a table of its own. */
  rows(node: Node, own: Node, prefix = "", above: readonly Node[] = []): string[] {
    const t = texts[this.#language];
    return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
      const target = this.#target(property, own);
      const list = property.items ?? target?.node.items;
      const listed = list === undefined ? undefined : (this.#target(list, own)?.node ?? list);
      const path = `${prefix}${key}${list === undefined ? "" : "[]"}`;
      const needed = node.required?.includes(key) === true ? ` *(${t.required})*` : "";
      const own_ = property.description ?? target?.node.description;
      const choice = property.enum === undefined ? "" : ` \`${property.enum.map(String).join("` · `")}\``;
      const row = `| \`${path}\`${needed} | ${cell(this.text(own_) + choice)} |`;
      const inner = [
        property,
        ...(target === undefined ? [] : [target.node]),
        ...(listed === undefined ? [] : [listed]),
      ];
      const nested = inner.find(({ properties }) => properties !== undefined);
      const named = [target?.name, list === undefined ? undefined : this.#target(list, own)?.name];
      const apart = named.includes("rule") || named.includes("deadline");
      if (nested === undefined || apart || above.includes(nested)) return [row];
      return [row, ...this.rows(nested, own, `${path}.`, [...above, nested])];
    });
  }

  table(node: Node, own: Node): void {
    const t = texts[this.#language];
    this.add(`| ${t.key} | ${t.meaning} |`, "|---|---|", ...this.rows(node, own));
    this.#lines.splice(-1, 1);
    this.add();
  }

  toString(): string {
    return `${this.#lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()}\n`;
  }
}

/** The sources of the example in a language. */
export function exampleSources(language: LanguageCode): SourceFile[] {
  const plan = join(folder, "example", language, "plan");
  return readdirSync(plan, { recursive: true, encoding: "utf8" })
    .map((path) => path.replace(/\\/g, "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => ({ path: `plan/${path}`, text: readFileSync(join(plan, path), "utf8") }));
}

/** The days of a window, in words, with the time and the zone where it has them. */
function windowText({ start, end, instants }: Window, language: LanguageCode): string {
  const t = texts[language];
  const time = instants === undefined ? "" : `, ${clockIn(instants.zone, instants.end).clock} (${instants.zone})`;
  const last = `${weekdayDate(languages[language], end, 2026)}${time}`;
  if (start === null) return `${t.until} ${last}`;
  return start === end ? last : `${t.from} ${weekdayDate(languages[language], start, 2026)} ${t.through} ${last}`;
}

interface Raw {
  readonly items: readonly { readonly id: string; readonly deadline?: Readonly<Record<string, unknown>> }[];
}

/** Every deadline of the example by its form: its lines of YAML, its words and its dates. */
function deadlines(language: LanguageCode, plans: readonly ResolvedPlan[]): Map<string, string[]> {
  const t = texts[language];
  const kinds = definitions["rule"]!["x-kinds"]!;
  const byKind = new Map<string, string[]>(kinds.map((kind) => [kind, []]));
  for (const source of exampleSources(language)) {
    const place = classifyPath(source.path);
    if (place?.kind !== "section") continue;
    const plan = plans.find(({ id }) => id === place.plan)!;
    for (const { id, deadline } of (parse(source.text) as Raw).items) {
      const kind = kinds.find((each) => deadline !== undefined && each in deadline);
      if (deadline === undefined || kind === undefined) continue;
      const { text, ...rule } = deadline;
      const resolved = plan.byId.get(id)!.deadline;
      // An item that was taken out has none.
      if (resolved === null) continue;
      const { windows, waiting } = resolved;
      const shown = windows.slice(0, 3).map((window) => windowText(window, language));
      const dates =
        windows.length > 0
          ? [...shown, ...(windows.length > 3 ? [t.more(windows.length)] : [])].join("; ")
          : waiting.length > 0
            ? t.waits
            : t.none;
      const line = flowText(rule as Readonly<Record<string, YamlValue>>).slice(2, -2);
      byKind.get(kind)!.push(`| ${cell(String(text))} | \`${cell(line)}\` | ${cell(dates)} |`);
    }
  }
  return byKind;
}

/** The page of a language. Throws where the example has an error, or a description no text in the language. */
export function reference(language: LanguageCode): string {
  const t = texts[language];
  const sources = exampleSources(language);
  const { value, diagnostics } = compile(withShipped(sources), { drafts: true });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) {
    const shown = errors.map((error) =>
      render(error, new Map(sources.map(({ path, text }) => [path, text])), language),
    );
    throw new NotReady([`schema/example/${language}:`, ...shown].join("\n\n"));
  }
  const page = new Page(language);
  page.add(t.head);
  page.add(`## ${t.files}`);
  const kinds = fileLayout.map(({ kind, example }) => ({
    kind,
    example,
    schema: readJson<Node>(`${kind}.schema.json`),
  }));
  page.add(
    `| ${t.path} | ${t.what} |`,
    "|---|---|",
    ...kinds.map(
      ({ kind, example, schema }) => `| [\`${example}\`](#${kind}) | ${cell(page.text(schema.description))} |`,
    ),
  );
  for (const { kind, schema } of kinds) {
    page.add(`### ${kind}`);
    page.add(page.text(schema.description));
    page.table(schema, schema);
    const example = sources.find(({ path }) => classifyPath(path)?.kind === kind);
    if (example !== undefined)
      page.add(`${t.example} (\`${example.path}\`):`, "", "```yaml", example.text.trimEnd(), "```");
  }
  page.add(`## ${t.forms}`);
  page.add(t.formsNote);
  const rule = definitions["rule"]!;
  const examples = deadlines(language, value.plans);
  for (const kind of rule["x-kinds"]!) {
    const part = {
      ...rule,
      properties: Object.fromEntries(Object.entries(rule.properties!).filter(([key]) => key === kind)),
    };
    page.add(`### \`${kind}\``);
    page.table(part, rule);
    page.add(`| ${t.words} | ${t.rule} | ${t.dates} |`, "|---|---|---|", ...examples.get(kind)!);
  }
  page.add(`### ${t.also}`);
  const beside = Object.entries(rule.properties!).filter(([key]) => !rule["x-kinds"]!.includes(key));
  page.table({ properties: Object.fromEntries(beside) }, rule);
  page.add(`## ${t.values}`);
  page.add(
    `| ${t.name} | ${t.meaning} |`,
    "|---|---|",
    ...values.map((name) => `| ${name} | ${cell(page.text(definitions[name]!.description))} |`),
  );
  return page.toString();
}

/** Every key that a file may have, without what it stands in. */
export function keysOf(): ReadonlySet<string> {
  const page = new Page("ru");
  const files = fileLayout.map(({ kind }) => readJson<Node>(`${kind}.schema.json`));
  const rows = [...files, definitions["rule"]!].flatMap((node) => page.rows(node, node));
  return new Set(rows.map((row) => /^\| `(?:.*\.)?([a-z-]+)(?:\[\])*`/.exec(row)![1]!));
}

/** Where the page of a language lies. */
export const referencePath = (language: LanguageCode): string => join(folder, "..", "docs", `reference.${language}.md`);

if (import.meta.main)
  try {
    // Both are made before either is written: what is wrong with one leaves both as they were.
    const pages = (["ru", "en"] as const).map((language) => ({
      path: referencePath(language),
      text: reference(language),
    }));
    for (const { path, text } of pages) writeFileSync(path, text);
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
