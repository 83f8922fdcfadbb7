import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { defaultLimits } from "../../compiler/load/limits.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { times } from "../fuzz-runs.ts";
import { readPlan, repository, shippedFiles } from "../plan-files.ts";
import { join } from "node:path";

const base = (): SourceFile[] => [...shippedFiles(), ...readPlan(join(repository, "test", "cases", "base", "plan"))];
const section = "plan/demo/2024/section-1.yaml";
const head = 'section: { id: "1", number: I, title: Пособия }\nitems:\n';

/** How many of a thing a file holds: all of it in a long run, a share in one that somebody waits for. */
const many = (whole: number): number => Math.ceil(whole * Math.min(1, times));

/** The base plan with files of its own, compiled within a time that a person would wait: so many seconds of CPU time. */
function codesOf(files: Readonly<Record<string, string>>, seconds = 20): string[] {
  const sources = new Map(
    [...base(), ...Object.entries(files).map(([path, text]) => ({ path, text }))].map((file) => [file.path, file]),
  );
  const began = process.cpuUsage();
  const { value, diagnostics } = compile([...sources.values()]);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(seconds);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) expect(value.plans).toEqual([]);
  return [...new Set(errors.map(({ code }) => code))];
}

const row = (id: number, rule: string, more = ""): string =>
  `  - { id: "1.${id}", activity: Заказать пособия, responsible: [school], deadline: { text: срок, ${rule} }${more} }\n`;
