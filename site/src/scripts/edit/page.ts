/** The form of the page, its words, and the places in which answers are drawn. */
import type { EditTexts } from "./protocol.ts";

/** What every room of the page works on. */
export interface EditPage {
  readonly form: HTMLFormElement;
  readonly texts: EditTexts;
  /** The place of a name: what is marked `data-NAME`. */
  readonly part: (name: string) => HTMLElement;
  /** Says something in the line of what goes on. */
  readonly say: (...words: readonly (string | Node)[]) => void;
}

/** Finds the form of the page that is open. */
export function openPage(): EditPage {
  const form = document.querySelector<HTMLFormElement>("form.edit")!;
  const part = (name: string): HTMLElement => form.querySelector<HTMLElement>(`[data-${name}]`)!;
  return {
    form,
    texts: JSON.parse(form.dataset["texts"]!) as EditTexts,
    part,
    say: (...words) => part("status").replaceChildren(...words),
  };
}

/** What the address asked for is done: the page opened again does not ask for it once more. */
export const forgetAddress = (): void => history.replaceState(null, "", location.pathname);
