import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isoDate } from "../../compiler/calendar/day.ts";
import { composeDocument } from "../../compiler/document/compose.ts";
import type { RecognisedPlan } from "../../compiler/document/recognise/recognise.ts";
import { recognise } from "../../compiler/document/recognise/recognise.ts";
import { readDocument } from "../../compiler/document/read/read-document.ts";
import type { Note } from "../../compiler/document/report.ts";
import { realPlans } from "../feeds/plans.ts";
import { compiledDraft, fixture, imported, labelsOf, utf8 } from "./imported.ts";
import { printedRows, tornTable } from "./torn-table.ts";

const read = (
  bytes: Uint8Array,
  name = "order.txt",
): { readonly plan: RecognisedPlan; readonly notes: readonly Note[] } => {
  const notes: Note[] = [];
  return { plan: recognise(readDocument(bytes, name).blocks, (note) => notes.push(note)), notes };
};
const cellsOf = (plan: RecognisedPlan): string[][] =>
  plan.sections.flatMap(({ rows }) =>
    rows.map(({ number, activity, cells }) => [
      number ?? "",
      activity,
      cells.deadline,
      cells.responsible,
      cells.form,
      cells.controlDeadline,
    ]),
  );
const idsOf = (plan: RecognisedPlan): string[] => plan.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const notesOf = (notes: readonly Note[], code: Note["code"]): readonly Note[] =>
  notes.filter((note) => note.code === code);

const real = (): ReturnType<typeof composeDocument> => composeDocument(realPlans()[0]!);
const realCells = (): string[][] =>
  printedRows(real())
    .map(({ cells }) => [...cells])
    .filter((cells) => cells.slice(1).some((cell) => cell !== ""));
const realText = (): string => new TextDecoder().decode(fixture("order-2024.txt"));

describe("pages that end elsewhere", () => {
  const layouts = [
    [6, 36, 22, 18, 20, 15],
    [6, 30, 26, 20, 22, 16],
    [6, 45, 18, 16, 18, 12],
  ];
  test.each(layouts.flatMap((widths) => [13, 16, 17, 19, 23, 29, 31, 37, 41].map((lines) => ({ widths, lines }))))(
    "$lines lines in columns of $widths",
    (page) => {
      const { plan } = read(utf8(`${real().title}\n\n${tornTable(real(), page)}`));
      expect(cellsOf(plan)).toEqual(realCells());
      expect(idsOf(plan)).toEqual(realPlans()[0]!.items.map(({ id }) => id));
    },
  );

  test("no page ends at all", () => {
    const { plan, notes } = read(
      utf8(`${real().title}\n\n${tornTable(real(), { widths: [6, 36, 22, 18, 20, 15], lines: 100_000 })}`),
    );
    expect(cellsOf(plan)).toEqual(realCells());
    expect(notesOf(notes, "row-stitched")).toEqual([]);
  });
});

describe("encodings", () => {
  const windows1251 = (text: string): Uint8Array => {
    const codes = new Map(
      Array.from({ length: 256 }, (_, code) => [new TextDecoder("windows-1251").decode(new Uint8Array([code])), code]),
    );
    return new Uint8Array([...text].map((sign) => codes.get(sign) ?? 0x3f));
  };
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    [...Array(text.length).keys()].forEach((at) => view.setUint16(at * 2, text.charCodeAt(at), little));
    return new Uint8Array(view.buffer);
  };
  test.each([
    ["windows-1251", windows1251(realText()), "windows-1251"],
    ["UTF-8 with its mark", utf8(`\ufeff${realText()}`), "utf-8"],
    ["CRLF", utf8(realText().replaceAll("\n", "\r\n")), "utf-8"],
    ["UTF-16 LE with its mark", utf16(`\ufeff${realText()}`, true), "utf-16le"],
    ["UTF-16 BE with its mark", utf16(`\ufeff${realText()}`, false), "utf-16be"],
    ["UTF-16 LE without", utf16(realText(), true), "utf-16le"],
    ["UTF-16 BE without", utf16(realText(), false), "utf-16be"],
  ] as const)("%s", (_, bytes, encoding) => {
    expect(readDocument(bytes, "order.txt").encoding).toBe(encoding);
    expect(cellsOf(read(bytes).plan)).toEqual(realCells());
  });
});

