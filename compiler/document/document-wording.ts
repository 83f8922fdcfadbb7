import type { LanguageCode } from "../locale/languages.ts";

/** Words of the document that are not in the plan's data, by language. */
interface DocumentWording {
  /** The headings of the columns where the order has none. */
  readonly columns: readonly string[];
  /** By how the title begins: the gender of «утвержден» is that of its first word. */
  readonly approved: readonly { readonly title: RegExp; readonly text: string }[];
  /** Where the title's gender is not known. */
  readonly annex: string;
  /** The instrumental and the dative of the document's kind; the kind itself where it is not known. */
  readonly kinds: Readonly<Record<string, { readonly by: string; readonly to: string }>>;
  /** A date in figures, from YYYY-MM-DD. */
  readonly date: (iso: string) => string;
  readonly number: (number: string) => string;
  readonly dated: (date: string, number: string) => string;
  /** The language that word processors check the spelling by (BCP 47). */
  readonly locale: string;
  readonly withdrawn: string;
  readonly sheets: { readonly plan: string; readonly glossary: string; readonly order: string };
}

/** Wording of the approval block: ГОСТ Р 7.0.97-2016, 5.16. */
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
      приказ: { by: "приказом", to: "к приказу" },
      распоряжение: { by: "распоряжением", to: "к распоряжению" },
      постановление: { by: "постановлением", to: "к постановлению" },
      решение: { by: "решением", to: "к решению" },
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
      order: { by: "by order", to: "to the order" },
      resolution: { by: "by resolution", to: "to the resolution" },
      directive: { by: "by directive", to: "to the directive" },
    },
    date: (iso) => iso,
    number: (number) => `No. ${number}`,
    dated: (date, number) => `of ${date} No. ${number}`,
    locale: "en-GB",
    withdrawn: "withdrawn",
    sheets: { plan: "Plan", glossary: "Abbreviations", order: "Order" },
  },
};
