import fc from "fast-check";
import { expect, test } from "vitest";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { tinyPlans } from "../feeds/plans.ts";
import { runs } from "../fuzz-runs.ts";
import { FeedModel, line, type Held } from "./model.ts";
import { CarefulSubscriber, stampedIn, type Stamped } from "./subscriber.ts";

/** A row of the plan that is edited. */
interface Row {
  readonly id: string;
  readonly words: number;
  readonly deadline: number;
  readonly responsible: number;
  readonly withdrawn: boolean;
  /** Corrections cited so far. */
  readonly cited: number;
}
interface State {
  readonly rows: readonly Row[];
  readonly occurrences: readonly number[];
}

/** Deadlines of every shape that an entry can have; the second word is what the text says. */
const deadlines = [
  "{ text: до 1 марта, until: 03-01 }",
  "{ text: до 4 марта, until: 03-04 }",
  "{ text: 6 – 12 мая, from: 05-06, to: 05-12 }",
  "{ text: 1 июня – 31 августа, from: 06-01, to: 08-31 }",
  "{ text: 1 – 30 июня, from: 06-01, to: 06-30 }",
  "{ text: с 1 апреля, from: 04-01 }",
  "{ text: ежеквартально, every: quarter }",
  "{ text: ежемесячно, every: month }",
  "{ text: в течение 3 рабочих дней после открытия, within: { working-days: 3, after: opening } }",
  "{ text: постоянно, continuous: all-year }",
] as const;
const responsible = ["[school]", "[nursery]", "[schools]", "[school, inspector]"] as const;
const feeds = ["all", "school", "nursery", "schools", "inspector", "both"] as const;

type Edit =
  | { readonly kind: "words" | "deadline" | "responsible"; readonly row: number; readonly value: number }
  | { readonly kind: "withdraw" | "note"; readonly row: number }
  | { readonly kind: "add" | "reorder" | "nothing" }
  | { readonly kind: "occurrence"; readonly day: number };

const row = fc.nat({ max: 9 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("words" as const, "deadline" as const, "responsible" as const),
    row,
    value: fc.nat({ max: 9 }),
  }),
  fc.record({ kind: fc.constantFrom("withdraw" as const, "note" as const), row }),
  fc.record({ kind: fc.constantFrom("add" as const, "reorder" as const, "nothing" as const) }),
  fc.record({ kind: fc.constant("occurrence" as const), day: fc.integer({ min: 1, max: 28 }) }),
);

/** Several edits, then a publication some days later; no days later is the same day once more. */
const history = fc.array(
  fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 3 }), days: fc.constantFrom(0, 1, 7, 45, 61) }),
  { minLength: 1, maxLength: 8 },
);

function changed(state: State, step: Edit): State {
  const at = "row" in step ? step.row % state.rows.length : -1;
  const withRow = (change: (old: Row) => Partial<Row>): State => ({
    ...state,
    rows: state.rows.map((old, index) => (index === at ? { ...old, ...change(old), cited: old.cited + 1 } : old)),
  });
  switch (step.kind) {
    case "words":
      return withRow(() => ({ words: step.value }));
    case "deadline":
      return withRow(() => ({ deadline: step.value % deadlines.length }));
    case "responsible":
      return withRow(() => ({ responsible: step.value % responsible.length }));
    case "withdraw":
      return withRow(({ withdrawn }) => ({ withdrawn: !withdrawn }));
    case "note":
    case "nothing":
      return state;
    case "add":
      return state.rows.length > 8
        ? state
        : {
            ...state,
            rows: [
              ...state.rows,
              {
                id: `1.${state.rows.length + 1}`,
                words: 0,
                deadline: state.rows.length % deadlines.length,
                responsible: 0,
                withdrawn: false,
                cited: 1,
              },
            ],
          };
    case "reorder":
      return { ...state, rows: [...state.rows].reverse() };
    case "occurrence":
      return {
        ...state,
        occurrences: state.occurrences.includes(step.day)
          ? state.occurrences.filter((day) => day !== step.day)
          : [...state.occurrences, step.day],
      };
  }
}

const yaml = ({ id, words, deadline, responsible: who, withdrawn, cited }: Row): string =>
  `  - { id: "${id}", activity: "Пособия, ${words}", responsible: ${responsible[who]!}, deadline: ${deadlines[deadline]!}${withdrawn ? ", withdrawn: { reason: не нужно }" : ""}${cited === 0 ? "" : `, corrected: [${Array.from({ length: cited }, (_, index) => `правка ${index + 1}`).join(", ")}]`} }`;

function plansOf({ rows, occurrences }: State): ReturnType<typeof tinyPlans> {
  const recorded = occurrences.map(
    (day) =>
      `  - { id: opened-${day}, event: opening, date: 2024-04-${String(day).padStart(2, "0")}, title: Открытие, source: { title: приказ } }`,
  );
  return tinyPlans({
    items: rows.map(yaml).join("\n"),
    files: {
      "2024/events.yaml": "events:\n  - { id: opening, title: открытие, scope: public }\n",
      "2024/occurrences.yaml": recorded.length === 0 ? "occurrences: []\n" : `occurrences:\n${recorded.join("\n")}\n`,
      "profiles.yaml": "profiles:\n  - { id: both, label: Оба, name: Оба, parties: [school, nursery] }\n",
    },
  });
}

