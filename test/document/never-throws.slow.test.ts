import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { composeDocument } from "../../compiler/document/compose.ts";
import type { YamlMap } from "../../compiler/edit/yaml-text.ts";
import { fileText } from "../../compiler/document/draft/file-text.ts";
import { importDocument } from "../../compiler/document/import-document.ts";
import { writeDocument } from "../../compiler/document/write/write-document.ts";
import { validateFile } from "../../compiler/load/schema/validate.ts";
import { parse as parseFile } from "../../compiler/load/yaml/parse.ts";
import { classifyPath } from "../../compiler/load/file-layout.ts";
import { realPlans } from "../feeds/plans.ts";
import { runs } from "../fuzz-runs.ts";
import { fixture, utf8 } from "./imported.ts";

/** Reads bytes as a document; whatever they are, there is a draft or a diagnostic, and a draft's files are of their shape. */
function holds(bytes: Uint8Array, name: string): void {
  const { value, diagnostics } = importDocument(bytes, { name, known: [], year: 2026 });
  expect(value === undefined).toBe(diagnostics.length > 0);
  for (const { path, text } of value?.draft.files ?? []) {
    const place = classifyPath(`plan/${path}`);
    expect(place, path).toBeDefined();
    const parsed = parseFile({ path, text });
    expect(parsed.diagnostics).toEqual([]);
    // Of a torn order parts are missing, and what is missing is asked for; everything else is in order.
    const found = validateFile(place!.kind, parsed.value!).diagnostics.filter(
      ({ code }) => code !== "missing-key" && code !== "too-few",
    );
    expect(found.map(({ code, span }) => `${code} ${span.file}: ${text.slice(span.start - 60, span.end)}`)).toEqual([]);
  }
}

const real = composeDocument(realPlans()[0]!);
const text = new TextDecoder().decode(fixture("order-2024.txt"));
const signs = fc.constantFrom(
  "\t",
  "\n",
  "\n\n",
  "№ п/п\t",
  "<i>",
  "</i>",
  "«",
  "1.1.",
  "а)",
  "II. ",
  ":",
  "\u0000",
  "\ud800",
  "{",
  "- ",
  "#",
  "'",
  '"',
  "<td rowspan=9>",
  "</tr>",
  "<table>",
  ";",
  "__proto__",
  "=1+1",
  "\u202e",
);

/** A text with a few stretches cut out, doubled, or signs put in. */
const mangled = (whole: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(whole.length), fc.nat(60), fc.oneof(signs, fc.string({ unit: "binary", maxLength: 8 }))), {
      maxLength: 12,
    })
    .map((edits) =>
      edits.reduce((result, [at, length, put]) => result.slice(0, at) + put + result.slice(at + length), whole),
    );
/** The table up to some row: short enough to be read a hundred times. */
const part = (whole: string, length: number): string => whole.slice(0, whole.indexOf("№ п/п") + length);

const often = { ...runs(60), endOnFailure: true };

test("a mangled order in text", () => {
  fc.assert(
    fc.property(mangled(part(text, 9_000)), (each) => holds(utf8(each), "a.txt")),
    often,
  );
});

test("a mangled page and a mangled table", async () => {
  const html = new TextDecoder().decode(await writeDocument(real, "html"));
  const csv = new TextDecoder().decode(await writeDocument(real, "csv"));
  fc.assert(
    fc.property(mangled(html.slice(0, 22_000)), (each) => holds(utf8(each), "a.html")),
    often,
  );
  fc.assert(
    fc.property(mangled(csv.slice(0, 8_000)), (each) => holds(utf8(each), "a.csv")),
    often,
  );
});

test("a DOCX with bytes changed", async () => {
  const docx = await writeDocument({ ...real, sections: real.sections.slice(0, 1) }, "docx");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(docx.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(docx.length),
      (edits, length) => {
        const bytes = docx.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        holds(bytes, "a.docx");
        holds(docx.slice(0, length), "a.docx");
      },
    ),
    often,
  );
});

test("any bytes and any text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => holds(bytes, "a.txt")),
    often,
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (each) => holds(utf8(each), "a.html")),
    often,
  );
});

test("tags that never end cost no more than their length", () => {
  const started = performance.now();
  for (const tag of ["<a ", '<a "', "<!--", "<!doctype ", "<td rowspan=99999>", "<script>", "<table><tr><td>x</table>"])
    importDocument(utf8(`<html>${tag.repeat(100_000)}`), { name: "a.html", known: [] });
  expect(performance.now() - started).toBeLessThan(20_000);
});

test("whatever is written into YAML is read back", () => {
  const words = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "да",
      "no",
      "1.5",
      "04-01",
      "2024-01-01",
      "# x",
      "- x",
      "a: b",
      "x #y",
      "[x]",
      "…",
      "«x»: y",
      "№ 1",
      "null",
      "~",
      "x".repeat(300),
      "слово ".repeat(40).trim(),
      `${"а б ".repeat(60)}: # - "q"`,
    ),
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          id: words,
          list: fc.array(words, { maxLength: 3 }),
          map: fc.record({ text: words, n: fc.integer(), on: fc.constant(true as const) }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      words,
      (rows, title) => {
        const written = fileText("x.json", { title }, { key: "rows", rows: rows as unknown as YamlMap[] });
        expect(parse(written)).toEqual({ title, rows });
      },
    ),
    runs(400),
  );
});
