import { expect } from "vitest";

/** Expects a condition of each member of a list, and that there is one: of an empty list everything would hold. */
export function expectEach<T>(members: readonly T[], holds: (member: T) => boolean): void {
  expect(members.length).toBeGreaterThan(0);
  expect(members.filter((member) => !holds(member))).toEqual([]);
}
