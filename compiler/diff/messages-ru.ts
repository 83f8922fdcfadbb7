import { isYear } from "../calendar/bounds.ts";
import { counted } from "../locale/languages.ts";
import { russian } from "../locale/ru.ts";
import type { Standing } from "./change.ts";
import type { DiffMessages } from "./messages.ts";

/** «на 2024 год», «1.31». */
const planOf = (id: string): string => (isYear(id) ? `на ${id}\u00a0год` : russian.named(id));

const standing: Readonly<Record<Standing, string>> = {
  dated: "с датой",
  waiting: "ждёт события",
  continuous: "действует постоянно",
  external: "по срокам другого акта",
  none: "срока нет",
};
const list = (names: readonly string[]): string =>
  names.map((name) => (/^«.*»$/.test(name) ? name : `«${name}»`)).join(", ");

const changed = { added: "добавлен", removed: "удалён", changed: "изменён" } as const;
const recorded = {
  added: "записано событие",
  removed: "удалена запись о событии",
  changed: "исправлена запись о событии",
} as const;

/** Russian. */
export const russianDiffMessages: DiffMessages = {
  title: "Что эта правка меняет в сроках",
  nothing: "Сроки, пункты и ответственные не меняются.",
  counts: {
    new: ["новая дата", "новые даты", "новых дат"],
    gone: ["дата снимается", "даты снимаются", "дат снимаются"],
    moved: ["дата сдвигается", "даты сдвигаются", "дат сдвигаются"],
    reassigned: ["дата переходит другим", "даты переходят другим", "дат переходят другим"],
    noted: ["дата уточняется", "даты уточняются", "дат уточняются"],
    "row-new": ["новый пункт", "новых пункта", "новых пунктов"],
    "row-gone": ["пункт удалён", "пункта удалены", "пунктов удалены"],
    withdrawn: ["пункт исключён", "пункта исключены", "пунктов исключены"],
    restored: ["пункт возвращён", "пункта возвращены", "пунктов возвращены"],
    reworded: ["правка слов", "правки слов", "правок слов"],
    responsible: [
      "пункт с другими ответственными",
      "пункта с другими ответственными",
      "пунктов с другими ответственными",
    ],
    standing: ["срок меняет вид", "срока меняют вид", "сроков меняют вид"],
  },
  concerns: (parties) => `Кого касается: ${parties}.`,
  coordinators: (parties) => `То же увидят координаторы: ${parties}.`,
  changes: ["изменение", "изменения", "изменений"],
  nobody: "Без ответственного",
  work: "срок",
  control: "контроль",
  dates: {
    new: "новая дата",
    gone: "дата снимается",
    moved: "сдвигается",
    reassigned: "переходит другим",
    noted: "уточняется",
  },
  handedOver: { new: "поручено впервые", gone: "больше не поручено" },
  rows: {
    "row-new": "новый пункт",
    "row-gone": "пункт удалён",
    withdrawn: "пункт исключён",
    restored: "пункт возвращён",
  },
  reworded: {
    activity: "другие слова мероприятия",
    deadline: "другие слова срока",
    form: "другая форма контроля",
    "control-deadline": "другие слова срока контроля",
    note: "другое пояснение",
  },
  responsible: "другие ответственные",
  standing: (from, to, events) => {
    if (to === "waiting") return `теперь ждёт события ${list(events)}`;
    if (from === "waiting" && to === "dated")
      return events.length === 0
        ? "больше не ждёт события, есть дата"
        : `больше не ждёт события ${list(events)}, есть дата`;
    return `был: ${standing[from]}; теперь: ${standing[to]}`;
  },
  planChange: ({ kind, plan, items, dates, draft }) => {
    const figures = `${counted(russian, items, ["пункт", "пункта", "пунктов"])}, ${counted(russian, dates, ["дата", "даты", "дат"])}`;
    if (kind === "year-new")
      return `Новый план ${planOf(plan)}${draft ? " – черновик, не публикуется" : ""}: ${figures}.`;
    return kind === "year-gone"
      ? `План ${planOf(plan)} удалён: ${figures}.`
      : `План ${planOf(plan)} больше не черновик и будет опубликован: ${figures}.`;
  },
  sectionGone: (number, items) =>
    `Раздел ${number} пропал целиком: ${counted(russian, items, ["пункт", "пункта", "пунктов"])}.`,
  until: (day) => `до ${day}`,
  planBy: (day) => `успеть до ${day}`,
  rolled: (day) => `следующий рабочий – ${day}`,
  conditional: (condition) => `при условии: ${condition}`,
  was: "Было",
  now: "Стало",
  why: "Почему",
  item: "Пункт",
  what: "Что",
  edits: "Что отредактировано",
  more: (count) => `и ещё ${count}`,
  cause: ({ kind, change, name, days }, day) => {
    switch (kind) {
      case "rule":
        return `${changed[change]} срок пункта ${name}`;
      case "item":
        return `пункт ${name} ${changed[change]}`;
      case "withdrawal":
        return change === "removed" ? `пункт ${name} возвращён` : `пункт ${name} исключён`;
      case "period":
        return `${changed[change]} период «${name}»`;
      case "event":
        return change === "added"
          ? `добавлено событие «${name}»`
          : change === "removed"
            ? `удалено событие «${name}»`
            : `изменено событие «${name}»`;
      case "occurrence":
        return `${recorded[change]} «${name}»`;
      case "calendar":
        return `изменился рабочий календарь: ${(days ?? [])
          .slice(0, 3)
          .map(({ day: each, working }) => `${day(each)} – теперь ${working ? "рабочий" : "нерабочий"}`)
          .join(", ")}${(days ?? []).length > 3 ? ", …" : ""}`;
      case "rule-set":
        return `изменён свод правил счёта ${name}`;
      case "responsible":
        return `другие ответственные у пункта ${name}`;
      case "reading":
        return `слово стороны в пункте ${name} читается иначе`;
      case "membership":
        return "изменился состав групп в parties.yaml";
      case "order":
        return "изменён приказ";
    }
  },
  chain: (items) => `через ${items.length === 1 ? "пункт" : "пункты"} ${items.join(" → ")}`,
  filesOnly: (files) => `Изменены файлы: ${files}; на сроки это не влияет.`,
  cutOff: "Остальное не поместилось: полный список печатает srok diff.",
  errors: (count) => `В плане ${counted(russian, count, ["ошибка", "ошибки", "ошибок"])}, сроки не посчитаны`,
  findings: "Что проверка нашла в том, чего касается эта правка",
  notes: (count) => `К сведению: ${count}`,
  baseErrors: "В плане, с которым сравнивают, есть ошибки: сравнить не с чем",
  none: "нет",
};
