import fc from "fast-check";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, keepForEdits, type CompileMemory } from "../compiler/compile.ts";
import { emitJson } from "../compiler/data/json.ts";
import { load } from "../compiler/load/load.ts";
import { spanOf } from "../compiler/load/yaml/parsed-yaml.ts";
import { resolve } from "../compiler/resolve/resolve.ts";
import type { ResolvedItem, ResolvedPlan } from "../compiler/resolve/model.ts";
import type { SourceFile } from "../compiler/source/span.ts";
import { casesFolder, sourcesOf } from "./cases/case.ts";
import { runs } from "./fuzz-runs.ts";
import { publishedPlan } from "./plan-files.ts";

/** Everything that later stages read of a row, and where it stands in its file. */
function rowOf({ source, deadline, control, ...rest }: ResolvedItem): unknown {
  const cell = (each: ResolvedItem["deadline"]): unknown => each && { ...each, origin: spanOf(each.origin) };
  return {
    ...rest,
    data: source.data,
    at: spanOf(source.origin),
    heading: source.section.data,
    deadline: cell(deadline),
    control: control && { ...control, deadline: cell(control.deadline), origin: spanOf(control.origin) },
  };
}

/** All that is said of a plan, in one value; what has mistakes too. */
function answerOf(sources: readonly SourceFile[], memory: CompileMemory = {}, asYear?: number): unknown {
  const loaded = load(sources, memory);
  const { value, diagnostics } = resolve(loaded.value, asYear === undefined ? {} : { asYear }, memory.plans);
  const plan = (resolved: ResolvedPlan): unknown => ({
    files: emitJson(resolved),
    items: resolved.items.map(rowOf),
    events: resolved.events,
    ids: [...resolved.byId.keys()],
  });
  return JSON.parse(JSON.stringify({ diagnostics: [...loaded.diagnostics, ...diagnostics], plans: value.map(plan) }));
}

/** Each row in a file of its own, so that an edit of one leaves the file of every other as it is. */
function apart(sources: readonly SourceFile[]): SourceFile[] {
  return sources.flatMap(({ path, text }) => {
    const number = /section-(\d+)\.yaml$/.exec(path)?.[1];
    const [head = "", ...rows] = text.split(/^(?= {2}- )/m);
    return number === undefined
      ? [{ path, text }]
      : rows.map((row, index) => ({
          path: path.replace(/\d+\.yaml$/, `${number}${String(index).padStart(2, "0")}.yaml`),
          text: head + row,
        }));
  });
}

/** An edit by two numbers: which place, and what is done to it. The file as it was first can come back. */
interface Edit {
  readonly file: number;
  readonly at: number;
  readonly to: number;
  readonly kind: "words" | "digit" | "drop" | "double" | "value" | "back";
}

function edited(text: string, { at, to, kind }: Edit): string {
  const lines = text.split("\n");
  const line = at % lines.length;
  switch (kind) {
    case "words":
      return text.replace(/activity: /g, (found, offset: number) =>
        offset % 7 === at % 7 ? `${found}Ещё раз ` : found,
      );
    case "digit":
      return lines.with(line, lines[line]!.replace(/\d(?=\D*$)/, String(to % 10))).join("\n");
    case "drop":
      return lines.toSpliced(line, 1).join("\n");
    case "double":
      return lines.toSpliced(to % lines.length, 0, lines[line]!).join("\n");
    case "value": {
      const values = [...text.matchAll(/: (\[[^\]\n]*\]|[a-z][a-z-]*|\d\d-\d\d)$/gm)];
      const [one, other] = [values[at % Math.max(1, values.length)], values[to % Math.max(1, values.length)]];
      return one === undefined
        ? text
        : `${text.slice(0, one.index)}: ${other![1]}${text.slice(one.index + one[0].length)}`;
    }
    case "back":
      return text;
  }
}

