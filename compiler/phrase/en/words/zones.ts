/** Zones by the words that English has for them, with the minutes ahead of UTC where the words mean one season only. */

/** A zone of the IANA list; `offset` in minutes where the words are those of summer time or of standard time. */
export interface NamedZone {
  readonly zone: string;
  readonly offset?: number;
}

const american: readonly (readonly [zone: string, letter: string, name: string, standard: number])[] = [
  ["America/New_York", "e", "eastern", -300],
  ["America/Chicago", "c", "central", -360],
  ["America/Denver", "m", "mountain", -420],
  ["America/Los_Angeles", "p", "pacific", -480],
];

/**
 * Abbreviations. Left out is what names several zones: IST is Indian, Irish and Israeli time, CST is Chinese too.
 */
export const zoneCodes: ReadonlyMap<string, NamedZone> = new Map<string, NamedZone>([
  ["utc", { zone: "UTC" }],
  ["gmt", { zone: "UTC" }],
  ["cet", { zone: "Europe/Brussels", offset: 60 }],
  ["cest", { zone: "Europe/Brussels", offset: 120 }],
  ["bst", { zone: "Europe/London", offset: 60 }],
  ...american.flatMap(([zone, letter, , standard]): [string, NamedZone][] => [
    [`${letter}dt`, { zone, offset: standard + 60 }],
    ...(letter === "c" ? [] : [[`${letter}st`, { zone, offset: standard }] as [string, NamedZone]]),
    ...(letter === "e" || letter === "p" ? [[`${letter}t`, { zone }] as [string, NamedZone]] : []),
  ]),
]);

/** A zone in words: “UTC”, “Eastern Time”, “Brussels time”; undefined where English has none here. */
export function zoneWords(zone: string): string | undefined {
  if (zone === "UTC") return "UTC";
  const [name] = [...zoneNames].find(([, known]) => known === zone) ?? [];
  return name === undefined ? undefined : `${name[0]!.toUpperCase()}${name.slice(1)} time`;
}

/** What stands before “time”: “Eastern Time”, “Brussels time”, “UK time”. */
export const zoneNames: ReadonlyMap<string, string> = new Map<string, string>([
  ...american.map(([zone, , name]): [string, string] => [name, zone]),
  ["uk", "Europe/London"],
  ["british", "Europe/London"],
  ["london", "Europe/London"],
  ["dublin", "Europe/Dublin"],
  ["irish", "Europe/Dublin"],
  ["brussels", "Europe/Brussels"],
  ["paris", "Europe/Paris"],
  ["berlin", "Europe/Berlin"],
  ["amsterdam", "Europe/Amsterdam"],
  ["geneva", "Europe/Zurich"],
  ["zurich", "Europe/Zurich"],
  ["vienna", "Europe/Vienna"],
  ["rome", "Europe/Rome"],
  ["madrid", "Europe/Madrid"],
  ["lisbon", "Europe/Lisbon"],
  ["moscow", "Europe/Moscow"],
  ["tokyo", "Asia/Tokyo"],
  ["singapore", "Asia/Singapore"],
  ["beijing", "Asia/Shanghai"],
  ["sydney", "Australia/Sydney"],
]);
