/** The cells of the form: how their words are read, the event to choose, the day to name. */
import { fill } from "../calculator/data.ts";
import { drawCell, nowText } from "./draw.ts";
import { fieldsOf } from "./form.ts";
import type { EditPage } from "./page.ts";
import type { WordsRead } from "./protocol.ts";

function showCell({ form, texts }: EditPage, name: string, found: WordsRead, taken: () => void): void {
  const cell = form.querySelector<HTMLElement>(`[data-cell="${name}"]`)!;
  const answer = found.cells[name];
  const input = cell.querySelector<HTMLInputElement>(`[name="${name}-text"]`)!;
  const inside = (key: string): HTMLElement => cell.querySelector<HTMLElement>(`[data-${key}]`)!;
  const take = (text: string): void => {
    input.value = text;
    input.focus();
    taken();
  };
  const now =
    name === "new" || found.item === undefined ? "" : nowText(found.item[name as "deadline" | "control"], texts);
  inside("now").replaceChildren(now);
  const chosen = fieldsOf(form)[`${name}-reading`] ?? "";
  const focused =
    document.activeElement instanceof HTMLInputElement && document.activeElement.name === `${name}-reading`;
  const drawn = answer === undefined ? [] : drawCell({ name, words: input.value, chosen }, answer, texts, take);
  inside("read").replaceChildren(...drawn);
  // A choice that is drawn anew keeps the focus that it had.
  if (focused) inside("read").querySelector<HTMLInputElement>("input:checked")?.focus();
  const readings = answer?.read?.readings;
  const named = readings?.length === 1 ? readings[0] : readings?.find(({ rule }) => JSON.stringify(rule) === chosen);
  const event = named?.event ?? null;
  inside("event").hidden = event === null;
  inside("event-label").replaceChildren(
    event === null || event === "" ? texts.eventAsk : fill(texts.eventWords, { event }),
  );
  inside("day").hidden = answer?.read === undefined || readings !== undefined;
}

/** Draws how the words of every cell are read; `taken` is called where somebody takes words that are offered instead. */
export function showCells(page: EditPage, found: WordsRead, taken: () => void): void {
  for (const name of ["deadline", "control", "new"]) showCell(page, name, found, taken);
}
