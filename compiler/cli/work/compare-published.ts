import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { cleanLine } from "../../ical/text.ts";
import { seriesPrefix } from "../../data/emit.ts";
import { feedPath } from "../../feeds/feeds.ts";
import { CalendarParseError, parseCalendar, type ParsedEntry } from "../../ical/parse.ts";
import { disagreements } from "../../ledger/compare-published.ts";
import { firstRetainedYear, type Publication } from "../../ledger/publication.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { unreadableCalendarMessages } from "../messages/unreadable-calendar.ts";
import { SystemError, type Terminal } from "../terminal/terminal.ts";
import type { PublishedFile } from "../output/publish-folder.ts";
import { filled } from "../messages/messages.ts";
import { publishMessages } from "../messages/publish-messages.ts";
import { reasonOf } from "../terminal/system-errors.ts";
import { wholeText } from "../output/stream-file.ts";

/** Longer than this a server that answers at all does not take. */
const patienceSeconds = 30;
/** More lines than this nobody reads. */
const mostLines = 50;

const feedFile = /^(?:[a-z0-9-]+\/)?feeds\/[a-z0-9-]+\.ics$/;

function read(path: string, text: string, { language }: Terminal): Map<string, ParsedEntry> {
  try {
    return parseCalendar(text);
  } catch (error) {
    if (!(error instanceof CalendarParseError)) throw error;
    throw new SystemError(
      filled(publishMessages[language].reasons.unreadable, {
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

/** The feeds of a site, of those that are asked for; one that is not there yet is left out. */
async function feedsOnSite(
  address: string,
  paths: readonly string[],
  { language }: Terminal,
): Promise<Map<string, string>> {
  const { reasons } = publishMessages[language];
  const found = new Map<string, string>();
  for (const path of paths) {
    const url = `${address.replace(/\/+$/, "")}/${path}`;
    let response: Response;
    try {
      response = await fetch(url, {
        signal: AbortSignal.timeout(patienceSeconds * 1000),
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

/** What a publication is held against, and what it would publish. */
export interface Comparison {
  /** The address of a site, or a folder. */
  readonly place: string;
  readonly files: readonly PublishedFile[];
  readonly plans: readonly ResolvedPlan[];
  readonly publications: readonly Publication[];
}

/** The feeds that are out, by their path, with their entries. */
export type LiveFeeds = ReadonlyMap<string, ReadonlyMap<string, ParsedEntry>>;

const newFeeds = (files: readonly PublishedFile[]): Map<string, PublishedFile> =>
  new Map(files.filter(({ path }) => feedFile.test(path)).map((file) => [file.path, file]));

/** Reads the feeds that are really out there, on a site or in a folder. Throws where there are none though a ledger tells of some. */
export async function liveFeeds(
  { place, files, plans, publications }: Comparison,
  terminal: Terminal,
): Promise<LiveFeeds> {
  const { reasons } = publishMessages[terminal.language];
  const isFolder = existsSync(place) && statSync(place).isDirectory();
  if (!isFolder && !/^https?:\/\//.test(place))
    throw new SystemError(filled(terminal.messages.cannotRead, { path: place }));
  const published = isFolder
    ? feedsInFolder(place)
    : await feedsOnSite(place, [...new Set([...newFeeds(files).keys(), ...knownFeeds(plans, publications)])], terminal);
  if (published.size === 0 && publications.some(({ before }) => before.length > 0))
    throw new SystemError(filled(reasons.noFeeds, { place }));
  return new Map([...published].map(([path, text]) => [path, read(path, text, terminal)]));
}

/** Compares new feeds with those that are out; says where they disagree. */
export function agrees(published: LiveFeeds, { place, files, publications }: Comparison, terminal: Terminal): boolean {
  const messages = publishMessages[terminal.language];
  if (published.size === 0) {
    terminal.print(filled(messages.nothingLive, { place }));
    return true;
  }
  const next = newFeeds(files);
  const first = new Map(publications.map(({ after }) => [after[0]?.series, firstRetainedYear([], after)]));
  const lines: string[] = [];
  for (const [path, was] of published) {
    const feed = path.replace(/^.*\//, "").replace(/\.ics$/, "");
    const now = next.get(path);
    if (now === undefined) {
      if ([...was.values()].some(({ cancelled }) => !cancelled)) lines.push(filled(messages.against.missing, { feed }));
      continue;
    }
    for (const { kind, uid, published: before, value } of disagreements(
      was,
      read(path, wholeText(now.pieces()), terminal),
      (series) => first.get(series) ?? 0,
    ))
      lines.push(filled(messages.against[kind], { feed, uid, published: before, value }));
  }
  for (const line of lines.slice(0, mostLines)) terminal.print(cleanLine(line));
  if (lines.length > mostLines) terminal.print(`… ${lines.length - mostLines}`);
  terminal.print(
    lines.length > 0
      ? `${messages.againstFailed}; ${messages.unchanged}.`
      : `${filled(messages.against.same, { count: published.size })}.`,
  );
  return lines.length === 0;
}