test("columns in another order, one more among them", () => {
  const order = [3, 0, 5, 1, 4, 2];
  const [head, ...rows] = realText().slice(realText().indexOf("№ п/п")).split("\n");
  const shuffled = [head!, ...rows].map((line) => {
    const cells = line.split("\t");
    if (cells.length < 6) return line;
    // A section's heading stays in the first cell, wherever that column is now.
    if (cells.slice(1).every((cell) => cell === "") && cells[0] !== "")
      return [cells[0], ...Array.from({ length: 6 }, () => "")].join("\t");
    return [...order.map((at) => cells[at]), cells[0] === "№ п/п" ? "Примечание" : ""].join("\t");
  });
  const { plan, notes } = read(utf8(`${realText().slice(0, realText().indexOf("№ п/п"))}${shuffled.join("\n")}`));
  expect(cellsOf(plan)).toEqual(realCells());
  expect(notesOf(notes, "column-left").map(({ values }) => values["text"])).toEqual(["Примечание"]);
});

describe("a second table", () => {
  const [head] = realText().slice(realText().indexOf("№ п/п")).split("\n");
  test("with the same columns and further numbers goes on with the plan", () => {
    const at = realText().indexOf("IV. Модуль");
    const { plan, notes } = read(
      utf8(`${realText().slice(0, at)}\nПродолжение таблицы\n\n${head}\n${realText().slice(at)}`),
    );
    expect(cellsOf(plan)).toEqual(realCells());
    expect(notesOf(notes, "table-continued")).toHaveLength(1);
  });
  test("that begins its numbers anew is another plan and is noted", () => {
    const { plan, notes } = read(
      utf8(`${realText()}\nПлан работы на лето\n\n${head}\nI. Лето\t\t\t\t\t\n1.1.\tОткрыть смену\tиюнь\tДОЛ\t\t\n`),
    );
    expect(cellsOf(plan)).toEqual(realCells());
    expect(notesOf(notes, "table-second-plan").map(({ values }) => values["number"])).toEqual(["1.1"]);
    expect(notesOf(notes, "line-left").map(({ values }) => values["text"])).toContain("План работы на лето");
  });
  test("of another kind is noted and left out", () => {
    const { plan, notes } = read(utf8(`${realText()}\nКонтакты\n\nФамилия\tТелефон\nИванова\t123\n`));
    expect(cellsOf(plan)).toEqual(realCells());
    expect(notesOf(notes, "table-left").map(({ values }) => values["text"])).toEqual(["Фамилия · Телефон"]);
  });
});

test("no headings of sections: they follow the numbers, and every row keeps its id", () => {
  const lines = realText()
    .split("\n")
    .filter((line) => !/^[IVX]+\. /.test(line));
  const { plan, notes } = read(utf8(lines.join("\n")));
  expect(idsOf(plan)).toEqual(realPlans()[0]!.items.map(({ id }) => id));
  expect(plan.sections.map(({ section }) => section.number)).toEqual(["1", "2", "3", "4", "5", "6"]);
  expect(notesOf(notes, "sections-by-number").map(({ values }) => values["count"])).toEqual([6]);
});

test("a plan's title whose lines are paragraphs of their own", () => {
  const { plan, notes } = read(utf8(realText().replace("План функционирования\n", "План функционирования\n\n")));
  expect(plan.order["plan-title"]).toBe(
    "План функционирования государственной информационной системы «Образование в Челябинской области» на 2024 год",
  );
  expect(notesOf(notes, "line-left")).toEqual([]);
});

test("days in figures: the last day of a campaign is read from its control", () => {
  const draft = imported(utf8(realText().replaceAll("по 5 сентября", "по 05.09.2024")));
  const weeks = compiledDraft(draft).dueWindows.filter(({ item, kind }) => item === "2.3.4" && kind === "control");
  expect([weeks.length, isoDate(weeks.at(-1)!.window.end)]).toEqual([23, "2024-09-05"]);
});

