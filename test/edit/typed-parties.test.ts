import { expect, test } from "vitest";
import { typedParties } from "../../compiler/edit/typed-parties.ts";

test.each([
  ["school", ["school"]],
  [" school, nursery-2 ,", ["school", "nursery-2"]],
])("takes %j for names of parties", (typed, parties) => {
  expect(typedParties(typed)).toEqual(parties);
});

test.each(["Школа, Сад", "school, Сад", "School", "school; nursery"])(
  "leaves %j as the words of the order",
  (words) => {
    expect(typedParties(words)).toBe(words);
  },
);
