import type { Day } from "../../calendar/day.ts";
import { dateText, weekdayDate } from "../../locale/languages.ts";
import { russian } from "../../locale/ru.ts";
import type { EntryMessages } from "./entry-messages.ts";

const date = (day: Day): string => dateText(russian, day);
const weekday = (day: Day): string => weekdayDate(russian, day);

/** Russian. */
export const russianEntryMessages: EntryMessages = {
  cancelled: "ОТМЕНЕНО",
  leftFeed: "Сам срок остаётся, но к этому календарю больше не относится",
  withdrawn: (reason) => `Исключено из плана: ${reason}`,
  due: "Срок",
  starts: "Начало",
  control: "Контроль",
  controlStarts: "начало",
  number: (id) => `п.\u00a0${id}`,
  conditional: (condition) => `(${condition})`,
  planBy: (day, homeYear) => `успеть до ${weekdayDate(russian, day, homeYear)}`,
  latestStart: "не позднее этого дня",
  condition: "Условие",
  wording: "Срок в приказе",
  ownWording: "Срок словами плана",
  form: "Форма контроля",
  responsible: "Ответственные",
  controlled: "Проверяются",
  reading: (parties) => `то есть ${parties}`,
  how: "Как посчитано",
  workingBefore: (day) => `последний рабочий день – ${weekday(day)}`,
  done: (day, source) => `выполнено ${date(day)} (${source})`,
  snapshot: "сведения на это число, дата не переносится",
  beforeApproval: (approved) => `срок раньше даты приказа (${date(approved)})`,
};
