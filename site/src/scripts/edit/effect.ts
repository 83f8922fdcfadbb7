/** What a draft would do, on the page: the list of edits, the dates that move, and the fields that follow from them. */
import { drawFaults, drawList, drawTodo, drawView, type ListActs } from "./draw.ts";
import { targetOf } from "./form.ts";
import type { EditPage } from "./page.ts";
import type { Consideration } from "./protocol.ts";

/** Fills in who is responsible for the item by now, but never over what was written meanwhile. */
function showResponsible({ form }: EditPage, { item }: Consideration): void {
  const field = form.querySelector<HTMLInputElement>("[name=responsible]")!;
  const isUntouched = field.value === "" || field.value === field.dataset["filled"];
  if (item === undefined) return;
  if (field.dataset["of"] !== item.id && isUntouched) field.dataset["filled"] = field.value = item.responsible;
  field.dataset["of"] = item.id;
}

/** Draws what comes of a draft; the first `listed` of its operations stand in the list. */
export function showEffect(page: EditPage, found: Consideration, listed: number, acts: ListActs): void {
  const { form, texts, part } = page;
  const { item, view, faults = [] } = found;
  part("has-control").classList.toggle("without-control", item?.control === null);
  showResponsible(page, found);
  part("list").hidden = listed === 0;
  part("list")
    .querySelector("ol")!
    .replaceChildren(...drawList(view?.operations.slice(0, listed) ?? [], texts, acts));
  part("effect").hidden = view === undefined && faults.length === 0;
  part("view").replaceChildren(...(view === undefined ? drawFaults(faults, texts) : drawView(view, listed, texts)));
  part("more").hidden = found.operations.length === 0;
  const basis = form.querySelector<HTMLElement>("[data-basis]");
  if (basis !== null) basis.hidden = view !== undefined && !found.takesBasis;
}

/** Says what is still open, with a way to each question; returns whether nothing is. */
export function settled(
  { form, texts, part }: EditPage,
  found: Consideration,
  isOpen: (field: string) => boolean = () => true,
): boolean {
  for (const each of form.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  const open = found.questions.filter(({ field }) => isOpen(field));
  const questions = open.map(({ field, ask }) => ({ target: targetOf(form, field), text: texts.ask[ask] }));
  for (const { target } of questions) if ("value" in target) target.setAttribute("aria-invalid", "true");
  const todo = part("todo");
  todo.hidden = questions.length === 0;
  todo.replaceChildren(...(questions.length === 0 ? [] : drawTodo(questions, texts)));
  if (questions.length > 0) {
    todo.focus();
    todo.scrollIntoView({ block: "start" });
  }
  return questions.length === 0;
}
