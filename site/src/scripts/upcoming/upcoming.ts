import { comingFrom } from "./coming.ts";
import type { UpcomingData } from "./data.ts";
import { drawLeaf, drawStrip } from "./draw.ts";
import { element } from "../element.ts";
import { todayIn } from "./today.ts";

const leaves = 3;
const stripDays = 14;
const dayLength = 86_400_000;

const real = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !Number.isNaN(Date.parse(date)) &&
  new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

function distance(from: string, to: string, { texts, language }: UpcomingData): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
  if (days === 0) return texts.today;
  if (days === 1) return texts.tomorrow;
  return (texts.inDays[new Intl.PluralRules(language).select(days)] ?? texts.inDays["other"] ?? "").replace(
    "{n}",
    String(days),
  );
}

function show(place: HTMLElement, data: UpcomingData, date: string): void {
  const { texts } = data;
  if (!real(date)) return place.replaceChildren(element("p", "note", texts.impossible));
  const coming = comingFrom(data.days, date);
  const parts: HTMLElement[] = [];
  if (date > data.last) parts.push(element("p", "note", texts.after));
  else if (date < data.first) parts.push(element("p", "note", texts.before));
  else {
    if (date > data.yearEnd) parts.push(element("p", "note", texts.late));
    const at = data.strip.findIndex(([iso]) => iso === date);
    if (at !== -1) parts.push(drawStrip(data.strip.slice(at, at + stripDays), data));
    if (coming.length === 0) parts.push(element("p", "note", texts.nothing));
  }
  if (date <= data.last)
    for (const day of coming.slice(0, leaves)) parts.push(drawLeaf(day, distance(date, day.iso, data)));
  place.replaceChildren(...parts);
}

function form(data: UpcomingData, date: string, choose: (date: string) => void): HTMLElement {
  const input = element("input");
  input.type = "date";
  input.name = "na";
  input.value = date;
  input.required = true;
  const made = element(
    "form",
    "form",
    element("label", "", texts(data).label, " ", input),
    element("button", "btn", texts(data).show),
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(input.value);
  });
  return made;
}

const texts = (data: UpcomingData): UpcomingData["texts"] => data.texts;

/** Does something to the page without moving what its address names: a link to a part below this one leads to it all the same. */
function holdingTarget(change: () => void): void {
  const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  const before = target?.getBoundingClientRect().top ?? 0;
  change();
  if (target !== null) window.scrollBy({ top: target.getBoundingClientRect().top - before, behavior: "instant" });
}

async function start(section: HTMLElement): Promise<void> {
  const answer = await fetch(section.dataset["near"] ?? "");
  if (!answer.ok) return section.remove();
  const data = (await answer.json()) as UpcomingData;
  const place = section.querySelector<HTMLElement>(".near-place");
  const head = section.querySelector<HTMLElement>(".near-form");
  if (place === null || head === null) return;
  const asked = new URLSearchParams(location.search).get("na");
  const date = asked !== null && real(asked) ? asked : todayIn(data.timeZone);
  const choose = (chosen: string): void => {
    const url = new URL(location.href);
    url.searchParams.set("na", chosen);
    history.replaceState(null, "", url);
    show(place, data, chosen);
  };
  holdingTarget(() => {
    head.replaceChildren(form(data, date, choose));
    show(place, data, date);
    section.classList.add("ready");
  });
}

for (const section of document.querySelectorAll<HTMLElement>("[data-near]")) void start(section);