test("a table alone, with nothing that names its plan, has a folder of its own", () => {
  const { draft } = imported(utf8(realText().slice(realText().indexOf("№ п/п"))), { year: 2024 });
  expect(draft.folder).toBe("new-plan/2024");
});

describe("another year, other parties, other numbering", () => {
  const order = imported(fixture("sports-2026.txt"));
  const plan = compiledDraft(order);
  const labels = labelsOf(plan);

  test("the rows and their ids", () => {
    expect(plan.id).toBe("2026");
    expect(plan.plan.sections.map(({ data }) => [data.id, data.number, data.title])).toEqual([
      ["1", "Раздел 1", "Соревнования"],
      ["2", "Раздел 2", "Отчётность"],
    ]);
    expect(plan.items.map(({ id, number }) => [id, number])).toEqual([
      ["1.1", "1)"],
      ["1.2", "2)"],
      ["1.2-1", "а)"],
      ["1.2-2", "б)"],
      ["1.3", "3)"],
      ["2.4", "4)"],
      ["2.5", "5)"],
      ["2.6", "6)"],
    ]);
    expect(plan.byId.get("1.2")!.source.data.heading).toBe(true);
  });

  test("the parties, a group among them", () => {
    expect(plan.items.map(({ id, responsible }) => [id, labels(responsible)])).toEqual([
      ["1.1", "Комитет"],
      ["1.2", ""],
      ["1.2-1", "ДЮСШ"],
      ["1.2-2", "СШОР, ДЮСШ"],
      ["1.3", "Школы"],
      ["2.4", "Школы, Комитет"],
      ["2.5", "СШОР"],
      ["2.6", "Судейская коллегия"],
    ]);
    expect(plan.parties.members(plan.series.parties.find(({ data }) => data.label === "Школы")!.data.id).length).toBe(
      2,
    );
    expect(plan.series.data.controller).toBe(plan.series.parties.find(({ data }) => data.label === "Комитет")!.data.id);
  });

  test("the dates", () => {
    expect(
      plan.dueWindows
        .map(
          ({ item, kind, window }) =>
            `${item} ${kind} ${window.start === null ? "…" : isoDate(window.start)} ${isoDate(window.end)}`,
        )
        .toSorted(),
    ).toEqual(
      [
        "1.2-1 work … 2026-02-15",
        "1.2-1 control 2026-02-17 2026-02-17",
        "1.1 work 2026-03-01 2026-03-31",
        "2.4 work 2026-01-01 2026-03-31",
        "2.4 work 2026-04-01 2026-06-30",
        "1.2-2 work 2026-06-10 2026-06-20",
        "2.4 work 2026-07-01 2026-09-30",
        "2.4 work 2026-10-01 2026-12-31",
      ].toSorted(),
    );
    expect(plan.items.map(({ id, deadline }) => [id, deadline?.state ?? "none"])).toEqual([
      ["1.1", "dated"],
      ["1.2", "none"],
      ["1.2-1", "dated"],
      ["1.2-2", "dated"],
      ["1.3", "on-event"],
      ["2.4", "dated"],
      ["2.5", "on-event"],
      ["2.6", "external"],
    ]);
    expect(plan.plan.events.map(({ data }) => data.title)).toEqual(["окончание соревнования", "получение протокола"]);
  });

  test("the order", () => {
    expect(plan.plan.order.data).toMatchObject({
      authority: "КОМИТЕТ ПО СПОРТУ ГОРОДА Н.",
      kind: "РАСПОРЯЖЕНИЕ",
      date: "2026-01-09",
      number: "12-р",
      place: "Н-ск",
      resolution: "обязываю:",
      signature: { post: "Председатель комитета", name: "И.И. Иванов" },
      "plan-title": "План соревнований на 2026 год",
    });
    expect(plan.plan.order.data.clauses.map(({ number }) => number)).toEqual(["1.", "2."]);
  });
});

