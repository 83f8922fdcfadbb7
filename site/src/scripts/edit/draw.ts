/** What the Worker answered, as elements. Texts stay texts, whatever they hold. */
import type { DraftView, FindingView } from "../../../../compiler/propose/draft-view.ts";
import type { CellFacts } from "../../../../compiler/propose/desk.ts";
import type { WordingReading } from "../../../../compiler/propose/wordings.ts";
import { element } from "../element.ts";
import { fill } from "../calculator/data.ts";
import { typeset } from "../../i18n/typeset.ts";
import type { CellAnswer, EditTexts } from "./protocol.ts";

/** Dates that are shown of one meaning or one cell. */
const shown = 4;

/** The first dates, and how many more. */
function datesText(dates: readonly string[], texts: EditTexts): string {
  const rest = dates.length - shown;
  return [...dates.slice(0, shown), ...(rest > 0 ? [fill(texts.moreDates, { count: rest })] : [])].join("; ");
}

/** A cell as the plan has it now. */
export function nowText(now: CellFacts | null, texts: EditTexts): string {
  if (now === null) return texts.none;
  const text = `«${now.text}»`;
  return now.dates.length === 0
    ? fill(texts.now, { text })
    : fill(texts.nowDates, { text, dates: datesText(now.dates, texts) });
}

