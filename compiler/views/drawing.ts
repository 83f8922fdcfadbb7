/** What the drawings of the pages share: how long a text is, where it is cut, how a coordinate is written. */

/** A title cut between words where there is no room for more letters. */
export function cut(title: string, length: number): string {
  if (title.length <= length) return title;
  const words = title
    .slice(0, length)
    .split(" ")
    .slice(0, -1)
    .join(" ")
    .replace(/[\s….,:;–-]+$/, "");
  // A word without an end is cut where the room ends.
  return `${words === "" ? title.slice(0, Math.max(1, length - 1)) : words}…`;
}

/** A coordinate in tenths of a unit. */
export const round = (value: number): number => Math.round(value * 10) / 10;
