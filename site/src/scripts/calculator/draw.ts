import type { Answer, Refusal } from "../../../../compiler/calculate/answer.ts";
import type { EntryFile } from "../../../../compiler/calculate/entries.ts";
import type { DayView } from "../../../../compiler/views/days.ts";
import type { CountCell, DerivationView } from "../../../../compiler/views/item/derivation.ts";
import { typeset } from "../../i18n/typeset.ts";
import { button, element, timeOf } from "../element.ts";
import { saveFile } from "../save-file.ts";
import { fill, type CalculatorTexts } from "./data.ts";

/** What is shown in full; the rest is in the file. */
const shown = 12;

const dayElement = ({ iso, off, kind, text }: DayView): HTMLElement =>
  timeOf(iso, off ? "off" : kind === "working-weekend" ? "wwd" : "", text);

function drawCell({ day, ordinal, role }: CountCell, texts: CalculatorTexts): HTMLElement {
  const time = timeOf(day.iso, "", element("b", "", String(day.number)), ` ${day.weekday}`);
  const dash = element("span", "", "–");
  dash.setAttribute("aria-hidden", "true");
  const words = [
    role === "event" ? (ordinal === 0 ? texts.eventDay : texts.eventDayCounted) : "",
    role === "end" ? texts.end : "",
    day.holiday ?? texts.kinds[day.kind],
  ];
  const classes = [day.off ? "h" : "", role === "event" ? "zero" : "", role === "end" ? "end" : ""];
  return element(
    "li",
    classes.filter((name) => name !== "").join(" "),
    time,
    element("span", "n", ordinal === null ? dash : String(ordinal)),
    element("small", "", words.filter((text) => text !== "").join("; ")),
  );
}

/** What a day off means for the date; the safe day is strong. */
function drawNotes(
  { planBy, rolled, rollSource, lastWorking }: DerivationView["due"],
  texts: CalculatorTexts,
): HTMLElement | undefined {
  const notes = [
    ...(planBy === null ? [] : [element("b", "", fill(texts.planBy, { day: planBy.text }))]),
    ...(lastWorking === null ? [] : [fill(texts.lastWorking, { day: lastWorking.text })]),
    ...(rolled === null
      ? []
      : [fill(rollSource === null ? texts.rolledBare : texts.rolled, { day: rolled.text, source: rollSource ?? "" })]),
  ];
  return notes.length === 0
    ? undefined
    : element("p", "", ...notes.flatMap((note, index) => (index === 0 ? [note] : ["; ", note])));
}

function drawDerivation({ due, sentences, count }: DerivationView, texts: CalculatorTexts): HTMLElement {
  const head = element(
    "p",
    "due-day",
    element("span", due.kind === "control" ? "k c" : "k", due.kind === "control" ? texts.control : texts.mark),
    " ",
    ...(due.start === null ? [] : [dayElement(due.start), " – "]),
    element("b", "", dayElement(due.day)),
  );
  const notes = drawNotes(due, texts);
  return element(
    "li",
    "worked",
    head,
    ...(notes === undefined ? [] : [notes]),
    element("ol", "trace", ...sentences.map((sentence) => element("li", "", typeset(sentence)))),
    ...(count === null ? [] : [element("ol", "count", ...count.map((cell) => drawCell(cell, texts)))]),
  );
}

/** Why there is no date, in words. */
export function refusalText(refusal: Refusal, texts: CalculatorTexts): string {
  if (refusal.why === "beyond")
    return fill(texts.beyond, { year: refusal.year, first: refusal.first, last: refusal.last });
  return { "no-such-day": texts.impossible, "no-time": texts.noTime, nothing: texts.nothing }[refusal.why];
}

type Emitter = typeof import("./file.ts");

/** A button that makes the file and hands it over: the emitter is loaded by whoever wants one. */
function fileButton(fileOf: (emitter: Emitter) => EntryFile, texts: CalculatorTexts): HTMLElement {
  const note = element("span", "note", texts.downloadNote);
  note.setAttribute("aria-live", "polite");
  const download = button(texts.download, "btn", () => {
    import("./file.ts")
      .then((emitter) => {
        const { name, text } = fileOf(emitter);
        saveFile(name, text, "text/calendar;charset=utf-8");
      })
      .catch(() => note.replaceChildren(texts.failed));
  });
  return element("p", "acts", download, note);
}

const warning = (text: string): HTMLElement => element("p", "note warn", text);

/** A refusal where the answer would stand. */
export function drawFault(text: string): HTMLElement {
  const made = element("p", "fault", text);
  made.setAttribute("role", "alert");
  return made;
}

/** An answer: each date with the way to it, what to bear in mind, and the file. */
export function drawAnswer(
  { dates, refusal }: Answer,
  texts: CalculatorTexts,
  fileOf: (emitter: Emitter) => EntryFile,
): Node[] {
  if (dates === undefined) return [drawFault(refusalText(refusal, texts))];
  const { derivations, provisional, recorded } = dates;
  const rest = derivations.length - shown;
  return [
    element("ol", "", ...derivations.slice(0, shown).map((derivation) => drawDerivation(derivation, texts))),
    ...(rest > 0 ? [element("p", "note", fill(texts.more, { count: rest }))] : []),
    ...provisional.map((year) => warning(fill(texts.provisional, { year }))),
    ...(recorded ? [warning(texts.recorded)] : []),
    fileButton(fileOf, texts),
  ];
}
