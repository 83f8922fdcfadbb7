import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { applyFixes } from "../../compiler/edit/fix.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { expectEach } from "../expect-each.ts";

const unknown = ["unknown-event", "unknown-item", "unknown-party", "unknown-period", "unknown-reading"];

test("a name that can only be one other has its fix wherever it stands", () => {
  const sources = sourcesOf(join(casesFolder, "bad", "unknown-names"));
  const { diagnostics } = compile(sources);
  const names = diagnostics.filter(({ code }) => unknown.includes(code));
  expect(names.length).toBeGreaterThan(10);
  expectEach(names, (finding) => {
    const fixed = compile(applyFixes(sources, [finding]).sources).diagnostics;
    return fixed.filter(({ code }) => unknown.includes(code)).length < names.length;
  });
});

test("a name that is unknown in several places was renamed: nothing is put in its place", () => {
  const sources = sourcesOf(join(casesFolder, "bad", "unknown-names"));
  const { diagnostics } = compile(sources);
  const places = Map.groupBy(
    diagnostics.filter(({ code }) => unknown.includes(code)),
    ({ code, values }) => `${code} ${String(values["name"])}`,
  );
  const repeated = [...places.values()].filter((found) => found.length > 1).flat();
  expect(repeated.length).toBeGreaterThan(1);
  expect(applyFixes(sources, repeated).made).toEqual([]);
});
