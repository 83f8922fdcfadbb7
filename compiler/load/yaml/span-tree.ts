/**
 * Where a value stands in its file, as plain data: offsets of the value, of its key (−1 without one), and the same for
 * what is inside, by key or index. It replaces the parser's document, so that a file read earlier needs no parser at all.
 */
export type SpanTree = readonly [
  start: number,
  end: number,
  keyStart: number,
  keyEnd: number,
  inside?: Readonly<Record<string, SpanTree>> | readonly SpanTree[],
];

/** The tree one step down: by key or index. */
export function inside(tree: SpanTree, step: string | number): SpanTree | undefined {
  const children = tree[4];
  if (children === undefined) return undefined;
  return Object.hasOwn(children, step) ? (children as Readonly<Record<string | number, SpanTree>>)[step] : undefined;
}
