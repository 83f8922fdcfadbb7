import type { CellName } from "../official-document.ts";

type Headed = "number" | "activity" | CellName;

/** How the columns of plans are called, in Russian and in English: by the word that a heading begins with, or anywhere in it. */
const words: Readonly<Record<Headed, { readonly begins: RegExp; readonly holds?: RegExp }>> = {
  controlDeadline: {
    begins:
      /(срок|дата|период)[^]*контрол|контрол[^]*(срок|дата)|(deadline|date|due)[^]*(control|check)|(control|check)[^]*(deadline|date|due)/i,
  },
  form: {
    begins:
      /(форм|вид|способ|мер)\p{L}*[^]*контрол|контрол[^]*(форм|вид|способ)|^контроль$|form of (control|checking)|^(control|check)$/iu,
  },
  number: { begins: /^(?:№+|N°|N{1,2}(?=[\s.]|$)|n[or]\b|#|номер(?!а)|п\s*\/?\s*п(?=[\s.]|$)|number)/i },
  responsible: {
    begins: /^(?:ответствен|исполнител|кто\s|должностн|responsib|owner|in charge|assigned)/i,
    holds: /ответствен|исполнител|responsib/i,
  },
  deadline: {
    begins:
      /^(?:(?:планов|календарн|предельн|установленн|ориентировочн|примерн)\p{L}+\s+)?(?:срок|дат[аы]|период|время|когда|месяц|день|deadline|due|dates?(?=\s|$)|when|time|period)/iu,
    holds: /срок|дата|период|deadline/i,
  },
  activity: {
    begins:
      /^(?:наименован|содержан|мероприят|направлени|виды? |действи|работ|дел[ао](?=$|\s)|тем[аы](?=$|\s)|вопрос|задач|событи|форма и |показател|этап|activit|measure|task|what|event|action|milestone)/i,
    holds: /мероприят|наименован|содержан|действи|работ[аы]?|activit|measure|task/i,
  },
};

/** Headings of columns that a plan may have besides. */
const besides =
  /результат|финансир|примечан|отметк|^место|^классы?$|отч[её]тност|объ[её]м|источник|документ|индикатор|категори|уровень|количеств|стоимост|сумм|note|remark|result|funding|place|status/i;

/** How well a heading names a role: 1 by its first word, ½ by a word inside it, 0 not at all. */
export function headingFit(role: Headed, heading: string): number {
  const text = heading.trim();
  if (text === "") return 0;
  const parts = text.split(" / ");
  const { begins, holds } = words[role];
  const clear = begins.test(text) || parts.some((part) => begins.test(part));
  if (role === "number") return clear && text.length <= 24 ? 1 : 0;
  if (role === "form" || role === "controlDeadline") return clear ? 1 : 0;
  if (role === "activity" && besides.test(text) && !/^(?:содержан|наименован|мероприят)/i.test(text)) return 0;
  if (clear) return 1;
  return holds?.test(text) === true ? 0.5 : 0;
}

/** A column of what was done: the fact beside the plan. */
export const isActual = (heading: string): boolean => /факт|отметк|выполнено|исполнено|actual|completed/i.test(heading);

export const isPlanned = (heading: string): boolean => /план|planned/i.test(heading);
