import type { LanguageCode } from "../locale/languages.ts";
import type { CellKind } from "../resolve/model.ts";
import type { NewsKind } from "./ledger.ts";

/** What the news of a series say. */
export interface NewsMessages {
  readonly title: (plan: string) => string;
  readonly subtitle: string;
  readonly item: (id: string) => string;
  readonly cell: Readonly<Record<CellKind, string>>;
  /** What happened, where one date is concerned and where several are. */
  readonly kinds: Readonly<Record<Exclude<NewsKind, "year">, readonly [one: string, several: string]>>;
  /** `plan`: how it is called, «2024 года». */
  readonly plan: (plan: string, count: number) => string;
  readonly was: string;
  readonly whom: string;
  readonly why: string;
}

const russian: NewsMessages = {
  title: (plan) => `${plan}: изменения`,
  subtitle: "Что изменилось в опубликованных сроках, для кого и с какого дня",
  item: (id) => `п.\u00a0${id}`,
  cell: { work: "срок", control: "контроль" },
  kinds: {
    new: ["новая дата", "новые даты"],
    moved: ["дата перенесена", "даты перенесены"],
    reworded: ["изменены слова", "изменены слова"],
    withdrawn: ["отменено", "отменено"],
    restored: ["возвращено", "возвращено"],
  },
  plan: (plan, count) => `Опубликован план ${plan}, записей в календарях: ${count}`,
  was: "было",
  whom: "Для кого",
  why: "Основание",
};

const english: NewsMessages = {
  title: (plan) => `${plan}: changes`,
  subtitle: "What changed in the published deadlines, for whom and since when",
  item: (id) => `no. ${id}`,
  cell: { work: "deadline", control: "check" },
  kinds: {
    new: ["new date", "new dates"],
    moved: ["moved", "moved"],
    reworded: ["reworded", "reworded"],
    withdrawn: ["cancelled", "cancelled"],
    restored: ["restored", "restored"],
  },
  plan: (plan, count) => `Plan of ${plan} published, entries in the calendars: ${count}`,
  was: "was",
  whom: "For",
  why: "Ground",
};

export const newsMessages: Readonly<Record<LanguageCode, NewsMessages>> = { ru: russian, en: english };
