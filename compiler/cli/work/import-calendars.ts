import { bareCalendar } from "../../create/bare-calendar.ts";
import type { PolicyAsked } from "../../document/import-document.ts";
import { classifyPath } from "../../load/file-layout.ts";
import { load } from "../../load/load.ts";
import { emptySeries, placeholderSeries } from "../../load/placeholders.ts";
import { findPolicy, type Policy } from "../../resolve/policy.ts";
import type { SourceFile } from "../../source/span.ts";

/** Calendars and rule sets by their path below `plan/`. */
export function sharedFiles(sources: readonly SourceFile[]): SourceFile[] {
  return sources.flatMap(({ path, text }) => {
    const place = classifyPath(path);
    if (place?.kind === "calendar") return [{ path: `calendars/${place.folder}/${place.name}.yaml`, text }];
    return place?.kind === "rule-set" ? [{ path: `rules/${place.name}.yaml`, text }] : [];
  });
}

/** Calendars of weekends only, for a plan whose own calendar nobody has written yet; none where there is one. */
export function bareCalendars({ calendar, language, years }: PolicyAsked, shared: readonly SourceFile[]): SourceFile[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (calendar !== "own" || years.length === 0 || shared.some(({ path }) => path.startsWith("calendars/own/")))
    return [];
  return Array.from({ length: last - first + 2 }, (_, at) => ({
    path: `calendars/own/${first + at}.yaml`,
    text: bareCalendar(first + at, language),
  }));
}

/** The calendar and rule set of a series, to date deadlines by. */
export function policyOf({ calendar, rules }: PolicyAsked, shared: readonly SourceFile[]): Policy | undefined {
  const { value } = load(shared.map(({ path, text }) => ({ path: `plan/${path}`, text })));
  const series = emptySeries(placeholderSeries("import", { calendar, rules, controller: "nobody" }));
  return findPolicy(series, value, new Map(), () => undefined);
}
