import type { Event, Item, Period } from "../../generated/types.ts";
import { namesIn } from "../../rule/visit-rule.ts";
import type { Reading, Series } from "../../load/workspace.ts";
import { parseDate } from "../../calendar/day.ts";
import { agreement } from "../../phrase/agreement.ts";
import { phraseLanguageOf } from "../../phrase/languages.ts";
import type { Names } from "../../phrase/names.ts";
import { knownPeriods } from "../../phrase/ru/known-periods.ts";
import type { RecognisedPlan } from "../recognise/recognise.ts";
import type { AddNote } from "../report.ts";
import { explicitRule, ruleInBounds } from "./bounded-rule.ts";
import { draftEvents } from "./events.ts";
import { listFiles, partiesFile, sectionFile, type DraftFile } from "./files.ts";
import { headFile } from "./head-file.ts";
import { draftItem, type Dating } from "./items.ts";
import { draftParties, type DraftParties } from "./parties.ts";
import { carriedPeriods, glossaryPeriods } from "./periods.ts";
import { planName } from "./plan-name.ts";
import { previousYear } from "./previous.ts";
import { rowsOf, type Rows } from "./rows.ts";
import { ruleReader } from "./rules.ts";
import { glossaryFile, seriesFile, unnamedZone } from "./series.ts";
import { dateDeadline, type DatedDeadline, type DatingSetting } from "./dated.ts";
import { deadlineWords, sectionContext, type DeadlineWords } from "./deadline-words.ts";
import { isCalendarYear, type IsoBounds } from "../recognise/bounds.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";
import { planBounds } from "./year.ts";

/** Which plan a draft is of. */
export interface DraftOptions {
  readonly year?: number | undefined;
  /** The series that the plan belongs to; a new one of this name where there is none. */
  readonly series: Series | undefined;
  readonly slug: string;
  /** The calendar and the rules that deadlines are dated by, for the proof. */
  readonly policy?: DatingSetting["policy"] | undefined;
}

/** The files of a plan to be reviewed, by their paths below `plan/`. */
export interface Draft {
  readonly year: number;
  readonly folder: string;
  readonly files: readonly DraftFile[];
  readonly bounds: IsoBounds;
  readonly parties: DraftParties;
  /** What the deadlines of the rows mean, by the row's id; empty where no calendar was given. */
  readonly dated: ReadonlyMap<string, DatedDeadline>;
}

/** The definitions of the plan of the same year, where there is one, and those of the last year that it lacks. */
function ownOrLast<T extends { readonly id: string }>(
  own: readonly { readonly data: T }[] = [],
  last: readonly { readonly data: T }[] = [],
): T[] {
  return [...new Map([...last, ...own].map(({ data }) => [data.id, data])).values()];
}

/** Every name that the rules of some rows refer to. */
function referred(items: readonly Item[]): ReadonlySet<string> {
  const rules = items.flatMap(({ deadline, control }) => [deadline, control?.deadline]);
  const names = rules.filter((rule) => rule !== undefined).map(namesIn);
  return new Set(names.flatMap(({ events, periods }) => [...events, ...periods]));
}

/** What the files of a plan define beside its rows. */
interface Definitions {
  readonly periods: readonly Period[];
  readonly events: readonly Event[];
  readonly readings: readonly Reading[];
}

/** The definitions that the rows of a draft refer to: of those known before and of those that the document gave. */
function definedHere(
  items: readonly Item[],
  {
    before,
    ownPeriods,
    newPeriods,
    newEvents,
    rows,
  }: {
    readonly before: Definitions;
    /** Those that the plan of the same year has. */
    readonly ownPeriods: ReadonlySet<string>;
    readonly newPeriods: readonly Period[];
    readonly newEvents: readonly Event[];
    readonly rows: Rows;
  },
  addNote: AddNote,
): Definitions {
  const used = referred(items);
  const known = knownPeriods.filter(({ id }) => !before.periods.some((period) => period.id === id));
  return {
    periods: [
      ...carriedPeriods(before.periods, ownPeriods, used, addNote),
      ...[...newPeriods, ...known].filter(({ id }) => used.has(id)),
    ],
    events: [
      ...before.events.filter(({ id }) => used.has(id)).map((event) => withLatest(event, rows.byId)),
      ...newEvents,
    ],
    readings: before.readings.filter(({ id }) =>
      items.some((item) => item["party-reading"] === id || item.control?.["party-reading"] === id),
    ),
  };
}

/** An event without `latest` where the item that it refers to is gone. */
function withLatest(event: Event, rows: ReadonlyMap<string, unknown>): Event {
  const { latest, ...rest } = event;
  return latest === undefined || rows.has(latest) ? event : rest;
}

/** What the deadlines of a draft are dated with. `addedPeriods` and `addedEvents` grow while rows are read. */
interface DatingSources extends Omit<DatingSetting, "names" | "periods"> {
  readonly parties: Names["parties"];
  readonly knownPeriods: readonly Period[];
  readonly addedPeriods: readonly Period[];
  readonly knownEvents: readonly Event[];
  readonly addedEvents: readonly Event[];
  readonly zone: string;
}

