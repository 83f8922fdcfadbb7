import { describe, test } from "vitest";
import { complete } from "../../compiler/complete/complete.ts";
import { load } from "../../compiler/load/load.ts";
import { keysFile } from "../../site/src/data/edit-keys.ts";
import { expectEach } from "../expect-each.ts";
import { plan2024 } from "../plan-files.ts";

const workspace = load(plan2024()).value;
const row = 'section: { id: "9", number: IX, title: Проверка }\nitems:\n  - id: "9.1"\n    ';

/** The places of a plan at which keys are offered. */
const places: readonly (readonly [path: string, text: string])[] = [
  ["2024/section-9.yaml", row],
  ["2024/section-9.yaml", `${row}deadline:\n      `],
  ["2024/section-9.yaml", `${row}deadline:\n      within:\n        `],
  ["2024/events.yaml", "events:\n  - "],
  ["2024/order.yaml", ""],
  ["parties.yaml", "parties:\n  - "],
  ["series.yaml", ""],
];

describe("every key that is offered is explained", () => {
  test.each([
    ["ru", /\p{Script=Cyrillic}/u],
    ["en", /[a-z]/],
  ] as const)("in %s", (language, letters) => {
    const meanings = keysFile(language);
    expectEach(places, ([path, text]) => {
      const { options } = complete({ path: `plan/gis-obrazovanie/${path}`, text }, text.length, workspace)!;
      const keys = options.filter(({ kind }) => kind === "key");
      return (
        keys.length > 1 && keys.every(({ explained }) => explained!.some((name) => letters.test(meanings[name] ?? "")))
      );
    });
  });
});
