import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../compiler/diagnostics/catalogue.ts";
import { describe as inWords } from "../../compiler/diagnostics/render.ts";
import { importDocument } from "../../compiler/document/import-document.ts";
import { limits, megabyte } from "../../compiler/document/read/limits.ts";
import { refused, utf8 } from "./imported.ts";

const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === "string" ? utf8(text) : text]),
    ),
  );
const word = (body: string): string => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": word(body), ...more });
/** The beginning of an OLE file, and a stream of this name in its directory. */
const ole = (name: string): Uint8Array => {
  const words = Uint8Array.from([...`${name}\0`].flatMap((sign) => [sign.charCodeAt(0), 0]));
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(1016), ...words]);
};
const sheetList = '<workbook xmlns:r="r"><sheets><sheet r:id="r1"/></sheets></workbook>';
const relations = {
  "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
};
const xlsx = (rows: string, strings = "", merges = ""): Uint8Array =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": sheetList,
    ...relations,
    "xl/sharedStrings.xml": `<sst>${strings}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
  });
const odt = (body: string): Uint8Array =>
  zip({
    "content.xml": `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });

const head = "№ п/п\tМероприятие\tСрок исполнения\tОтветственные";
const plan = (...rows: readonly string[]): string => ["План на 2031 год", "", head, ...rows].join("\n");
const single = (encoding: string, text: string): Uint8Array => {
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [new TextDecoder(encoding).decode(new Uint8Array([code])), code]),
  );
  return new Uint8Array([...text].map((sign) => codes.get(sign) ?? 0x20));
};
const long = plan(
  "1.1.\tПроведение семинара по организации подготовки и проведения приемных кампаний\tдо 1 марта\tШколы",
).repeat(3);
/** A zeroed part: a thousandth of what it unpacks to. */
const bomb = (): Uint8Array =>
  zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": new Uint8Array(40 * megabyte).fill(0x20) });

