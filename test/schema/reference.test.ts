import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { withShipped } from "../../compiler/cli/files/shipped.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { exampleSources, keysOf, reference, referencePath } from "../../schema/reference.ts";

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
