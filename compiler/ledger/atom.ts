import { civilOf, isoDate } from "../calendar/day.ts";
import { clockOf } from "../ical/vevent-body.ts";
import { cleanLine } from "../ical/text.ts";
import { escapeMarkup } from "../source/markup.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { NewsItem } from "./news.ts";
import { newsMessages } from "./news-messages.ts";

/** A text inside an element or an attribute; what XML 1.0 §2.2 does not allow is gone. */
const xml = (text: string): string => escapeMarkup(cleanLine(text).replace(/[\ufffe\uffff]/g, ""));

/** The most pieces of news in the feed, newest first; older ones are on the page. */
const longest = 100;

/**
 * The time of the last change among the news of one day (RFC 4287 §4.2.15), in UTC. A ledger knows days only, so the time is
 * as many seconds into the day as dates changed: what a second publication of the day adds makes it later.
 */
function updated(items: readonly NewsItem[]): string {
  const changes = items.reduce((sum, { dates }) => sum + Math.max(1, dates.length), 0);
  return items[0] === undefined ? "1970-01-01T00:00:00Z" : `${isoDate(items[0].on)}T${clockOf(changes - 1).join(":")}Z`;
}

/** A piece of news in paragraphs: title, dates, whom it concerns, on what ground. */
function paragraphs({ title, dates, who, why }: NewsItem, language: keyof typeof newsMessages): string[] {
  const messages = newsMessages[language];
  const pairs = dates.map(({ from, to }) =>
    from !== null && to !== null && from !== to ? `${from} → ${to}` : (to ?? `${messages.was}: ${from ?? ""}`),
  );
  return [
    title,
    ...pairs,
    who.length === 0 ? "" : `${messages.whom}: ${who.join(", ")}`,
    why.length === 0 ? "" : `${messages.why}: ${why.join("; ")}`,
  ].filter((text) => text !== "");
}

function entry(item: NewsItem, plan: ResolvedPlan, site: string): string {
  const { slug, language, "uid-domain": domain } = plan.series.data;
  const text = paragraphs(item, language);
  const html = text.map((each) => `<p>${xml(each)}</p>`).join("");
  return [
    "<entry>",
    `<id>tag:${domain},${isoDate(item.on)}:${slug}/${item.id}</id>`,
    `<title>${xml([item.headline, item.dates.length === 1 ? text[1] : ""].filter((part) => part !== "").join(" – "))}</title>`,
    `<updated>${updated([item])}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(`${site}/${item.path}`)}"/>`,
    `<content type="html">${xml(html)}</content>`,
    "</entry>",
  ].join("\n");
}

/**
 * The news of a series as an Atom feed (RFC 4287). Ids are tags of the plan's own domain (RFC 4151), so that they outlive
 * the site's address. `plan` is the newest, `site` the address of the series without a final slash.
 */
export function atomFeed(news: readonly NewsItem[], plan: ResolvedPlan, site: string): string {
  const { slug, name, language, publisher, "uid-domain": domain } = plan.series.data;
  const messages = newsMessages[language];
  const { bounds } = plan.series.plans[0] ?? plan;
  const first = civilOf(bounds.from).year;
  const head = [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>tag:${domain},${first}:${slug}/changes</id>`,
    `<title>${xml(messages.title(name))}</title>`,
    `<subtitle>${xml(messages.subtitle)}</subtitle>`,
    `<updated>${updated(news.filter(({ on }) => on === news[0]!.on))}</updated>`,
    `<author><name>${xml(publisher)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(`${site}/changes.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(`${site}/changes/`)}"/>`,
  ];
  return `${[...head, ...news.slice(0, longest).map((item) => entry(item, plan, site)), "</feed>"].join("\n")}\n`;
}
