import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyProposal } from "../../compiler/propose/apply.ts";
import { insist, itemFacts, openDesk, operationsFor, type Desk } from "../../compiler/propose/desk.ts";
import { withFiles } from "../../compiler/propose/judge.ts";
import { textOperations } from "../../compiler/propose/text-hunks.ts";
import { readWording, withEvent } from "../../compiler/propose/wordings.ts";
import type { Operation } from "../../compiler/propose/proposal.ts";
import { runs } from "../fuzz-runs.ts";
import { plan2024 } from "../plan-files.ts";
import { publishedWith } from "../diff/plans.ts";
import { proposalWith, samples } from "./sample.ts";

const base = plan2024();
const deskOf = (sources: typeof base): Desk =>
  openDesk(sources, { series: "gis-obrazovanie", plan: "2024", language: "ru" })!;
const desk = deskOf(base);
const read = (text: string, cell: "deadline" | "control" = "deadline") =>
  readWording(desk, text, {
    item: "2.1.8",
    cell,
    with: (to) => operationsFor(desk, { op: "move", item: "2.1.8", cell, to }, []),
  });
const plain = (text: string): string => text.replace(/\u00a0/g, " ");

describe("a wording while it is typed", () => {
  test("gives the dates that the plan would have", () => {
    expect(read("13 сентября").readings?.map(({ dates }) => dates.map(plain))).toEqual([["пт 13 сентября"]]);
    expect(read("до 31 августа").readings?.[0]?.dates.map(plain)).toEqual([
      "до сб 31 августа (успеть до пт 30 августа)",
    ]);
  });

  test("gives each meaning with its dates, and says which the law takes", () => {
    expect(
      read("в течение 10 дней после 1 сентября").readings?.map(({ dates, byLaw }) => [plain(dates[0]!), byLaw]),
    ).toEqual([
      ["до ср 11 сентября", true],
      ["до пт 13 сентября", false],
    ]);
  });

  test("asks which event of the plan its words name, and takes that in their place", () => {
    const [reading] = read("в течение 3 рабочих дней после подписания соглашения").readings!;
    expect(reading?.event).toContain("соглашени");
    expect(JSON.stringify(withEvent(reading!.rule, "event-documents-published"))).toContain(
      "event-documents-published",
    );
  });

  test("is refused in words where it cannot be read", () => {
    expect(read("13 сентября блаблабла").fault?.word).toBe("блаблабла");
  });
});

describe("an item on the desk", () => {
  test("shows its words and dates", () => {
    const facts = itemFacts(desk, "2.1.8")!;
    expect([facts.deadline?.text, facts.control?.text, facts.responsible]).toEqual([
      "6 сентября",
      "9 сентября",
      "МОУО",
    ]);
    expect(itemFacts(desk, "9.9.9")).toBeUndefined();
  });

  test("who insists keeps the own value against what others wrote meanwhile", () => {
    const newer = publishedWith([
      ["section-2.yaml", "{ text: 6 сентября, on: 09-06 }", "{ text: 7 сентября, on: 09-07 }"],
    ]);
    expect(applyProposal(newer, proposalWith([samples.move]))!.conflicts).toHaveLength(1);
    const own = insist(deskOf(newer), samples.move, []);
    const { conflicts, files } = applyProposal(newer, proposalWith([own]))!;
    expect(conflicts).toEqual([]);
    expect(files[0]!.text).toContain("{ text: 13 сентября, on: 09-13 }");
  });
});

describe("an edited text", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "", "  d: 1"), { maxLength: 30 });
  test("becomes operations that give the edited text again, and leave other places of a newer file alone", () => {
    const path = "2024/section-2.yaml";
    const file = base.find((source) => source.path.endsWith(path))!;
    const inserted = fc.record({ at: fc.nat(), lines, drop: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.array(inserted, { minLength: 1, maxLength: 3 }), (edits) => {
        const text = file.text.split("\n");
        for (const { at, lines: more, drop } of edits) text.splice(at % text.length, drop, ...more);
        const edited = text.join("\n");
        const operations: readonly Operation[] = textOperations(path, file.text, edited);
        const { files, conflicts } = applyProposal(base, proposalWith(operations))!;
        expect(conflicts).toEqual([]);
        expect(withFiles(base, files).find((source) => source.path === file.path)!.text).toBe(edited);
      }),
      runs(100),
    );
  });
});
