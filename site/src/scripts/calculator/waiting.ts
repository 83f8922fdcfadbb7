/** Forms beside rules that wait: the reader names the day of the event. */
import type { WaitingData } from "../../../../compiler/calculate/data.ts";
import { element } from "../element.ts";
import { drawAnswer, refusalText } from "./draw.ts";
import { answerOf, dateIn, onSubmit, tell } from "./field.ts";
import { load, ready, whole } from "./load.ts";

async function compute(place: HTMLElement, form: HTMLFormElement): Promise<void> {
  const answer = answerOf(place);
  const input = form.querySelector<HTMLInputElement>("input[type=date]")!;
  const { counting: countingHref = "", waiting = "", noDate: none = "", impossible = "" } = place.dataset;
  const date = dateIn(input, { none, impossible }, answer);
  if (date === undefined) return;
  const [tools, data] = await Promise.all([ready(countingHref), load<WaitingData>(waiting)]);
  const { engine, counting, texts } = data.counts ? tools : await whole(tools);
  // «work|event-id»: which cell, and what happened.
  const [kind, event = ""] = (
    form.querySelector<HTMLSelectElement | HTMLInputElement>("[name=event]")?.value ?? ""
  ).split("|");
  const cell = data.cells.find((each) => each.kind === kind);
  if (cell === undefined) return;
  const found = engine.answerWaiting(counting, { slice: data.slice, cell, event, date });
  if (found.dates === undefined) return tell(input, refusalText(found.refusal, texts), answer);
  const { dates } = found;
  answer.replaceChildren(
    ...drawAnswer(found, texts, ({ waitingFile }) => waitingFile(dates, date, counting, data.stamps)),
  );
}

/** Puts the form of a place in, before its answer. */
function mount(place: HTMLElement): void {
  const made = place.querySelector("template")!.content.cloneNode(true) as DocumentFragment;
  const form = made.querySelector("form")!;
  onSubmit(form, answerOf(place), () => compute(place, form));
  answerOf(place).before(made);
}

/** In a list a form would be one of many: it opens on demand, in place of the link to the item. */
function mountFolded(place: HTMLElement): void {
  const link = place.querySelector("a")!;
  const details = element("details", "", element("summary", "", link.textContent ?? ""));
  details.addEventListener("toggle", () => mount(place), { once: true });
  link.replaceWith(details);
  details.append(place.querySelector("template")!, answerOf(place));
}

for (const place of document.querySelectorAll<HTMLElement>("[data-waiting]")) {
  if (place.querySelector("a.calc-open") === null) mount(place);
  else mountFolded(place);
}
