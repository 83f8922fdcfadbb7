import type { Operation, Proposal } from "../../compiler/propose/proposal.ts";

/** One operation of each kind, on the frozen plan. */
export const samples = {
  move: {
    op: "move",
    item: "2.1.8",
    cell: "deadline",
    was: { text: "6 сентября", on: "09-06" },
    to: { text: "13 сентября", on: "09-13" },
  },
  control: {
    op: "move",
    item: "2.1.8",
    cell: "control",
    was: { text: "9 сентября", on: "09-09" },
    to: { text: "16 сентября", on: "09-16" },
  },
  record: {
    op: "record",
    event: "event-documents-published",
    date: "2024-04-26",
    title: "Опубликовано положение",
    source: { title: "Приказ от 26.04.2024 № 1" },
  },
  withdraw: { op: "withdraw", item: "2.1.2-1", reason: "Объединён с другим пунктом" },
  add: {
    op: "add",
    item: "2.1.9",
    activity: "Сверка списков",
    responsible: "МОУО",
    deadline: { text: "до 20 сентября", until: "09-20" },
  },
  set: {
    op: "set",
    file: "2024/section-2.yaml",
    row: { list: "items", id: "2.1.3-1" },
    path: ["responsible"],
    was: "МОУО",
    to: "МОУО, ООО",
  },
  text: {
    op: "text",
    file: "2024/section-2.yaml",
    was: "    activity: настройки параметров приемной кампании\n",
    to: "    activity: настройка параметров приемной кампании\n",
  },
  profile: {
    op: "profile",
    profile: "ooo-odo",
    label: "Школа с кружками",
    name: "Школы с кружками",
    parties: ["ooo", "odo"],
  },
} as const satisfies Record<string, Operation>;

/** A proposal of operations for the frozen plan. */
export const proposalWith = (operations: readonly Operation[], more: Partial<Proposal> = {}): Proposal => ({
  "srok-proposal": 1,
  series: "gis-obrazovanie",
  plan: "2024",
  base: { files: {} },
  ...more,
  operations,
});

/** An order that changes the plan. */
export const order = {
  id: "order-5",
  date: "2024-04-15",
  number: "5",
  title: "О внесении изменений в План",
} as const;
