import { structuredPatch } from "diff";
import type { TextOperation } from "./proposal.ts";

/** How often a text stands in another. */
const times = (text: string, part: string): number => text.split(part).length - 1;

const joined = (lines: readonly string[], mark: "-" | "+"): string =>
  lines
    .filter((line) => line.startsWith(mark) || line.startsWith(" "))
    .map((line) => `${line.slice(1)}\n`)
    .join("");

/** The last line of a file may end without a line break. */
const fitted = (part: string, whole: string): string => (whole.includes(part) ? part : part.replace(/\n$/, ""));

/**
 * What was changed in the text of a file, place by place, each with as many lines around it as tell it from every other place; the
 * whole file where no number of lines does.
 */
export function textOperations(file: string, before: string, after: string): TextOperation[] {
  const [was, now] = [before, after].map((text) => text.replace(/\r\n/g, "\n")) as [string, string];
  if (was === now) return [];
  for (const context of [1, 3, 10, 40]) {
    const { hunks } = structuredPatch(file, file, was, now, undefined, undefined, { context });
    const operations = hunks.map(({ lines }): TextOperation => ({
      op: "text",
      file,
      was: fitted(joined(lines, "-"), was),
      to: fitted(joined(lines, "+"), now),
    }));
    if (operations.every(({ was: part }) => part !== "" && times(was, part) === 1)) return operations;
  }
  return [{ op: "text", file, was, to: now }];
}
