/** «N рабочих дней после даты»: a count without any rule of the plan. */
import type { CountUnit } from "../../../../compiler/resolve/model.ts";
import { drawAnswer, refusalText } from "./draw.ts";
import { answerOf, dateIn, onSubmit, tell } from "./field.ts";
import { ready } from "./load.ts";

async function compute(place: HTMLElement, form: HTMLFormElement): Promise<void> {
  const answer = answerOf(place);
  const { counting: href = "", noDate: none = "", impossible = "", badCount = "" } = place.dataset;
  const number = form.querySelector<HTMLInputElement>("[name=count]")!;
  const input = form.querySelector<HTMLInputElement>("[name=date]")!;
  if (!number.validity.valid || number.value === "") return tell(number, badCount, answer);
  const date = dateIn(input, { none, impossible }, answer);
  if (date === undefined) return;
  const [{ counting, texts }, { answerRule, countRule }] = await Promise.all([ready(href), import("./rules.ts")]);
  const chosen = (name: string): string => form.querySelector<HTMLSelectElement>(`[name=${name}]`)!.value;
  const question = countRule(
    {
      unit: chosen("unit") as CountUnit,
      count: Number(number.value),
      direction: chosen("direction") as "after" | "before",
      date,
    },
    counting,
  );
  if (question === undefined) return tell(input, impossible, answer);
  const found = answerRule(counting, question);
  if (found.dates === undefined) return tell(input, refusalText(found.refusal, texts), answer);
  const { dates } = found;
  answer.replaceChildren(...drawAnswer(found, texts, ({ ruleFile }) => ruleFile(dates, question.text, counting)));
}

for (const place of document.querySelectorAll<HTMLElement>("[data-by-days]")) {
  const made = place.querySelector("template")!.content.cloneNode(true) as DocumentFragment;
  const form = made.querySelector("form")!;
  onSubmit(form, answerOf(place), () => compute(place, form));
  answerOf(place).before(made);
}
