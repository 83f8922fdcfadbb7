/**
 * Windows as rows. A window stands on the pages of all whom it concerns, so a large plan prints a row many times: it is made
 * once for each way to print it.
 */
import type { DueView } from "../../../compiler/views/dues.ts";
import type { PartyRef } from "../../../compiler/query/labels.ts";
import type { MonthLine } from "../../../compiler/views/year/months.ts";
import { memoizeByObject } from "../../../compiler/source/memoize.ts";
import type { SeriesSite } from "../context/site.ts";
import { html, type Html } from "./html.ts";
import { itemHref } from "../context/links.ts";
import { rowNotes, type Note } from "./notes.ts";

/** Parties by their marks. */
export const partyMarks = (parties: readonly PartyRef[]): Html[] =>
  parties.map(
    ({ mark, label, name }) => html` <span class="who"${label === name ? null : html` title="${name}"`}>${mark}</span>`,
  );

/** A time of day: the browser adds the reader's own beside it. */
const timed = (text: string, instant: Note["instant"]): Html =>
  instant === undefined
    ? html`${text}`
    : html`<time datetime="${instant.iso}" data-zone="${instant.zone}">${text}</time>`;

/** Remarks in one line. */
export const notesText = (notes: readonly Note[]): Html[] =>
  notes.map(
    ({ text, strong, elsewhere, instant }, index) =>
      html`<span${elsewhere ? html` class="np"` : null}>${strong ? html`<b>${timed(text, instant)}</b>` : timed(text, instant)}${index < notes.length - 1 ? "; " : null}</span>`,
  );

/** What a row leaves to others. */
export interface RowPlace {
  /** The day above says already what its being off means. */
  readonly rollSaid?: boolean;
  /** The same month names the item already: on paper its number is enough. */
  readonly named?: boolean;
}

/** The names of a class that hold. */
const classes = (names: Readonly<Record<string, boolean>>): string =>
  Object.keys(names)
    .filter((name) => names[name])
    .join(" ");

/** The word at the edge of a row, by what begins or ends. */
const words = { work: { due: "due", start: "start" }, control: { due: "control", start: "controlStart" } } as const;

function makeRow(
  series: SeriesSite,
  planId: string,
  { mark, due }: MonthLine,
  { rollSaid = false, named = false }: RowPlace,
): Html {
  const { t } = series;
  const [starts, control] = [mark === "start", due.kind === "control"];
  const word = t.mark[words[due.kind][mark]];
  const notes = rowNotes(t, { mark, due }, !rollSaid);
  const title = html`<p class="${classes({ what: true, np: named })}"><a href="${itemHref(series, planId, due.item)}">${due.title}</a>${partyMarks(due.who)}</p>`;
  const remarks =
    notes.length === 0
      ? null
      : html`<p class="${classes({ m: true, np: notes.every(({ elsewhere }) => elsewhere) })}">${notesText(notes)}</p>`;
  // On paper title and remarks share a line: the spaces between them are read.
  return html`<li class="${classes({ due: true, s: starts, rt: due.recurring })}"><span class="${classes({ k: true, c: control, s: starts })}">${word}</span><span class="no">${due.item}</span> <div>${title} ${remarks}</div></li>`;
}

const rowsOf = memoizeByObject((_: DueView) => new Map<string, Html>());

/** A window that begins or ends, as a line of a list. */
export function rowText(series: SeriesSite, planId: string, row: MonthLine, place: RowPlace): Html {
  const name = `${row.mark} ${place.rollSaid} ${place.named}`;
  const known = rowsOf(row.due).get(name);
  if (known !== undefined) return known;
  const text = makeRow(series, planId, row, place);
  rowsOf(row.due).set(name, text);
  return text;
}
