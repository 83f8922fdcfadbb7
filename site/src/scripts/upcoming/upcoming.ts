/** What is next: the build does not know today, so the browser picks the day among those that the plan's data names. */
import { distance } from "../counted.ts";
import { element, linkTo } from "../element.ts";
import { addOwnTimes } from "../local-times/own-times.ts";
import { nextOn, type Next } from "./coming.ts";
import type { UpcomingHead } from "./data.ts";
import { drawAnswer, drawDay, drawOver } from "./draw.ts";
import { rememberedRole, rememberRole } from "./role-memory.ts";
import { todayIn } from "./today.ts";

const real = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !Number.isNaN(Date.parse(date)) &&
  new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

interface Places {
  readonly answer: HTMLElement;
  readonly next: HTMLElement | null;
  readonly home: boolean;
}

function show({ answer, next, home }: Places, head: UpcomingHead, date: string, { answer: first, beside }: Next): void {
  const { texts, language } = head;
  const over = date > head.last;
  const notes = [
    ...(date < head.first ? [texts.before] : !over && date > head.planEnd ? [texts.late] : []),
    ...(!over && first === undefined ? [texts.nothing] : []),
  ];
  answer.replaceChildren(
    ...(home && !over ? [whose(head)] : []),
    ...notes.map((text) => element("p", "note", text)),
    ...(over
      ? drawOver(head)
      : first === undefined
        ? []
        : drawAnswer(first, distance(date, first.day.iso, texts, language), head, home)),
  );
  addOwnTimes(answer);
  if (next === null) return;
  next.hidden = beside.length === 0;
  next
    .querySelector(".next-place")
    ?.replaceChildren(...beside.map((day) => drawDay(day, distance(date, day.iso, texts, language), head)));
  addOwnTimes(next);
}

/** Whose answer it is, and the way to another's. */
function whose({ role, texts }: UpcomingHead): HTMLElement {
  if (role === null) return element("p", "whose", texts.whole);
  return element("p", "whose", `${texts.whose} `, element("b", "", role.name), " ", linkTo("#roles", "", texts.other));
}

function form({ texts }: UpcomingHead, date: string, choose: (date: string) => void): HTMLElement {
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

/** Does something when a place is nearly on the screen, where it is shown at all. */
function whenNear(place: Element, work: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      work();
    },
    { rootMargin: "50%" },
  );
  observer.observe(place);
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

/** A file of data; undefined where it does not come. */
async function loaded<T>(path: string): Promise<T | undefined> {
  try {
    const answer = await fetch(path);
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** What the page has with it; at home that of the remembered role, where it is still there. */
async function headOf({ near = "", home }: DOMStringMap): Promise<UpcomingHead> {
  const role = home === undefined ? undefined : rememberedRole(home);
  const own =
    role === undefined ? undefined : await loaded<UpcomingHead>(`${home}near/${encodeURIComponent(role)}.json`);
  return own ?? (JSON.parse(near) as UpcomingHead);
}

async function start(section: HTMLElement, answer: HTMLElement): Promise<void> {
  const { home } = section.dataset;
  if (home !== undefined) startRoles(home);
  const head = await headOf(section.dataset);
  const places = { answer, next: document.querySelector<HTMLElement>(".next"), home: home !== undefined };
  let chosen = "";
  const find = (date: string): Promise<Next | undefined> => {
    chosen = date;
    return nextOn(head, date, (part) => loaded(`${head.folder}${part}.json`));
  };
  const put = (date: string, next: Next | undefined): void => {
    // Another date may have been chosen while this one's days came.
    if (date !== chosen) return;
    if (next === undefined) answer.replaceChildren();
    else show(places, head, date, next);
    section.classList.toggle("failed", next === undefined);
    section.classList.toggle("ready", next !== undefined);
  };
  const choose = async (date: string): Promise<void> => {
    const url = new URL(location.href);
    url.searchParams.set("na", date);
    history.replaceState(null, "", url);
    if (real(date)) return put(date, await find(date));
    chosen = date;
    answer.replaceChildren(element("p", "note", head.texts.impossible));
  };
  const asked = new URLSearchParams(location.search).get("na");
  const date = asked !== null && real(asked) ? asked : todayIn(head.timeZone);
  const next = await find(date);
  holdingTarget(() => put(date, next));
  // To make a field for a date keeps a phone from answering for a tenth of a second.
  const place = document.querySelector(".next-form");
  if (place !== null) whenNear(place, () => place.replaceChildren(form(head, date, (day) => void choose(day))));
}

for (const section of document.querySelectorAll<HTMLElement>("[data-near]"))
  void start(section, section.querySelector<HTMLElement>(".answer-place")!);
