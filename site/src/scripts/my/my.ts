/** «Мой календарь»: roles and days that are ticked and named here become one list, one file and, proposed, one subscription. */
import { fill } from "../calculator/data.ts";
import { counted } from "../counted.ts";
import { button, element } from "../element.ts";
import { roleBoxes } from "../role-picker/role-boxes.ts";
import { saveFile } from "../save-file.ts";
import { rememberedRole } from "../upcoming/role-memory.ts";
import { todayIn } from "../upcoming/today.ts";
import { collect, fileOf, type Collected } from "./collect.ts";
import type { Choice, MyData } from "./data.ts";
import { drawDates, drawSubscriptions } from "./draw.ts";
import { drawDays, drawEvents } from "./events.ts";
import { keepChoice, readChoice } from "./store.ts";

const root = document.querySelector<HTMLElement>("[data-my]")!;
const data = JSON.parse(root.dataset["my"]!) as MyData;
const bounds = { min: root.dataset["min"]!, max: root.dataset["max"]! };
const { texts, home } = data;
const place = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-${name}]`)!;
const known = new Set(data.roles.map(({ id }) => id));

/** What the address asks for, else what was chosen last, else the role that the device remembers. */
function firstChoice(): Choice {
  const kept = readChoice(home);
  const asked = new URLSearchParams(location.search).get("roles")?.split(",") ?? kept.roles;
  const roles = asked.length > 0 ? asked : [rememberedRole(home) ?? ""];
  return { ...kept, roles: roles.filter((role) => known.has(role)) };
}

let choice = firstChoice();
let kept = true;
/** The number of the last question: an answer to an earlier one is not drawn. */
let asked = 0;

function say(...content: readonly (Node | string)[]): void {
  place("status").replaceChildren(...content);
}

function change(next: Choice): void {
  choice = next;
  kept = keepChoice(home, choice);
  void show();
}

const acts = {
  add: (event: string, date: string): void => {
    const days = [...new Set([...(choice.days[event] ?? []), date])].sort();
    change({ ...choice, days: { ...choice.days, [event]: days } });
  },
  remove: (event: string, date: string): void =>
    change({
      ...choice,
      days: { ...choice.days, [event]: (choice.days[event] ?? []).filter((each) => each !== date) },
    }),
};

function saveButton({ entries }: Collected): HTMLElement {
  const done = element("p", "note");
  done.setAttribute("role", "status");
  const save = button(texts.save, "btn", () => {
    const name = `${texts.file}.ics`;
    fileOf(data, entries)
      .then((text) => {
        saveFile(name, text, "text/calendar;charset=utf-8");
        done.textContent = fill(texts.saved, { name });
      })
      .catch(() => {
        done.textContent = texts.failed;
      });
  });
  return element("div", "my-save", element("p", "acts", save), element("p", "note", texts.saveNote), done);
}

/** Nothing is asked again by itself: who is without a connection decides when. */
function sayFailed(): void {
  say(
    `${texts.failed} `,
    button(texts.again, "btn small", () => void show()),
  );
}

async function show(): Promise<void> {
  const mine = ++asked;
  const isEmpty = choice.roles.length === 0;
  for (const name of ["events-of", "dates-of", "take-of"]) place(name).hidden = isEmpty;
  if (isEmpty) return say(texts.none);
  say(texts.loading);
  try {
    const found = await collect(data, choice);
    if (mine !== asked) return;
    const isIdle = (event: string, date: string): boolean =>
      found.idle.some((each) => each.event === event && each.date === date);
    drawDays(data, place("events"), choice.days, acts, isIdle);
    place("dates").replaceChildren(...drawDates(data, found.entries, todayIn(data.timeZone)));
    place("take").replaceChildren(...drawSubscriptions(data, choice.roles), saveButton(found));
    const n = found.entries.filter(({ cancelled }) => !cancelled).length;
    say([counted(n, texts.found, data.language), ...(kept ? [] : [texts.notKept])].join(". "));
  } catch {
    if (mine === asked) sayFailed();
  }
}

const boxes = roleBoxes(data.roles, texts.pick, new Set(choice.roles), (roles) => {
  place("events").replaceChildren(...drawEvents(data, roles, bounds, acts));
  change({ ...choice, roles });
});

// Days that were named are seen at once.
place("events-fold").toggleAttribute(
  "open",
  Object.values(choice.days).some((days) => days.length > 0),
);
place("plain").replaceChildren(boxes);
place("events").replaceChildren(...drawEvents(data, choice.roles, bounds, acts));
void show();
