import { expect, test } from "vitest";
import type { Block, RawTable } from "../../compiler/document/read/blocks.ts";
import { readHtml } from "../../compiler/document/read/html.ts";
import { DocumentError } from "../../compiler/document/read/document-error.ts";

const paragraphs = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
const cellsOf = (html: string): string[][] =>
  readHtml(html)
    .filter((block): block is RawTable => block.kind === "table")
    .flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
const italicsOf = (html: string): boolean[][] =>
  readHtml(html)
    .filter((block): block is RawTable => block.kind === "table")
    .flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ italic }) => italic)));

test.each([
  ["&middot;", "·"],
  ["&deg;", "°"],
  ["&bull;", "•"],
  ["&euro;", "€"],
  ["&frac12;", "½"],
  ["&rarr;", "→"],
  ["&eacute;", "é"],
  ["&Zcaron;", "Ž"],
  ["&laquo;&raquo;", "«»"],
  ["&#8470;", "№"],
  ["&#x2116;", "№"],
  ["&ampnbsp;", "&nbsp;"],
  ["&unknown;", "&unknown;"],
  ["&", "&"],
])("%s is read as the character that it stands for", (written, sign) => {
  expect(paragraphs(readHtml(`<p>а${written}б</p>`))).toEqual([`а${sign}б`]);
  expect(cellsOf(`<table><tr><td>а${written}б</td></tr></table>`)).toEqual([[`а${sign}б`]]);
});

test("a soft hyphen and a joiner show nothing; spaces of any width are spaces", () => {
  expect(paragraphs(readHtml("<p>ор&shy;га&zwj;ны&nbsp;&ensp;&thinsp;власти</p>"))).toEqual(["органы власти"]);
});

test("a reference of no character stands for nothing", () => {
  expect(paragraphs(readHtml("<p>а&#0;б&#xD800;в&#x110000;г</p>"))).toEqual(["абвг"]);
});

test("comments, scripts, styles and templates have no words of the document", () => {
  expect(
    paragraphs(
      readHtml(
        "<p>а<!-- 1 > 2 --><script>'<p>б</p>'</script><style>p{}</style><template><p>в</p></template><noscript>г</noscript>д</p>",
      ),
    ),
  ).toEqual(["ад"]);
});

test("the end tag of the head may be left out", () => {
  expect(paragraphs(readHtml("<html><head><title>Имя файла</title><body><p>План</p>"))).toEqual(["План"]);
});

test("a «>» in the value of an attribute does not end the tag, a «<» in words begins none", () => {
  expect(cellsOf(`<table><tr><td title="1 > 2">а</td><td>2 < 3</td></tr></table>`)).toEqual([["а", "2 < 3"]]);
});

test("spans are read in any quotes; one that is no number is one", () => {
  const [table] = readHtml(
    `<table><tr><td colspan=2>а</td><td COLSPAN='3'>б</td><td colspan="x">в</td><td>г</td></tr></table>`,
  ) as RawTable[];
  expect(table!.rows[0]!.cells.map(({ column, span }) => [column, span])).toEqual([
    [0, 2],
    [2, 3],
    [5, 1],
    [6, 1],
  ]);
});

test("a cell is in italics by its element, its style, or the style of its row, and no later cell with it", () => {
  expect(
    italicsOf(
      `<table><tr><td><i>а</i></td><td>б</td></tr>
      <tr><td><p style="font-style: italic">а</p></td><td>б</td></tr>
      <tr><td style="FONT-STYLE:italic">а<td>б
      <tr style="font-style:italic"><td>а</td><td><span style="font-style:normal">б</span></td></tr>
      <tr><td>а</td><td><b><em>б</em></b> в</td></tr></table>`,
    ),
  ).toEqual([
    [true, false],
    [true, false],
    [true, false],
    [true, false],
    [false, true],
  ]);
});

test("places are offsets in the text of the file", () => {
  const html = "<p>План</p>\n<table><tr><td>а</td></tr><tr><td>б</td></tr></table>";
  const [, table] = readHtml(html) as [Block, RawTable];
  expect(table.rows.map(({ at }) => html.slice(at, at + 4))).toEqual(["<tr>", "<tr>"]);
});

test.each(["<b>", "<i>", "<td>", "<tr>", "<p>", '<a x="', "<!--", "<?", "</", "&", "&am", "<title>", "<textarea>"])(
  "200,000 times %s costs no more than its length",
  (tag) => {
    const started = performance.now();
    try {
      readHtml(`<table><tr><td>${tag.repeat(20_000)}</table>${tag.repeat(180_000)}`);
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  },
);
