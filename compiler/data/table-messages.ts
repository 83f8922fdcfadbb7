/** What the tables for spreadsheets say in their headings, by language. */
import type { LanguageCode } from "../locale/languages.ts";
import type { CellKind, ResolvedPlan } from "../resolve/model.ts";

export interface TableWords {
  readonly sheets: { readonly plan: string; readonly dates: string };
  readonly plan: readonly string[];
  readonly events: readonly string[];
  /** The column of a plan that has times. */
  readonly instant: string;
  readonly role: readonly string[];
  readonly kind: Readonly<Record<CellKind, string>>;
  readonly undated: Readonly<Record<"dated" | "on-event" | "continuous" | "external" | "none", string>>;
  /** A number of an item that a spreadsheet does not take for a date: 3.5.12 alone becomes the third of May. */
  readonly item: (id: string) => string;
}

const russian: TableWords = {
  sheets: { plan: "План", dates: "Даты" },
  plan: [
    "Пункт",
    "Номер",
    "Раздел",
    "Мероприятие",
    "Ответственные",
    "Срок в приказе",
    "Состояние срока",
    "Форма контроля",
    "Срок контроля",
    "Состояние контроля",
  ],
  events: [
    "Конец",
    "Начало",
    "Пункт",
    "Что",
    "Вид",
    "Стороны",
    "Слова приказа",
    "Успеть до",
    "Следующий рабочий день",
    "День события",
    "Условие",
    "Предмет",
    "UID",
  ],
  instant: "Момент",
  role: [
    "Дата",
    "Начало",
    "Пункт",
    "Что",
    "Вид",
    "Состояние",
    "Срок в приказе",
    "Форма контроля",
    "Успеть до",
    "Следующий рабочий день",
    "К чему относится",
    "Условие",
    "Кому поручено",
  ],
  kind: { work: "срок", control: "контроль" },
  undated: {
    dated: "с датой",
    "on-event": "по событию",
    continuous: "постоянно",
    external: "по другому акту",
    none: "без срока",
  },
  item: (id) => `п. ${id}`,
};

const english: TableWords = {
  sheets: { plan: "Plan", dates: "Dates" },
  plan: [
    "Item",
    "Number",
    "Section",
    "Activity",
    "Responsible",
    "Deadline",
    "State",
    "Form of control",
    "Control deadline",
    "Control state",
  ],
  events: [
    "End",
    "Start",
    "Item",
    "What",
    "Kind",
    "Parties",
    "Wording",
    "Plan by",
    "Next working day",
    "Day of the event",
    "Condition",
    "Subject",
    "UID",
  ],
  instant: "Instant",
  role: [
    "Date",
    "Start",
    "Item",
    "What",
    "Kind",
    "State",
    "Wording",
    "Form of control",
    "Plan by",
    "Next working day",
    "Subject",
    "Condition",
    "Assigned to",
  ],
  kind: { work: "work", control: "control" },
  undated: {
    dated: "dated",
    "on-event": "on an event",
    continuous: "all the time",
    external: "by another act",
    none: "no deadline",
  },
  item: (id) => `no. ${id}`,
};

/** Headings that name the order, and what a plan without one has in their place. */
const withoutOrder: ReadonlyMap<string, string> = new Map([
  ["Срок в приказе", "Срок"],
  ["Слова приказа", "Слова плана"],
]);

const inPlace = (headings: readonly string[]): readonly string[] =>
  headings.map((heading) => withoutOrder.get(heading) ?? heading);

const tables: Readonly<Record<LanguageCode, TableWords>> = { ru: russian, en: english };

/** What the tables of a plan say in their headings. */
export function tableWords({ series, plan }: Pick<ResolvedPlan, "series" | "plan">): TableWords {
  const words = tables[series.data.language];
  if (plan.hasOrder) return words;
  return { ...words, plan: inPlace(words.plan), events: inPlace(words.events), role: inPlace(words.role) };
}

/** A number of an item that a spreadsheet does not take for a date. */
export const itemCell = (id: string, language: LanguageCode): string => tables[language].item(id);
