import { dayFlags, type UpcomingData, type UpcomingItem, type UpcomingLineData, type StripDay } from "./data.ts";
import { element } from "../element.ts";

const has = (flags: number, flag: keyof typeof dayFlags): boolean => (flags & dayFlags[flag]) !== 0;

/** Fourteen days from the chosen one. */
export function drawStrip(days: readonly StripDay[], { texts }: UpcomingData): HTMLElement {
  const list = element("ol", "strip");
  list.setAttribute("aria-label", texts.strip);
  for (const [index, [iso, number, weekday, word, flags]] of days.entries()) {
    const time = element("time", "", `${weekday} `, element("b", "", String(number)));
    time.dateTime = iso;
    const classes = [index === 0 ? "now" : "", has(flags, "off") ? "h" : "", has(flags, "workingWeekend") ? "ww" : ""]
      .filter((name) => name !== "")
      .join(" ");
    const day = element("li", classes, time);
    if (word !== "") day.append(element("small", "", word));
    if (has(flags, "work")) day.append(" ", element("span", "k", texts.work));
    if (has(flags, "control")) day.append(" ", element("span", "k c", texts.control));
    list.append(day);
  }
  return list;
}

function link({ id, href, title, who }: UpcomingItem, whole: boolean): HTMLElement[] {
  const anchor = element("a", whole ? "" : "no", whole ? title : id);
  anchor.href = href;
  if (!whole) anchor.title = title;
  return [anchor, ...(whole ? who.map((mark) => element("span", "who", mark)) : [])];
}

function drawLine({ control, word, lead, items }: UpcomingLineData): HTMLElement {
  const mark = element("span", control ? "k c" : "k", word);
  const [only] = items;
  if (lead === "" && only !== undefined) {
    const text = element("p", "q");
    for (const part of link(only, true)) text.append(part, " ");
    const body = element("div", "", text);
    if (only.note !== "") body.append(element("p", "m", only.note));
    return element("li", "due", mark, element("span", "no", only.id), body);
  }
  const text = element("p", "m", `${lead} `);
  for (const [index, item] of items.entries()) text.append(index > 0 ? ", " : "", ...link(item, false));
  return element("li", "due mini", mark, element("span", "", ""), element("div", "", text));
}

/** A leaf of the calendar: the day, how far it is, and what is to be done by it. */
export function drawLeaf(day: UpcomingData["days"][number], distance: string): HTMLElement {
  const time = element("time", day.off ? "off" : "", element("b", "", String(day.number)), ` ${day.month}`);
  time.dateTime = day.iso;
  const index = element(
    "div",
    "idx",
    time,
    element("p", "", day.word === "" ? day.weekday : `${day.weekday}, ${day.word}`, element("br"), distance),
  );
  const leaf = element("section", "leaf grid", index, element("ul", "", ...day.lines.map(drawLine)));
  leaf.setAttribute("aria-label", `${day.number} ${day.month}`);
  return leaf;
}
