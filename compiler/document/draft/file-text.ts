/** Files of a draft as YAML, laid out for reading: long texts folded, rows below one another. */
import {
  entriesOf,
  flowText,
  isList,
  isMap,
  lineWidth,
  scalarText,
  unprintable,
  type YamlMap,
  type YamlValue,
} from "../../edit/yaml-text.ts";

/** A map on one line, and a line of a folded text, are no longer than this; a list of scalars is never broken. */
const widest = 100;

/** A long text folded at its spaces; only where each line stays what it is. */
function folded(text: string, indent: number): string[] | undefined {
  if (unprintable.test(text) || /\s{2}|^\s|\s$/.test(text)) return undefined;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && indent + last.length + 1 + word.length <= widest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => " ".repeat(indent) + line);
}

/** A text of several lines as they are; only where a reader of YAML gives back each. */
function literal(text: string, indent: number): string[] | undefined {
  const lines = text.split("\n");
  return lines.length > 1 && lines.every((line) => /^\S/.test(line) && folded(line, 0) !== undefined)
    ? lines.map((line) => " ".repeat(indent) + line)
    : undefined;
}

/** A key with its value as lines: on one line while it fits, else what belongs to it below. */
function keyLines(key: string, value: YamlValue, indent: number): string[] {
  const lead = `${" ".repeat(indent)}${key}:`;
  if (typeof value === "string") {
    const kept = literal(value, indent + 2);
    if (kept !== undefined) return [`${lead} |-`, ...kept];
    const line = `${lead} ${scalarText(value, "block")}`;
    const lines = line.length > lineWidth ? folded(value, indent + 2) : undefined;
    return lines === undefined ? [line] : [`${lead} >-`, ...lines];
  }
  const line = `${lead} ${flowText(value)}`;
  if (isMap(value)) return line.length <= widest ? [line] : [lead, ...mapLines(value, indent + 2)];
  if (!isList(value) || !value.some((inner) => isMap(inner) || isList(inner))) return [line];
  return [lead, ...value.flatMap((inner) => rowLines(inner, indent + 2))];
}

function mapLines(value: YamlMap, indent: number): string[] {
  return entriesOf(value).flatMap(([key, inner]) => keyLines(key, inner, indent));
}

/** One row of a block list. */
function rowLines(value: YamlValue, indent: number): string[] {
  const lead = " ".repeat(indent);
  const line = `${lead}- ${flowText(value)}`;
  if (!isMap(value) || line.length <= widest) return [line];
  const [first = "", ...rest] = mapLines(value, indent + 2);
  return [`${lead}- ${first.trimStart()}`, ...rest];
}

/** A row of a block list with each key on a line of its own. */
export function itemLines(value: YamlMap): string[] {
  const [first = "", ...rest] = mapLines(value, 4);
  return [`  - ${first.trimStart()}`, ...rest];
}

/** A file of a plan: its schema named for editors, its keys, then the rows of its list. */
export function fileText(
  schema: string,
  head: YamlMap,
  list?: {
    readonly key: string;
    readonly rows: readonly YamlMap[];
    readonly spaced?: boolean;
  },
): string {
  const lines = [`# yaml-language-server: $schema=${schema}`, ...mapLines(head, 0)];
  if (list !== undefined) {
    if (entriesOf(head).length > 0) lines.push("");
    lines.push(list.rows.length === 0 ? `${list.key}: []` : `${list.key}:`);
    list.rows.forEach((row, index) =>
      lines.push(...(list.spaced === true && index > 0 ? [""] : []), ...itemLines(row)),
    );
  }
  return `${lines.join("\n")}\n`;
}
