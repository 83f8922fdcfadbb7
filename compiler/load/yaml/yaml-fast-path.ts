import type { ParsedFile } from "./parsed-yaml.ts";
import { readBlockScalar, readPlain, readQuoted, type ReadScalar } from "./yaml-fast-scalars.ts";
import type { SpanTree } from "./span-tree.ts";

/** A value with its span tree (key offsets still open) and the offset after it. */
interface Read {
  readonly data: unknown;
  readonly start: number;
  /** Where the value ends, blank lines and comments after it not counted. */
  readonly end: number;
  readonly inside?: SpanTree[4];
  /** Where reading goes on: after the value in brackets, else at the beginning of a line. */
  readonly next: number;
}

/** Deeper files are left to the full parser, which reports what is wrong with them. */
const deepest = 40;

/** Characters that may change lines or indents: a file that has one is left to the full parser. */
const unsure = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]/;
const keyPattern = /([A-Za-z][A-Za-z0-9_-]*):(?= |\n)/y;
const otherKeys = new Set(["true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL"]);
/** A comment begins with a space behind its sign; «#5» behind a text is left to the full parser. */
const restOfLine = / *(?: #(?= |\n|$)[^\n]*)?(?:\n|$)/y;
const skipped = /(?: *(?:#[^\n]*)?\n)*(?: *#[^\n]*$| +$)?/y;

const spansOf = ({ start, end, inside }: Read, keyStart: number, keyEnd: number): SpanTree =>
  inside === undefined ? [start, end, keyStart, keyEnd] : [start, end, keyStart, keyEnd, inside];

/** The beginning of the next line that is neither blank nor a comment. */
function nextLine(text: string, at: number): number {
  skipped.lastIndex = at;
  skipped.test(text);
  return skipped.lastIndex;
}

function indentAt(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at += 1;
  return at - line;
}

/** The next line, when nothing but a comment follows on this one. */
function afterValue(text: string, at: number): number | undefined {
  restOfLine.lastIndex = at;
  return restOfLine.test(text) ? nextLine(text, restOfLine.lastIndex) : undefined;
}

const scalar = (start: number, read: ReadScalar | undefined): Read | undefined =>
  read && { data: read.value, start, end: read.end, next: read.end };

function keyAt(text: string, at: number): string | undefined {
  keyPattern.lastIndex = at;
  const key = keyPattern.exec(text)?.[1];
  return key === undefined || otherKeys.has(key) ? undefined : key;
}

const spaces = (text: string, from: number): number => from + indentAt(text, from);

/** A value inside brackets, on one line. */
function flowValue(text: string, at: number, depth: number): Read | undefined {
  const sign = text[at];
  if (depth > deepest) return undefined;
  if (sign === "{") return flowMap(text, at, depth);
  if (sign === "[") return flowList(text, at, depth);
  return scalar(at, sign === '"' || sign === "'" ? readQuoted(text, at) : readPlain(text, at, true));
}

function flowMap(text: string, start: number, depth: number): Read | undefined {
  const data: Record<string, unknown> = {};
  const inside: Record<string, SpanTree> = {};
  for (let at = spaces(text, start + 1); ; at = spaces(text, at + 1)) {
    const key = keyAt(text, at);
    if (key === undefined || Object.hasOwn(data, key)) return undefined;
    const value = flowValue(text, spaces(text, at + key.length + 1), depth + 1);
    if (value === undefined) return undefined;
    data[key] = value.data;
    inside[key] = spansOf(value, at, at + key.length);
    at = spaces(text, value.next);
    if (text[at] === "}") return { data, start, end: at + 1, next: at + 1, inside };
    if (text[at] !== ",") return undefined;
  }
}

function flowList(text: string, start: number, depth: number): Read | undefined {
  const data: unknown[] = [];
  const inside: SpanTree[] = [];
  const first = spaces(text, start + 1);
  if (text[first] === "]") return { data, start, end: first + 1, next: first + 1, inside };
  for (let at = first; ; at = spaces(text, at + 1)) {
    const value = flowValue(text, at, depth + 1);
    if (value === undefined) return undefined;
    data.push(value.data);
    inside.push(spansOf(value, -1, -1));
    at = spaces(text, value.next);
    if (text[at] === "]") return { data, start, end: at + 1, next: at + 1, inside };
    if (text[at] !== ",") return undefined;
  }
}

/** A value that begins on this line, below something indented by `parent`. */
function lineValue(text: string, at: number, parent: number, depth: number): Read | undefined {
  const sign = text[at];
  if (sign === ">" || sign === "|") {
    const read = scalar(at, readBlockScalar(text, at, parent));
    return read && { ...read, next: nextLine(text, read.end) };
  }
  const bracket = sign === "{" || sign === "[";
  const read = bracket
    ? flowValue(text, at, depth + 1)
    : scalar(at, sign === '"' || sign === "'" ? readQuoted(text, at) : readPlain(text, at, false));
  const next = read && afterValue(text, read.end);
  // A line that is indented further continues this value: it is left to the full parser.
  if (read === undefined || next === undefined || (next < text.length && indentAt(text, next) > parent))
    return undefined;
  return { ...read, next };
}

/** A map whose first key stands at `at`, all its keys indented by `indent`. */
function blockMap(text: string, start: number, indent: number, depth: number): Read | undefined {
  const data: Record<string, unknown> = {};
  const inside: Record<string, SpanTree> = {};
  for (let at = start; ;) {
    const key = keyAt(text, at);
    if (key === undefined || Object.hasOwn(data, key)) return undefined;
    const keyEnd = at + key.length;
    const below = afterValue(text, keyEnd + 1);
    const value =
      below === undefined
        ? lineValue(text, spaces(text, keyEnd + 1), indent, depth)
        : blockValue(text, below, indent, depth + 1);
    if (value === undefined) return undefined;
    data[key] = value.data;
    inside[key] = spansOf(value, at, keyEnd);
    const column = value.next < text.length ? indentAt(text, value.next) : -1;
    const ends = column < indent;
    if (ends) return { data, start, end: value.end, next: value.next, inside };
    if (column > indent) return undefined;
    at = value.next + indent;
  }
}

function blockList(text: string, line: number, indent: number, depth: number): Read | undefined {
  const data: unknown[] = [];
  const inside: SpanTree[] = [];
  for (let at = line + indent; ;) {
    if (text[at] !== "-" || text[at + 1] !== " " || text[at + 2] === " ") return undefined;
    const value =
      keyAt(text, at + 2) === undefined
        ? lineValue(text, at + 2, indent, depth)
        : blockMap(text, at + 2, indent + 2, depth + 1);
    if (value === undefined) return undefined;
    data.push(value.data);
    inside.push(spansOf(value, -1, -1));
    const column = value.next < text.length ? indentAt(text, value.next) : -1;
    // A list may stand as far left as the key that it belongs to: then a key ends it.
    const ends = column < indent || (column === indent && text[value.next + indent] !== "-");
    if (ends) return { data, start: line + indent, end: value.end, next: value.next, inside };
    if (column > indent) return undefined;
    at = value.next + indent;
  }
}

/** A map or list that begins on the next line. */
function blockValue(text: string, line: number, parent: number, depth: number): Read | undefined {
  if (depth > deepest || line >= text.length) return undefined;
  const indent = indentAt(text, line);
  const isList = text[line + indent] === "-";
  if (indent < parent || (indent === parent && !isList)) return undefined;
  return isList ? blockList(text, line, indent, depth) : blockMap(text, line + indent, indent, depth);
}

/**
 * Reads a file written as the files of a plan are: maps and lists, brackets on one line, block texts. Where it is not sure
 * (a mistake, or YAML that plans seldom use) it answers undefined, and the file is read by `yaml`, which costs fifteen
 * times as much and explains mistakes. What it does read is what `yaml` reads, offsets included (test/load/yaml-fast-path.test.ts).
 */
export function parseFast(text: string): Pick<ParsedFile, "data" | "spans"> | undefined {
  if (unsure.test(text)) return undefined;
  const line = nextLine(text, 0);
  if (line >= text.length || text[line] === " " || text[line] === "-") return undefined;
  const read = blockMap(text, line, 0, 0);
  return read === undefined || read.next < text.length ? undefined : { data: read.data, spans: spansOf(read, -1, -1) };
}