const edits = fc.array(
  fc.record<Edit>({
    file: fc.nat(),
    at: fc.nat(),
    to: fc.nat(),
    kind: fc.constantFrom("words", "words", "digit", "digit", "drop", "double", "value", "value", "back"),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Whatever is edited, a compile with the memory of those before it answers as one without. */
function holds(first: readonly SourceFile[], list: readonly Edit[], asYear?: number): void {
  const memory = keepForEdits();
  const sources = [...first];
  expect(answerOf(sources, memory, asYear)).toEqual(answerOf(sources, undefined, asYear));
  for (const edit of list) {
    const which = edit.file % sources.length;
    const base = edit.kind === "back" ? first[which]! : sources[which]!;
    sources[which] = { ...base, text: edited(base.text, edit) };
    expect(answerOf(sources, memory, asYear)).toEqual(answerOf(sources, undefined, asYear));
  }
}

const ofThePlan = ({ path }: SourceFile): boolean => !/^plan\/(calendars|rules)/.test(path);
/** What is edited most comes first. */
const editedFirst = (sources: readonly SourceFile[]): SourceFile[] =>
  [...sources].sort((a, b) => Number(ofThePlan(b)) - Number(ofThePlan(a)));
const cases = new Map(
  readdirSync(join(casesFolder, "good")).map((name) => [
    name,
    editedFirst(apart(sourcesOf(join(casesFolder, "good", name)))),
  ]),
);

test.each([...cases])("%s edited again and again", (_, sources) => {
  const own = sources.filter(ofThePlan).length;
  fc.assert(
    fc.property(edits, (list) =>
      holds(
        sources,
        list.map((edit) => ({ ...edit, file: edit.file % own })),
      ),
    ),
    runs(12),
  );
});

/** Every date of a row, another day; every assignment, another of the plan. */
function* singleEdits(sources: readonly SourceFile[]): Generator<SourceFile[]> {
  const assignments = [...new Set(sources.flatMap(({ text }) => text.match(/(?<=responsible: )\[.*\]/g) ?? []))];
  for (const [index, { path, text }] of sources.entries()) {
    if (!ofThePlan({ path, text })) continue;
    for (const { 0: found, index: at } of text.matchAll(
      /(?<=[[ "])\d\d-\d\d(?=[\], "}]|$)|(?<=responsible: )\[.*\]/gm,
    )) {
      const other = found.startsWith("[")
        ? assignments[(assignments.indexOf(found) + 1) % assignments.length]!
        : found === "06-15"
          ? "06-17"
          : "06-15";
      yield sources.with(index, { path, text: `${text.slice(0, at)}${other}${text.slice(at + found.length)}` });
    }
  }
}

/** With a twin of each row that has the same rule in other words: what the two have in common is found for the first. */
const withTwins = (sources: readonly SourceFile[]): SourceFile[] =>
  sources.flatMap(({ path, text }) =>
    /section-/.test(path)
      ? [
          { path, text },
          {
            path: path.replace(".yaml", "9.yaml").replace(/section-\d/, "section-"),
            text: text.replace(/(- (?:\{ )?id: "[^"]+)"/, `$1-77"`).replace(/text: (?=[^\s">|])/g, "text: Ещё "),
          },
        ]
      : [{ path, text }],
  );

/** Of a case with more places than this, as many, spread over it. */
const mostEdits = 30;

test.each([...cases])("each date and each assignment of %s edited by itself", (_, single) => {
  const sources = withTwins(single);
  const memory = keepForEdits();
  answerOf(sources, memory);
  const edits = [...singleEdits(sources)];
  const step = Math.ceil(edits.length / mostEdits);
  for (const changed of edits.filter((_edit, index) => index % step === 0))
    expect(answerOf(changed, memory)).toEqual(answerOf(changed));
});

test("the published plan edited again and again", () => {
  const sources = editedFirst(apart(publishedPlan()));
  fc.assert(
    fc.property(edits, (list) => holds(sources, list)),
    runs(5),
  );
});

test("a year that the calendar does not reach is told again after each edit", () => {
  holds(
    publishedPlan(),
    [
      { file: 12, at: 0, to: 0, kind: "words" },
      { file: 13, at: 3, to: 0, kind: "words" },
    ],
    2028,
  );
});

test("one memory serves plans that have nothing to do with each other", () => {
  const memory = keepForEdits();
  for (const name of [...cases.keys(), ...cases.keys()])
    expect(answerOf(cases.get(name)!, memory)).toEqual(answerOf(cases.get(name)!));
});

test("an edit of one row leaves the dates of the others as they were found", () => {
  const memory = keepForEdits();
  const sources = publishedPlan();
  const before = compile(sources, {}, memory).value.plans[0]!;
  const at = sources.findIndex(({ path }) => path.endsWith("section-3.yaml"));
  const changed = sources.with(at, {
    ...sources[at]!,
    text: sources[at]!.text.replace("activity: ", "activity: Ещё раз "),
  });
  const after = compile(changed, {}, memory).value.plans[0]!;
  const same = after.items.filter((item) => before.byId.get(item.id) === item);
  expect(same.length).toBeGreaterThan(after.items.length / 2);
  expect(same.every(({ section }) => section !== "3")).toBe(true);
});
