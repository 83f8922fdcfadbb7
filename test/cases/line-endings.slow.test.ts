import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { describe as inWords } from "../../compiler/diagnostics/render.ts";
import { positionAt, type SourceFile } from "../../compiler/source/span.ts";
import { casesFolder, sourcesOf } from "./case.ts";
import { goldenPlan } from "./golden-plan.ts";
import { plan2024 } from "../plan-files.ts";

/** The same files as an editor on Windows may save them. */
const asOnWindows = (sources: readonly SourceFile[]): SourceFile[] =>
  sources.map(({ path, text }) => ({
    path: `D:\\work\\srok\\${path.replace(/\//g, "\\")}`,
    text: `\ufeff${text.replace(/\n/g, "\r\n")}`,
  }));

interface Told {
  readonly plans: unknown;
  readonly diagnostics: readonly string[];
}

/** What the compiler makes of sources, places as line and column. */
function told(sources: readonly SourceFile[]): Told {
  const { value, diagnostics } = compile(sources);
  const texts = new Map(sources.map(({ path, text }) => [path.replace(/\\/g, "/"), text.replace(/^\ufeff/, "")]));
  return {
    plans: value.plans.map(goldenPlan),
    diagnostics: diagnostics.map((diagnostic) => {
      const { line, column } = positionAt(texts.get(diagnostic.span.file) ?? "", diagnostic.span.start);
      return `${diagnostic.span.file.replace(/^.*?plan\//, "")}:${line}:${column} ${inWords(diagnostic, "ru").message}`.replace(
        /D:\/work\/srok\//g,
        "",
      );
    }),
  };
}

describe("CRLF, a BOM and backslashes change nothing", () => {
  test("the plan of 2024", () => expect(told(asOnWindows(plan2024()))).toEqual(told(plan2024())));

  // Padded to a size in characters: CRLF is a character more a line.
  const names = (["good", "bad"] as const)
    .flatMap((kind) => readdirSync(join(casesFolder, kind)).map((name) => `${kind}/${name}`))
    .filter((name) => name !== "bad/file-too-large");
  test.each(names)("%s", (name) => {
    const sources = sourcesOf(join(casesFolder, name));
    expect(told(asOnWindows(sources))).toEqual(told(sources));
  });
});
