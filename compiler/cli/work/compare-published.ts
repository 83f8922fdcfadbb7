import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { cleanLine } from "../../ical/text.ts";
import { seriesPrefix } from "../../data/emit.ts";
import { feedPath } from "../../feeds/feeds.ts";
import { CalendarParseError, parseCalendar, type ParsedEntry } from "../../ical/parse.ts";
import { disagreements } from "../../ledger/compare-published.ts";
import { retainedIds, type Publication } from "../../ledger/publication.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { unreadableCalendarMessages } from "../messages/unreadable-calendar.ts";
import { SystemError, type Terminal } from "../terminal/terminal.ts";
import type { PublishedFile } from "../output/publish-folder.ts";
import { filled } from "../messages/messages.ts";
import { publishMessages } from "../messages/publish-messages.ts";
import { reasonOf } from "../terminal/system-errors.ts";
import { wholeText } from "../output/stream-file.ts";

const messagesByLanguage = {
  ru: {
    reasons: {
      noNetwork: "{url}: нет ответа: {reason}",
      status: "{url}: ответ {status}",
      unreadable: "{path}: опубликованный календарь не читается: {reason}",
      noFeeds: "в «{place}» нет ни одного календаря",
    },
    against: {
      same: "Опубликованные календари сверены: {count}",
      missing: "{feed}: опубликованного календаря больше не будет ни с записями, ни с отменами",
      lost: "{feed}: запись {uid} опубликована, а в новом календаре её нет ни живой, ни отменённой",
      lower: "{feed}: у записи {uid} опубликован SEQUENCE {published}, новый – {value}",
      still: "{feed}: запись {uid} изменилась, а SEQUENCE остался {value}",
    },
    disagree: "Не опубликовано: журнал и сайт расходятся",
    nothingLive: "По адресу {place} календарей ещё нет.",
  },
  en: {
    reasons: {
      noNetwork: "{url}: no answer: {reason}",
      status: "{url}: answer {status}",
      unreadable: "{path}: the published calendar cannot be read: {reason}",
      noFeeds: "there is no calendar in “{place}”",
    },
    against: {
      same: "Published calendars compared: {count}",
      missing: "{feed}: the published calendar would have neither entries nor cancellations",
      lost: "{feed}: entry {uid} is published and is in the new calendar neither live nor cancelled",
      lower: "{feed}: entry {uid} is published with SEQUENCE {published}, the new one is {value}",
      still: "{feed}: entry {uid} has changed and SEQUENCE is still {value}",
    },
    disagree: "Not published: ledger and site disagree",
    nothingLive: "There are no calendars at {place} yet.",
  },
};

/** A server that has not answered by then does not answer. */
const timeoutSeconds = 30;
/** Lines printed at most. */
const mostLines = 50;

const feedFile = /^(?:[a-z0-9-]+\/)?feeds\/[a-z0-9-]+\.ics$/;

/** Parses a feed. Throws a SystemError that names the line at fault. */
function parseFeed(path: string, text: string, { language }: Terminal): Map<string, ParsedEntry> {
  try {
    return parseCalendar(text);
  } catch (error) {
    if (!(error instanceof CalendarParseError)) throw error;
    throw new SystemError(
      filled(messagesByLanguage[language].reasons.unreadable, {
        path,
        reason: cleanLine(filled(unreadableCalendarMessages[language][error.fault], { value: error.value })),
      }),
    );
  }
}

