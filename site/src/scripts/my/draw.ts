/** What the page shows of a calendar: its entries by month, and the ways to take it along. */
import type { EntryText } from "../../../../compiler/ical/entry-texts.ts";
import { fill } from "../calculator/data.ts";
import { element } from "../element.ts";
import { choose, type Profile, type Role } from "../role-picker/choose.ts";
import type { MyData } from "./data.ts";
import { Days, type Dated } from "./days.ts";

/** The address of an item on this site, wherever it is opened. */
const hereOf = ({ address, home }: MyData, url: string): string =>
  url.startsWith(address) ? `${home}${url.slice(address.length)}` : url;

export const counted = ({ language, texts }: MyData, n: number): string =>
  (texts.found[new Intl.PluralRules(language).select(n)] ?? texts.found["other"] ?? "").replace("{n}", String(n));

function line(data: MyData, { entry, first, text }: Dated): HTMLElement {
  const time = element("time", "", text);
  time.dateTime = first;
  const link = element("a", "", entry.summary);
  link.href = hereOf(data, entry.url);
  const own = entry.uid.includes("~") ? [" ", element("small", "soft", data.texts.own)] : [];
  return element("li", "", time, element("span", "", link, ...own));
}

function part(data: MyData, title: string, list: readonly Dated[], open: boolean): HTMLElement {
  const made = element(
    "details",
    "my-part",
    element("summary", "", element("b", "", title), ` – ${counted(data, list.length)}`),
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
  const months = [...Map.groupBy(coming, ({ first }) => first.slice(0, 7)).values()];
  return [
    ...(coming.length === 0 ? [element("p", "", data.texts.over)] : []),
    ...months.map((list, index) => part(data, days.month(list[0]!.first), list, index < openMonths)),
    ...(past.length === 0 ? [] : [part(data, data.texts.past, past, coming.length === 0)]),
  ];
}

function action(text: string, href: string): HTMLAnchorElement {
  const link = element("a", "btn", text);
  link.href = href;
  return link;
}

const subscribeTo = ({ texts }: MyData, { name, href }: Role | Profile): HTMLElement =>
  element(
    "div",
    "",
    element("p", "", fill(texts.feed, { name })),
    element("p", "acts", action(texts.subscribe, `${href}subscribe/`)),
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
  const links = [...(profile === undefined ? [] : [profile]), ...needed].map(({ name, href }) => {
    const link = element("a", "", name);
    link.href = `${href}subscribe/`;
    return element("li", "", link);
  });
  const propose = action(texts.propose, `${edit}?parties=${needed.map(({ id }) => id).join()}`);
  return [
    ...near.map((text) => element("p", "", text)),
    element("p", "", texts.apart),
    element("ul", "choice-list", ...links),
    element("p", "acts", propose, element("span", "note", texts.proposeNote)),
    ...said,
  ];
}
