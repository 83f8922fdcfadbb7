import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { describe as inWords } from "../../compiler/diagnostics/render.ts";
import { positionAt } from "../../compiler/source/span.ts";
import { holdToGolden } from "./case.ts";
import { slips, slipsFolder, sourcesWith, type Slip } from "./slips.ts";

const findingsOf = (slip: Slip): readonly Diagnostic[] =>
  compile(sourcesWith(slip)).diagnostics.filter(({ code }) => severityOf(code) !== "info");

describe("one slip, one message, at its place", () => {
  test.each(slips)("$slip", (slip) => {
    const texts = new Map(sourcesWith(slip).map(({ path, text }) => [path, text]));
    const found = findingsOf(slip).map(({ code, span }) => {
      const text = texts.get(span.file) ?? "";
      const { line, column } = positionAt(text, span.start);
      return {
        code,
        at: `${span.file.replace(/^plan\//, "")}:${line}:${column}`,
        token: text.slice(span.start, span.end),
      };
    });
    expect(found).toEqual([{ code: slip.code, at: slip.at, token: slip.token }]);
  });
});

test("what is said of each slip", () => {
  const said = (diagnostic: Diagnostic, language: "ru" | "en"): string => {
    const { message, hint } = inWords(diagnostic, language);
    return `  ${language}: ${message}${hint === undefined ? "" : ` | ${hint}`}`;
  };
  const lines = slips.flatMap((slip) => [
    slip.slip,
    ...findingsOf(slip).flatMap((diagnostic) => [said(diagnostic, "ru"), said(diagnostic, "en")]),
  ]);
  holdToGolden(join(slipsFolder, "messages.txt"), `${lines.join("\n")}\n`);
});
