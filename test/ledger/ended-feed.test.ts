/** A party that leaves the plan: its subscribers see every entry cancelled, and its address is given to nobody else. */
import { describe, expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { publicationCounts } from "../../compiler/ledger/publication-counts.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { tinyPlans } from "../feeds/plans.ts";
import { readComponent } from "../ical/readers/ical-js.ts";
import { heldIn } from "./subscriber.ts";

const row = (who: string, corrected = ""): string =>
  `  - { id: "1.1", activity: Заказать пособия, responsible: [${who}], deadline: { text: до 20 мая, until: 05-20 }${corrected} }`;
const school = "{ id: school, label: Школа, name: Школа }";
const museum = (label: string): string => `{ id: museum, label: ${label}, name: ${label} }`;
const plan = (items: string, ...parties: readonly string[]): readonly ResolvedPlan[] =>
  tinyPlans({
    items,
    files: {
      "parties.yaml": `parties:\n  - { id: inspector, label: Инспектор, name: Инспектор }\n${parties.map((party) => `  - ${party}\n`).join("")}`,
    },
  });

const both = plan(row("school, museum"), school, museum("Музей"));
const without = plan(row("school", ", corrected: [музей закрыт]"), school);

/** Publishes plans one after another; the feeds and findings of each. */
function play(...steps: readonly (readonly [day: string, plans: readonly ResolvedPlan[]])[]): {
  feeds: Map<string, string>;
  diagnostics: readonly Diagnostic[];
  counts: readonly { kind: string; count: number }[];
  ledger: string;
}[] {
  let ledgers: SourceFile[] = [];
  return steps.map(([day, plans]) => {
    const { value, diagnostics } = checkPublications(plans, ledgers, { today: parseDate(day)! });
    ledgers = value[0]!.after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }));
    return {
      feeds: new Map(emitFeeds(plans, value[0]!.history).map(({ path, text }) => [path, text])),
      diagnostics,
      counts: publicationCounts(value),
      ledger: ledgers[0]!.text,
    };
  });
}

const codes = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, values }) => `${code} ${String(values["feed"] ?? values["name"])}`);

describe("a party that leaves the plan", () => {
  test("its feed ends only when that is agreed to, and goes on with cancellations until they expire", () => {
    const [first, gone, still, over] = play(
      ["2024-02-01", both],
      ["2024-03-01", without],
      ["2024-04-30", without],
      ["2024-05-01", without],
    );
    expect(first!.feeds.has("feeds/museum.ics")).toBe(true);
    expect(codes(gone!.diagnostics)).toEqual(["feed-ends museum"]);
    for (const step of [gone!, still!]) {
      for (const path of ["feeds/museum.ics", "feeds/museum-alarms.ics"]) {
        expect(heldIn(step.feeds.get(path)!)).toEqual([
          {
            uid: expect.stringContaining("demo/2024/1.1/work/1@") as string,
            start: "2024-05-20",
            end: "2024-05-20",
            summary: expect.stringMatching(/^ОТМЕНЕНО: Срок: Заказать пособия/) as string,
            status: "CANCELLED",
            sequence: 1,
          },
        ]);
      }
    }
    const head = readComponent(gone!.feeds.get("feeds/museum.ics")!);
    expect(head.getFirstPropertyValue("name")).toBe("Музей – План пособий");
    expect(head.getFirstPropertyValue("description")).toMatch(
      /^Музей: этого календаря больше нет, его записи отменены\./,
    );
    expect(heldIn(gone!.feeds.get("feeds/school.ics")!)).toMatchObject([{ status: "CONFIRMED", sequence: 0 }]);
    expect(gone!.counts, "leaving a calendar is a change for its subscribers").toContainEqual({
      kind: "left",
      count: 1,
    });
    expect(still!.counts).toEqual([]);
    expect(codes(still!.diagnostics)).toEqual([]);
    const undated = (ledger: string): string => ledger.replace(/"(?:published|verified|check)":"[^"]*"/g, "");
    expect(undated(still!.ledger), "nothing new but the day on which that was seen").toBe(undated(gone!.ledger));
    expect([...over!.feeds.keys()].filter((path) => path.includes("museum"))).toEqual([]);
  });

  test("its address is not given to another, also when the other is of the same kind; it may come back itself, and be renamed while it is there", () => {
    const back = (label: string): readonly ResolvedPlan[] =>
      plan(row("school, museum", ", corrected: [музей закрыт, музей открыт]"), school, museum(label));
    expect(
      codes(play(["2024-02-01", both], ["2024-03-01", without], ["2024-06-01", back("Цирк")]).at(-1)!.diagnostics),
    ).toEqual(["name-reused museum"]);
    expect(
      codes(play(["2024-02-01", both], ["2024-03-01", without], ["2024-06-01", back("Музей")]).at(-1)!.diagnostics),
    ).toEqual([]);
    const renamed = plan(row("school, museum"), school, museum("Музей города"));
    expect(codes(play(["2024-02-01", both], ["2024-02-10", renamed]).at(-1)!.diagnostics)).toEqual([]);
    const [, , , again] = play(
      ["2024-02-01", both],
      ["2024-02-10", renamed],
      ["2024-03-01", without],
      ["2024-06-01", back("Музей города")],
    );
    expect(codes(again!.diagnostics)).toEqual([]);
    expect(again!.counts).toContainEqual({ kind: "joined", count: 1 });
    expect(heldIn(again!.feeds.get("feeds/museum.ics")!)).toMatchObject([{ status: "CONFIRMED" }]);
  });
});
