import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classifyPath } from "../../../compiler/load/file-layout.ts";
import { load } from "../../../compiler/load/load.ts";
import { nameHints } from "../../../compiler/load/schema/name-hints.ts";
import { thorough } from "../../fuzz-runs.ts";
import { filesBelow, plan2024, plan2024Folder, repository } from "../../plan-files.ts";
import { openLanguageServer, type LanguageServer } from "./language-server.ts";
import { scratch } from "./srok.ts";
import { expectEach } from "../../expect-each.ts";

/** What an editor program completes while somebody types, by the language server that VS Code's YAML extension runs. */
const project = scratch();
let server: LanguageServer;
beforeAll(async () => {
  cpSync(join(repository, "schema"), join(project, "schema"), { recursive: true });
  // The server holds each schema to that of its dialect, for ten seconds and more. That ours are of their dialect is held where they
  // are compiled (`schema/generate.ts`); where somebody waits they name none here, and all else is done to them.
  if (!thorough)
    for (const name of filesBelow(join(project, "schema")).filter((path) => path.endsWith(".schema.json"))) {
      const file = join(project, "schema", name);
      const { $schema: dialect, ...schema } = JSON.parse(readFileSync(file, "utf8")) as Readonly<
        Record<string, unknown>
      >;
      expect(dialect, name).toBe("https://json-schema.org/draft/2020-12/schema");
      writeFileSync(file, JSON.stringify(schema));
    }
  cpSync(plan2024Folder, join(project, "plan"), { recursive: true });
  writeFileSync(join(project, "schema", "names.schema.json"), nameHints(load(plan2024()).value));
  server = await openLanguageServer(project);
});
afterAll(async () => {
  await server.stop();
  rmSync(project, { recursive: true });
});

const section = "plan/gis-obrazovanie/2024/section-9.yaml";
const row = (lines: string): string => `# yaml-language-server: $schema=../../../schema/section.schema.json
section: { id: "9", number: IX, title: Проверка }
items:
  - id: "9.1"
    activity: Сверить данные
${lines}`;
const labels = async (path: string, text: string): Promise<string[]> =>
  (await server.complete(path, text)).map(({ label }) => label);

describe("names that the plan defines are completed", () => {
  test("parties, each with what it is called in the order", async () => {
    const offered = await server.complete(section, row("    responsible: [|]\n"));
    const nursery = offered.find(({ label }) => label === "doo");
    expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining(["mouo", "provider"]));
    expect(JSON.stringify(nursery?.documentation)).toContain("ДОО");
  });

  test.each([
    [
      "an event that a count goes on from",
      "    deadline:\n      text: в течение 3-х рабочих дней\n      within:\n        working-days: 3\n        after: |\n",
      "event-documents-published",
    ],
    [
      "an event, in several lines",
      "    deadline:\n      text: в день\n      on-day-of: |\n",
      "event-documents-published",
    ],
    ["a period", "    deadline:\n      text: в течение приемной кампании\n      period: |\n", "school-admission"],
    ["the item whose cells are the same", "    same-cells-as: |\n", "1.5.1"],
    ["the item whose control it is", "    control:\n      control-of: |\n", "1.1"],
    ["a reading", "    party-reading: |\n", "oo-as-schools"],
  ])("%s", async (_, lines, name) => {
    expect((await labels(section, row(lines))).map((label) => label.replace(/^"|"$/g, ""))).toContain(name);
  });

  test("the event of a record", async () => {
    const text =
      "# yaml-language-server: $schema=../../../schema/occurrences.schema.json\noccurrences:\n  - id: one\n    event: |\n";
    expect(await labels("plan/gis-obrazovanie/2024/occurrences.yaml", text)).toContain("event-documents-published");
  });
});

test("keys are completed and explained in Russian", async () => {
  const offered = await server.complete(section, row("    deadline:\n      text: до 1 марта\n      |\n"));
  const until = offered.find(({ label }) => label === "until");
  expect(JSON.stringify(until?.documentation)).toMatch(/до 1 марта/);
});

/** One file of each kind, the longest. */
const longestOfEachKind = [...Map.groupBy(plan2024(), ({ path }) => classifyPath(path)?.kind).values()].map((files) =>
  files.reduce((longest, file) => (file.text.length > longest.text.length ? file : longest)),
);

describe("nothing that stands in the plan is underlined", () => {
  test.each(longestOfEachKind.map(({ path }) => path))("%s", async (path) => {
    expect(await server.faults(path, readFileSync(join(project, path), "utf8"))).toEqual([]);
  });
});

test("a key that nobody knows is underlined", async () => {
  expect((await server.faults(section, row("    responsable: [doo]\n"))).join()).toContain("responsable");
});

test("a name that nobody has defined yet is not forbidden: the compiler says whether it is known", async () => {
  expect(await server.faults(section, row("    responsible: [a-new-party]\n"))).toEqual([]);
});

test("the names of a plan with no rows of a kind are a schema all the same", () => {
  const hints = JSON.parse(nameHints(load([]).value)) as { $defs: Record<string, object> };
  expectEach(Object.values(hints.$defs), (definition) => Object.keys(definition).length === 0);
});
