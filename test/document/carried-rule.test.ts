/** A deadline whose words the last year had too: what the words say alone stands, and a name in them is a guess. */
import { expect, test } from "vitest";
import { draftEvents } from "../../compiler/document/draft/events.ts";
import { rowsOf } from "../../compiler/document/draft/rows.ts";
import { ruleReader } from "../../compiler/document/draft/rules.ts";
import type { Note } from "../../compiler/document/report.ts";
import type { PlanRow } from "../../compiler/document/recognise/merged-cells.ts";
import type { RecognisedPlan } from "../../compiler/document/recognise/recognise.ts";
import type { Deadline, Period } from "../../compiler/generated/types.ts";

const campaign: Period = {
  id: "campaign",
  title: "приёмная кампания",
  from: "06-01",
  to: "08-31",
  source: { title: "Порядок приёма" },
};

/** What a deadline is read as when last year's row of the same words had `rule`, and the codes that are reported. */
function carriedOver(text: string, rule: Deadline): { rule: Deadline; codes: readonly Note["code"][] } {
  const notes: Note[] = [];
  const addNote = (note: Note): unknown => notes.push(note);
  const rows = rowsOf({ sections: [] } as unknown as RecognisedPlan);
  const taken = new Set<string>();
  const reader = ruleReader({
    year: 2025,
    rows,
    parties: [],
    periods: [campaign],
    events: [],
    newEvents: draftEvents(rows, taken, addNote),
    taken,
    addNote,
  });
  const read = reader.read(text, { id: "1.1" } as PlanRow, { rule, item: "2.7" });
  return { rule: read, codes: notes.map(({ code }) => code) };
}

test.each([
  ["окончания", "end-of"],
  ["начала", "start-of"],
] as const)("a rule that counts from the %s of a period is carried over as a guess", (word, bound) => {
  const rule: Deadline = { "no-later-than": { "working-days": 5, before: { [bound]: "campaign" } } };
  expect(carriedOver(`не позднее чем за 5 рабочих дней до ${word} приёмной кампании`, rule)).toEqual({
    rule: { ...rule, review: true },
    codes: ["rule-carried"],
  });
});

test("a rule of units alone says the same in every year", () => {
  const rule: Deadline = { "no-later-than": { "working-days": 5, before: { "start-of": "quarter" } } };
  expect(carriedOver("не позднее чем за 5 рабочих дней до начала квартала", rule)).toEqual({
    rule,
    codes: ["deadline-read"],
  });
});
