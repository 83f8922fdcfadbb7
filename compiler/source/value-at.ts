import type { Path } from "./span.ts";

/** The value that a path leads to inside another; undefined where it leads to none. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string | number, unknown>> | null | undefined)?.[step],
    value,
  );
