/** Part of the quick reader (yaml-fast-path.ts): the scalars of a line. Every function answers undefined where it is not sure. */

/** A value and the offset after it. */
export interface ReadScalar {
  readonly value: string | number | boolean | null;
  readonly end: number;
}

/** Plain texts that mean something else than themselves (YAML 1.2 §10.3.2), integers, `true`, `false` and `null` apart. */
const notText =
  /^(?:|~|Null|NULL|True|TRUE|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const integer = /^(?:0|-?[1-9][0-9]{0,14})$/;
const mayBeOther = /^[-+.~0-9nNtTfF]/;

/** The value of a plain scalar in the core schema. */
function plainValue(text: string): ReadScalar["value"] | undefined {
  if (!mayBeOther.test(text)) return text;
  if (integer.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  return notText.test(text) ? undefined : text;
}

/** What a plain scalar may begin with here: fewer characters than YAML allows. */
const plainStart = /[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}])/y;
const blockStop = /: |:$| #|$/gm;
const flowStop = /[,[\]{}]|:[ ,[\]{}]|:$| #|$/gm;

/** A plain scalar of one line: up to a comment, and in brackets up to the next sign of theirs. */
export function readPlain(text: string, at: number, inFlow: boolean): ReadScalar | undefined {
  plainStart.lastIndex = at;
  if (!plainStart.test(text)) return undefined;
  const stop = inFlow ? flowStop : blockStop;
  stop.lastIndex = at;
  const found = stop.exec(text)!;
  if (
    found[0].startsWith(":") ||
    (inFlow && (found[0] === "" || found[0] === " #" || found[0] === "[" || found[0] === "{"))
  )
    return undefined;
  let end = found.index;
  while (text.charCodeAt(end - 1) === 32) end -= 1;
  const value = plainValue(text.slice(at, end));
  return value === undefined ? undefined : { value, end };
}

const doubleQuoted = /"([^"\\\n]*(?:\\["\\/n][^"\\\n]*)*)"/y;
const singleQuoted = /'([^'\n]*(?:''[^'\n]*)*)'/y;
const escapes: Readonly<Record<string, string>> = { "\\n": "\n", '\\"': '"', "\\\\": "\\", "\\/": "/" };

/** A quoted scalar of one line, with the plainest escapes only. */
export function readQuoted(text: string, at: number): ReadScalar | undefined {
  const double = text[at] === '"';
  const pattern = double ? doubleQuoted : singleQuoted;
  pattern.lastIndex = at;
  const inner = pattern.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const value = double
    ? inner.includes("\\")
      ? inner.replace(/\\./g, (escape) => escapes[escape]!)
      : inner
    : inner.includes("''")
      ? inner.replaceAll("''", "'")
      : inner;
  return { value, end: pattern.lastIndex };
}

const blockHeader = /([|>])(-?)\n/y;

/** A block scalar (`>-`, `|` …) below a line indented by `parent`, its lines all at one indent. */
export function readBlockScalar(text: string, at: number, parent: number): ReadScalar | undefined {
  blockHeader.lastIndex = at;
  const header = blockHeader.exec(text);
  if (header === null) return undefined;
  const folded = header[1] === ">";
  let next = blockHeader.lastIndex;
  let indent = 0;
  while (text.charCodeAt(next + indent) === 32) indent += 1;
  if (indent <= parent) return undefined;
  let value = "";
  let blanks = 0;
  let end = next;
  for (let first = true; next < text.length;) {
    const found = text.indexOf("\n", next);
    const lineEnd = found === -1 ? text.length : found;
    if (lineEnd === next) {
      if (first) return undefined;
      blanks += 1;
    } else {
      let column = 0;
      while (column < indent && text.charCodeAt(next + column) === 32) column += 1;
      if (next + column === lineEnd) return undefined;
      if (column < indent) break;
      const line = text.slice(next + indent, lineEnd);
      if (folded && line.startsWith(" ")) return undefined;
      value += first ? line : `${blanks > 0 ? "\n".repeat(folded ? blanks : blanks + 1) : folded ? " " : "\n"}${line}`;
      if (line.trimEnd() === "") return undefined;
      first = false;
      blanks = 0;
      end = found === -1 ? text.length : found + 1;
    }
    next = found === -1 ? text.length : found + 1;
  }
  return { value: header[2] === "-" ? value : `${value}\n`, end };
}
