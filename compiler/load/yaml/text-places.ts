/** Places in a text by its lines, brackets and blanks: where the token stands that a person would correct. */

/** Where the line of an offset ends. */
export const endOfLine = (text: string, from: number): number => {
  const at = text.slice(from).search(/\r?\n/);
  return at === -1 ? text.length : from + at;
};

/** From an offset to the end of its line, blanks at both ends left out. */
export function restOfLine(text: string, from: number): { start: number; end: number } {
  const start = from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0);
  const end = endOfLine(text, start);
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** The bracket that is still open before an offset. */
export function openBracket(text: string, before: number): number {
  let closed = 0;
  for (let at = before - 1; at >= 0; at--) {
    if (text[at] === "]" || text[at] === "}") closed += 1;
    else if ((text[at] === "[" || text[at] === "{") && closed-- === 0) return at;
  }
  return before;
}

/** The «[]» or «{}» left at the end of the last line above with anything on it: what stands below is to take its place. */
export function emptyAbove(text: string, at: number): { start: number; end: number } | undefined {
  for (let end = text.lastIndexOf("\n", at - 1); end > 0;) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end);
    if (!/^\s*(?:#.*)?\r?$/.test(line)) {
      const found = /:[ \t]+(\[\]|\{\})[ \t]*(?:#.*)?\r?$/.exec(line);
      const from = found === null ? -1 : start + found.index + found[0].indexOf(found[1]!);
      return from < 0 ? undefined : { start: from, end: from + 2 };
    }
    end = start - 1;
  }
  return undefined;
}

/** Returns the offset of the first tab in an indent, or behind the «-» of a row; −1 without one. What YAML reports because of it is not repeated. */
export function firstTab(text: string): number {
  const match = /^ *(?:- *)?\t[ \t]*(?=[^\s#])/m.exec(text);
  return match ? match.index + match[0].indexOf("\t") : -1;
}

/** A space that no editor shows to be another: pasted from a word processor, YAML takes it for a letter. */
export function firstHardSpace(text: string): number {
  const match = /^[ ]*[\u00a0\u2007\u202f\u3000]/m.exec(text);
  return match ? match.index + match[0].length - 1 : -1;
}

/** How many lines one offset stands below another; the cost is that of the text between. */
export function linesBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

const keyOfMap = /^( *)([\w-]+):\s*$/;

/**
 * The line just above that of an offset, where it is the one at fault: it stands as far to the left as a key above it that has nothing,
 * and the line of the offset stands further to the right, in the map of that key.
 */
export function outdentedAbove(text: string, at: number): number | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const own = /^ */.exec(text.slice(lineStart))![0].length;
  const above = text.slice(0, Math.max(0, lineStart - 1));
  const first = above.lastIndexOf("\n") + 1;
  const [, indent = "", head] = keyOfMap.exec(above.slice(above.lastIndexOf("\n", first - 2) + 1, first)) ?? [];
  const line = above.slice(first);
  return head !== undefined &&
    own > indent.length &&
    line.startsWith(indent) &&
    /^[\w-]+:\s+\S/.test(line.slice(indent.length))
    ? first
    : undefined;
}

/** The key above the line of an offset, as far to the left, whose map stands below it, or that was left without the lines that follow it. */
export function mapAbove(text: string, at: number): string | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const indent = text.slice(lineStart, at);
  if (indent.trim() !== "") return undefined;
  const above = text.slice(0, lineStart).trimEnd().split("\n");
  let next = `${indent} `;
  for (const line of above.reverse()) {
    const [, spaces, key] = keyOfMap.exec(line) ?? [];
    if (spaces === indent) return key;
    if (line.trim() !== "" && !line.startsWith(indent)) return undefined;
    // Only the line below such a key, if it has nothing, tells that the lines were meant for it.
    if (line.trim() !== "" && !line.startsWith(`${indent} `) && !next.startsWith(`${indent} `)) return undefined;
    if (line.trim() !== "") next = line;
  }
  return undefined;
}
