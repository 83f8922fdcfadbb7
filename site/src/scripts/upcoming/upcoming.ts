/** What is next: the build does not know today, so the browser picks the day among those that the plan's data names. */
import { distance } from "../counted.ts";
import { element, linkTo } from "../element.ts";
import { answerOf, besideAnswer, comingFrom } from "./coming.ts";
import { addOwnTimes } from "../local-times/own-times.ts";
import type { UpcomingData } from "./data.ts";
import { drawAnswer, drawDay, drawOver } from "./draw.ts";
import { rememberedRole, rememberRole } from "./role-memory.ts";
import { todayIn } from "./today.ts";

const daysShown = 3;

const real = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !Number.isNaN(Date.parse(date)) &&
  new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

interface Places {
  readonly answer: HTMLElement;
  readonly next: HTMLElement | null;
  readonly home: boolean;
}

function show({ answer, next, home }: Places, data: UpcomingData, date: string): void {
  const { texts } = data;
  const over = date > data.last;
  const coming = over ? [] : comingFrom(data.days, date);
  const first = answerOf(coming);
  const notes = [
    ...(date < data.first ? [texts.before] : !over && date > data.yearEnd ? [texts.late] : []),
    ...(!over && first === undefined ? [texts.nothing] : []),
  ];
  answer.replaceChildren(
    ...(home && !over ? [whose(data)] : []),
    ...notes.map((text) => element("p", "note", text)),
    ...(over
      ? drawOver(data)
      : first === undefined
        ? []
        : drawAnswer(first, distance(date, first.day.iso, texts, data.language), data, home)),
  );
  addOwnTimes(answer);
  const list = besideAnswer(coming, first).slice(0, daysShown);
  if (next === null) return;
  next.hidden = list.length === 0;
  next
    .querySelector(".next-place")
    ?.replaceChildren(...list.map((day) => drawDay(day, distance(date, day.iso, texts, data.language), data)));
  addOwnTimes(next);
}

/** Whose answer it is, and the way to another's. */
function whose({ role, texts }: UpcomingData): HTMLElement {
  if (role === null) return element("p", "whose", texts.whole);
  return element("p", "whose", `${texts.whose} `, element("b", "", role.name), " ", linkTo("#roles", "", texts.other));
}

function form({ texts }: UpcomingData, date: string, choose: (date: string) => void): HTMLElement {
  const input = element("input");
  input.type = "date";
  input.name = "na";
  input.value = date;
  input.required = true;
  const button = element("button", "btn", texts.show);
  const made = element("form", "form", element("label", "", texts.label, " ", input), button);
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(input.value);
  });
  return made;
}

/** Does something to the page without moving what its address names: a link to a part below this one leads to it all the same. */
function holdingTarget(change: () => void): void {
  const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  const before = target?.getBoundingClientRect().top ?? 0;
  change();
  if (target !== null) window.scrollBy({ top: target.getBoundingClientRect().top - before, behavior: "instant" });
}

/** What the home page knows of the chosen role: links that choose, and a button that forgets. */
function startRoles(home: string): void {
  const chosen = rememberedRole(home);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-role]")) {
    if (link.dataset["role"] === chosen) link.closest("li")?.classList.add("chosen");
    link.addEventListener("click", () => rememberRole(home, link.dataset["role"]));
  }
  const forget = document.querySelector<HTMLButtonElement>("button[data-forget]");
  if (forget === null || chosen === undefined) return;
  forget.hidden = false;
  forget.addEventListener("click", () => {
    rememberRole(home, undefined);
    location.reload();
  });
}

async function load(section: HTMLElement): Promise<UpcomingData | undefined> {
  const { near = "", home } = section.dataset;
  const role = home === undefined ? undefined : rememberedRole(home);
  const own =
    role === undefined ? undefined : await fetch(near.replace("all.json", `${encodeURIComponent(role)}.json`));
  const answer = own?.ok === true ? own : await fetch(near);
  return answer.ok ? ((await answer.json()) as UpcomingData) : undefined;
}

async function start(section: HTMLElement): Promise<void> {
  const { home } = section.dataset;
  if (home !== undefined) startRoles(home);
  const data = await load(section);
  const answer = section.querySelector<HTMLElement>(".answer-place");
  if (data === undefined || answer === null) return section.classList.add("failed");
  const next = document.querySelector<HTMLElement>(".next");
  const places = { answer, next, home: home !== undefined };
  const asked = new URLSearchParams(location.search).get("na");
  const date = asked !== null && real(asked) ? asked : todayIn(data.timeZone);
  const choose = (chosen: string): void => {
    const url = new URL(location.href);
    url.searchParams.set("na", chosen);
    history.replaceState(null, "", url);
    if (real(chosen)) show(places, data, chosen);
    else answer.replaceChildren(element("p", "note", data.texts.impossible));
  };
  holdingTarget(() => {
    document.querySelector(".next-form")?.replaceChildren(form(data, date, choose));
    show(places, data, date);
    section.classList.add("ready");
  });
}

for (const section of document.querySelectorAll<HTMLElement>("[data-near]")) void start(section);
