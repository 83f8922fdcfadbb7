/** What people ask, and what answers: queries in their own words with the answer that has to stand first, over the frozen plan. */
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { find, type Found } from "../../compiler/search/find.ts";
import { indexRecords } from "../../compiler/search/index-records.ts";
import { searchData } from "../../site/src/data/search-index.ts";
import { site, usePlan } from "../../site/src/context/site.ts";
import { plan2024 } from "../plan-files.ts";

const { plans, workspace } = compile(plan2024()).value;
usePlan(() => ({ plans, workspace, ledgers: [] }), { base: "/", dev: false } as never);
const data = searchData(site().all[0]!);
const index = indexRecords(data);
const days = ["2024-04-20", "2024-04-21", "2024-04-22"];
const ask = (query: string): Found => find(query, index, days);
/** The addresses of the answers without the plan's folder: `1.1.4` for an item. */
const paths = (query: string): string[] =>
  ask(query).hits.map(({ record }) => record.path.replace(/^2024\/(?:items\/([\d.-]+)\/$)?/, "$1"));

describe("fifty-one queries and their right first answers", () => {
  test.each([
    ["зачисление в первый класс", "1.1.4"],
    ["приказ о зачислении в 1 класс", "1.1.4"],
    ["летний лагерь", "roles/dol/"],
    ["прием заявлений в лагерь", "2.3.4"],
    ["создание смен", "2.3.3"],
    ["когда сдавать", "roles/"],
    ["пункт 2.1.8", "2.1.8"],
    ["2.1.8.", "2.1.8"],
    ["п. 3.5.12", "3.5.12"],
    ["1.1.5-2", "1.1.5-2"],
    ["30 апреля", "days/04-30/"],
    ["первое сентября", "days/09-01/"],
    ["план на июнь", "calendar/06/"],
    ["сентябрь", "calendar/09/"],
    ["что делать в марте", "calendar/03/"],
    ["зачесление", "1.1.3"],
    ["бухгалтер", "roles/moc-finance/"],
    ["директор", "roles/ooo/"],
    ["заведующая", "roles/doo/"],
    ["садик", "roles/doo/"],
    ["детский сад", "roles/doo/"],
    ["школа", "roles/ooo/"],
    ["ДОО", "roles/doo/"],
    ["техникум", "roles/poo/"],
    ["колледжи", "roles/poo/"],
    ["муниципалитет", "roles/mouo/"],
    ["заместитель министра", "roles/deputy-minister/"],
    ["олимпиада", "1.4.1"],
    ["ВсОШ", "glossary/#term-13"],
    ["одаренные дети", "1.4"],
    ["электронный журнал", "1.3.2"],
    ["посещаемость", "1.3.4"],
    ["табель посещаемости", "1.3.4"],
    ["прием в детский сад", "2.2"],
    ["запись в школу", "2.1"],
    ["закрыть школу", "6.2"],
    ["распределение детей в детские сады", "2.2.2"],
    ["смена учебного года", "2.1.8"],
    ["открыть новый учебный год", "1.1.5"],
    ["вакантные места в первых классах", "2.1.2-2"],
    ["5 и 10 классы", "2.1.3-1"],
    ["второй этап приёма", "2.1.4"],
    ["сертификат", "3.5"],
    ["ПФДО", "3.5.7"],
    ["внести номинал сертификата", "3.5.5"],
    ["акцептование счетов", "3.5.13"],
    ["часы посещения", "3.5.11"],
    ["заявка на подтверждение расчетов", "3.5.12"],
    ["воинский учет", "6.5.5"],
    ["госуслуги", "6.5.6"],
    ["лицензия", "6.2-1"],
    ["кадровый резерв", "4.5"],
    ["посчитать срок", "calculator/"],
    ["сетевой город", "sections/1/"],
  ])("«%s»", (query, first) => {
    expect(paths(query).slice(0, 4)[0], paths(query).slice(0, 5).join(" ")).toBe(first);
  });
});

test("a mistyped word is told with the one that was looked for", () => {
  expect(ask("зачесление").instead).toEqual([["зачесление", "зачислить"]]);
  for (const query of ["алимпиада", "сертефикат", "завидующая", "посещаймость", "бугалтер"])
    expect(ask(query).instead, query).toHaveLength(1);
});

test("what stands nowhere is named, and the rest of the query is answered", () => {
  expect(ask("абракадабра")).toEqual({ hits: [], unknown: ["абракадабра"], instead: [], partial: false });
  const { hits, unknown, partial } = ask("олимпиада абракадабра");
  expect([hits[0]!.record.id, unknown, partial]).toEqual(["1.4.1", ["абракадабра"], true]);
  for (const query of ["", "***", "понедельник"]) expect(ask(query).hits, query).toEqual([]);
});

test("where no record has all words, those with the most of them follow", () => {
  const { hits, partial } = ask("олимпиада в лагере");
  expect([hits.length > 0, partial]).toEqual([true, true]);
});

test("a role that is met by a word for its work alone does not stand before the work", () => {
  expect(ask("открытие смены").hits[0]!.record.kind).toBe("item");
});

test("an item's number finds it alone; a number that is no item's is a day", () => {
  expect(paths("3.5.12")).toEqual(["3.5.12"]);
  expect(paths("30.04")).toEqual(paths("30 апреля"));
  expect(paths("2024-04-30")).toEqual(paths("30 апреля 2024"));
  expect(paths("завтра")).toEqual(paths("21 апреля"));
  expect(paths("30 апреля 2031")).toEqual([]);
});

test("every form of a word finds the same", () => {
  for (const [a, b] of [
    ["навигатор", "навигаторами"],
    ["заявка", "заявок"],
    ["приём", "ПРИЕМОМ"],
    ["первый класс", "1-е классы"],
    ["учёт", "учета"],
  ] as const)
    expect(paths(a), a).toEqual(paths(b));
});

test("records and engine stay small", () => {
  expect(JSON.stringify(data).length).toBeLessThan(200_000);
});
