/** A deadline in the words of an order: read, asked about where it can mean several things, computed. */
import type { PhraseReading } from "../../../../compiler/calculate/phrase.ts";
import { button, element } from "../element.ts";
import { fill } from "./data.ts";
import { drawAnswer, drawFault, refusalText } from "./draw.ts";
import { answerOf, dateIn, onSubmit, tell } from "./field.ts";
import { ready, whole, type Ready } from "./load.ts";
import { phrasesIn } from "./phrases.ts";

interface Parts {
  readonly place: HTMLElement;
  readonly form: HTMLFormElement;
  readonly phrase: HTMLInputElement;
  readonly year: HTMLSelectElement;
  readonly answer: HTMLElement;
  /** The field for the day of an event, hidden until a phrase waits for one. */
  readonly eventField: HTMLElement;
  readonly event: HTMLInputElement;
}

/** The phrase with the word at which it stops being understood, why, and what can be read instead. */
function showFault(
  { phrase, form, answer }: Parts,
  {
    at,
    word,
    message,
    nearest,
  }: { readonly at: number; readonly word: string; readonly message: string; readonly nearest?: string | undefined },
  { texts }: Ready,
): void {
  const text = phrase.value;
  tell(phrase, fill(texts.unread, { message }), answer);
  if (word.trim() !== "")
    answer.append(element("p", "q", text.slice(0, at), element("mark", "", word), text.slice(at + word.length)));
  if (nearest === undefined) return;
  answer.append(
    element(
      "p",
      "",
      `${texts.maybe} `,
      button(fill(texts.quote, { text: nearest }), "btn small", () => {
        phrase.value = nearest;
        form.requestSubmit();
      }),
    ),
  );
}

/** Understood: the day of the event is asked for where there is one, then the dates stand. */
async function show(parts: Parts, reading: PhraseReading, tools: Ready): Promise<void> {
  const { place, answer, event, eventField, phrase, year } = parts;
  const { counting, texts } = tools;
  const waits = reading.event !== null;
  const hidden = eventField.hidden;
  eventField.hidden = !waits;
  const read =
    reading.canonical === null
      ? []
      : [element("p", "note", `${texts.read} `, element("span", "q", fill(texts.quote, { text: reading.canonical })))];
  if (waits && event.value === "" && !event.validity.badInput && hidden) {
    const ask =
      reading.event === "" || reading.event === null
        ? texts.askAnyEvent
        : fill(texts.askEvent, { event: reading.event });
    answer.replaceChildren(...read, element("p", "", ask));
    event.focus();
    return;
  }
  const date = waits
    ? dateIn(event, { none: place.dataset["noDate"] ?? "", impossible: place.dataset["impossible"] ?? "" }, answer)
    : undefined;
  if (waits && date === undefined) return;
  const { continuous, external } = reading.rule;
  if (continuous !== undefined || external !== undefined)
    return answer.replaceChildren(
      ...read,
      element("p", "", texts.undated[external === undefined ? "continuous" : "external"]),
    );
  const [{ questionOf }, { answerRule }] = await Promise.all([
    phrasesIn(counting.data.series.language),
    import("./rules.ts"),
  ]);
  const text = reading.canonical ?? phrase.value.trim();
  const found = answerRule(counting, questionOf(reading, text, date, Number(year.value)));
  if (found.dates === undefined)
    return waits
      ? tell(event, refusalText(found.refusal, texts), answer)
      : answer.replaceChildren(...read, drawFault(refusalText(found.refusal, texts)));
  const { dates } = found;
  answer.replaceChildren(...read, ...drawAnswer(found, texts, ({ ruleFile }) => ruleFile(dates, text, counting)));
}

/** Several meanings: the reader says which, and the phrase stays as it is. */
function choose(parts: Parts, readings: readonly PhraseReading[], tools: Ready): void {
  const { texts } = tools;
  const list = readings.map((reading) =>
    element(
      "li",
      "",
      button(
        reading.canonical === null ? JSON.stringify(reading.rule) : fill(texts.quote, { text: reading.canonical }),
        "btn small",
        () => {
          parts.phrase.value = reading.canonical ?? parts.phrase.value;
          parts.eventField.hidden = true;
          void show(parts, reading, tools);
        },
      ),
    ),
  );
  parts.answer.replaceChildren(element("p", "", element("b", "", texts.choose)), element("ul", "choices", ...list));
}

async function compute(parts: Parts): Promise<void> {
  const { place, phrase, year, answer, eventField } = parts;
  if (phrase.value.trim() === "") return tell(phrase, place.dataset["noPhrase"] ?? "", answer);
  const tools = await ready(place.dataset["counting"] ?? "").then(whole);
  const { readPhrase } = await phrasesIn(tools.counting.data.series.language);
  const { readings, fault } = readPhrase(phrase.value, tools.counting.data, Number(year.value));
  if (fault !== undefined) {
    eventField.hidden = true;
    return showFault(parts, fault, tools);
  }
  const [only, ...more] = readings;
  if (more.length > 0) return choose(parts, readings, tools);
  if (only !== undefined) await show(parts, only, tools);
}

for (const place of document.querySelectorAll<HTMLElement>("[data-by-phrase]")) {
  const made = place.querySelector("template")!.content.cloneNode(true) as DocumentFragment;
  const form = made.querySelector("form")!;
  const parts: Parts = {
    place,
    form,
    answer: answerOf(place),
    phrase: form.querySelector("[name=phrase]")!,
    year: form.querySelector("[name=year]")!,
    event: form.querySelector("[name=event]")!,
    eventField: form.querySelector(".event-day")!,
  };
  onSubmit(form, parts.answer, () => compute(parts));
  for (const sample of made.querySelectorAll<HTMLButtonElement>("[data-sample]")) {
    sample.addEventListener("click", () => {
      parts.phrase.value = sample.dataset["sample"] ?? "";
      parts.eventField.hidden = true;
      form.requestSubmit();
    });
  }
  parts.answer.before(made);
}
