import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { extentOf } from "../../compiler/load/yaml/parsed-yaml.ts";
import { load } from "../../compiler/load/load.ts";
import { isSameValue, valueIn } from "../../compiler/edit/set-value.ts";
import type { YamlValue } from "../../compiler/edit/yaml-text.ts";
import { applyProposal } from "../../compiler/propose/apply.ts";
import { withFiles } from "../../compiler/propose/judge.ts";
import { itemIn, openPlan, rowIn } from "../../compiler/propose/plan-files.ts";
import type { Basis, Operation, Proposal } from "../../compiler/propose/proposal.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { plan2024 } from "../plan-files.ts";
import { runs } from "../fuzz-runs.ts";

/** What somebody may want of a row, before it is known what stands there. */
type Wish =
  | { readonly op: "move"; readonly item: string; readonly cell: "deadline" | "control"; readonly to: YamlValue }
  | { readonly op: "set"; readonly item: string; readonly key: string; readonly to: YamlValue | undefined }
  | { readonly op: "withdraw"; readonly item: string; readonly reason: string }
  | { readonly op: "record"; readonly event: string; readonly date: string; readonly period?: string };

const base = plan2024();
const [series, plan] = ["gis-obrazovanie", "2024"];
const open = (sources: readonly SourceFile[]) => openPlan(sources, series, plan)!;

const valueOf = (sources: readonly SourceFile[], item: string, path: readonly string[]): unknown => {
  const row = itemIn(open(sources), item)!;
  return valueIn(row.file, ["items", row.index, ...path]);
};

/** A wish as an operation on sources: with what stands there now. */
function operationOn(sources: readonly SourceFile[], wish: Wish): Operation | undefined {
  switch (wish.op) {
    case "move": {
      const path = wish.cell === "control" ? ["control", "deadline"] : ["deadline"];
      const was = valueOf(sources, wish.item, path) as YamlValue | undefined;
      return was === undefined ? undefined : { ...wish, was };
    }
    case "set": {
      const row = itemIn(open(sources), wish.item)!;
      const was = valueOf(sources, wish.item, [wish.key]) as YamlValue | undefined;
      const place = { list: "items", id: wish.item };
      return was === undefined && wish.to === undefined
        ? undefined
        : { op: "set", file: row.path, row: place, path: [wish.key], was, to: wish.to };
    }
    case "withdraw":
      return wish;
    case "record":
      return { ...wish, title: "Опубликовано", source: { title: "Приказ" } };
  }
}

const proposalOf = (operations: readonly Operation[], basis?: Basis): Proposal => ({
  "srok-proposal": 1,
  series,
  plan,
  base: { files: {} },
  basis,
  operations,
});

// Few rows and few values, so that two people often want something of the same one, and sometimes the same.
const rows = ["2.1.8", "2.1.2-1", "2.1.3-1"];
const items = fc.constantFrom(...rows);
const days = fc.constantFrom(13, 20);
const wishes = fc.oneof(
  fc.record({
    op: fc.constant("move" as const),
    item: items,
    cell: fc.constantFrom("deadline" as const, "control" as const),
    to: days.map((day): YamlValue => ({ text: `до ${day} сентября`, until: `09-${day}` })),
  }),
  fc.record({
    op: fc.constant("set" as const),
    item: items,
    key: fc.constantFrom("note", "responsible"),
    to: fc.oneof(fc.constantFrom<YamlValue>("МОУО", "ООО, ДОО"), fc.string({ minLength: 1, maxLength: 12 })),
  }),
  fc.record({
    op: fc.constant("withdraw" as const),
    item: items,
    reason: fc.constantFrom("Отменён", "Объединён с другим"),
  }),
  fc.record({
    op: fc.constant("record" as const),
    event: fc.constantFrom("event-documents-published", "event-results-published"),
    date: days.map((day) => `2024-04-${day}`),
  }),
);
const bases = fc.constantFrom<Basis | undefined>(
  undefined,
  { correction: "Опечатка" },
  { order: { id: "order-5", date: "2024-04-15", number: "5", title: "О внесении изменений" } },
);

/** Makes wishes one after another as they can be made; returns the sources and the operations that were made. */
function made(sources: readonly SourceFile[], list: readonly Wish[]) {
  const done: Operation[] = [];
  let now = sources;
  for (const wish of list) {
    const operation = operationOn(now, wish);
    const applied = operation === undefined ? undefined : applyProposal(now, proposalOf([operation]));
    if (operation === undefined || applied!.conflicts.length > 0) continue;
    now = withFiles(now, applied!.files);
    done.push(operation);
  }
  return { sources: now, done };
}

/** Where an operation writes, and what is to stand there; undefined for one that adds a row. */
const placeOf = (operation: Operation): readonly [place: string, path: readonly string[], to: unknown] | undefined => {
  switch (operation.op) {
    case "move":
      return [operation.item, operation.cell === "control" ? ["control", "deadline"] : ["deadline"], operation.to];
    case "set":
      return [operation.row!.id, operation.path.map(String), operation.to];
    case "withdraw":
      return [operation.item, ["withdrawn", "reason"], operation.reason];
    default:
      return undefined;
  }
};