/** Dates deadlines by what is known at each, and keeps those of the rows. */
function datingOf(sources: DatingSources): Dating & { readonly dated: ReadonlyMap<string, DatedDeadline> } {
  const { parties, knownEvents, addedEvents, zone } = sources;
  const dated = new Map<string, DatedDeadline>();
  const setting = (): DatingSetting => {
    const periods = [...sources.knownPeriods, ...sources.addedPeriods];
    return { ...sources, names: { parties, events: knownEvents, periods }, periods };
  };
  const bounds = { from: parseDate(sources.bounds.from)!, to: parseDate(sources.bounds.to)! };
  return {
    dated,
    date(words, row) {
      const found = dateDeadline(words, setting());
      if (row !== undefined) dated.set(row, found);
      return found;
    },
    rule: (phrase, found) => ruleInBounds(phrase, found, setting()),
    explicit: (windows) => explicitRule(windows, setting()),
    agrees(text, rule) {
      const names = { parties, periods: setting().periods, events: [...knownEvents, ...addedEvents] };
      return (
        rule.review === true ||
        agreement(text, rule, { bounds, names, zone, language: phraseLanguageOf(text) }).kind === "agrees"
      );
    },
  };
}

const coordination = /координац|взаимодействи|контроль за исполнением/i;

/** Clauses on coordination make no parties of a new series: they are named, so that somebody does. */
function noteCoordinators({ order }: RecognisedPlan, addNote: AddNote): void {
  const numbers = order.clauses
    .filter(({ text }) => coordination.test(text))
    .map(({ number }) => number.replace(/[.)]$/, ""));
  if (numbers.length > 0) addNote({ certainty: "left", code: "coordinators", values: { numbers: numbers.join(", ") } });
}

/** Drafts a plan from its document. */
export function draftPlan(plan: RecognisedPlan, options: DraftOptions, addNote: AddNote): Draft {
  const { series, slug } = options;
  const bounds = planBounds(plan, options.year, addNote);
  const year = Number(bounds.from.slice(0, 4));
  const rows = rowsOf(plan);
  const parties = draftParties(plan, series, addNote);
  const name = planName(bounds);
  const previous = previousYear(series, name);
  // If the year exists already, its order is imported again: what that plan has from elsewhere holds for this one too.
  const own = series?.plans.find((each) => each.id === name);
  const ownPeriods = new Set(own?.periods.map(({ data }) => data.id));
  const before: Definitions = {
    periods: ownOrLast(own?.periods, previous.plan?.periods),
    events: previous.plan?.events.map(({ data }) => data) ?? [],
    readings: previous.plan?.readings.map(({ data }) => data) ?? [],
  };
  const taken = new Set([...before.periods, ...before.events, ...knownPeriods].map(({ id }) => id));
  const defined = glossaryPeriods(plan.glossary, year, taken).filter(
    ({ title }) =>
      !before.periods.some((period) => period.title.toLowerCase().replace(/ё/g, "е") === title.replace(/ё/g, "е")),
  );
  const newEvents = draftEvents(rows, taken, addNote);
  const labels = parties.all.map(({ id, label }) => ({ id, label }));
  const rules = ruleReader({
    year,
    rows,
    parties: labels,
    periods: [...before.periods, ...defined],
    events: before.events,
    newEvents,
    taken,
    addNote,
  });
  const contexts = new Map(
    plan.sections.flatMap(({ section, rows: sectionRows }) => {
      const context = sectionContext(section.printed, plan.order["plan-title"] ?? "", bounds);
      return sectionRows.map((row) => [row.id, context] as const);
    }),
  );
  const wordsOf = (row: PlanRow): DeadlineWords | undefined => deadlineWords(row, contexts.get(row.id)!);
  const dating =
    options.policy &&
    datingOf({
      bounds,
      boundsCertain: plan.bounds?.certain === true || options.year !== undefined,
      parties: labels,
      knownPeriods: [...before.periods, ...defined],
      addedPeriods: rules.addedPeriods,
      knownEvents: before.events,
      addedEvents: newEvents.added,
      zone: series?.data["time-zone"] ?? unnamedZone,
      policy: options.policy,
    });
  const sections = plan.sections.map(({ section, rows: sectionRows }) => ({
    section,
    items: sectionRows.map((row) =>
      draftItem(row, {
        rows,
        parties,
        rules,
        previous,
        addNote,
        wordsOf,
        dating,
        isCalendarYear: isCalendarYear(bounds),
      }),
    ),
  }));

  const definitions = definedHere(
    sections.flatMap(({ items }) => items),
    { before, ownPeriods, newPeriods: [...defined, ...rules.addedPeriods], newEvents: newEvents.added, rows },
    addNote,
  );
  if (series === undefined) noteCoordinators(plan, addNote);
  const folder = `${slug}/${name}`;
  const shorts = new Map(previous.plan?.sections.map(({ data }) => [data.title, data.short]));
  return {
    year,
    folder,
    bounds,
    parties,
    dated: dating?.dated ?? new Map<string, DatedDeadline>(),
    files: [
      series === undefined
        ? seriesFile(slug, plan, parties, addNote)
        : { path: `${slug}/series.yaml`, text: series.origin.file.source.text, existing: "skip" },
      partiesFile(slug, series?.parties[0]?.origin.file.source.text, parties.added),
      glossaryFile(slug, plan, series, parties, definitions.periods),
      headFile(folder, bounds, plan.order, plan.columns, series?.data.document?.letterhead),
      ...sections.map(({ section, items }) =>
        sectionFile(folder, { ...section, short: shorts.get(section.title) }, items),
      ),
      ...listFiles(folder, definitions),
    ],
  };
}
