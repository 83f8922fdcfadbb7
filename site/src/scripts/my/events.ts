/** The events that come to each on a day of its own: a field for each, and the days that were named. */
import { fill } from "../calculator/data.ts";
import { button, element } from "../element.ts";
import { cellsOf } from "./collect.ts";
import type { MyData, MyEvent } from "./data.ts";
import { Days } from "./days.ts";

/** What can be done with the days of events. */
export interface DayActs {
  readonly add: (event: string, date: string) => void;
  readonly remove: (event: string, date: string) => void;
}

/** An event with its field; the days and what follows from none of them are drawn into `days`. */
function row(data: MyData, { id, title }: MyEvent, bounds: Bounds, acts: DayActs): HTMLElement {
  const { texts } = data;
  const input = element("input");
  input.type = "date";
  input.id = `day-${id}`;
  [input.min, input.max] = [bounds.min, bounds.max];
  const label = element("label", "", title);
  label.htmlFor = input.id;
  const fault = element("p", "note warn");
  fault.setAttribute("role", "alert");
  const form = element("form", "my-day", label, input, element("button", "btn small", texts.add), fault);
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const isDay = input.value !== "" && input.validity.valid;
    fault.textContent = isDay ? "" : texts.badDay;
    input.toggleAttribute("aria-invalid", !isDay);
    if (isDay) acts.add(id, input.value);
    if (isDay) input.value = "";
    input.focus();
  });
  const days = element("ul", "my-days");
  days.dataset["days"] = id;
  return element("li", "", form, days);
}

interface Bounds {
  readonly min: string;
  readonly max: string;
}

/** The events of some roles. */
export function drawEvents(data: MyData, roles: readonly string[], bounds: Bounds, acts: DayActs): HTMLElement[] {
  const own = data.events.filter(({ cells }) => cellsOf(cells, roles).length > 0);
  if (own.length === 0) return [element("p", "note", data.texts.noEvents)];
  return [element("ul", "my-events", ...own.map((event) => row(data, event, bounds, acts)))];
}

/** The days of each event, each with its way out; `idle` are those from which nothing follows. */
export function drawDays(
  data: MyData,
  place: HTMLElement,
  days: Readonly<Record<string, readonly string[]>>,
  acts: DayActs,
  idle: (event: string, date: string) => boolean,
): void {
  const { texts } = data;
  const format = new Days(data);
  for (const { id, title } of data.events) {
    const lines = (days[id] ?? []).map((date) => {
      const day = format.date(date);
      const away = button(texts.remove, "btn small", () => {
        acts.remove(id, date);
        place.querySelector<HTMLElement>(`[id="day-${id}"]`)?.focus();
      });
      away.ariaLabel = fill(texts.removeDay, { day, event: title });
      const note = idle(id, date) ? [element("small", "soft", ` ${texts.nothing}`)] : [];
      return element("li", "", element("span", "", day, ...note), away);
    });
    place.querySelector(`[data-days="${id}"]`)?.replaceChildren(...lines);
  }
}
