/** A value to write into YAML; keys whose value is undefined are left out. */
export type Value = string | number | true | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** Lines are broken before this column. */
const widest = 100;
const widestFlow = 120;

/** Words without quotes: they begin with a letter, hold nothing that YAML reads as a sign, and are no number or truth value. */
const plainShape = /^[\p{L}«(№][^\n\r\t:#"'`{}[\],&*!|>%@\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]*$/u;
const special = /^(y|n|yes|no|on|off|true|false|null|~|nan|inf)$/i;

function isPlain(text: string, inFlow: boolean): boolean {
  if (text !== text.trim() || special.test(text)) return false;
  if (plainShape.test(text)) return true;
  // A comma means something between brackets only.
  return !inFlow && !text.startsWith(",") && plainShape.test(text.replace(/,/g, ""));
}

/** Days («04-01») are read as texts, other figures would be numbers. */
const isDay = (text: string): boolean => /^(\d{4}-)?(0[1-9]|1[0-2])-\d{2}$/.test(text);

const scalar = (text: string, inFlow: boolean): string =>
  isPlain(text, inFlow) || isDay(text)
    ? text
    : JSON.stringify(text).replace(
        /[\u007f-\u009f\u2028\u2029\ufeff]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const entries = (value: { readonly [key: string]: Value }): [string, Value][] =>
  Object.entries(value).filter(([, inner]) => inner !== undefined);

/** A value on one line. */
function flow(value: Value): string {
  if (typeof value === "string") return scalar(value, true);
  if (typeof value !== "object" || value === null) return String(value);
  if (isList(value)) return `[${value.map(flow).join(", ")}]`;
  return `{ ${entries(value)
    .map(([key, inner]) => `${key}: ${flow(inner)}`)
    .join(", ")} }`;
}

/** A long text folded at its spaces; only where each line stays what it is. */
function folded(text: string, indent: number): string[] | undefined {
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\s{2}|^\s|\s$/.test(text)) return undefined;
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
function keyLines(key: string, value: Value, indent: number): string[] {
  const lead = `${" ".repeat(indent)}${key}:`;
  if (typeof value === "string") {
    const kept = literal(value, indent + 2);
    if (kept !== undefined) return [`${lead} |-`, ...kept];
    const line = `${lead} ${scalar(value, false)}`;
    const lines = line.length > widestFlow ? folded(value, indent + 2) : undefined;
    return lines === undefined ? [line] : [`${lead} >-`, ...lines];
  }
  if (typeof value !== "object" || value === null) return [`${lead} ${String(value)}`];
  const line = `${lead} ${flow(value)}`;
  const maps = isList(value) && value.some((inner) => typeof inner === "object" && inner !== null);
  if ((line.length <= widest && !maps) || (isList(value) && (value.length === 0 || !maps))) return [line];
  return [
    lead,
    ...(isList(value) ? value.flatMap((inner) => rowLines(inner, indent + 2)) : mapLines(value, indent + 2)),
  ];
}

function mapLines(value: { readonly [key: string]: Value }, indent: number): string[] {
  return entries(value).flatMap(([key, inner]) => keyLines(key, inner, indent));
}

/** One row of a block list. */
function rowLines(value: Value, indent: number): string[] {
  const lead = " ".repeat(indent);
  const line = `${lead}- ${flow(value)}`;
  if (typeof value !== "object" || value === null || isList(value) || line.length <= widest) return [line];
  const [first = "", ...rest] = mapLines(value, indent + 2);
  return [`${lead}- ${first.trimStart()}`, ...rest];
}

/** A row of a block list with each key on a line of its own. */
export function itemLines(value: { readonly [key: string]: Value }): string[] {
  const [first = "", ...rest] = mapLines(value, 4);
  return [`  - ${first.trimStart()}`, ...rest];
}

/** A file of a plan: its schema named for editors, its keys, then the rows of its list. */
export function fileText(
  schema: string,
  head: { readonly [key: string]: Value },
  list?: {
    readonly key: string;
    readonly rows: readonly { readonly [key: string]: Value }[];
    readonly spaced?: boolean;
  },
): string {
  const lines = [`# yaml-language-server: $schema=${schema}`, ...mapLines(head, 0)];
  if (list !== undefined) {
    if (entries(head).length > 0) lines.push("");
    lines.push(list.rows.length === 0 ? `${list.key}: []` : `${list.key}:`);
    list.rows.forEach((row, index) =>
      lines.push(...(list.spaced === true && index > 0 ? [""] : []), ...itemLines(row)),
    );
  }
  return `${lines.join("\n")}\n`;
}
