import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { languageOfPlan } from "../../compiler/cli/files/plan-language.ts";
import { languageOf } from "../../compiler/cli/terminal/language.ts";
import { UsageError } from "../../compiler/cli/terminal/terminal.ts";

/** The words of a call, what the environment says, the language of the plan, and the language that is right. */
test.each([
  ["check", {}, undefined, "ru"],
  ["check", {}, "en", "en"],
  ["check", { LANG: "ru_RU.UTF-8" }, "en", "en"],
  ["check", { SROK_LANG: "ru" }, "en", "ru"],
  ["check --lang en", { SROK_LANG: "ru" }, "ru", "en"],
  ["check --lang=en", {}, "ru", "en"],
  ["help", { LANG: "en_GB.UTF-8" }, undefined, "en"],
  ["help", { LANG: "de_DE.UTF-8" }, undefined, "en"],
  ["help", { LC_ALL: "ru_RU.UTF-8", LANG: "en_GB.UTF-8" }, undefined, "ru"],
  ["help", { LANG: "C.UTF-8" }, undefined, "ru"],
  ["help", { LANG: "" }, undefined, "ru"],
  ["diff main --format md", { SROK_LANG: "en" }, "ru", "ru"],
  ["diff main --format=md --lang en", {}, "ru", "en"],
  ["diff main", { SROK_LANG: "en" }, "ru", "en"],
] as const)("srok %s with %o in a plan in %s speaks %s", (words, environment, plan, language) => {
  expect(languageOf(words.split(" "), environment, () => plan)).toBe(language);
});

test.each([["check --lang de", {}] as const, ["check --lang", {}] as const, ["check", { SROK_LANG: "fr" }] as const])(
  "srok %s with %o is refused",
  (words, environment) => {
    expect(() => languageOf(words.split(" "), environment, () => "ru")).toThrow(UsageError);
  },
);

test("the plan and the series that the call names are asked", () => {
  const asked: unknown[] = [];
  languageOf(["check", "--plan", "work", "--series=tax"], {}, (...folder) => void asked.push(folder));
  expect(asked).toEqual([["work", "tax"]]);
});

describe("the language of a plan on disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-language-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (series: string, text: string): void => {
    mkdirSync(join(folder, series), { recursive: true });
    writeFileSync(join(folder, series, "series.yaml"), text);
  };

  test("of the root series, of the one that is named, and of none", () => {
    expect(languageOfPlan(join(folder, "nowhere"), undefined)).toBeUndefined();
    expect(languageOfPlan(folder, undefined)).toBeUndefined();
    write("plan/tax", "title: Tax\nlanguage: en   # of the words\n");
    expect(languageOfPlan(folder, undefined)).toBe("en");
    write("plan/школа", 'language: "ru"\nroot: true\n');
    write("plan/broken", "language: [\n");
    expect(languageOfPlan(folder, undefined)).toBe("ru");
    expect(languageOfPlan(folder, "tax")).toBe("en");
    expect(languageOfPlan(join(folder, "plan"), "tax")).toBe("en");
  });
});
