import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue, type DiagnosticCode } from "../../compiler/diagnostics/catalogue.ts";
import { holdToGolden } from "../cases/case.ts";
import { repository } from "../plan-files.ts";
import { corrections } from "./corrections.ts";
import { codesPage, diagnosticsOf, shown } from "./page.ts";

const codes = Object.keys(catalogue) as DiagnosticCode[];

test("every correction is of a code that there is", () => {
  expect(Object.keys(corrections).filter((code) => !codes.includes(code as DiagnosticCode))).toEqual([]);
});

test.each(codes.filter((code) => shown(code)?.right !== undefined))("%s: the right example is right", (code) => {
  const { folder, right = [] } = shown(code)!;
  expect(diagnosticsOf(folder, right).filter((diagnostic) => diagnostic.code === code)).toEqual([]);
});

test.each([
  ["ru", "codes.md"],
  ["en", "codes.en.md"],
] as const)("the page of the codes is current, %s", (language, name) => {
  holdToGolden(join(repository, "compiler", "diagnostics", name), codesPage(language));
});
