import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { withShipped } from "../../compiler/cli/files/shipped.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { formNames, listNames } from "../../compiler/rule/kinds.ts";
import { exampleSources, keysOf, reference, referencePath } from "../../schema/reference.ts";
import { repository } from "../plan-files.ts";

interface RuleSchema {
  readonly "x-kinds": readonly string[];
  readonly oneOf: readonly { readonly required: readonly string[] }[];
  readonly description: string;
}

test("the kinds of a rule are listed alike in `x-kinds`, `oneOf` and the description in both languages", () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(repository, "schema", name), "utf8"));
  const { rule } = (read("definitions.schema.json") as { $defs: { rule: RuleSchema } }).$defs;
  const english = (read("descriptions.en.json") as Record<string, string>)[rule.description];
  const listed = (description = ""): string[] => /: (.*)\.$/.exec(description)![1]!.split(/, | или | or /);
  const kinds = rule["x-kinds"];
  expect(rule.oneOf.map(({ required }) => required.join())).toEqual(kinds);
  expect({ ru: listed(rule.description), en: listed(english) }).toEqual({ ru: kinds, en: kinds });
});

test("the table of keys in README.md has every kind", () => {
  const readme = readFileSync(join(repository, "README.md"), "utf8");
  expect([...formNames, ...listNames].filter((kind) => !readme.includes(`\`${kind}: `))).toEqual([]);
});

/** Every key of a value, wherever it stands. */
function keysIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) keysIn(each, found);
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) keysIn(inner, found.add(key));
  return found;
}

describe.each(["ru", "en"] as const)("the reference, %s", (language) => {
  test("is current: node schema/reference.ts writes it", () => {
    expect(readFileSync(referencePath(language), "utf8")).toBe(reference(language));
  });

  test("its example has no error", () => {
    const { diagnostics } = compile(withShipped(exampleSources(language)), { drafts: true });
    expect(diagnostics.filter(isError)).toEqual([]);
  });

  test("every key that it names stands in the example, every form of a deadline too", () => {
    // What several kinds of files share (a source, an accepted finding) is shown in one of them.
    const shown = keysIn(withShipped(exampleSources(language)).map(({ text }) => parse(text) as unknown));
    expect([...keysOf()].filter((key) => !shown.has(key))).toEqual([]);
  });

  if (language === "en")
    test("has no word of Russian", () => expect(reference("en")).not.toMatch(/(?!`[^`]*)\p{Script=Cyrillic}/u));
});
