/** What the page shows of a calendar: its entries by month, and the ways to take it along. */
import type { EntryText } from "../../../../compiler/ical/entry-texts.ts";
import { fill } from "../calculator/data.ts";
import { counted } from "../counted.ts";
import { element, linkTo, timeOf } from "../element.ts";
import { choose, type Profile, type Role } from "../role-picker/choose.ts";
import type { MyData } from "./data.ts";
import { Days, type Dated } from "./days.ts";

/** The address of an item on this site, wherever it is opened. */
const hereOf = ({ address, home }: MyData, url: string): string =>
  url.startsWith(address) ? `${home}${url.slice(address.length)}` : url;

function line(data: MyData, { entry, first, text }: Dated): HTMLElement {
  const own = entry.uid.includes("~") ? [" ", element("small", "soft", data.texts.own)] : [];
  const link = linkTo(hereOf(data, entry.url), "", entry.summary);
  return element("li", "", timeOf(first, "", text), element("span", "", link, ...own));
}

function part(data: MyData, title: string, list: readonly Dated[], open: boolean): HTMLElement {
  const made = element(
    "details",
    "my-part",
    element("summary", "", element("b", "", title), ` – ${counted(list.length, data.texts.found, data.language)}`),
    element("ol", "my-dates", ...list.map((each) => line(data, each))),
  );
  made.open = open;
  return made;
}

/** Months that are open from the first: of the others it is said how much is in them. */
const openMonths = 2;

/** The entries from a day on by month, and those that are over behind them. */
export function drawDates(data: MyData, entries: readonly EntryText[], today: string): HTMLElement[] {
  const days = new Days(data);
  const all = entries.filter(({ cancelled }) => !cancelled).map((entry) => days.of(entry));
  if (all.length === 0) return [element("p", "", data.texts.empty)];
  const coming = all.filter(({ last }) => last >= today);
  const past = all.filter(({ last }) => last < today);
  const monthOf = ({ first }: (typeof coming)[number]): string => first.slice(0, 7);
  const months = [...new Set(coming.map(monthOf))].map((month) => coming.filter((each) => monthOf(each) === month));
  return [
    ...(coming.length === 0 ? [element("p", "", data.texts.over)] : []),
    ...months.map((list, index) => part(data, days.month(list[0]!.first), list, index < openMonths)),
    ...(past.length === 0 ? [] : [part(data, data.texts.past, past, coming.length === 0)]),
  ];
}

const subscribeTo = ({ texts }: MyData, { name, href }: Role | Profile): HTMLElement =>
  element(
    "div",
    "",
    element("p", "", fill(texts.feed, { name })),
    element("p", "acts", linkTo(`${href}subscribe/`, "btn", texts.subscribe)),
  );

const names = (roles: readonly Role[]): string => roles.map(({ name }) => name).join(", ");

/** Where some roles can be subscribed to, and the way to a subscription of their own where they have none. */
export function drawSubscriptions(data: MyData, roles: readonly string[]): HTMLElement[] {
  const { texts, edit } = data;
  const { covered, needed, profile, extra } = choose(data, new Set(roles));
  const said = covered.map(({ role, by }) =>
    element("p", "note", fill(texts.covered, { role: role.name, by: by.name })),
  );
  const whole = needed.length === 1 ? needed[0] : extra.length === 0 ? profile : undefined;
  if (whole !== undefined) return [subscribeTo(data, whole), ...said];
  const near = profile === undefined ? [] : [fill(texts.wider, { name: profile.name, extra: names(extra) })];
  const links = [...(profile === undefined ? [] : [profile]), ...needed].map(({ name, href }) =>
    element("li", "", linkTo(`${href}subscribe/`, "", name)),
  );
  const propose = linkTo(`${edit}?parties=${needed.map(({ id }) => id).join()}`, "btn", texts.propose);
  return [
    ...near.map((text) => element("p", "", text)),
    element("p", "", texts.apart),
    element("ul", "choice-list", ...links),
    element("p", "acts", propose, element("span", "note", texts.proposeNote)),
    ...said,
  ];
}
