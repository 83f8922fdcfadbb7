import type { LanguageCode } from "../locale/languages.ts";
import type { AmendmentKind } from "../resolve/editions/amendments.ts";

/** Words of the document that are not in the plan's data, by language. */
interface DocumentWording {
  /** The headings of the columns where the order has none. */
  readonly columns: readonly string[];
  /** By how the title begins: the gender of «утвержден» is that of its first word. */
  readonly approved: readonly { readonly title: RegExp; readonly text: string }[];
  /** Where the title's gender is not known. */
  readonly annex: string;
  /** The document's kind in the cases that are printed, and its genitive in both numbers; the kind itself where it is not known. */
  readonly kinds: Readonly<
    Record<string, { readonly by: string; readonly to: string; readonly of: readonly [string, string] }>
  >;
  /** The edition: `of` is the genitive of what amended it. */
  readonly edition: (of: string) => string;
  readonly amendingOrders: string;
  /** A title of an order in quotes. */
  readonly titled: (title: string) => string;
  /** What an amending order did to a row; `of` and `by` are its genitive and instrumental. */
  readonly marks: Readonly<Record<AmendmentKind, (of: string, by: string) => string>>;
  /** A date in figures, from YYYY-MM-DD. */
  readonly date: (iso: string) => string;
  readonly number: (number: string) => string;
  readonly dated: (date: string, number: string) => string;
  /** The language that word processors check the spelling by (BCP 47). */
  readonly locale: string;
  readonly withdrawn: string;
  readonly sheets: { readonly plan: string; readonly glossary: string; readonly order: string };
}

/** Wording of the approval block: ГОСТ Р 7.0.97-2016, 5.16 (what is said of its successor: `write/README.md`). */
export const documentWording: Readonly<Record<LanguageCode, DocumentWording>> = {
  ru: {
    columns: ["№ п/п", "Мероприятие", "Срок исполнения", "Ответственные", "Форма контроля", "Срок выполнения контроля"],
    approved: [
      { title: /^(план|перечень|график|порядок|календарь|реестр)(\s|$)/i, text: "УТВЕРЖДЕН" },
      { title: /^(программа|карта|дорожная карта)(\s|$)/i, text: "УТВЕРЖДЕНА" },
      { title: /^положение(\s|$)/i, text: "УТВЕРЖДЕНО" },
      { title: /^(мероприятия|сроки)(\s|$)/i, text: "УТВЕРЖДЕНЫ" },
    ],
    annex: "Приложение",
    kinds: {
      приказ: { by: "приказом", to: "к приказу", of: ["приказа", "приказов"] },
      распоряжение: { by: "распоряжением", to: "к распоряжению", of: ["распоряжения", "распоряжений"] },
      постановление: { by: "постановлением", to: "к постановлению", of: ["постановления", "постановлений"] },
      решение: { by: "решением", to: "к решению", of: ["решения", "решений"] },
    },
    edition: (of) => `в редакции ${of}`,
    amendingOrders: "Изменяющие документы",
    titled: (title) => `«${title}»`,
    marks: {
      added: (_, by) => `введён ${by}`,
      changed: (of) => `в ред. ${of}`,
      withdrawn: (_, by) => `исключён ${by}`,
    },
    date: (iso) => iso.split("-").reverse().join("."),
    number: (number) => `№ ${number}`,
    dated: (date, number) => `от ${date} № ${number}`,
    locale: "ru-RU",
    withdrawn: "исключён",
    sheets: { plan: "План", glossary: "Сокращения", order: "Приказ" },
  },
  en: {
    columns: ["No.", "Activity", "Deadline", "Responsible", "Form of control", "Control deadline"],
    approved: [{ title: /^/, text: "APPROVED" }],
    annex: "Annex",
    kinds: {
      order: { by: "by order", to: "to the order", of: ["order", "orders"] },
      resolution: { by: "by resolution", to: "to the resolution", of: ["resolution", "resolutions"] },
      directive: { by: "by directive", to: "to the directive", of: ["directive", "directives"] },
    },
    edition: (of) => `as amended by ${of}`,
    amendingOrders: "Amending documents",
    titled: (title) => `“${title}”`,
    marks: {
      added: (_, by) => `added ${by}`,
      changed: (of) => `as amended by ${of}`,
      withdrawn: (_, by) => `withdrawn ${by}`,
    },
    date: (iso) => iso,
    number: (number) => `No. ${number}`,
    dated: (date, number) => `of ${date} No. ${number}`,
    locale: "en-GB",
    withdrawn: "withdrawn",
    sheets: { plan: "Plan", glossary: "Abbreviations", order: "Order" },
  },
};
