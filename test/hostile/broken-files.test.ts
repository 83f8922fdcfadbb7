import fc from "fast-check";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { diagnosticJson, render, renderForGithub } from "../../compiler/diagnostics/render.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { runs } from "../fuzz-runs.ts";

const leaks = [/(?<![-\w])undefined(?![-\w])/, /\[object/, /(?<!\w)NaN(?!\w)/];

/** Compiles, words every finding in every format, and says whether a plan came out. Whatever the files hold, nothing throws. */
function survives(sources: readonly SourceFile[]): void {
  const { value, diagnostics } = compile(sources);
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  for (const diagnostic of diagnostics) {
    expect(diagnostic.span.end).toBeGreaterThanOrEqual(diagnostic.span.start);
    for (const language of ["ru", "en"] as const) {
      const said = render(diagnostic, texts, language);
      expect(said).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      // Words of the program's own that leaked; a file may say them.
      expect(leaks.filter((leak) => leak.test(said) && !sources.some(({ text }) => leak.test(text)))).toEqual([]);
      renderForGithub(diagnostic, texts, language);
      JSON.stringify(diagnosticJson(diagnostic, texts, language));
    }
  }
  if (diagnostics.length === 0) expect(value.plans.length).toBeGreaterThan(0);
}

const good = new Map(
  readdirSync(join(casesFolder, "good")).map((name) => [name, sourcesOf(join(casesFolder, "good", name))]),
);
const scalars = [
  "",
  "null",
  "~",
  "true",
  "0",
  "-1",
  "1.5",
  "1e400",
  "[]",
  "{}",
  "[[]]",
  '""',
  "x",
  "2024-02-31",
  "02-31",
  "13-01",
  "1-12",
  "12-1",
  "__proto__",
  "constructor",
  "‮",
  "\u0000",
  "&a",
  "*a",
  "!!js/function x",
  "<script>",
  "🙂".repeat(200),
];

describe("a plan with a random mistake", () => {
  /** A case, one of its own files, and two places in it: small enough to read in a counterexample. */
  const place = fc.tuple(
    fc.constantFrom(...good.keys()),
    fc.nat({ max: 30 }),
    fc.nat({ max: 5000 }),
    fc.nat({ max: 5000 }),
  );
  const ownFiles = (sources: readonly SourceFile[]): SourceFile[] =>
    sources.filter(({ path }) => !/^plan\/(calendars\/ru|rules\/(ru|eu|us))/.test(path));
  const changed = (name: string, which: number, change: (text: string) => string): SourceFile[] => {
    const sources = good.get(name)!;
    const own = ownFiles(sources);
    const target = own[which % own.length]!;
    return sources.map((source) => (source === target ? { ...source, text: change(source.text) } : source));
  };

  test("a value replaced", () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...scalars), ([name, which, at], scalar) => {
        survives(
          changed(name, which, (text) => {
            const values = [...text.matchAll(/: ("[^"\n]*"|\[[^\]\n]*\]|[^\s,{}[\]]+)/g)];
            const value = values[at % Math.max(1, values.length)];
            return value === undefined
              ? text
              : `${text.slice(0, value.index)}: ${scalar}${text.slice(value.index + value[0].length)}`;
          }),
        );
      }),
      runs(150),
    );
  });

  test("lines left out, doubled or moved", () => {
    fc.assert(
      fc.property(place, ([name, which, from, to]) => {
        survives(
          changed(name, which, (text) => {
            const lines = text.split("\n");
            const [a, b] = [from % lines.length, to % lines.length];
            if ((from + to) % 3 === 0) return lines.filter((_, index) => index !== a).join("\n");
            if ((from + to) % 3 === 1) return lines.toSpliced(b, 0, lines[a]!).join("\n");
            return lines.toSpliced(a, 1).toSpliced(b, 0, lines[a]!).join("\n");
          }),
        );
      }),
      runs(150),
    );
  });

  test("characters put in anywhere", () => {
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(
          "\t",
          '"',
          "'",
          "{",
          "]",
          ":",
          "-",
          "#",
          "\u202e",
          "\u0000",
          "\r",
          "\n",
          "&",
          "*",
          "!",
          "%",
          "|",
        ),
        ([name, which, at], character) => {
          survives(
            changed(
              name,
              which,
              (text) => `${text.slice(0, at % text.length)}${character}${text.slice(at % text.length)}`,
            ),
          );
        },
      ),
      runs(150),
    );
  });

  test("a file cut off, or missing", () => {
    fc.assert(
      fc.property(place, ([name, which, at]) => {
        survives(changed(name, which, (text) => text.slice(0, at % text.length)));
        const sources = good.get(name)!;
        survives(sources.filter((_, index) => index !== which % sources.length));
      }),
      runs(60),
    );
  });
});

test("no files at all is no plan", () => {
  expect(compile([]).value.plans).toEqual([]);
});
