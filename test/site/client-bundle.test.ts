import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../../compiler/diagnostics/catalogue.ts";
import { neverOnPages } from "../../site/client-bundle.ts";
import { filesBelow, repository } from "../plan-files.ts";

test("messages that scripts are given without words are reported by folders that no script has", () => {
  const codes = Object.keys(catalogue).filter((code) => neverOnPages.test(code));
  expect(codes.length).toBeGreaterThan(20);
  const compiler = join(repository, "compiler");
  const reporting = filesBelow(compiler)
    .filter((path) => path.endsWith(".ts") && path !== "diagnostics/catalogue.ts")
    .filter((path) => codes.some((code) => readFileSync(join(compiler, path), "utf8").includes(`"${code}"`)));
  expect([...new Set(reporting.map((path) => path.split("/")[0]))].sort()).toEqual([
    "cli",
    "document",
    "feeds",
    "ledger",
  ]);
});
