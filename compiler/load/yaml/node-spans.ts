import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { SpanTree } from "./span-tree.ts";

/** A value's end without the blank lines and comments that a block collection takes in after it. */
function endOf(node: Node): number {
  const last = isMap(node) || isSeq(node) ? node.items.at(-1) : undefined;
  if (last === undefined || ((isMap(node) || isSeq(node)) && node.flow)) return node.range?.[1] ?? 0;
  const inner = (
    isMap(node) ? ((last as { value: Node | null; key: Node }).value ?? (last as { key: Node }).key) : last
  ) as Node;
  return endOf(inner);
}

/** The spans of a parsed node and everything inside it. */
export function spanTree(node: Node | null, key: Node | null = null): SpanTree {
  const [keyStart, keyEnd] = key?.range ? [key.range[0], key.range[1]] : [-1, -1];
  if (node === null || !node.range) return [Math.max(0, keyEnd), Math.max(0, keyEnd), keyStart, keyEnd];
  const [start, end] = [node.range[0], endOf(node)];
  if (isMap(node)) {
    const inside = node.items.map((pair): [string, SpanTree] => [
      isScalar(pair.key) ? String(pair.key.value) : "",
      spanTree(pair.value as Node | null, pair.key as Node),
    ]);
    return [start, end, keyStart, keyEnd, Object.fromEntries(inside)];
  }
  if (isSeq(node)) return [start, end, keyStart, keyEnd, node.items.map((item) => spanTree(item as Node | null))];
  return [start, end, keyStart, keyEnd];
}
