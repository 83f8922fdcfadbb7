import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { catalogue } from "../../compiler/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { diagnosticJson, render, renderForGithub } from "../../compiler/diagnostics/render.ts";
import { emit } from "../../compiler/data/emit.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { runs } from "../fuzz-runs.ts";
import { plan2024 } from "../plan-files.ts";
import { damagedPlan, mutatedFile, mutatedPlan, tokens } from "./mutations.ts";

/** Characters that a terminal or a reader of annotations would obey. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

function holdDiagnostics(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[]): void {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  for (const diagnostic of diagnostics) {
    const { code, span } = diagnostic;
    expect(Object.hasOwn(catalogue, code)).toBe(true);
    const length = texts.get(span.file)?.length ?? 1;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.start, `${code} stands in its file`).toBeLessThanOrEqual(length);
    for (const language of ["ru", "en"] as const) {
      expect(render(diagnostic, texts, language)).not.toMatch(obeyed);
      expect(renderForGithub(diagnostic, texts, language)).not.toMatch(/[\r\n]/);
      expect(JSON.parse(JSON.stringify(diagnosticJson(diagnostic, texts, language)))).toHaveProperty("message");
    }
  }
}

/** Compiles whatever it is handed; what passes is published, under safe names only. */
function holdPlan(sources: readonly SourceFile[]): void {
  const { value, diagnostics } = compile(sources);
  holdDiagnostics(
    diagnostics.filter((diagnostic, index) => isError(diagnostic) || index < 5),
    sources,
  );
  if (diagnostics.some(isError)) {
    expect(value.plans).toEqual([]);
    return;
  }
  for (const { path } of emit(value.plans, { site: "https://plan.example" }))
    expect(path).toMatch(
      /^(?:[a-z][a-z0-9-]*\/)?(?:data|feeds)\/(?:\d{4}\/)?[a-z0-9-]+(?:\.schema)?\.(?:json|csv|ics)$/,
    );
}

describe("whatever the files of a plan hold", () => {
  test("the compiler answers with a value or with diagnostics that can be shown", () => {
    fc.assert(fc.property(mutatedPlan, holdPlan), runs(80));
  });

  test("so it does where bytes of a file are damaged", () => {
    fc.assert(fc.property(damagedPlan, holdPlan), runs(40));
  });

  test("any bytes as a file of the plan", () => {
    const real = plan2024();
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((array) => new TextDecoder().decode(array)),
      fc.array(fc.constantFrom(...tokens), { maxLength: 60 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(fc.nat(real.length - 1), bytes, (index, text) => {
        const sources = real.map((file, place) => (place === index ? { path: file.path, text } : file));
        const { diagnostics } = compile(sources);
        holdDiagnostics(diagnostics.slice(0, 20), sources);
      }),
      runs(80),
    );
  });

  test("a file under any name", () => {
    const name = fc.oneof(
      fc.constantFrom(
        "../../x.yaml",
        "plan/../../etc/passwd",
        "plan/CON.yaml",
        "plan/a\u0000b.yaml",
        "plan/\u202e.yaml",
        "C:\\plan\\x.yaml",
        "",
        "plan/__proto__/2024/order.yaml",
        "plan/constructor/series.yaml",
        "plan/calendars/ru/9999.yaml",
        "plan/rules/__proto__.yaml",
      ),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    fc.assert(
      fc.property(name, mutatedFile, (path, { text }) => {
        const sources = [...plan2024(), { path, text }];
        const { diagnostics } = compile(sources);
        holdDiagnostics(diagnostics.filter(isError).slice(0, 20), sources);
      }),
      runs(60),
    );
  });
});
