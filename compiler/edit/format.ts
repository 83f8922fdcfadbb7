import {
  isMap,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  Scalar,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Path } from "../load/yaml/parsed-yaml.ts";
import { schemaAt } from "../load/schema/schema-at.ts";
import type { FileKind } from "../load/schema/schemas.ts";
import { scalarText, lineWidth } from "./yaml-text.ts";

/** What the keys of a map are ordered by; keys that a schema does not know stay behind, as they were. */
type KeyOrder = (path: Path) => readonly string[];

interface Printer {
  readonly source: string;
  readonly order: KeyOrder;
}

type MapEntry = Pair<Node, Node | null>;

const keyOf = (pair: MapEntry): string => String((pair.key as Scalar).value);

function ordered(map: YAMLMap, path: Path, { order }: Printer): MapEntry[] {
  const names = order(path);
  const rank = (pair: MapEntry): number => (names.includes(keyOf(pair)) ? names.indexOf(keyOf(pair)) : names.length);
  return (map.items as MapEntry[])
    .map((pair, index) => ({ pair, index }))
    .sort((a, b) => rank(a.pair) - rank(b.pair) || a.index - b.index)
    .map(({ pair }) => pair);
}

function hasComments(node: Node): boolean {
  let found = false;
  visit(node, {
    Node: (_, inner) => {
      if (inner !== node && (inner.comment || inner.commentBefore)) found = true;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

const commentLines = (comment: string | null | undefined, indent: number): string[] =>
  comment
    ? comment
        .replace(/\n+$/, "")
        .split("\n")
        .map((line) => (line.trim() === "" && line === "" ? "" : `${" ".repeat(indent)}#${line.trimEnd()}`))
    : [];

/** A scalar on one line: as written, quotes only where they are needed or were put. */
function scalarLine(scalar: Scalar, { source }: Printer): string {
  const written =
    scalar.range === null || scalar.range === undefined ? "" : source.slice(scalar.range[0], scalar.range[1]);
  if (scalar.type === Scalar.QUOTE_SINGLE && !written.includes("\n"))
    return scalarText(String(scalar.value)).startsWith('"') && JSON.stringify(scalar.value).includes("\\")
      ? written
      : JSON.stringify(scalar.value);
  return written.trimEnd();
}

/** A collection on one line; undefined when something inside takes several. */
function flowLine(node: Node | null, path: Path, printer: Printer): string | undefined {
  if (node === null) return "";
  if (isScalar(node)) {
    const line = scalarLine(node, printer);
    return line.includes("\n") ? undefined : line;
  }
  if (hasComments(node)) return undefined;
  if (isSeq(node)) {
    const parts = node.items.map((item, index) => flowLine(item as Node, [...path, index], printer));
    return parts.includes(undefined) ? undefined : `[${parts.join(", ")}]`;
  }
  if (!isMap(node)) return undefined;
  const parts = ordered(node, path, printer).map((pair) => {
    const value = flowLine(pair.value, [...path, keyOf(pair)], printer);
    return value === undefined ? undefined : `${flowLine(pair.key, path, printer) ?? ""}: ${value}`.trimEnd();
  });
  return parts.includes(undefined) ? undefined : parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** The lines of a text of several lines, with its head («>-») first. */
function textLines(scalar: Scalar, indent: number, { source }: Printer): string[] {
  const [start, end] = scalar.range!;
  const lines = source
    .slice(start, end)
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
  if (scalar.type !== Scalar.BLOCK_FOLDED && scalar.type !== Scalar.BLOCK_LITERAL)
    return lines.map((line, index) =>
      index === 0 || line.trim() === "" ? line.trim() : " ".repeat(indent) + line.trim(),
    );
  const [head = "", ...body] = lines;
  const margins = body.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins);
  while (body.length > 0 && body.at(-1)!.trim() === "") body.pop();
  return [
    head.trimEnd(),
    ...body.map((line) => (line.trim() === "" ? "" : " ".repeat(indent) + line.slice(margin).trimEnd())),
  ];
}

const trailing = (node: Node | null): string =>
  isScalar(node) && node.comment ? ` #${node.comment.split("\n")[0]!.trimEnd()}` : "";

/** What follows a key or a dash: the rest of its line, and the lines below it. */
function valueLines(
  node: Node | null,
  lead: number,
  indent: number,
  path: Path,
  printer: Printer,
): { head: string; below: string[] } {
  if (node === null) return { head: "", below: [] };
  if (isScalar(node)) {
    const line = scalarLine(node, printer);
    const lines =
      line.includes("\n") || node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL
        ? textLines(node, indent, printer)
        : [line];
    const comment = trailing(node);
    return {
      head: `${lines[0]!}${lines.length === 1 ? comment : ""}`,
      below:
        lines.length === 1 || comment === ""
          ? lines.slice(1)
          : [...lines.slice(1), ...commentLines(node.comment, indent)],
    };
  }
  const collection = node as YAMLMap | YAMLSeq;
  const flow = collection.flow || collection.items.length === 0 ? flowLine(collection, path, printer) : undefined;
  if (flow !== undefined && (lead + flow.length <= lineWidth || isSeq(collection)))
    return { head: `${flow}${collection.comment ? ` #${collection.comment}` : ""}`, below: [] };
  return { head: "", below: blockLines(collection, indent, path, printer) };
}

function pairLines(pair: MapEntry, indent: number, path: Path, printer: Printer): string[] {
  const key = scalarLine(pair.key as Scalar, printer);
  const lead = `${" ".repeat(indent)}${key}:`;
  const { head, below } = valueLines(pair.value, lead.length + 1, indent + 2, [...path, keyOf(pair)], printer);
  const before =
    isMap(pair.value) || isSeq(pair.value)
      ? head === ""
        ? commentLines(pair.value.commentBefore, indent + 2)
        : []
      : commentLines(pair.value?.commentBefore, indent + 2);
  return [
    ...(pair.key.spaceBefore ? [""] : []),
    ...commentLines(pair.key.commentBefore, indent),
    `${lead}${head === "" ? "" : ` ${head}`}`,
    ...before,
    ...below,
  ];
}

/** A map or list as lines. */
function blockLines(node: YAMLMap | YAMLSeq, indent: number, path: Path, printer: Printer): string[] {
  const after = node.flow ? [] : commentLines(node.comment, indent);
  if (isMap(node)) {
    const pairs = ordered(node, path, printer);
    return [
      ...pairs.flatMap((pair, index) => {
        const lines = pairLines(pair, indent, path, printer);
        return index === 0 && lines[0] === "" ? lines.slice(1) : lines;
      }),
      ...after,
    ];
  }
  const lead = " ".repeat(indent);
  return [
    ...node.items.flatMap((item, index): string[] => {
      const value = item as Node;
      const { head, below } = valueLines(value, indent + 2, indent + 2, [...path, index], printer);
      const first = head === "" ? (below[0] ?? "").trimStart() : head;
      const space = value.spaceBefore && index > 0 ? [""] : [];
      return [
        ...space,
        ...commentLines(value.commentBefore, indent),
        `${lead}- ${first}`.trimEnd(),
        ...(head === "" ? below.slice(1) : below),
      ];
    }),
    ...after,
  ];
}

/** Every comment of a text, in no order. */
function commentsOf(text: string): string[] {
  const found: string[] = [];
  let previous = "";
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith("#") && previous !== "\u001f") found.push(token.trimEnd());
    previous = token;
  }
  return found.sort();
}

function print(document: Document, printer: Printer): string {
  const { contents } = document;
  const body =
    isMap(contents) || isSeq(contents)
      ? [...commentLines(contents.commentBefore, 0), ...blockLines(contents, 0, [], printer)]
      : [];
  const head = document.commentBefore ? [...commentLines(document.commentBefore, 0), ""] : [];
  const tail = document.comment ? ["", ...commentLines(document.comment, 0)] : [];
  return `${[...head, ...body, ...tail].join("\n")}\n`;
}

const read = (text: string): Document.Parsed =>
  parseDocument(text, { version: "1.2", schema: "core", prettyErrors: false });

/**
 * A file of a plan in the canonical style: keys in the order of its schema, two spaces a level, `{ a: b }` and `[a, b]` while
 * they fit a line. Texts keep their line breaks, comments stay with what they stand before. Undefined when the text has an
 * error, or when the result would not say the same with the same comments.
 */
export function format(text: string, kind: FileKind): string | undefined {
  const source = text.replace(/\r\n/g, "\n");
  const document = read(source);
  if (document.errors.length > 0) return undefined;
  const result = print(document, { source, order: (path) => Object.keys(schemaAt(kind, path).properties ?? {}) });
  const again = read(result);
  const sameData =
    again.errors.length === 0 && JSON.stringify(sorted(again.toJS())) === JSON.stringify(sorted(document.toJS()));
  return sameData && commentsOf(source).join("\n") === commentsOf(result).join("\n") ? result : undefined;
}

/** Maps with their keys in one order, to be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
