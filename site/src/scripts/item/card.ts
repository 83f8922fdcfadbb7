/** The next date of an item, how far it is, and what can be done with it: the build does not know today. */
import { googleLink, outlookLink } from "../../../../compiler/feeds/add-links.ts";
import { counted, distance } from "../counted.ts";
import { element, linkTo } from "../element.ts";
import { todayIn } from "../upcoming/today.ts";
import type { CardData, CardDayData } from "./data.ts";

/** The rest of a series, with the way to it. */
function rest({ texts, language }: CardData, left: number): readonly (HTMLElement | string)[] {
  if (left <= 0) return [];
  return [" ", linkTo("#sroki", "", counted(left, texts.more, language)), "."];
}

function show(card: HTMLElement, data: CardData, today: string): void {
  const coming = data.days.filter(({ iso }) => iso >= today);
  const day: CardDayData = coming[0] ?? data.days.at(-1)!;
  const many = new Set(data.days.map(({ anchor }) => anchor)).size > 1;
  const time = card.querySelector<HTMLTimeElement>(".tear time")!;
  time.dateTime = day.iso;
  time.classList.toggle("off", day.off);
  time.querySelector("b")!.textContent = String(day.number);
  time.querySelector("span")!.textContent = day.month;
  const weekday = card.querySelector<HTMLAnchorElement>(".tear .soft")!;
  const clock = weekday.querySelector("time");
  // On paper «tomorrow» would be true for a day.
  const far = element("span", "np", `, ${distance(today, day.iso, data.texts, data.language)}`);
  weekday.replaceChildren(day.weekday, ...(clock === null ? [] : [", ", clock]), far);
  if (clock !== null && day.time !== undefined) {
    clock.dateTime = day.time.iso;
    clock.textContent = day.time.text;
  }
  weekday.href = day.href;
  const left = new Set(coming.map(({ anchor }) => anchor)).size - 1;
  const over = coming.length === 0 && many ? `${data.texts.allPassed} ` : "";
  // What the calculator has too would bring its chunk to every item's page.
  const what = many && day.what !== "" ? `${day.what.charAt(0).toUpperCase()}${day.what.slice(1)}. ` : "";
  card.querySelector(".reason")?.replaceChildren(`${over}${what}${day.why}`, ...rest(data, left));
  const entry = { title: data.title, text: `${day.why} ${data.page}`, start: day.iso, end: day.next };
  card.querySelector("[data-google]")?.setAttribute("href", googleLink(entry));
  card.querySelector("[data-outlook]")?.setAttribute("href", outlookLink(entry));
  card.classList.add("ready");
  document.getElementById(day.anchor)?.classList.add("next-date");
}

/** Hands the address over to another program of the device; where it has no such way, copies it. */
function startSharing(button: HTMLButtonElement): void {
  const { share = "", copied = "" } = button.dataset;
  const canShare = "share" in navigator;
  if (!canShare && !("clipboard" in navigator)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (canShare) void navigator.share({ title: document.title, url: share }).catch(() => undefined);
    else void navigator.clipboard.writeText(share).then(() => (button.textContent = copied));
  });
}

for (const card of document.querySelectorAll<HTMLElement>("[data-card]")) {
  const data = JSON.parse(card.dataset["card"] ?? "") as CardData;
  show(card, data, todayIn(data.timeZone));
}
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-share]")) startSharing(button);