const repeated = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join("");
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${repeated(9, (index) => `${"bcdefghij"[index]}: &${"bcdefghij"[index]} [${repeated(9, () => `*${"abcdefghi"[index]}, `)}]\n`)}`;

test("faulty rows take a time that grows with their number", () => {
  for (const faulty of ["  -\n", "  - {}\n"]) {
    const codes = codesOf({ [section]: `${head}${faulty.repeat(20_000)}` }, 8);
    expect(codes).toEqual([faulty.includes("{}") ? "missing-key" : "wrong-type"]);
  }
});

describe("files meant to keep the compiler busy", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["aliases that expand to a thousand million", bomb, ["yaml-alias"]],
    ["an alias of itself", "a: &a [*a]\n", ["yaml-alias"]],
    [`${many(100_000)} brackets`, `items: ${"[".repeat(many(100_000))}`, ["too-deep"]],
    [`${many(100_000)} braces`, `items: ${"{a: ".repeat(many(100_000))}`, ["too-deep"]],
    [`${many(100_000)} lists in a line`, `${"- ".repeat(many(100_000))}a\n`, ["too-deep"]],
    [`${many(100_000)} keys in a line`, `${"? ".repeat(many(100_000))}a\n`, ["too-deep"]],
    ["1,000 indents", repeated(1000, (index) => `${" ".repeat(index)}a:\n`), ["too-deep"]],
    ["50 million characters", `${head}${" ".repeat(50_000_000)}`, ["file-too-large"]],
    ["two megabytes of mistakes", `${head}${"  - ]\n".repeat(340_000)}`, ["file-unread"]],
    [`${many(100_000)} commas`, `items: [${",".repeat(many(100_000))}]\n`, ["yaml-syntax"]],
    [
      `${many(50_000)} keys of one map, one of them twice`,
      `${repeated(many(50_000), (index) => `k${index}: 1\n`)}k1: 1\n`,
      ["yaml-duplicate-key"],
    ],
    [
      `${many(50_000)} unknown keys`,
      `${repeated(many(50_000), (index) => `k${index}: 1\n`)}`,
      ["unknown-key", "missing-key"],
    ],
    [`${many(20_000)} rows that do not fit`, `${head}${"  - {}\n".repeat(many(20_000))}`, ["missing-key"]],
    ["a million rows", `${head}${"  - a\n".repeat(1_000_000)}`, ["too-many-rows"]],
    [
      "a text of a million letters",
      `${head}${row(1, "until: 03-01").replace("Заказать", "Ы".repeat(1_000_000))}`,
      ["text-too-long"],
    ],
    ["a deadline of 100,000 days", `${head}${row(1, `on: [${"03-01, ".repeat(99_999)}03-01]`)}`, ["too-many-windows"]],
    [
      `${2 * many(9000)} unknown parties`,
      `${head}${repeated(many(9000), (index) => row(index + 1, "until: 03-01").replace("[school]", `[school-${index}, skhool${index}]`))}`,
      ["unknown-party"],
    ],
  ])("%s", (_, text, expected) => {
    const codes = codesOf({ [section]: text });
    expect(codes.filter((code) => expected.includes(code))).not.toEqual([]);
    expect(codes.filter((code) => !expected.includes(code) && code !== "missing-file")).toEqual([]);
  });

  test(`${many(100_000)} records of an event that ${many(200)} deadlines wait for`, () => {
    const events = "events:\n  - { id: opened, title: открытие, scope: public }\n";
    const occurrences = `occurrences:\n${repeated(many(100_000), (index) => `  - { id: o-${index}, event: opened, date: 2024-03-04, title: открытие, source: { title: приказ } }\n`)}`;
    const items = head + repeated(many(200), (index) => row(index + 1, "within: { working-days: 3, after: opened }"));
    const codes = codesOf(
      { [section]: items, "plan/demo/2024/events.yaml": events, "plan/demo/2024/occurrences.yaml": occurrences },
      60,
    );
    expect(codes).toEqual(expect.arrayContaining(["too-many-dates"]));
  });

  test(`${many(3000)} events, each misspelt where a deadline waits for it`, () => {
    const events = `events:\n${repeated(many(3000), (index) => `  - { id: event-number-${index}-of-very-many, title: открытие, scope: public }\n`)}`;
    const items =
      head +
      repeated(many(3000), (index) =>
        row(index + 1, `within: { working-days: 3, after: event-numbr-${index}-of-very-many }`),
      );
    expect(codesOf({ [section]: items, "plan/demo/2024/events.yaml": events }, 10)).toEqual(["unknown-event"]);
  });

  test("parties that are each a member of, and oversee, hundreds before them", () => {
    const earlier = (index: number): string =>
      `[school${repeated(Math.min(index, 150), (back) => `, p${index - back - 1}`)}]`;
    const parties = `parties:\n${repeated(3, (index) => `  - { id: ${["schools", "school", "inspector"][index]}, label: С${index}, name: С${index} }\n`)}${repeated(400, (index) => `  - { id: p${index}, label: П${index}, name: П${index}, member-of: ${earlier(index)}, oversees: ${earlier(index)} }\n`)}`;
    expect(codesOf({ "plan/demo/parties.yaml": parties }, 10)).toEqual([]);
  });

  test(`a chain of ${many(9000)} deadlines`, () => {
    const steps = many(9000) - 1;
    const events = `events:\n${repeated(steps, (index) => `  - { id: done-${index + 2}, title: готово, scope: public, latest: "1.${index + 2}" }\n`)}`;
    const items =
      head +
      repeated(steps, (index) => row(index + 1, `within: { calendar-days: 1, after: done-${index + 2} }`)) +
      row(steps + 1, "until: 03-01");
    expect(codesOf({ [section]: items, "plan/demo/2024/events.yaml": events })).toEqual(["chain-too-long"]);
  });

  test(`${many(9000)} rows merged into one another`, () => {
    const steps = many(9000) - 1;
    const items =
      head +
      repeated(
        steps,
        (index) => `  - { id: "1.${index + 1}", activity: Заказать, same-cells-as: "1.${index + 2}" }\n`,
      ) +
      row(steps + 1, "until: 03-01");
    expect(codesOf({ [section]: items })).toEqual(["chain-too-long"]);
  });

  test("more files than a plan has", () => {
    expect(
      codesOf(
        Object.fromEntries(
          Array.from({ length: defaultLimits.files + 1 }, (_, index) => [
            `plan/demo/2024/section-${index + 10}.yaml`,
            head,
          ]),
        ),
      ),
    ).toEqual(["too-many-files"]);
  });
});

describe("names that mean something to JavaScript or to a file system", () => {
  test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])("%s as a key", (name) => {
    for (const text of [
      `${name}: { x: 1 }\n${head}${row(1, "until: 03-01")}`,
      `${head}${row(1, "until: 03-01", `, ${name}: { a: 1 }`)}`,
      `"${name}": 1\n${head}${row(1, "until: 03-01")}`,
    ]) {
      expect(codesOf({ [section]: text })).toEqual(["unknown-key"]);
    }
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  test.each([
    "../../x",
    "CON",
    "NUL",
    "a/b",
    "a\\b",
    ".",
    "..",
    "",
    "\u202eabc",
    "а",
    "a b",
    "a%2fb",
    "__proto__",
    "constructor ",
  ])("%j as an id is refused", (id) => {
    const quoted = JSON.stringify(id);
    expect(codesOf({ [section]: `${head}${row(1, "until: 03-01").replace('"1.1"', quoted)}` })).toContain(
      "bad-item-id",
    );
    expect(codesOf({ "plan/demo/parties.yaml": `parties:\n  - { id: ${quoted}, label: А, name: А }\n` })).toContain(
      "bad-slug",
    );
    expect(codesOf({ [section]: `${head}${row(1, `until: 03-01, key: ${quoted}`)}` })).toContain("bad-key");
  });

  test.each(["con", "nul", "aux", "prn", "com1", "lpt9"])(
    "%s as a party is refused: its feed could not be written on Windows",
    (id) => {
      expect(
        codesOf({
          "plan/demo/parties.yaml": `parties:\n  - { id: ${id}, label: А, name: А }\n  - { id: inspector, label: И, name: И }\n  - { id: school, label: Ш, name: Ш }\n  - { id: schools, label: Ш, name: Ш }\n`,
        }),
      ).toEqual(["device-name"]);
    },
  );

  test.each(["constructor", "to-string", "prototype", "value-of"])("%s is a party like any other", (id) => {
    const { value, diagnostics } = compile([
      ...base().filter(({ path }) => !path.endsWith("parties.yaml")),
      {
        path: "plan/demo/parties.yaml",
        text: `parties:\n  - { id: ${id}, label: А, name: А, oversees: all }\n  - { id: inspector, label: И, name: И }\n  - { id: school, label: Ш, name: Ш }\n  - { id: schools, label: Ш, name: Ш }\n`,
      },
    ]);
    expect(diagnostics.filter(isError)).toEqual([]);
    expect(value.plans[0]!.parties.overseenBy(id)).toEqual(["inspector", "school", "schools"]);
  });
});
