import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { applyFixes } from "../../compiler/edit/fix.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { expectEach } from "../expect-each.ts";

const unknown = ["unknown-event", "unknown-item", "unknown-party", "unknown-period", "unknown-reading"];

test("a name that can only be one other is put right wherever it stands", () => {
  const sources = sourcesOf(join(casesFolder, "bad", "unknown-names"));
  const { diagnostics } = compile(sources);
  const names = diagnostics.filter(({ code }) => unknown.includes(code));
  expectEach(names, ({ fix }) => fix !== undefined);
  const fixed = compile(applyFixes(sources, diagnostics).sources).diagnostics;
  // The last quarter's days after its end lie in a year without a calendar.
  expect(fixed.filter(isError).map(({ code }) => code)).toEqual(["reserved-key", "no-calendar"]);
});
