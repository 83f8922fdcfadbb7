import { describe, expect, test } from "vitest";
import type { GlossaryFile, Party } from "../../compiler/generated/types.ts";
import { partyWords } from "../../compiler/load/party-words.ts";
import { unwritten } from "../../compiler/load/placeholders.ts";

const party = (id: string, label: string, name = label): Party => ({ id, label, name });
const glossary: GlossaryFile = {
  title: "",
  terms: [{ term: "Комитет", meaning: "Орган управления", party: "mouo" }],
};
const words = partyWords({
  parties: [
    party("oo", "ОО", "Все организации"),
    party("private", "ОО (частные)"),
    party("doo", "ДОО", "Детские сады"),
    party("mouo", "МОУО", "Органы управления"),
    party("moc", "МОЦ"),
    party("finance", "МОЦ (финансовый исполнитель)"),
    party("provider", "Исполнитель услуг"),
    party("operator", "Оператор ГИС «Учёт»"),
    party("press", "Отдел печати, радио и связи"),
  ].map(unwritten),
  glossary: unwritten(glossary),
});

describe("words are read into parties, in their order and each once", () => {
  test.each<[text: string, ids: string[]]>([
    ["ОО", ["oo"]],
    ["МОУО, ОО", ["mouo", "oo"]],
    ["ОО, МОУО", ["oo", "mouo"]],
    ["МОУО МОУО ДОО", ["mouo", "doo"]],
    ["МОУО\nОО (частные)", ["mouo", "private"]],
    ["ОО и ОО (частные)", ["oo", "private"]],
    ["МОЦ/ Исполнитель услуг", ["moc", "provider"]],
    ["МОЦ; МОЦ  (финансовый исполнитель)", ["moc", "finance"]],
    ['оператор ГИС "Учет"', ["operator"]],
    ["Отдел печати, радио и связи, ДОО", ["press", "doo"]],
    ["детские сады и Комитет", ["doo", "mouo"]],
  ])("%j", (text, ids) => {
    expect(words.read(text)).toEqual({ parties: ids, unread: [] });
  });
});

describe("what names nobody is told, and where it stands", () => {
  test.each<[text: string, unread: string[]]>([
    ["МУОО, ОО", ["МУОО"]],
    ["ОО (частный)", ["(частный)"]],
    ["ОО, кроме ДОО", ["кроме"]],
    ["не ОО", ["не"]],
    ["ОООО", ["ОООО"]],
    ["ОО-партнёры", ["-партнёры"]],
    ["Отдел печати", ["Отдел печати"]],
    ["ОО.", ["."]],
  ])("%j", (text, unread) => {
    expect(words.read(text).unread.map(({ start, end }) => text.slice(start, end))).toEqual(unread);
  });
});

test("two parties of one name are not told apart", () => {
  const twins = partyWords({
    parties: [party("a", "Центр"), party("b", "Центр"), party("c", "Сад", "Центр")].map(unwritten),
    glossary: unwritten({ ...glossary, terms: [] }),
  });
  expect(twins.read("Сад, центр")).toEqual({ parties: ["c"], unread: [{ start: 5, end: 10, ids: ["a", "b"] }] });
});

test("a name that looks the same in other letters is recognised as such", () => {
  expect(words.suggest("OO")).toEqual({ alike: "ОО" });
  expect(words.suggest("МУОО")).toEqual({ suggestion: "МОУО" });
});
