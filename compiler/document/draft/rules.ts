import type { Deadline, Event, Period } from "../../generated/types.ts";
import type { PhraseFault } from "../../phrase/faults.ts";
import { phraseLanguageOf } from "../../phrase/languages.ts";
import { unnamed, type Names } from "../../phrase/names.ts";
import { interpretPhrase, type InterpretedPhrase, type Interpretation } from "../../phrase/read.ts";
import { stems } from "../../phrase/ru/words/stems.ts";
import { renameEvents } from "../../rule/rename-events.ts";
import { namesIn } from "../../rule/visit-rule.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";
import { excerptOf, type AddNote } from "../report.ts";
import type { DraftEvents } from "./events.ts";
import { nominative } from "./nominative.ts";
import { periodNamed, periodOfHeading } from "./periods.ts";
import type { Rows } from "./rows.ts";

/** What the deadlines of a plan are read with. */
export interface RuleSetting {
  readonly year: number;
  readonly rows: Rows;
  readonly parties: Names["parties"];
  /** Periods and events that are known before a row is read. */
  readonly periods: readonly Period[];
  readonly events: readonly Event[];
  readonly newEvents: DraftEvents;
  /** Ids of periods that are taken. */
  readonly taken: Set<string>;
  readonly addNote: AddNote;
}

/** A rule of the last year, and the item that had it. */
export interface CarriedRule {
  readonly rule: Deadline;
  readonly item: string;
}

/** Reads the deadlines of rows, and collects the periods that had to be made from dates of the document. */
export interface RuleReader {
  /**
   * The rule of an item's or a control's deadline. A text that cannot be read becomes an external deadline; whatever was guessed
   * has `review: true`, and no plan with such marks is published. `carried` is the last year's rule for the same words: it is taken
   * where the words alone say less, and its keys are taken where they say the same.
   */
  read(text: string, row: PlanRow, carried?: CarriedRule): Deadline;
  readonly addedPeriods: readonly Period[];
}

/** Whether a rule refers to no event and no period, so that it means the same in every year. */
function namesNothing(rule: Deadline): boolean {
  const { periods, events } = namesIn(rule);
  return events.length === 0 && periods.every((name) => isUnit(name));
}

const isUnit = (name: string): boolean => ["week", "month", "quarter", "half-year", "year"].includes(name);

/** A rule as text without the keys of its dates, its own keys sorted. */
const withoutKeys = (rule: unknown): string =>
  JSON.stringify(rule, (key, value: unknown) => (key === "key" ? undefined : sorted(value)));

