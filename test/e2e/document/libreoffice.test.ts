import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { composeDocument } from "../../../compiler/document/compose.ts";
import { writeDocument } from "../../../compiler/document/write/write-document.ts";
import { realPlans } from "../../feeds/plans.ts";
import { compiledDraft, imported, knownSeries } from "../../document/imported.ts";
import { expectEach } from "../../expect-each.ts";
import { convert, needs } from "./programs.ts";

describe("through LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-office-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const document = composeDocument(realPlans()[0]!);
  beforeAll(async () => writeFileSync(join(folder, "plan.docx"), await writeDocument(document, "docx")));

  const converted = (filter: string, ending: string): string => {
    const out = join(folder, "out");
    convert([join(folder, "plan.docx")], filter, { folder, out });
    return join(out, `plan.${ending}`);
  };
  const printed = ({ sections, order, glossary, title, columns }: typeof document): unknown => {
    const strip = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, inner: unknown) =>
          ["slips", "source", "status", "accept"].includes(key) ? undefined : inner,
        ),
      );
    return { sections, order: strip(order), glossary, title, columns };
  };

  test.for(["the file", "its document.xml alone"])(
    "%s, saved anew, is the same plan to the letter",
    (what, context) => {
      needs(["LibreOffice"], context);
      const bytes = readFileSync(converted("docx:Office Open XML Text", "docx"));
      const given: Uint8Array = what === "the file" ? bytes : unzipSync(bytes)["word/document.xml"]!;
      const draft = imported(given, { name: what === "the file" ? "plan.docx" : "document.xml", known: knownSeries() });
      expect(printed(composeDocument(compiledDraft(draft)))).toEqual(printed(document));
    },
  );

  test("saved as HTML it is the same table", (context) => {
    needs(["LibreOffice"], context);
    const draft = imported(readFileSync(converted("html", "html")), { name: "plan.html", known: knownSeries() });
    expect(composeDocument(compiledDraft(draft)).sections).toEqual(document.sections);
  });

  test("printed, its headings stand on each page of the table, and each number once", (context) => {
    needs(["LibreOffice", "pdftotext"], context);
    const pdf = converted("pdf", "pdf");
    const { stdout } = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 16 << 20 });
    const pages = stdout.split("\f").filter((page) => page.trim() !== "");
    const first = pages.findIndex((page) => page.includes("№ п/п"));
    expect(first).toBeGreaterThan(0);
    expectEach(pages.slice(first), (page) => page.includes("№ п/п") && page.includes("Ответственные"));
    const numbers = document.sections
      .flatMap(({ rows }) => rows.map(({ number }) => number))
      .filter((number) => number !== "");
    for (const number of numbers)
      expect(
        pages.filter((page) => new RegExp(`^\\s*${number.replaceAll(".", "\\.")}\\s`, "m").test(page)),
        number,
      ).toHaveLength(1);
  });
});
