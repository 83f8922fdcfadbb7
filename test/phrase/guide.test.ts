/** The tables of the grammars' guides: every phrase there means the rule beside it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Deadline } from "../../compiler/generated/types.ts";
import { isSameRule } from "../../compiler/phrase/agreement.ts";
import { interpretPhrase } from "../../compiler/phrase/read.ts";
import { repository } from "../plan-files.ts";

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);

describe.each([
  { language: "ru", path: "README.md", refused: /## Не читается\n([^#]*)/, least: 100 },
  { language: "en", path: "en/guide.md", refused: /## Not read\n([^#]*)/, least: 80 },
] as const)("$language", ({ language, path, refused, least }) => {
  const guide = readFileSync(join(repository, "compiler/phrase", path), "utf8");
  const rows = guide
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => {
      const [phrases = "", rules = ""] = line.split(" | ");
      return quoted(phrases).map((phrase) => ({ phrase, rules: quoted(rules).map((text) => parse(text) as Deadline) }));
    });

  test.each(rows)("$phrase", ({ phrase, rules }) => {
    const { interpretations, fault } = interpretPhrase(phrase, { year: 2024, language });
    expect(fault).toBeUndefined();
    expect(interpretations!.length).toBe(rules.length);
    for (const [index, rule] of rules.entries())
      expect(isSameRule(interpretations![index]!.rule, rule), JSON.stringify(interpretations![index]!.rule)).toBe(true);
  });

  test("what is said not to be read is refused", () => {
    const section = refused.exec(guide)![1]!;
    expect(quoted(section).length).toBeGreaterThan(12);
    for (const phrase of quoted(section))
      expect(interpretPhrase(phrase, { year: 2024, language }).fault, phrase).toBeDefined();
  });

  test("the tables are read whole", () => expect(rows.length).toBeGreaterThan(least));
});