/** Histories that once went wrong: feeds that a stretch leaves, before, while and after it becomes short. */
const found: [{ edits: Edit[]; days: number }[]][] = [
  [
    [
      { edits: [{ kind: "responsible", row: 8, value: 0 }], days: 0 },
      { edits: [{ kind: "deadline", row: 2, value: 0 }], days: 0 },
      { edits: [{ kind: "add" }], days: 0 },
    ],
  ],
  [
    [
      {
        edits: [
          { kind: "responsible", row: 5, value: 0 },
          { kind: "deadline", row: 5, value: 0 },
        ],
        days: 0,
      },
      { edits: [{ kind: "occurrence", day: 1 }], days: 0 },
    ],
  ],
  [
    [
      { edits: [{ kind: "reorder" }, { kind: "responsible", row: 0, value: 0 }], days: 0 },
      {
        edits: [
          { kind: "deadline", row: 0, value: 0 },
          { kind: "withdraw", row: 1 },
        ],
        days: 0,
      },
      { edits: [{ kind: "words", row: 0, value: 0 }], days: 0 },
    ],
  ],
  // What is withdrawn without a reason comes back for others: here it stays what it was.
  [
    [
      {
        edits: [
          { kind: "responsible", row: 0, value: 5 },
          { kind: "deadline", row: 0, value: 6 },
        ],
        days: 0,
      },
      { edits: [{ kind: "deadline", row: 0, value: 0 }], days: 0 },
    ],
  ],
];

const empty = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

type Feeds = ReadonlyMap<string, ReadonlyMap<string, Stamped>>;

/** What is wrong with the stamps of the entries that stand in a feed before and after a publication. */
function stampFaults(before: Feeds, after: Feeds): string[] {
  const returned = (uid: string): boolean =>
    [...after].some(
      ([feed, entries]) =>
        entries.get(uid)?.status === "CONFIRMED" && before.get(feed)?.get(uid)?.status === "CANCELLED",
    );
  return [...after].flatMap(([feed, entries]) =>
    [...entries.values()].flatMap((now): string[] => {
      const was = before.get(feed)?.get(now.uid);
      if (was === undefined) return [];
      const shown = withoutSequence(was) !== withoutSequence(now);
      const fault = (what: string): string =>
        `${feed}: ${what}: ${line(was)} ${was.modified} → ${line(now)} ${now.modified}`;
      return [
        // Where it comes back to one feed, all feeds have it under the same, higher number.
        ...((
          shown
            ? now.sequence > was.sequence
            : now.sequence === was.sequence || (now.sequence > was.sequence && returned(now.uid))
        )
          ? []
          : [fault("SEQUENCE")]),
        ...((
          shown || now.rest !== was.rest || now.sequence !== was.sequence
            ? now.modified > was.modified
            : now.modified === was.modified
        )
          ? []
          : [fault("LAST-MODIFIED")]),
      ];
    }),
  );
}

const withoutSequence = ({ uid, start, end, summary, status }: Held): string =>
  [uid, start, end, summary, status].join(" | ");

test("whatever is edited and published, subscribers hold what the plan says: nothing twice, nothing lost, nothing stale", () => {
  fc.assert(
    fc.property(history, (steps) => {
      let state: State = {
        rows: [0, 1, 3].map((deadline, index) => ({
          id: `1.${index + 1}`,
          words: 0,
          deadline,
          responsible: index,
          withdrawn: false,
          cited: 0,
        })),
        occurrences: [],
      };
      let today = parseDate("2024-02-01")!;
      let ledgers: SourceFile[] = [];
      let before: Feeds = new Map();
      const models = feeds.map((name) => new FeedModel(name));
      const subscribers = feeds.map(() => new CarefulSubscriber());
      for (const { edits, days } of [{ edits: [], days: 0 }, ...steps]) {
        state = edits.reduce(changed, state);
        today += days;
        const plans = plansOf(state);
        const { value, diagnostics } = checkPublications(plans, ledgers, { today });
        expect(
          diagnostics.filter(({ code }) => severityOf(code) === "error").map(({ code, values }) => [code, values]),
        ).toEqual([]);
        const publication = value[0]!;
        ledgers = publication.after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }));
        const again = checkPublications(plans, ledgers);
        expect(again.diagnostics).toEqual([]);
        expect(again.value[0]!.after.map(writeLedger), "a build lays nothing over what was just published").toEqual(
          ledgers.map(({ text }) => text),
        );
        const files = emitFeeds(plans, publication.history);
        expect(emitFeeds(plans, again.value[0]!.history)).toEqual(files);
        const stamped = new Map(
          feeds.map((name) => [name, stampedIn(files.find(({ path }) => path === `feeds/${name}.ics`)?.text ?? empty)]),
        );
        expect(stampFaults(before, stamped)).toEqual([]);
        before = stamped;
        feeds.forEach((name, index) => {
          models[index]!.publish(plans, isoDate(today));
          const ics = files.find(({ path }) => path === `feeds/${name}.ics`)?.text;
          expect(ics === undefined, `${name} is there when it holds something`).toBe(
            models[index]!.held().length === 0,
          );
          const fresh = new CarefulSubscriber();
          if (ics !== undefined) {
            subscribers[index]!.read(ics);
            fresh.read(ics);
          } else subscribers[index] = fresh;
          expect(subscribers[index]!.held().map(withoutSequence), name).toEqual(
            models[index]!.held().map(withoutSequence),
          );
          expect(subscribers[index]!.descriptions(), name).toEqual(fresh.descriptions());
        });
      }
    }),
    { ...runs(60), examples: found },
  );
});
