/** The tables of roles: CSV for a spreadsheet of the plan's language, a workbook with real dates, JSON in the published shape. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeTables } from "../../../compiler/document/write/table-xlsx.ts";
import { addresseeIds } from "../../../compiler/query/audience.ts";
import { needs } from "../document/programs.ts";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { expectEach } from "../../expect-each.ts";

let site: BuiltSite;
const folder = mkdtempSync(join(tmpdir(), "srok-tables-"));
beforeAll(async () => {
  site = await buildForTest();
});
afterAll(() => {
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows of a CSV without quoted line breaks. */
const rowsOf = (csv: string, separator: string): string[][] =>
  csv
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) =>
      [...line.matchAll(new RegExp(`("(?:[^"]|"")*"|[^${separator}]*)(?:${separator}|$)`, "g"))]
        .slice(0, -1)
        .map(([, cell = ""]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"')),
    );

describe("a role's year", () => {
  test("as CSV: what Excel of a Russian locale opens, dated rows first, then all that has no date", () => {
    const csv = site.read("data/2024/roles/doo.csv");
    expect(csv.startsWith("\ufeffДата;Начало;Пункт;")).toBe(true);
    expect(csv).toContain("\r\n");
    const [, ...rows] = rowsOf(csv, ";");
    const dated = rows.filter(([day]) => day !== "");
    expect(rows.slice(0, dated.length)).toEqual(dated);
    expect(dated.map(([day]) => day)).toEqual(dated.map(([day]) => day!).toSorted());
    expectEach(dated, ([day]) => /^\d{4}-\d\d-\d\d$/.test(day!));
    // A bare 3.5.12 is the third of May to a spreadsheet.
    expectEach(rows, ([, , item]) => /^п\. \d/.test(item!));
    expect(rows.slice(dated.length).map(([, , item, , kind, state]) => [item, kind, state])).toContainEqual([
      "п. 3.2.1",
      "срок",
      "по событию",
    ]);
    expect(
      dated.find(([day, , item, , kind]) => day === "2024-05-01" && item === "п. 2.2.1" && kind === "контроль"),
    ).toMatchObject({ 8: "2024-04-27", 9: "2024-05-02" });
  });

  test("as JSON: the windows of events.json that are its own, in the published shape", () => {
    const schema = (name: string): object => JSON.parse(site.read(`data/${name}`)) as object;
    const validate = new Ajv2020({ strict: false })
      .addSchema(schema("definitions.schema.json"))
      .compile(schema("published-events.schema.json"));
    const own = JSON.parse(site.read("data/2024/roles/doo.json")) as {
      party: string;
      $schema: string;
      events: { uid: string }[];
    };
    expect(validate(own), JSON.stringify(validate.errors)).toBe(true);
    expect(own).toMatchObject({ party: "doo", $schema: "../../published-events.schema.json" });
    const all = JSON.parse(site.read("data/2024/events.json")) as { events: { uid: string }[] };
    const byUid = new Map(all.events.map((event) => [event.uid, event]));
    expect(own.events.length).toBeGreaterThan(50);
    expect(own.events).toEqual(own.events.map(({ uid }) => byUid.get(uid)));
  });

  test("every role with a date has all of them, linked from its page and from the data page", () => {
    const data = site.read("data/index.html");
    for (const id of addresseeIds(site.plans[0]!)) {
      const page = site.read(`roles/${id}/index.html`);
      const has = site.files.includes(`feeds/${id}.ics`);
      for (const extension of ["csv", "xlsx", "json"]) {
        const path = `data/2024/roles/${id}.${extension}`;
        expect([
          path,
          site.files.includes(path),
          page.includes(`href="/${path}"`),
          data.includes(`href="/${path}"`),
        ]).toEqual([path, has, has, has]);
      }
    }
  });
});

describe("a workbook", () => {
  const sheetOf = (bytes: Uint8Array, number = 1): string =>
    strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`]!);

  test("holds days as days and texts as texts, and no formula", async () => {
    const bytes = await writeTables([
      {
        title: "=1+1: [x]/*?",
        headings: ["Дата", "Текст"],
        rows: [
          [{ day: 19_840 }, '=HYPERLINK("http://evil.example")'],
          [null, "a\u0000<b>"],
        ],
      },
    ]);
    const sheet = sheetOf(bytes);
    // 27 April 2024 is the 45,409th day as Excel counts.
    expect(sheet).toMatch(/<c r="A2"[^>]*><v>45409<\/v>/);
    expect(sheet).not.toContain("<f");
    expect(strFromU8(unzipSync(bytes)["xl/workbook.xml"]!)).toContain('name="=1+1   x"');
  });

  test("is the same bytes from one build to the next", async () => {
    const table = { title: "A", headings: ["a"], rows: [["b"]] };
    expect(Buffer.compare(await writeTables([table]), await writeTables([table]))).toBe(0);
  });

  test("opens in LibreOffice Calc with its dates", (context) => {
    needs(["LibreOffice"], context);
    const csv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1";
    const { status, stderr } = spawnSync(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
        "--headless",
        "--convert-to",
        csv,
        "--outdir",
        folder,
        join(site.out, "data/2024/roles/doo.xlsx"),
        join(site.out, "data/2024/plan.xlsx"),
      ],
      { encoding: "utf8", timeout: 110_000 },
    );
    expect(status, stderr).toBe(0);
    const role = rowsOf(readFileSync(join(folder, "doo-ДОО.csv"), "utf8"), ";");
    expect(role).toHaveLength(rowsOf(site.read("data/2024/roles/doo.csv"), ";").length);
    expect(role.find(([day, , item]) => day === "01.05.2024" && item === "2.2.1")).toMatchObject({
      8: "27.04.2024",
      9: "02.05.2024",
    });
    expect(rowsOf(readFileSync(join(folder, "plan-Даты.csv"), "utf8"), ";")).toHaveLength(
      site.plans[0]!.dueWindows.length + 1,
    );
    expect(rowsOf(readFileSync(join(folder, "plan-План.csv"), "utf8"), ";")).toHaveLength(
      site.plans[0]!.items.length + 1,
    );
  });
});
