import type { Path } from "../load/yaml/parsed-yaml.ts";

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Whether two values as read from YAML say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  return firstDifference(a, b) === undefined;
}

/** The path to the first place where two values differ, as deep as it goes; undefined when they say the same. */
export function firstDifference(a: unknown, b: unknown): Path | undefined {
  if (a === b) return undefined;
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b)) return [];
  for (const key of new Set([...Object.keys(b), ...Object.keys(a)])) {
    const inner = firstDifference(a[key], b[key]);
    if (inner !== undefined) return [Array.isArray(b) ? Number(key) : key, ...inner];
  }
  return undefined;
}

/** A map without some of its keys. */
export function without(
  value: object | null | undefined,
  keys: readonly string[],
): Readonly<Record<string, unknown>> | null {
  if (value === null || value === undefined) return null;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