/** A DOCX as Word saves it: numbers of lists written by Word, cells merged, changes tracked, a heading repeated by hand. */
function wordDocument(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync(
    Object.fromEntries(
      Object.entries({ "word/document.xml": xml, "[Content_Types].xml": "<Types/>", ...more }).map(([name, text]) => [
        name,
        utf8(text),
      ]),
    ),
  );
}
const p = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === "" ? "" : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`}</w:p>`;
const tc = (inner: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const listed = (level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`;

test("a DOCX with numbers that Word writes by itself, merged cells and tracked changes", () => {
  const level = (at: number, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<?xml version="1.0"?><w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="3">${level(0, "%1.")}${level(1, "%1.%2.")}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
  const head = tr(...["№", "Мероприятие", "Срок", "Ответственные"].map((text) => tc(p(text))));
  const body = `${p("План на 2031 год")}<w:tbl>${head}
    ${tr(tc(p("", listed(0))), tc(`<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Смотр:</w:t></w:r></w:p>`), tc(p("")), tc(p("")))}
    ${tr(tc(p("", listed(1))), tc(`<w:p><w:r><w:t>Собрать </w:t></w:r><w:del><w:r><w:delText>все </w:delText></w:r></w:del><w:ins><w:r><w:t>заявки</w:t></w:r></w:ins></w:p>`), tc(p("до 1 марта"), '<w:vMerge w:val="restart"/>'), tc(p("Школы"), '<w:vMerge w:val="restart"/>'))}
    ${head}
    ${tr(tc(p("", listed(1))), tc(`${p("Разобрать")}${p("заявки")}`), tc(p(""), "<w:vMerge/>"), tc(p(""), "<w:vMerge/>"))}
    ${tr(tc(p("", listed(1))), tc(p("Объявить итоги")), tc(p(""), "<w:vMerge/>"), tc(p("Комитет")))}
  </w:tbl>`;
  const { plan } = read(wordDocument(body, { "word/numbering.xml": numbering }), "order.docx");
  const rows = plan.sections.flatMap((section) => section.rows);
  expect(
    rows.map(({ id, number, heading, activity, cells, sameCellsAs }) => [
      id,
      number,
      heading,
      activity,
      cells.deadline,
      cells.responsible,
      sameCellsAs,
    ]),
  ).toEqual([
    ["1.1", "1.1.", false, "Собрать заявки", "до 1 марта", "Школы", undefined],
    ["1.2", "1.2.", false, "Разобрать заявки", "", "", "1.1"],
    ["1.3", "1.3.", false, "Объявить итоги", "до 1 марта", "Комитет", undefined],
  ]);
  expect(plan.sections.map(({ section }) => [section.number, section.title])).toEqual([["1", "Смотр:"]]);
});

test("an HTML page that is not well-formed, with cells that span rows and columns", () => {
  const html = `<html><head><meta charset=utf-8><title>x</title><style>td{color:red}</style></head><body><p>План на 2031&nbsp;год
    <table><tr><th rowspan=2>№ п/п<th rowspan=2>Мероприятие<th rowspan=2>Срок исполнения<th rowspan=2>Ответственные<th colspan=2>Контроль<tr><th>форма<th>срок
    <tr><td colspan=6>I. Смотр
    <tr><td>1.1.<td><em>Сбор &laquo;заявок&raquo;</em><br>и анкет<td rowspan=2>до 1&nbsp;марта<td rowspan=2>Школы<td>отчёт<td>5 марта
    <tr><td>1.2.<td>Разбор <script>alert(1)</script><td>справка<td>6 марта</table>`;
  const { plan } = read(utf8(html), "order.html");
  expect(
    plan.sections.flatMap(({ rows }) => rows.map(({ id, activity, cells }) => [id, activity, ...Object.values(cells)])),
  ).toEqual([
    ["1.1", "Сбор «заявок» и анкет", "до 1 марта", "Школы", "отчёт", "5 марта"],
    ["1.2", "Разбор", "до 1 марта", "Школы", "справка", "6 марта"],
  ]);
  expect(plan.columns).toEqual([
    "№ п/п",
    "Мероприятие",
    "Срок исполнения",
    "Ответственные",
    "Контроль форма",
    "Контроль срок",
  ]);
});