const readingDates = ({ dates, state }: WordingReading, texts: EditTexts): string =>
  dates.length > 0 ? datesText(dates, texts) : fill(texts.noDates, { state });

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element("button", "btn", text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** Words that were not read: the word at fault, and words of the same kind that are. */
function drawFault(
  words: string,
  { fault }: NonNullable<CellAnswer["read"]>,
  texts: EditTexts,
  take: (text: string) => void,
): Node[] {
  const { message, word, at, nearest } = fault!;
  const marked =
    word.trim() === ""
      ? []
      : [element("p", "q", words.slice(0, at), element("mark", "", word), words.slice(at + word.length))];
  return [
    element("p", "", fill(texts.unread, { message })),
    ...marked,
    ...(nearest === null
      ? []
      : [
          element(
            "p",
            "",
            `${texts.maybe} `,
            button(fill(texts.take, { text: nearest }), () => take(nearest)),
          ),
        ]),
  ];
}

/** Several meanings, told apart by their dates; none is chosen beforehand. */
function drawChoice(name: string, readings: readonly WordingReading[], chosen: string, texts: EditTexts): Node[] {
  const options = readings.map((reading) => {
    const input = element("input");
    const value = JSON.stringify(reading.rule);
    Object.assign(input, { type: "radio", name: `${name}-reading`, value, checked: value === chosen });
    const notes = [reading.phrase, ...(reading.byLaw ? [texts.byLaw] : []), ...reading.errors].join("; ");
    const dates = element("b", "date", reading.event === null ? readingDates(reading, texts) : reading.phrase);
    return element("label", "opt", input, element("span", "", dates, element("small", "", notes)));
  });
  const group = element("fieldset", "", element("legend", "", texts.several), ...options);
  return [group];
}

/** How the words of a cell were understood. */
export function drawCell(
  { name, words, chosen }: { readonly name: string; readonly words: string; readonly chosen: string },
  { read, same }: CellAnswer,
  texts: EditTexts,
  take: (text: string) => void,
): Node[] {
  if (same === true) return [element("p", "", texts.same)];
  if (read === undefined) return [];
  if (read.fault !== undefined) return drawFault(words, read, texts, take);
  const { readings } = read;
  if (readings === undefined) return [];
  if (readings.length > 1) return drawChoice(name, readings, chosen, texts);
  const [only] = readings as [WordingReading];
  if (only.event !== null) return [element("p", "", only.phrase)];
  return [
    element("p", "h", texts.read),
    element("b", "", readingDates(only, texts)),
    ...only.errors.map((text) => element("p", "off", typeset(text))),
  ];
}

function partyTable({ label, summary, entries }: DraftView["parties"][number], texts: EditTexts): HTMLElement {
  const head = element(
    "thead",
    "",
    element("tr", "", ...[texts.what, texts.was, texts.becomes].map((text) => element("th", "", text))),
  );
  const rows = entries.map(({ item, title, what, pairs }) => {
    const name = element("th", "", element("b", "", item), ` ${title} – ${what}`);
    name.scope = "row";
    const side = (key: "from" | "to"): string =>
      datesText(
        pairs.flatMap((pair) => pair[key] ?? []),
        texts,
      );
    return element("tr", "", name, element("td", "", side("from")), element("td", "", side("to")));
  });
  const caption = element("caption", "", element("b", "", label), ` – ${summary}`);
  return element("table", "moves", caption, head, element("tbody", "", ...rows));
}

const found = (title: string, lines: readonly string[], bad: boolean): HTMLElement[] =>
  lines.length === 0
    ? []
    : [
        element(
          "div",
          bad ? "noticed bad" : "noticed",
          element("b", "", title),
          element("ul", "", ...lines.map((line) => element("li", "", typeset(line)))),
        ),
      ];

const findingLine = ({ text, at }: FindingView): string => `${text} (${at.file}:${at.line})`;

/** What is wrong with the plan before anything is changed. */
export const drawFaults = (faults: readonly FindingView[], texts: EditTexts): Node[] =>
  found(texts.errorsNow, faults.map(findingLine), true);

/**
 * What the whole draft does: what is in its way first, then whose dates change, then what else was found. Those of its operations
 * that stand in the list say there what is in their way.
 */
export function drawView(view: DraftView, listed: number, texts: EditTexts): Node[] {
  const lines = (severities: readonly string[]): string[] =>
    view.findings.filter(({ severity }) => severities.includes(severity)).map(findingLine);
  const stopped = lines(["error"]).length > 0 || view.operations.some(({ state }) => state === "conflict");
  const ofForm = view.operations.slice(listed).flatMap(({ conflict }) => conflict ?? []);
  const inTheWay = [view.basis ?? [], ...(ofForm.length > 0 ? [...ofForm, texts.reopen] : [])].flat();
  const summary = view.summary === "" ? (stopped ? [] : [texts.nothing]) : [view.summary, ...view.notes];
  return [
    ...found(texts.conflict, inTheWay, true),
    ...found(texts.errors, lines(["error"]), true),
    ...summary.map((text) => element("p", "", typeset(text))),
    ...view.parties.map((party) => partyTable(party, texts)),
    ...found(texts.warnings, lines(["warning", "info"]), false),
  ];
}

/** What somebody can do with an operation of the list. */
export interface ListActs {
  readonly remove: (index: number) => void;
  readonly mine: (index: number) => void;
}

/** The list of edits, each with its own undo; one that no longer fits asks whose value stays. */
export function drawList(operations: DraftView["operations"], texts: EditTexts, acts: ListActs): Node[] {
  return operations.map(({ text, state, conflict }, index) => {
    const note = state === "already" ? [element("small", "note", ` – ${texts.already}`)] : [];
    const said = conflict === null ? [text, ...note] : [element("b", "off", `${texts.conflict}. `), conflict];
    const buttons =
      conflict === null
        ? [button(texts.remove, () => acts.remove(index))]
        : [button(texts.mine, () => acts.mine(index)), button(texts.theirs, () => acts.remove(index))];
    return element("li", "", element("span", "", ...said), ...buttons);
  });
}

/** What is still open, each a way to its field. */
export function drawTodo(
  questions: readonly { readonly target: HTMLElement; readonly text: string }[],
  texts: EditTexts,
): Node[] {
  const links = questions.map(({ target, text }) => {
    const link = element("a", "", text);
    link.href = `#${target.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      target.focus();
      target.scrollIntoView({ block: "center" });
    });
    return element("li", "", link);
  });
  return [element("h2", "", texts.todo), element("ul", "", ...links)];
}

export { button };
