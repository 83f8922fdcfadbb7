/** A time of day, HH:MM; `to` where a stretch is named. */
export interface Clock {
  readonly time: string;
  readonly to?: string;
}

/** Words of a deadline with the time of day taken out of them. */
export interface WithClock {
  readonly words: string;
  readonly clock: Clock | undefined;
}

const hours = "([01]?\\d|2[0-4])";
const unit = "\\s*(?:ч(?:ас(?:ов|а|ам)?)?\\.?)";
const minutes = "([0-5]\\d)";
/** «10:00», «18-00», «15.30 ч.», «9 ч. 30 мин.», «23 часов». */
const point = `${hours}(?:\\s?[:.-]\\s?${minutes}(?:${unit})?|${unit}(?:\\s*${minutes}\\s*мин\\p{L}*\\.?)?)`;
const stretch = new RegExp(`(?:с\\s+)?${point}\\s*(?:до|по|-|–|—)\\s*${point}\\s*$`, "iu");
const single = new RegExp(`(?:(?<lead>^|[\\s,;(])(?:(?:в|к|до|с|не позднее)\\s+)?)${point}\\)?\\s*$`, "iu");

const two = (n: string): string => n.padStart(2, "0");
const clockOf = (hour: string, ...minute: readonly (string | undefined)[]): string =>
  `${two(hour)}:${minute.find((each) => each !== undefined) ?? "00"}`;

/** A figure pair that may be a day and a month: 12.06 is, 15.00 and 14.30 are not. */
const maybeDate = (text: string): boolean => {
  const found = /(\d{1,2})\s?\.\s?(\d{1,2})/.exec(text);
  return (
    found !== null && Number(found[1]) >= 1 && Number(found[1]) <= 31 && Number(found[2]) >= 1 && Number(found[2]) <= 12
  );
};

/** What a preposition or a unit beside a figure says: it is a time, whatever it looks like. */
const surelyTime = (text: string): boolean => /(?:^|[\s,])в\s+\d|:\d|час|\dч|\sч[\s.]|-\d\d/i.test(text);

/** Takes the time of day off the end of a deadline; `always` where the column holds nothing but times. */
export function splitClock(text: string, always = false): WithClock {
  const none: WithClock = { words: text, clock: undefined };
  const range = stretch.exec(text);
  if (range !== null && (always || surelyTime(range[0]) || !maybeDate(range[0]))) {
    const [, h1, m1, u1, h2, m2, u2] = range;
    return {
      words: text.slice(0, range.index).replace(/[\s,;(]+$/, ""),
      clock: { time: clockOf(h1!, m1, u1), to: clockOf(h2!, m2, u2) },
    };
  }
  const found = single.exec(text);
  if (found === null || !(always || surelyTime(found[0]) || !maybeDate(found[0]))) return none;
  const [, , hour, m, u] = found;
  return {
    words: text.slice(0, found.index).replace(/[\s,;(]+$/, ""),
    clock: { time: clockOf(hour!, m, u) },
  };
}
