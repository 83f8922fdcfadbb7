import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { composeDocument } from "../../../compiler/document/compose.ts";
import { writeDocument } from "../../../compiler/document/write/write-document.ts";
import { realPlans, tinyPlans } from "../../feeds/plans.ts";
import { compiledDraft, imported, knownSeries } from "../../document/imported.ts";
import { expectEach } from "../../expect-each.ts";
import { has, needs, saveAll } from "./programs.ts";

/** Rows of several lines below headings, of one, two and three rows each: some heading would be the last of a page. */
function headedPlan(): ReturnType<typeof tinyPlans>[number] {
  const items = Array.from({ length: 150 }, (_, index) => {
    const [group, at] = [Math.floor(index / 4), index % 4];
    if (at > (group % 3) + 1) return "";
    if (at === 0) return `  - { id: "1.${group + 1}", heading: true, activity: "Подраздел:" }`;
    const lines = ["Сбор", ...Array.from({ length: group % 4 }, () => "– о детях;"), "Конец строки"].join("\\n");
    return `  - { id: "1.${group + 1}.${at}", activity: "${lines}", responsible: [school], deadline: { text: "до 1\\nмарта", until: 03-01 } }`;
  });
  return tinyPlans({ items: `\n${items.filter((item) => item !== "").join("\n")}` })[0]!;
}

/** The pages of a PDF as text. */
function pagesOf(pdf: string): string[] {
  const { stdout } = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 16 << 20 });
  return stdout.split("\f").filter((page) => page.trim() !== "");
}

/** The filters that a document is saved by, by ending. */
const writers = { docx: "Office Open XML Text", html: "HTML (StarWriter)", pdf: "writer_pdf_Export" } as const;

describe("through LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-office-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const document = composeDocument(realPlans()[0]!);
  const headed = composeDocument(headedPlan());
  beforeAll(async () => {
    writeFileSync(join(folder, "plan.docx"), await writeDocument(document, "docx"));
    writeFileSync(join(folder, "headed.docx"), await writeDocument(headed, "docx"));
    if (has("LibreOffice"))
      saveAll(
        Object.entries(writers).flatMap(([ending, writer]) =>
          ["plan", "headed"].map((name) => ({
            from: join(folder, `${name}.docx`),
            to: join(folder, "out", `${name}.${ending}`),
            writer,
          })),
        ),
        folder,
      );
  });

  /** A document as LibreOffice saves it. */
  const saved = (ending: keyof typeof writers, name: "plan" | "headed" = "plan"): string =>
    join(folder, "out", `${name}.${ending}`);
  const printed = ({ sections, order, glossary, title, columns }: typeof document): unknown => {
    const strip = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, inner: unknown) =>
          ["slips", "source", "status", "accept", "names"].includes(key) ? undefined : inner,
        ),
      );
    return { sections, order: strip(order), glossary, title, columns };
  };

  test.for(["the file", "its document.xml alone"])(
    "%s, saved anew, is the same plan to the letter",
    (what, context) => {
      needs(["LibreOffice"], context);
      const bytes = readFileSync(saved("docx"));
      const given: Uint8Array = what === "the file" ? bytes : unzipSync(bytes)["word/document.xml"]!;
      const draft = imported(given, { name: what === "the file" ? "plan.docx" : "document.xml", known: knownSeries() });
      expect(printed(composeDocument(compiledDraft(draft)))).toEqual(printed(document));
    },
  );

  test("saved as HTML it is the same table", (context) => {
    needs(["LibreOffice"], context);
    const draft = imported(readFileSync(saved("html")), { name: "plan.html", known: knownSeries() });
    expect(composeDocument(compiledDraft(draft)).sections).toEqual(document.sections);
  });

  test("saved anew, the lines of cells are where they were", (context) => {
    needs(["LibreOffice"], context);
    const bytes = readFileSync(saved("docx", "headed"));
    const draft = imported(bytes, { name: "headed.docx", year: 2024 });
    expect(composeDocument(compiledDraft(draft)).sections).toEqual(headed.sections);
  });

  test("printed, no heading stands alone at the foot of a page", (context) => {
    needs(["LibreOffice", "pdftotext"], context);
    const pages = pagesOf(saved("pdf", "headed"));
    expect(pages.length).toBeGreaterThan(5);
    // What is last on a page is the last line of a row that has a deadline.
    expectEach(pages.slice(1), (page) => /Конец строки/.test(page.trimEnd().split("\n").at(-1)!));
  });

  test("printed, its headings stand on each page of the table, and each number once", (context) => {
    needs(["LibreOffice", "pdftotext"], context);
    const pages = pagesOf(saved("pdf"));
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