/** The feeds below a folder, by their path there. */
function feedsInFolder(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replace(/\\/g, "/"))
    .filter((name) => feedFile.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/**
 * The feeds of a site, of those that are asked for; one that is not there yet is left out. Throws a SystemError where
 * the site does not answer, or has none.
 */
async function feedsOnSite(
  address: string,
  paths: readonly string[],
  { language }: Terminal,
): Promise<Map<string, string>> {
  const { reasons } = messagesByLanguage[language];
  const found = new Map<string, string>();
  for (const path of paths) {
    const url = `${address.replace(/\/+$/, "")}/${path}`;
    let response: Response;
    try {
      response = await fetch(url, {
        signal: AbortSignal.timeout(timeoutSeconds * 1000),
        headers: { Accept: "text/calendar" },
      });
      if (response.ok) found.set(path, await response.text());
    } catch (error) {
      throw new SystemError(filled(reasons.noNetwork, { url, reason: reasonOf(error, { language }) }));
    }
    if (!response.ok && response.status !== 404 && response.status !== 410)
      throw new SystemError(filled(reasons.status, { url, status: response.status }));
  }
  return found;
}

/** The feeds that the ledgers know to have been published, by their path. */
function knownFeeds(plans: readonly ResolvedPlan[], publications: readonly Publication[]): string[] {
  return publications.flatMap(({ folder, before }) => {
    const plan = plans.find(({ series }) => series.folder === folder);
    const prefix = plan === undefined ? "" : seriesPrefix(plans, plan);
    return before.flatMap(({ names }) =>
      names.flatMap(({ name }) => [false, true].map((alarms) => `${prefix}${feedPath(name, alarms)}`)),
    );
  });
}

/** The place that a publication is compared with, and what it would publish. */
export interface Comparison {
  /** The address of a site, or a folder. */
  readonly place: string;
  readonly files: readonly PublishedFile[];
  readonly plans: readonly ResolvedPlan[];
  readonly publications: readonly Publication[];
}

/** The published feeds by their path, with their entries by uid. */
export type LiveFeeds = ReadonlyMap<string, ReadonlyMap<string, ParsedEntry>>;

const nextFeeds = (files: readonly PublishedFile[]): Map<string, PublishedFile> =>
  new Map(files.filter(({ path }) => feedFile.test(path)).map((file) => [file.path, file]));

/**
 * Reads the feeds that are published on a site or in a folder. Throws a SystemError where a feed cannot be read, and where there are
 * none though a ledger knows of some.
 */
export async function liveFeeds(
  { place, files, plans, publications }: Comparison,
  terminal: Terminal,
): Promise<LiveFeeds> {
  const isFolder = existsSync(place) && statSync(place).isDirectory();
  if (!isFolder && !/^https?:\/\//.test(place))
    throw new SystemError(filled(terminal.messages.cannotRead, { path: place }));
  const published = isFolder
    ? feedsInFolder(place)
    : await feedsOnSite(
        place,
        [...new Set([...nextFeeds(files).keys(), ...knownFeeds(plans, publications)])],
        terminal,
      );
  if (published.size === 0 && publications.some(({ before }) => before.length > 0))
    throw new SystemError(filled(messagesByLanguage[terminal.language].reasons.noFeeds, { place }));
  return new Map([...published].map(([path, text]) => [path, parseFeed(path, text, terminal)]));
}

/** Where the next feeds disagree with the published ones, a line each. */
function disagreementLines(live: LiveFeeds, { files, publications }: Comparison, terminal: Terminal): string[] {
  const { against } = messagesByLanguage[terminal.language];
  const next = nextFeeds(files);
  const retained = new Map(publications.map(({ after }) => [after[0]?.series, retainedIds([], after)]));
  return [...live].flatMap(([path, before]) => {
    const feed = path.replace(/^.*\//, "").replace(/\.ics$/, "");
    const file = next.get(path);
    if (file === undefined)
      return [...before.values()].some(({ cancelled }) => !cancelled) ? [filled(against.missing, { feed })] : [];
    const after = parseFeed(path, wholeText(file.pieces()), terminal);
    return disagreements(before, after, (series, plan) => retained.get(series)?.has(plan) ?? true).map(
      ({ kind, uid, published, value }) => filled(against[kind], { feed, uid, published, value }),
    );
  });
}

/** Compares the next feeds with the published ones, prints where they disagree, and returns whether they agree. */
export function comparePublished(live: LiveFeeds, comparison: Comparison, terminal: Terminal): boolean {
  const own = messagesByLanguage[terminal.language];
  if (live.size === 0) {
    terminal.print(filled(own.nothingLive, { place: comparison.place }));
    return true;
  }
  const lines = disagreementLines(live, comparison, terminal);
  for (const line of lines.slice(0, mostLines)) terminal.print(cleanLine(line));
  if (lines.length > mostLines) terminal.print(`… ${lines.length - mostLines}`);
  terminal.print(
    lines.length > 0
      ? `${own.disagree}; ${publishMessages[terminal.language].unchanged}.`
      : `${filled(own.against.same, { count: live.size })}.`,
  );
  return lines.length === 0;
}
