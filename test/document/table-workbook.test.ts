import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Table, TableCell } from "../../compiler/data/tables.ts";
import { writeTables } from "../../compiler/document/write/table-xlsx.ts";

/** The parts of a workbook of one table. */
async function partsOf(rows: readonly (readonly TableCell[])[]): Promise<{ sheet: string; strings: string[] }> {
  const table: Table = { title: "Даты", headings: ["Дата", "Что"], rows };
  const files = unzipSync(await writeTables([table]));
  const strings = strFromU8(files["xl/sharedStrings.xml"]!);
  return {
    sheet: strFromU8(files["xl/worksheets/sheet1.xml"]!),
    strings: [...strings.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text!),
  };
}

describe("a workbook of tables", () => {
  test("a day is a number of the date format, a text a shared string, an empty cell is left out", async () => {
    const { sheet, strings } = await partsOf([
      [null, "первое"],
      [{ day: 0 }, "второе"],
    ]);
    expect(strings).toEqual(["Дата", "Что", "первое", "второе"]);
    expect(sheet).toContain('<c r="B2" s="2" t="s"><v>2</v></c></row>');
    expect(sheet).toContain('<c r="A3" s="3"><v>25569</v></c><c r="B3" s="2" t="s"><v>3</v></c></row>');
    expect(sheet).not.toContain('r="A2"');
  });

  test.each(["constructor", "__proto__", "toString"])("a cell may read %s", async (text) => {
    const { sheet, strings } = await partsOf([
      [null, text],
      [null, text],
    ]);
    expect(strings).toEqual(["Дата", "Что", text]);
    expect(sheet.match(/<v>2<\/v>/g)).toHaveLength(2);
  });

  test("what XML takes for markup is escaped, and spaces at the ends stay", async () => {
    const { strings } = await partsOf([[null, " <а> & «б» "]]);
    expect(strings.at(-1)).toBe(" &lt;а&gt; &amp; «б» ");
  });
});
