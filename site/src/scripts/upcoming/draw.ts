import { counted } from "../counted.ts";
import { element, linkTo, timeOf } from "../element.ts";
import type { Answer } from "./coming.ts";
import type { UpcomingDayData, UpcomingHead, UpcomingItem, UpcomingLineData } from "./data.ts";

/** Lines and items that a day of the list has at most: the rest is on the page of its month. */
const mostOfDay = 5;

/** «рабочая суббота, через 7 дней», what is special of the day boxed. */
function dayWords({ weekday, word, off }: UpcomingDayData, distance: string): readonly (HTMLElement | string)[] {
  const special = word === "" ? [] : off ? [`${word}, `] : [element("span", "boxed", word), " "];
  return [...special, `${weekday}, ${distance}`];
}

/** The time by which an item is due, for the reader's own beside it; before it what parts it from the words there. */
function drawTime({ time }: UpcomingItem, before: string): readonly (HTMLElement | string)[] {
  if (time === undefined) return [];
  const drawn = timeOf(time.iso, "", time.text);
  drawn.dataset["zone"] = time.zone;
  return [before, drawn];
}

/** The leaf of the calendar: the day in figures, the rest of it beside. */
function drawLeaf(day: UpcomingDayData, item: UpcomingItem, distance: string): HTMLElement {
  const figure = element("b", "", String(day.number));
  const time = timeOf(day.iso, day.off ? "off" : "", figure, " ", element("span", "", day.month));
  const words = element("span", "soft", linkTo(day.page, "", ...dayWords(day, distance)), ...drawTime(item, ", "));
  return element("p", "tear", time, " ", words);
}

const acts = (...links: readonly HTMLElement[]): HTMLElement =>
  element("p", "acts", ...links.flatMap((link) => [link, " "]));

/** The acts below an answer: one that most people come for, and others. */
function drawActs({ role, texts }: UpcomingHead, item: UpcomingItem, home: boolean): HTMLElement {
  const origin = linkTo(item.href, "", texts.origin);
  if (role === null) return acts(linkTo("#roles", "btn go", texts.choose), origin);
  const subscribe = linkTo(role.subscribe, home ? "" : "btn go", texts.subscribe);
  return home ? acts(linkTo(role.href, "btn go", texts.allOf), subscribe, origin) : acts(subscribe, origin);
}

/** The answer: the day, how far it is, what, and why. */
export function drawAnswer({ day, line }: Answer, distance: string, head: UpcomingHead, home: boolean): HTMLElement[] {
  const { texts, language } = head;
  const [item] = line.items as readonly [UpcomingItem];
  const title = element("h2", item.title.length > 90 ? "long" : "", item.title);
  title.id = "h-answer";
  const others = day.lines.reduce((sum, { items }) => sum + items.length, 0) - 1;
  const body = element("div", "", title, element("p", "why", line.why));
  if (others > 0) {
    const link = linkTo("#next", "", counted(others, texts.others, language));
    body.append(element("p", "note", `${texts.also} `, link, "."));
  }
  body.append(drawActs(head, item, home));
  return [drawLeaf(day, item, distance), body];
}

/** What stands in the answer's place when the plan is over: that it is, what follows, and no offer to subscribe. */
export function drawOver({ over }: UpcomingHead): HTMLElement[] {
  const title = element("h2", "", over.title);
  title.id = "h-answer";
  return [
    element("p", "tear", element("b", "soft", over.figure)),
    element(
      "div",
      "",
      title,
      element("p", "why", over.text),
      ...over.then.map((text) => element("p", "note", text)),
      acts(linkTo(over.href, "btn go", over.act)),
    ),
  ];
}

function drawItem(item: UpcomingItem, { control, word, lead }: UpcomingLineData): HTMLElement {
  const title = element("p", "what", linkTo(item.href, "", item.title));
  for (const mark of item.who) title.append(" ", element("span", "who", mark));
  const note = element("p", "m", element("span", control ? "k c" : "k", word));
  const remark = [lead, item.note].filter((text) => text !== "").join(" ");
  note.append(...drawTime(item, " "));
  if (remark !== "") note.append(` ${remark}`);
  note.append(" ", element("span", "ref", item.id));
  return element("li", "", title, note);
}

/** A day of what is next: its lines as titles with their reasons. */
export function drawDay(day: UpcomingDayData, distance: string, { texts, language }: UpcomingHead): HTMLElement {
  const time = timeOf(day.iso, day.off ? "off" : "", linkTo(day.page, "", `${day.number} ${day.month}`));
  const items = day.lines.flatMap((line) => line.items.map((item) => drawItem(item, line)));
  const list = element("ul", "do", ...items.slice(0, mostOfDay));
  if (items.length > mostOfDay)
    list.append(element("li", "", linkTo(day.href, "", counted(items.length - mostOfDay, texts.more, language))));
  return element("li", "", element("h3", "when", time, " ", element("span", "soft", ...dayWords(day, distance))), list);
}
