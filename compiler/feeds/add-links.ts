/** Pages of calendar programs that open with something filled in, which the reader then keeps or not. */

/** The address of a feed by which programs of a device are asked to subscribe. */
export const webcalLink = (feed: string): string => feed.replace(/^https?:/, "webcal:");

/**
 * Google Calendar's page that asks whether to add a calendar by its address. Google describes it nowhere; it is the one way to subscribe
 * on Android without a computer.
 */
export const googleSubscription = (feed: string): string =>
  `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalLink(feed))}`;

/** An entry of one day. */
export interface DayEntry {
  readonly title: string;
  readonly text: string;
  /** `YYYY-MM-DD`; `end` is exclusive. */
  readonly start: string;
  readonly end: string;
}

const address = (base: string, values: Readonly<Record<string, string>>): string =>
  `${base}?${Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&")}`;

/** Google Calendar's page of a new entry. */
export const googleLink = ({ title, text, start, end }: DayEntry): string =>
  address("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: title,
    dates: `${start}/${end}`.replaceAll("-", ""),
    details: text,
  });

/** The page of a new entry in Outlook on the web. */
export const outlookLink = ({ title, text, start, end }: DayEntry): string =>
  address("https://outlook.live.com/calendar/0/deeplink/compose", {
    path: "/calendar/action/compose",
    rru: "addevent",
    allday: "true",
    subject: title,
    startdt: start,
    enddt: end,
    body: text,
  });
