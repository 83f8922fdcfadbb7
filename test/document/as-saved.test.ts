import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importDocument } from "../../compiler/document/import-document.ts";
import { proofOf, type Proof } from "../../compiler/document/proof/proof.ts";
import { shippedPolicy } from "./strangers.ts";
import { utf8 } from "./imported.ts";

const policy = shippedPolicy();
function proofFor(bytes: Uint8Array, name: string): Proof {
  const { value, diagnostics } = importDocument(bytes, { name, known: [], policy });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return proofOf(value, "ru");
}

const codes1251 = new Map(
  Array.from({ length: 256 }, (_, code) => [new TextDecoder("windows-1251").decode(new Uint8Array([code])), code]),
);
const windows1251 = (text: string): Uint8Array => Uint8Array.from([...text].map((sign) => codes1251.get(sign)!));

describe("in windows-1251", () => {
  const rows = [
    ["№ п/п", "Мероприятие", "Срок", "Ответственный"],
    ["1", "Сбор заявок", "до 27 февраля", "Отдел кадров"],
    ["2", "Награждение – «Лучший по профессии»", "10.04.2026", "Директор"],
  ];
  const title = "План работы на 2026 год";
  const cell = (text: string): string => `<td>${text}</td>`;
  const html = `<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"></head><p>${title}</p><table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table></html>`;

  test.each([
    ["plan.csv", `${title};;;\r\n${rows.map((row) => row.join(";")).join("\r\n")}\r\n`],
    ["plan.txt", `${title}\r\n\r\n${rows.map((row) => row.join("\t")).join("\r\n")}\r\n`],
    ["plan.html", html],
    ["unnamed.html", html.replace(/<meta[^>]*>/, "")],
  ])("%s is read as in UTF-8", (name, text) => {
    const proof = proofFor(windows1251(text), name);
    expect(proof).toEqual(proofFor(utf8(text.replace("windows-1251", "utf-8")), name));
    expect(proof.title).toBe(title);
    expect(proof.rows.map(({ activity, deadline }) => [activity, deadline?.windows.at(-1)?.end])).toEqual([
      ["Сбор заявок", "2026-02-27"],
      ["Награждение – «Лучший по профессии»", "2026-04-10"],
    ]);
  });
});

test("the markup of an old Word is none of the words: comments, conditions, o:p, numbers of its lists", () => {
  const number = (n: number): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${n}.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><o:p></o:p></p>`;
  const cells = (...texts: readonly string[]): string =>
    texts
      .map((text) => `<td style='mso-border-alt:solid windowtext .5pt'><p class=MsoNormal>${text}<o:p></o:p></p></td>`)
      .join("");
  const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 11">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head>
<body><p class=MsoNormal><b>План работы на 2026&nbsp;год<o:p></o:p></b></p><!--[if supportFields]><span>PAGE</span><![endif]-->
<table><tr>${cells("&numero;&nbsp;п/п", "Мероприятие", "Срок", "Ответственный")}</tr>
<tr style='mso-yfti-irow:1'><td>${number(1)}</td>${cells("Неделя &laquo;Право&raquo; &mdash; лекции", "17&ndash;21&nbsp;ноября", "Зам.&#160;директора")}</tr>
<tr style='mso-yfti-irow:2'><td>${number(2)}</td>${cells("Сбор&shy;ы", "до 1&#x20;марта", "&Dcy;иректор")}</tr></table><p><o:p>&nbsp;</o:p></p></body></html>`;
  const proof = proofFor(utf8(page), "plan.htm");
  expect(proof.columns).toEqual(["№ п/п", "Мероприятие", "Срок", "Ответственный"]);
  expect(
    proof.rows.map(({ number: n, activity, responsible, deadline }) => [n, activity, deadline?.text, responsible]),
  ).toEqual([
    ["1.", "Неделя «Право» — лекции", "17–21 ноября", ["Зам. директора"]],
    ["2.", "Сборы", "до 1 марта", ["Директор"]],
  ]);
});

describe("a column of times of which a sheet made numbers", () => {
  const formats = { General: 0, "0.00": 2, "h:mm": 20, "h:mm AM/PM": 18, "[h]:mm:ss": 46, '00":"00': 164 } as const;
  const ids = Object.keys(formats);
  const words = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  /** A sheet with one row, whose time is a number in a format. */
  const sheet = (value: number, format: keyof typeof formats): Uint8Array => {
    const heads = ["№", "Мероприятие", "Дата", "Время", "Ответственный"].map((text, at) =>
      words(`${"ABCDE"[at]!}3`, text),
    );
    const parts = {
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="План" r:id="r0"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r0" Target="worksheets/sheet0.xml"/></Relationships>`,
      "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00&quot;:&quot;00"/></numFmts><fonts><font/></fonts><cellXfs>${Object.values(
        formats,
      )
        .map((id) => `<xf numFmtId="${id}" fontId="0"/>`)
        .join("")}</cellXfs></styleSheet>`,
      "xl/worksheets/sheet0.xml": `<worksheet><sheetData><row r="1">${words("A1", "План работы на 2026 год")}</row><row r="3">${heads.join("")}</row><row r="4"><c r="A4"><v>1</v></c>${words("B4", "Концерт")}${words("C4", "3 марта 2026 г.")}<c r="D4" s="${ids.indexOf(format)}"><v>${value}</v></c>${words("E4", "Клуб")}</row></sheetData></worksheet>`,
    };
    return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)])));
  };

  test.each([
    [11, "0.00", "11:00"],
    [9.3, "0.00", "09:30"],
    [0.4583333333, "h:mm", "11:00"],
    [0.4583333333, "h:mm AM/PM", "11:00"],
    [0.4583333333, "[h]:mm:ss", "11:00"],
    [1130, '00":"00', "11:30"],
  ] as const)("%d in the format «%s» is %s, as it is shown", (value, format, time) => {
    const { deadline } = proofFor(sheet(value, format), "plan.xlsx").rows[0]!;
    expect(deadline).toMatchObject({ certain: true, windows: [{ start: "2026-03-03", end: "2026-03-03", time }] });
  });

  test.each([
    [11, "11"],
    [9.3, "9.3"],
  ] as const)("%d without a format is asked about, and no time is made of it", (value, shown) => {
    const { rows, questions } = proofFor(sheet(value, "General"), "plan.xlsx");
    expect(rows[0]!.deadline).toMatchObject({ state: "dated", certain: false });
    expect(rows[0]!.deadline!.windows).toEqual([{ start: "2026-03-03", end: "2026-03-03" }]);
    expect(questions.map(({ text }) => text)).toEqual([`в котором часу? время напечатано как «${shown}»`]);
  });
});

test.each([
  ["Концерт", "Отчётный концерт"],
  ["Осенние каникулы", "День знаний"],
  ["Апробация", "Начальник принимает"],
  ["Часть первая", "Декада истории"],
])("«%s» and «%s» are activities, though they begin like words of time", (...activities) => {
  const rows = activities.map((text, at) => `<tr><td>${at + 1}</td><td>${text}</td><td>3 марта</td><td>Клуб</td></tr>`);
  const page = `<html><p>План работы на 2026 год</p><table><tr><th>№</th><th>Мероприятие</th><th>Дата</th><th>Ответственный</th></tr>${rows.join("")}</table></html>`;
  const proof = proofFor(utf8(page), "plan.html");
  expect(proof.rows.map(({ activity, deadline }) => [activity, deadline?.text])).toEqual(
    activities.map((text) => [text, "3 марта"]),
  );
});