const sorted = (value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** How many words a title shares with the row and what stands above it. */
function closeness(title: string, context: ReadonlySet<string>): number {
  return stems(title).filter((stem) => context.has(stem)).length;
}

/** A reader for the deadlines of one plan. */
export function ruleReader(setting: RuleSetting): RuleReader {
  const { year, rows, addNote, newEvents } = setting;
  const addedPeriods: Period[] = [];
  const ownPeriods = new Map<string, Period | undefined>();

  /** What texts were read as. */
  const remembered = new Map<string, InterpretedPhrase>();

  const headingRule = (row: PlanRow): Deadline | undefined =>
    row.cells.deadline === ""
      ? undefined
      : interpretPhrase(row.cells.deadline, {
          year,
          names: { parties: setting.parties, periods: setting.periods },
          language: phraseLanguageOf(row.cells.deadline),
        }).interpretations?.[0].rule;

  /** The period that a row's own words name, once for deadline and control. */
  const ownPeriod = (row: PlanRow): Period | undefined => {
    if (!ownPeriods.has(row.id)) {
      const period = periodOfHeading(row, { rows, year, taken: setting.taken, ruleOfHeading: headingRule, addNote });
      ownPeriods.set(row.id, period);
      if (period !== undefined) addedPeriods.push(period);
    }
    return ownPeriods.get(row.id);
  };

  const contextOf = (row: PlanRow): ReadonlySet<string> =>
    new Set([row, ...rows.above(row.id)].flatMap(({ activity }) => stems(activity)));

  /** Of several interpretations the one whose names fit the row best; the first where they fit alike. */
  const choose = (
    interpretations: readonly Interpretation[],
    row: PlanRow,
  ): { readonly interpretation: Interpretation; readonly sure: boolean } => {
    if (interpretations.length === 1) return { interpretation: interpretations[0]!, sure: true };
    const context = contextOf(row);
    const score = ({ rule }: Interpretation): number => {
      const { periods, events } = namesIn(rule);
      const titles = [
        ...[...setting.periods, ...addedPeriods].filter(({ id }) => periods.includes(id)),
        ...setting.events.filter(({ id }) => events.includes(id)),
      ];
      return titles.reduce((sum, { title }) => sum + closeness(title, context), 0);
    };
    const best = Math.max(...interpretations.map(score));
    return { interpretation: interpretations.find((interpretation) => score(interpretation) === best)!, sure: false };
  };

  const readWith = (text: string, periods: readonly Period[]): InterpretedPhrase =>
    interpretPhrase(text, {
      year,
      names: { parties: setting.parties, events: setting.events, periods },
      language: phraseLanguageOf(text),
    });

  /** What a text means by itself, whichever row it stands in. */
  const readOnce = (text: string): InterpretedPhrase => {
    const read = remembered.get(text) ?? readWith(text, setting.periods);
    remembered.set(text, read);
    return read;
  };

  /** The last year's rule where the words alone say less; its keys where they say the same. */
  const readCarried = (text: string, row: PlanRow, carried: CarriedRule): Deadline => {
    const { interpretations } = readOnce(text);
    const plain =
      interpretations?.length === 1 && interpretations[0].events.length === 0 && namesNothing(interpretations[0].rule)
        ? interpretations[0].rule
        : undefined;
    addNote(
      plain === undefined
        ? { certainty: "guessed", code: "rule-carried", values: { item: carried.item }, item: row.id }
        : { certainty: "certain", code: "deadline-read", values: { text: excerptOf(text) }, item: row.id },
    );
    if (plain === undefined) return { ...carried.rule, review: true };
    return withoutKeys(plain) === withoutKeys(carried.rule) ? carried.rule : plain;
  };

  /** A period that the plan does not define may be the deadline of a heading above; undefined where the row names none. */
  const readWithOwnPeriod = (text: string, row: PlanRow): InterpretedPhrase | undefined => {
    const period = ownPeriod(row);
    return period && readWith(text, [...setting.periods, period]);
  };

  const leaveUnread = (text: string, row: PlanRow, fault: PhraseFault): Deadline => {
    const words = periodNamed(row);
    const onlyThePeriod =
      words !== undefined &&
      readWith(text, [...setting.periods, { id: unnamed, title: nominative(words) } as Period]).fault === undefined;
    addNote({
      certainty: "left",
      code: "deadline-unread",
      values: { text: excerptOf(text) },
      item: row.id,
      fault: onlyThePeriod ? { ...fault, code: "unknown-period" as const, word: words } : fault,
    });
    return { external: text, review: true };
  };

  /** The rule that fits the row best, its unnamed events made events of the plan. */
  const takeBest = (text: string, row: PlanRow, interpretations: readonly Interpretation[]): Deadline => {
    const { interpretation, sure } = choose(interpretations, row);
    // Unnamed events are in the order of the phrase, in the rule and in the list beside it.
    const words = interpretation.events.values();
    const rule = renameEvents(interpretation.rule, (name) =>
      name === unnamed ? newEvents.idFor(words.next().value || text, row.id) : name,
    );
    addNote({
      certainty: sure ? "certain" : "guessed",
      code: sure ? "deadline-read" : "deadline-ambiguous",
      values: { text: excerptOf(text) },
      item: row.id,
    });
    return sure ? rule : { ...rule, review: true };
  };

  return {
    addedPeriods,
    read(text, row, carried) {
      if (carried !== undefined) return readCarried(text, row, carried);
      const alone = readOnce(text);
      const read = alone.fault === undefined ? alone : (readWithOwnPeriod(text, row) ?? alone);
      return read.fault === undefined ? takeBest(text, row, read.interpretations) : leaveUnread(text, row, read.fault);
    },
  };
}
