import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { catalogue, severityOf } from "../../compiler/diagnostics/catalogue.ts";
import { describe as inWords, inReadingOrder, render } from "../../compiler/diagnostics/render.ts";
import { positionAt } from "../../compiler/source/span.ts";
import { casesFolder, expectation, expectedFindings, holdToGolden, limitsOf, sourcesOf } from "./case.ts";
import { slips } from "./slips.ts";
import { dueLine, goldenPlan } from "./golden-plan.ts";

const namesIn = (kind: "good" | "bad" | "published"): string[] => readdirSync(join(casesFolder, kind)).sort();

describe("bad", () => {
  test.each(namesIn("bad"))("%s", (name) => {
    const folder = join(casesFolder, "bad", name);
    const sources = sourcesOf(folder);
    const { value, diagnostics } = compile(sources, { limits: limitsOf(folder) });
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const found = diagnostics.map(({ code, span }) => {
      const text = texts.get(span.file) ?? "";
      const { line, column } = positionAt(text, span.start);
      return `${code} ${span.file.replace(/^plan\//, "")}:${line}:${column} ${JSON.stringify(text.slice(span.start, span.end))}`;
    });
    expect([...found].sort()).toEqual(expectedFindings(folder, sources).sort());
    if (diagnostics.some(isError)) expect(value.plans).toEqual([]);
    const ordered = inReadingOrder(diagnostics);
    holdToGolden(
      join(folder, "messages.txt"),
      `${ordered.map((diagnostic) => render(diagnostic, texts, "ru")).join("\n\n")}\n`,
    );

    const everything = sources.map(({ text }) => text).join("\n");
    for (const diagnostic of diagnostics) {
      const { message, hint = "" } = inWords(diagnostic, "en");
      const foreign = `${message} ${hint}`.match(/\p{Script=Cyrillic}+/gu) ?? [];
      expect(
        foreign.filter((word) => !everything.includes(word)),
        "an English message says only the plan's own words in Russian",
      ).toEqual([]);
    }
  });

  test("every code has a case", () => {
    const expected = new Set(
      (["bad", "published"] as const).flatMap((kind) =>
        namesIn(kind).flatMap((name) => expectation(join(casesFolder, kind, name)).map((line) => line.split(" ")[0])),
      ),
    );
    for (const { code } of slips) expected.add(code);
    // What is said of a document that is imported has its cases in test/document/bad-documents.test.ts.
    expect(Object.keys(catalogue).filter((code) => !expected.has(code) && !code.startsWith("document-"))).toEqual([]);
  });
});

describe("good", () => {
  test.each(namesIn("good"))("%s", (name) => {
    const folder = join(casesFolder, "good", name);
    const { value, diagnostics } = compile(sourcesOf(folder));
    expect(diagnostics.filter(isError)).toEqual([]);
    // A case with a series of its own says nothing of the base plan that lies beside it.
    const plans = value.plans.some(({ series }) => series.data.slug !== "demo")
      ? value.plans.filter(({ series }) => series.data.slug !== "demo")
      : value.plans;
    const warnings = diagnostics
      .filter(({ code }) => severityOf(code) === "warning")
      .map(({ code }) => `warning ${code}`);
    expect([...plans.flatMap((plan) => plan.dueWindows.map((due) => dueLine(plan, due))), ...warnings].sort()).toEqual(
      expectation(folder).sort(),
    );
    holdToGolden(join(folder, "plan.json"), `${JSON.stringify(plans.map(goldenPlan), null, 1)}\n`);
  });
});