/** A document that is no plan: its bytes, its name, and the code and the words under its span that it is refused with. */
type Case = readonly [what: string, bytes: Uint8Array, name: string, code: string, words?: string];
const cases: readonly Case[] = [
  ["nothing", utf8(""), "a.txt", "document-empty"],
  ["white space", utf8(" \n\t\n"), "a.txt", "document-empty"],
  ["a letter without a table", utf8("Уважаемые коллеги!\n\nПлан будет позже.\n"), "a.txt", "document-no-table"],
  ["a table of something else", utf8("Фамилия\tТелефон\tГород\nИванова\t123\tОмск\n"), "a.txt", "document-no-table"],
  [
    "wrong columns",
    utf8(`План на 2031 год\n\n№ п/п\tМероприятие\tОтветственные\tПримечание\n1.1.\tСбор\tШколы\t\n`),
    "a.txt",
    "document-columns",
    "№ п/п\tМероприятие\tОтветственные\tПримечание",
  ],
  ["headings and nothing below", utf8(plan("I. Раздел\t\t\t")), "a.txt", "document-no-rows", head],
  ["no year", utf8(plan("1.1.\tСбор\tдо 1 марта\tШколы").replace(" на 2031 год", "")), "a.txt", "document-no-year"],
  ["KOI8-R", single("koi8-r", long), "a.txt", "document-encoding"],
  ["DOS", single("ibm866", long), "a.txt", "document-encoding"],
  ["Mac Cyrillic", single("x-mac-cyrillic", long), "a.txt", "document-encoding"],
  ["UTF-32", new Uint8Array([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), "a.txt", "document-encoding"],
  ["UTF-8 with a letter cut in two", new Uint8Array([...utf8(long), 0xd0]), "a.txt", "document-broken"],
  ["bytes of no text", new Uint8Array(400).map((_, at) => (at * 37) % 251), "a.txt", "document-format"],
  ["PDF", utf8("%PDF-1.7\n"), "a.pdf", "document-pdf"],
  ["RTF", utf8("{\\rtf1 x}"), "a.rtf", "document-office"],
  ["Word 97", ole("WordDocument"), "a.doc", "document-office"],
  ["Excel 97", ole("Workbook"), "a.xls", "document-office"],
  ["a DOCX with a password", ole("EncryptedPackage"), "a.docx", "document-format"],
  ["another OLE file", ole("Contents"), "a.doc", "document-format"],
  ["a workbook without a sheet", zip({ "xl/workbook.xml": "<x/>" }), "a.xlsx", "document-format"],
  [
    "a workbook whose sheet is missing",
    zip({ "xl/workbook.xml": sheetList, ...relations }),
    "a.xlsx",
    "document-broken",
  ],
  ["a workbook with torn markup", xlsx('<row><c t="inlineStr">'), "a.xlsx", "document-broken"],
  ["a workbook that lacks a string", xlsx('<row><c t="s"><v>7</v></c></row>'), "a.xlsx", "document-broken"],
  [
    "a workbook of one string a million times",
    xlsx('<row><c t="s"><v>0</v></c></row>'.repeat(2000), `<si><t>${"а".repeat(limits.cellCharacters)}</t></si>`),
    "a.xlsx",
    "document-bomb",
  ],
  ["a sheet of zeroed markup", xlsx(" ".repeat(40 * megabyte)), "a.xlsx", "document-bomb"],
  ["a cell far to the right", xlsx('<row><c r="XFD1" t="str"><v>a</v></c></row>'), "a.xlsx", "document-limit"],
  [
    "merged cells without end",
    xlsx(
      Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 2}"><c r="IV${at + 2}"><v>1</v></c></row>`).join(""),
      "",
      Array.from({ length: 255 }, (_, at) => {
        const column = `${at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : ""}${String.fromCharCode(65 + (at % 26))}`;
        return `<mergeCell ref="${column}1:${column}1048576"/>`;
      }).join(""),
    ),
    "a.xlsx",
    "document-limit",
  ],
  ["OpenDocument of something else", zip({ "content.xml": "<x/>" }), "a.odt", "document-broken"],
  ["OpenDocument with torn markup", odt("<text:p>"), "a.odt", "document-broken"],
  [
    "OpenDocument with a password",
    zip({ "content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data manifest:checksum='x'/>" }),
    "a.odt",
    "document-format",
  ],
  ["OpenDocument of zeroed markup", odt(" ".repeat(40 * megabyte)), "a.odt", "document-bomb"],
  ["lists inside one another", odt("<text:list><text:list-item>".repeat(limits.depth)), "a.odt", "document-limit"],
  [
    "a row a thousand million times",
    odt(
      `<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p>а</text:p></table:table-cell></table:table-row></table:table>`,
    ),
    "a.odt",
    "document-limit",
  ],
  [
    "a cell a thousand million times",
    odt(
      `<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>а</text:p></table:table-cell></table:table-row></table:table>`,
    ),
    "a.odt",
    "document-limit",
  ],
  ["an archive", zip({ "photo.jpg": "x" }), "a.zip", "document-format"],
  ["macros by name", docx(""), "a.docm", "document-macros"],
  ["macros inside", docx("", { "word/vbaProject.bin": "x" }), "a.docx", "document-macros"],
  [
    "macros by type",
    zip({
      "[Content_Types].xml": '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      "word/document.xml": word(""),
    }),
    "a.docx",
    "document-macros",
  ],
  ["a torn DOCX", docx("<w:p/>").slice(0, 150), "a.docx", "document-broken"],
  [
    "a DOCX with torn markup",
    zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document><w:body><w:p>" }),
    "a.docx",
    "document-broken",
  ],
  [
    "a DOCX with a document type",
    zip({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<!DOCTYPE x [<!ENTITY a "aaaa">]>${word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")}`,
    }),
    "a.docx",
    "document-broken",
  ],
  [
    "a DOCX with damaged data",
    (() => {
      const bytes = docx("<w:p/>".repeat(500));
      return bytes.fill(0xff, 130, 150);
    })(),
    "a.docx",
    "document-broken",
  ],
  ["a bomb", bomb(), "a.docx", "document-bomb"],
  ["elements inside one another", docx("<w:p>".repeat(limits.depth + 10)), "a.docx", "document-limit"],
  [
    "tables inside one another",
    utf8(`<html>${"<table><tr><td>".repeat(limits.depth + 10)}`),
    "a.html",
    "document-limit",
  ],
  [
    "a cell of a book",
    docx(
      `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${"а".repeat(limits.cellCharacters + 1)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
    ),
    "a.docx",
    "document-limit",
  ],
  ["a thousand columns", utf8(`${"а\t".repeat(limits.columns + 5)}\n`), "a.txt", "document-limit"],
  [
    "a cell with thousands of parties",
    utf8(plan(`1.1.\tСбор\tдо 1 марта\t${Array.from({ length: 9000 }, (_, at) => `Школа${at}`).join(", ")}`)),
    "a.txt",
    "document-limit",
  ],
  [
    "parties of other names in every row",
    utf8(plan(...Array.from({ length: 5000 }, (_, at) => `1.${at + 1}.\tСбор\tдо 1 марта\tШкола${at}, Сад${at}`))),
    "a.txt",
    "document-limit",
  ],
  [
    "an open quote in CSV",
    utf8('№;Мероприятие;Срок;Ответственные\n1.1;"Сбор;до 1 марта;Школы\n'),
    "a.csv",
    "document-broken",
  ],
  ["too large a file", new Uint8Array(limits.fileMegabytes * megabyte + 1), "a.txt", "document-too-large"],
];

/** What only the command can say, which runs an office program (`test/e2e/document/office.slow.test.ts`). */
const ofTheCommand = ["document-office-failed", "document-office-slow"];

describe("is refused", () => {
  test.for(cases)("%s", ([, bytes, name, code, words]) => {
    const { diagnostics, text } = refused(bytes, name);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    const { span } = diagnostics[0]!;
    if (words !== undefined) expect(text.slice(span.start, span.end)).toBe(words);
    expect(inWords(diagnostics[0]!, "ru").hint).toMatch(/\p{Script=Cyrillic}/u);
    const english = inWords(diagnostics[0]!, "en");
    expect(`${english.message} ${english.hint}`.replace(/“[^”]*”/gu, "")).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  test("with every code that there is for documents", () => {
    expect([...new Set(cases.map(([, , , code]) => code))].sort()).toEqual(
      Object.keys(catalogue)
        .filter((code) => code.startsWith("document-") && !ofTheCommand.includes(code))
        .sort(),
    );
  });

  test("the encoding that it looks like is named", () => {
    const named = cases
      .filter(([, , , code]) => code === "document-encoding")
      .map(([what, bytes, name]) => [what, refused(bytes, name).diagnostics[0]!.values["encoding"]]);
    expect(named).toEqual([
      ["KOI8-R", "KOI8-R"],
      ["DOS", "IBM866 (DOS)"],
      ["Mac Cyrillic", "Mac Cyrillic"],
      ["UTF-32", "UTF-32"],
    ]);
  });
});

test.each([
  ["a number that is none", ["п.1-бис\tСбор\tдо 1 марта\tШколы"], ["1.1", "п.1-бис"], "number-unread"],
  [
    "a number twice",
    ["1.1.\tСбор\tдо 1 марта\tШколы", "1.1\tОтчёт\tдо 2 марта\tШколы"],
    ["1.1", "1.1."],
    "number-twice",
  ],
  [
    "a row before all numbers",
    ["\tСбор\tдо 1 марта\tШколы", "1\tОтчёт\tдо 2 марта\tШколы"],
    ["1.2", null],
    "numbered-by-place",
  ],
] as const)("%s is taken and noted", (_, rows, [id, number], code) => {
  const { value } = importDocument(utf8(plan(...rows)), { name: "a.txt", known: [] });
  expect(value?.notes.map((note) => note.code)).toContain(code);
  const section = value!.draft.files.find(({ path }) => path.endsWith("section-1.yaml"))!;
  expect(section.text).toContain(`id: "${id}"`);
  if (number === null) expect(section.text).toContain("number: null");
});