const rowTexts = (sources: readonly SourceFile[]): Map<string, string> =>
  new Map(
    load(sources).value.series.flatMap((each) =>
      each.plans.flatMap((one) =>
        one.items.map(({ data, origin }): [string, string] => {
          const { start, end } = extentOf(origin.file, origin.path);
          return [data.id, origin.file.source.text.slice(start, end).trimEnd()];
        }),
      ),
    ),
  );

describe("a proposal on files that others have changed meanwhile", () => {
  test("gives the merged plan or a named conflict, and never loses what somebody else wrote", () => {
    const seen = { applied: 0, conflict: 0, already: 0 };
    fc.assert(
      fc.property(
        fc.array(wishes, { maxLength: 4 }),
        fc.array(wishes, { minLength: 1, maxLength: 3 }),
        bases,
        (theirs, mine, basis) => {
          const { sources: newer, done } = made(base, theirs);
          const own = made(base, mine).done;
          fc.pre(own.length > 0);
          const { files, operations, conflicts } = applyProposal(newer, proposalOf(own, basis))!;
          const after = withFiles(newer, files);
          const touched = new Set<string>();
          const last = new Map<string, unknown>();
          for (const { operation, state, conflict } of operations) {
            seen[state] += 1;
            expect(state === "conflict").toBe(conflict !== undefined);
            const place = placeOf(operation);
            if (place === undefined) continue;
            if (state !== "conflict") last.set(JSON.stringify(place.slice(0, 2)), place[2]);
            if (state === "applied") touched.add(place[0]);
          }
          expect(conflicts.length).toBe(operations.filter(({ state }) => state === "conflict").length);
          // What was applied stands there; what others wrote elsewhere stands too.
          for (const [key, to] of last) {
            const [item, path] = JSON.parse(key) as [string, string[]];
            expect(isSameValue(valueOf(after, item, path), to)).toBe(true);
          }
          const theirLast = new Map(
            done.flatMap((operation) => {
              const place = placeOf(operation);
              return place === undefined ? [] : [[JSON.stringify(place.slice(0, 2)), place[2]] as const];
            }),
          );
          for (const [key, to] of theirLast) {
            const [item, path] = JSON.parse(key) as [string, string[]];
            const now = valueOf(newer, item, path);
            expect(isSameValue(now, to)).toBe(true);
            // What was changed and changed back is no change.
            if (isSameValue(now, valueOf(base, item, path))) continue;
            expect(isSameValue(valueOf(after, item, path), now)).toBe(true);
          }
          for (const operation of done)
            if (operation.op === "record")
              expect(
                rowIn(open(after), "2024/occurrences.yaml", "occurrences", `${operation.event}-${operation.date}`),
              ).toBeDefined();
          // Rows that the proposal does not name are the same bytes, and so are files that it has nothing to do with.
          const [before, now] = [rowTexts(newer), rowTexts(after)];
          for (const [id, text] of before) if (!touched.has(id)) expect(now.get(id)).toBe(text);
          for (const { path } of files) expect(path).toMatch(/\/(section-\d|order|occurrences)\.yaml$/);
        },
      ),
      runs(200),
    );
    // A property that meets neither conflicts nor repetitions shows nothing.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });

  test("applied twice, it is there already", () => {
    fc.assert(
      fc.property(fc.array(wishes, { minLength: 1, maxLength: 3 }), bases, (mine, basis) => {
        // Of two wishes for one place the first is overwritten by the second, and is there no more.
        const own = made(base, mine).done;
        const places = own.map((operation) => JSON.stringify(placeOf(operation)?.slice(0, 2) ?? operation));
        fc.pre(own.length > 0 && new Set(places).size === places.length && own.every(({ op }) => op !== "withdraw"));
        const proposal = proposalOf(own, basis);
        const once = withFiles(base, applyProposal(base, proposal)!.files);
        const again = applyProposal(once, proposal)!;
        expect(again.files).toEqual([]);
        expect(new Set(again.operations.map(({ state }) => state))).toEqual(new Set(["already"]));
      }),
      runs(100),
    );
  });

  test("carriage returns stay, and comments that others wrote", () => {
    const crlf = base.map(({ path, text }) => ({ path, text: text.replace(/\n/g, "\r\n") }));
    const noted = crlf.map(({ path, text }) => ({
      path,
      text: path.endsWith("section-2.yaml")
        ? text.replace("    responsible: МОУО", "    # сверено\r\n    responsible: МОУО")
        : text,
    }));
    const own = made(base, [
      { op: "move", item: "2.1.8", cell: "deadline", to: { text: "13 сентября", on: "09-13" } },
    ]).done;
    const { files, conflicts } = applyProposal(noted, proposalOf(own, { correction: "Опечатка" }))!;
    expect(conflicts).toEqual([]);
    const [{ text }] = files as [SourceFile];
    expect(text.replace(/\r\n/g, "")).not.toContain("\n");
    expect(text).toContain("# сверено\r\n");
    expect(compile(withFiles(noted, files)).diagnostics.filter(isError)).toEqual([]);
  });
});
