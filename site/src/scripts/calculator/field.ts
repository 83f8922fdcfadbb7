import { drawFault } from "./draw.ts";

/** Where the answer of a form stands. */
export const answerOf = (place: HTMLElement): HTMLElement => place.querySelector<HTMLElement>(".calc-answer")!;

/** Shows a fault and says at which field it is. */
export function tell(input: HTMLInputElement, text: string, answer: HTMLElement): void {
  const fault = drawFault(text);
  fault.id = `${input.id}-fault`;
  answer.replaceChildren(fault);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", fault.id);
  input.focus();
}

/** Takes an earlier fault away. */
function clear(form: HTMLFormElement, answer: HTMLElement): void {
  answer.querySelector("[role=alert]")?.remove();
  for (const input of form.querySelectorAll("[aria-invalid]"))
    for (const name of ["aria-invalid", "aria-describedby"]) input.removeAttribute(name);
}

/** The day in a field; undefined where there is none, and it is said whether nothing or an impossible day was typed. */
export function dateIn(
  input: HTMLInputElement,
  words: { readonly none: string; readonly impossible: string },
  answer: HTMLElement,
): string | undefined {
  if (input.value !== "") return input.value;
  tell(input, input.validity.badInput ? words.impossible : words.none, answer);
  return undefined;
}

/** Handles a form: while it works its button waits, and what cannot be loaded is said. */
export function onSubmit(form: HTMLFormElement, answer: HTMLElement, work: () => Promise<void>): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear(form, answer);
    form.setAttribute("aria-busy", "true");
    work()
      .catch(() => answer.replaceChildren(drawFault(form.dataset["failed"] ?? "")))
      .finally(() => form.removeAttribute("aria-busy"));
  });
}
