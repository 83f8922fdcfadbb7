import { isoDate, type Day } from "../calendar/day.ts";
import type { ResolvedPlan } from "../resolve/resolved.ts";
import { titleOf } from "../words/titles.ts";
import { words } from "../words/words.ts";
import type { OutputFile } from "./output.ts";

type Cell = string | number | null | undefined;

/** A cell that a spreadsheet would take for a formula is made text (OWASP, CSV injection); quotes by RFC 4180 §2. */
function cellText(cell: Cell, separator: string): string {
  const raw = String(cell ?? "");
  const text = /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, "\"\"")}"` : text;
}

/**
 * A table for spreadsheets: UTF-8 with a byte order mark (Excel takes the file for windows-1251 without it), CRLF
 * (RFC 4180), separated as the spreadsheets of the language expect.
 */
export function csvText(rows: readonly (readonly Cell[])[], language: "ru" | "en"): string {
  const separator = language === "ru" ? ";" : ",";
  return `\ufeff${rows.map((row) => row.map((cell) => cellText(cell, separator)).join(separator)).join("\r\n")}\r\n`;
}

const headings = {
  ru: {
    plan: ["Пункт", "Номер", "Раздел", "Мероприятие", "Ответственные", "Срок в приказе", "Состояние срока", "Форма контроля", "Срок контроля", "Состояние контроля"],
    events: ["Конец", "Начало", "Пункт", "Что", "Вид", "Стороны", "Слова приказа", "Успеть до", "Следующий рабочий день", "День события", "Условие", "Предмет", "UID"],
    kind: { work: "срок", control: "контроль" },
  },
  en: {
    plan: ["Item", "Number", "Section", "Activity", "Responsible", "Deadline", "State", "Form of control", "Control deadline", "Control state"],
    events: ["End", "Start", "Item", "What", "Kind", "Parties", "Wording", "Plan by", "Next working day", "Day of the event", "Condition", "Subject", "UID"],
    kind: { work: "work", control: "control" },
  },
} as const;

const iso = (day: Day | null | undefined): string => (typeof day === "number" ? isoDate(day) : "");

/** The plan's rows and its dated windows as two CSV files. */
export function emitCsv(resolved: ResolvedPlan): OutputFile[] {
  const { language } = resolved.series.data;
  const labels = new Map(resolved.series.parties.map(({ data }) => [data.id, data.label]));
  const names = (parties: readonly string[]): string => parties.map((party) => labels.get(party) ?? party).join(", ");
  const sections = new Map(resolved.plan.sections.map(({ data }) => [data.id, data.number]));
  const { plan, events, kind } = headings[language];
  const { state } = words[language];
  const planRows = resolved.items.map((item): Cell[] => [
    item.id, item.number, sections.get(item.section), item.source.data.activity, names(item.responsible), item.deadline?.text, item.deadline && state[item.deadline.state],
    item.control?.form, item.control?.deadline?.text, item.control?.deadline && state[item.control.deadline.state],
  ]);
  const eventRows = resolved.events.map(({ window, ...event }): Cell[] => [
    iso(window.end), iso(window.start), event.item, titleOf(resolved.byId.get(event.item)!, resolved.byId), kind[event.kind], names(event.parties), event.wording,
    iso(window.planBy), iso(window.rolled), iso(window.after), window.conditional, window.subject, event.uid,
  ]);
  return [
    { path: `data/${resolved.year}/plan.csv`, text: csvText([plan, ...planRows], language) },
    { path: `data/${resolved.year}/events.csv`, text: csvText([events, ...eventRows], language) },
  ];
}
