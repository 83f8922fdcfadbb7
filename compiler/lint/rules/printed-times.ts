import { isoInstant, offsetAt, type Instant } from "../../calendar/instant.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";

/** Zones by the letters that are printed behind a time: minutes ahead of UTC, or, where summer time is not said, the zone. */
const zones: Readonly<Record<string, number | string>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  МСК: 180,
  JST: 540,
  AEST: 600,
  AEDT: 660,
  EST: -300,
  EDT: -240,
  ET: "America/New_York",
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  PT: "America/Los_Angeles",
};
/** Whether letters name a zone: they need no glossary. */
export const isZoneName = (letters: string): boolean => Object.hasOwn(zones, letters);

const minutesInDay = 1440;
const time = new RegExp(
  `(?<hours>\\d{1,2})(?:[:.](?<minutes>\\d\\d))?\\s*(?<half>[ap]\\.?m\\.?)?\\s*(?<zone>${Object.keys(zones).join("|")})(?![\\p{L}\\d])`,
  "giu",
);

/** A time as it is printed, with what it is in UTC: minutes of a day, by the clocks of some instant where they decide. */
interface PrintedTime {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly utc: (at: Instant) => number;
}

const inDay = (minutes: number): number => ((minutes % minutesInDay) + minutesInDay) % minutesInDay;

/** The times with a zone in a wording. */
function printedTimes(text: string): PrintedTime[] {
  return [...text.matchAll(time)].flatMap((match): PrintedTime[] => {
    const { hours = "", minutes = "0", half, zone = "" } = match.groups ?? {};
    // «7 UTC» may be the number of anything.
    if (match.groups?.["minutes"] === undefined && half === undefined) return [];
    const twelve = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
    const of = zones[zone.toUpperCase()]!;
    const local = twelve * 60 + Number(minutes);
    return [
      {
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
        utc: (at) => inDay(local - (typeof of === "number" ? of : offsetAt(of, at))),
      },
    ];
  });
}

/** What may stand between two printings of one time: «19:00 PDT / 02:00 UTC», “19:00 PDT (02:00 UTC)”. */
const between = /^[\s/(=|,–—-]*(?:(?:or|или|то есть|i\.e\.)\s*)?$/iu;

/**
 * Two times that a wording prints for one moment are held against each other, and the wording's against the deadline's:
 * 19:00 PDT is 02:00 UTC, and 03:00 UTC in winter by PST.
 */
export const printedTimesDiffer: Rule = {
  codes: ["printed-times-differ"],
  check: (resolved, report) => {
    for (const { deadline } of cellsOf(resolved)) {
      const printed = printedTimes(deadline.text);
      const [first] = printed;
      if (first === undefined) continue;
      const tell = (one: string, other: string): void =>
        report({
          code: "printed-times-differ",
          values: { first: one, second: other },
          span: spanOf(deadline.origin, ["text"]),
        });
      const instants = deadline.windows.flatMap(({ instants: found }) => (found === undefined ? [] : [found]));
      const at = instants[0]?.end ?? (deadline.windows[0]?.end ?? resolved.bounds.from) * minutesInDay;
      const pair = printed.find((each, index) => {
        const before = printed[index - 1];
        const isOne = before !== undefined && between.test(deadline.text.slice(before.end, each.start));
        return isOne && before.utc(at) !== each.utc(at);
      });
      if (pair !== undefined) tell(printed[printed.indexOf(pair) - 1]!.text, pair.text);
      else {
        const other = instants.find(
          ({ start, end }) =>
            !printed.some(({ utc }) => [start ?? end, end].some((instant) => inDay(instant) === utc(instant))),
        );
        if (other !== undefined) tell(first.text, isoInstant(other.end, other.zone));
      }
    }
  },
};
