/** What is said instead in a plan that no order approves, and in one that is no calendar year. */
import type { LanguageCode } from "../../../compiler/locale/languages.ts";
import { counted } from "../../../compiler/locale/languages.ts";
import { russian as language } from "../../../compiler/locale/ru.ts";
import type { Strings } from "./ru.ts";

/** Some texts of a table, in place of its own. */
type Some<T> = T extends (...given: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { readonly [K in keyof T]?: Some<T[K]> }
      : T;

/** The kinds of plans that some texts do not fit. */
export interface PlanKind {
  readonly hasOrder: boolean;
  readonly isYear: boolean;
}

const withoutOrder: Readonly<Record<LanguageCode, Some<Strings>>> = {
  ru: {
    answer: { named: (wording: string) => `в плане – ${wording}` },
    footer: { voices: "Слова плана – с засечками и без изменений, пояснения сайта – без засечек." },
    role: {
      noDate: "срок контроля не указан",
      noneNote: (n: number) => `${counted(language, n, ["пункт", "пункта", "пунктов"])}: срока нет`,
      monthsNote:
        "Строки стоят на том дне, который назван в плане. Если день нерабочий, рядом – рабочий день, к которому безопасно успеть.",
    },
    calculator: {
      description:
        "Посчитать срок в рабочих или календарных днях от любой даты или словами: последний день, пропущенные дни и почему они пропущены.",
      byPhrase: "Словами",
    },
    item: {
      activity: "Мероприятие",
      wording: "Срок",
      noWording: "не указан",
      nobody: "ответственный не назван",
      noControl: "не назначен",
      place: "В плане",
      amended: {
        added: (date: string, _: string, title: string) => `Добавлен ${date}: ${title}.`,
        amended: (date: string, _: string, title: string) => `Изменён ${date}: ${title}.`,
        withdrew: (date: string, _: string, title: string) => `Исключён ${date}: ${title}.`,
      },
    },
    sections: { description: "Разделы плана и его текст.", documentLink: "Весь план одним документом" },
    document: {
      title: "План целиком",
      description: (title: string) => `${title}: сокращения и таблица плана, дословно.`,
      lede: "План дословно, с описками оригинала. Описки подчёркнуты и объяснены.",
      ledePlain: "План дословно.",
      empty: "пусто",
    },
    rules: {
      periodsNote: "план их упоминает, границы взяты отсюда",
      readingsNote: "где слово плана значит меньше, чем в его словаре",
    },
    glossary: {
      description: "Сокращения плана с их значениями, дословно, и страницы тех, кого они называют.",
      lede: "Сокращения – дословно, как в плане.",
    },
    changes: {
      description: "Что и когда изменилось в плане: поправки, переносы сроков.",
      lede: "Здесь стоит каждое изменение плана: что, с какого дня на какой, для кого и на каком основании.",
      order: (title: string, date: string) => `${title} (${date})`,
    },
    edit: {
      noScripts:
        "Форме нужны скрипты, а в этом браузере они выключены. Опишите правку письмом или на сайте, где хранится план: номер пункта, новые слова срока, основание.",
      deadline: "Срок словами плана",
      responsibleHint: "Словами плана через запятую.",
      newDeadline: "Срок словами плана",
      newResponsible: "Ответственные словами плана",
      bases: {
        order: ["Решение, которое меняет план", "дата и заголовок попадут в историю пункта"],
        correction: ["Ошибка при переносе", "решение не менялось, на сайте стоит не то"],
      },
      orderTitle: "Что решено или где это сказано",
      texts: {
        byLaw: "так считают, если в плане не сказано другое",
        ask: {
          orderNumber: "Напишите номер решения",
          orderDate: "Напишите дату решения",
          orderTitle: "Напишите, что решено или где это сказано",
        },
      },
    },
    components: { typeNote: "без засечек – голос сайта, с засечками – слова плана" },
    search: {
      noScriptDocument: "Откройте план целиком и найдите слово средствами браузера (Ctrl+F).",
      noDeadline: "срок не указан",
      pages: { document: { title: "План целиком", names: ["план целиком", "текст плана", "скачать план"] } },
    },
  },
  en: {
    answer: { named: (wording: string) => `in the plan: ${wording}` },
    item: {
      amended: {
        added: (date: string, _: string, title: string) => `Added on ${date}: ${title}.`,
        amended: (date: string, _: string, title: string) => `Changed on ${date}: ${title}.`,
        withdrew: (date: string, _: string, title: string) => `Withdrawn on ${date}: ${title}.`,
      },
    },
    sections: { description: "Sections of the plan and its text.", documentLink: "The whole plan as one document" },
    document: {
      title: "The whole plan",
      description: (title: string) => `${title}: abbreviations and table, verbatim.`,
      lede: "The plan, verbatim. Slips of the original are underlined and explained.",
      ledePlain: "The plan, verbatim.",
    },
    changes: {
      description: "What changed in the plan and when: amendments, moved deadlines.",
      lede: "Every change of the plan stands here: what, from which day to which, for whom and on what ground.",
      order: (title: string, date: string) => `${title} (${date})`,
    },
    edit: {
      noScripts:
        "The form needs scripts, and this browser has them switched off. Describe the change in a letter or where the plan is kept: the number of the item, the new words of the deadline, the reason.",
      deadline: "The deadline in the words of the plan",
      responsibleHint: "The words of the plan, separated by commas.",
      newDeadline: "The deadline in the words of the plan",
      newResponsible: "Responsible, in the words of the plan",
      bases: {
        order: ["A decision that changes the plan", "its date and title become part of the item's history"],
        correction: ["A mistake made in copying", "nothing new was decided, the site was wrong"],
      },
      orderTitle: "What was decided, or where it is said",
      texts: {
        byLaw: "this is meant where the plan says nothing else",
        ask: {
          orderNumber: "Write the number of the decision",
          orderDate: "Write the date of the decision",
          orderTitle: "Write what was decided, or where it is said",
        },
      },
    },
    search: {
      noScriptDocument: "Open the whole plan and use your browser's own search (Ctrl+F).",
      noDeadline: "no deadline is named",
      pages: { document: { title: "The whole plan", names: ["whole plan", "text of the plan", "download"] } },
    },
  },
};

const withoutYear: Readonly<Record<LanguageCode, Some<Strings>>> = {
  ru: {
    due: { openEnd: "конец не назван, взят конец плана" },
    homePage: {
      lede: (n: number) =>
        `${counted(language, n, ["пункт", "пункта", "пунктов"])}. У каждого срока – дата и объяснение, как она получилась.`,
      year: "Весь план",
    },
    role: {
      lede: { empty: "Для этой роли в плане ничего нет." },
      continuousNote: (n: number) => `${counted(language, n, ["пункт", "пункта", "пунктов"])}, всё время плана`,
    },
    answer: { texts: { late: "План закончился; остались сроки, которые перешли за его конец." } },
    year: {
      title: "Весь план",
      quarterLabel: (n: number) =>
        `${n}-я часть по три месяца: те же промежутки, сроки и контроль стоят ниже по месяцам, нагрузка по неделям – в таблице под картинкой.`,
      label: (work: number, control: number) =>
        `План в картинке: сроков – ${work}, дат контроля – ${control}, без еженедельных. Те же даты стоят ниже по месяцам, нагрузка по неделям – в таблице под картинкой.`,
    },
    calendar: {
      lede: "Месяцы плана и сроки, которые попадают за его пределы. Нерабочие дни и переносы – по рабочему календарю.",
    },
    control: {
      lede: (n: number, m: number) =>
        `${counted(language, n, ["пункт", "пункта", "пунктов"])} под контролем, ${counted(language, m, ["дата", "даты", "дат"])} за весь план.`,
    },
  },
  en: {
    due: { openEnd: "no end is named: the end of the plan" },
    homePage: {
      lede: (n: number) =>
        `${n === 1 ? "One item" : `${n} items`}. Each deadline comes with its date and how it was computed.`,
      year: "The whole plan",
    },
    role: {
      lede: { empty: "The plan has nothing for this role." },
      continuousNote: (n: number) => `${n === 1 ? "1 item" : `${n} items`}, all the time`,
    },
    answer: { texts: { late: "The plan is over; these of its dates fall after its end." } },
    year: {
      title: "The whole plan",
      quarterLabel: (n: number) =>
        `Part ${n} of three months: the same dates stand below by month, the load by week in the table below the picture.`,
      label: (work: number, control: number) =>
        `The plan as a picture: ${work} due, ${control} checks, weekly ones aside. The same dates stand below by month, the load by week in the table below the picture.`,
    },
    calendar: {
      lede: "The months of the plan, and the deadlines that fall beyond it. Days off come from the working calendar.",
    },
    control: { lede: (n: number, m: number) => `Items checked: ${n}; dates: ${m}.` },
  },
};

/** A table with some of its texts replaced. */
function merged<T>(table: T, some: Some<T> | undefined): T {
  if (some === undefined) return table;
  if (typeof table !== "object" || table === null || Array.isArray(table)) return some as T;
  return Object.fromEntries(
    Object.entries(table).map(([key, own]) => [
      key,
      merged(own as unknown, (some as Record<string, unknown>)[key] as never),
    ]),
  ) as T;
}

/** A language's words as they are said in plans of a kind. */
export const ofKind = (table: Strings, code: LanguageCode, { hasOrder, isYear }: PlanKind): Strings =>
  merged<Strings>(
    merged<Strings>(table, hasOrder ? undefined : withoutOrder[code]),
    isYear ? undefined : withoutYear[code],
  );
