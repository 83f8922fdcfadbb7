/** The entries of somebody's calendar: those of the feeds of the roles, and those that count from days of their own. */
import type { WaitingData } from "../../../../compiler/calculate/data.ts";
import type { EntryText } from "../../../../compiler/ical/entry-texts.ts";
import { load, ready, whole } from "../calculator/load.ts";
import type { Choice, MyCell, MyData } from "./data.ts";

const texts = new Map<string, Promise<string>>();

/** A file of this site as text, fetched once a page; what failed may be tried again. */
function textAt(href: string): Promise<string> {
  const known = texts.get(href);
  if (known !== undefined) return known;
  const made = fetch(href).then((answer) => {
    if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
    return answer.text();
  });
  made.catch(() => texts.delete(href));
  texts.set(href, made);
  return made;
}

/** A cell with the day of its event as a calendar file; empty where the plan has no date for it. */
async function fileOfDay(data: MyData, { item, kind, href }: MyCell, event: string, date: string): Promise<string> {
  const [tools, waiting, { waitingFile }] = await Promise.all([
    ready(data.counting),
    load<WaitingData>(href),
    import("../calculator/file.ts"),
  ]);
  const { engine, counting } = waiting.counts ? tools : await whole(tools);
  const cell = waiting.cells.find((each) => each.kind === kind && each.item === item);
  if (cell === undefined) return "";
  const { dates } = engine.answerWaiting(counting, { slice: waiting.slice, cell, event, date });
  return dates === undefined ? "" : waitingFile(dates, date, counting, waiting.stamps).text;
}

/** The cells of some roles that count from an event. */
export const cellsOf = (cells: readonly MyCell[], roles: readonly string[]): readonly MyCell[] =>
  cells.filter((cell) => cell.roles.some((role) => roles.includes(role)));

/** What a calendar holds, and the days from which nothing follows. */
export interface Collected {
  readonly entries: readonly EntryText[];
  readonly idle: readonly { readonly event: string; readonly date: string }[];
}

/** Puts a calendar together. Rejects where a file cannot be loaded. */
export async function collect(data: MyData, { roles, days }: Choice): Promise<Collected> {
  const { entriesIn, withoutRepetition } = await import("./merge.ts");
  const feeds = roles.flatMap((role) => data.files[role] ?? []).map(textAt);
  const asked = data.events.flatMap(({ id, cells }) => (days[id] ?? []).map((date) => ({ event: id, date, cells })));
  const own = asked.map(async ({ event, date, cells }) => ({
    event,
    date,
    files: await Promise.all(cellsOf(cells, roles).map((cell) => fileOfDay(data, cell, event, date))),
  }));
  const [published, counted] = await Promise.all([Promise.all(feeds), Promise.all(own)]);
  const lists = [...published, ...counted.flatMap(({ files }) => files)].map(entriesIn);
  const idle = counted.filter(({ files }) => files.length > 0 && files.every((file) => file === ""));
  return { entries: withoutRepetition(lists), idle };
}

/** Entries as a file to keep. */
export async function fileOf(data: MyData, entries: readonly EntryText[]): Promise<string> {
  const { importFile } = await import("./merge.ts");
  return importFile(
    data.prodid,
    entries.map(({ text }) => text),
  );
}
