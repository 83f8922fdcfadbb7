import type { Event, Item, Period } from "../../generated/types.ts";
import { namesIn } from "../../rule/visit-rule.ts";
import type { Series } from "../../load/workspace.ts";
import { parseDate } from "../../calendar/day.ts";
import { agreement } from "../../phrase/agreement.ts";
import { phraseLanguageOf } from "../../phrase/languages.ts";
import { knownPeriods } from "../../phrase/ru/known-periods.ts";
import type { RecognisedPlan } from "../recognise/recognise.ts";
import type { AddNote } from "../report.ts";
import { explicitRule, ruleInBounds } from "./bounded-rule.ts";
import { draftEvents } from "./events.ts";
import { listFiles, partiesFile, sectionFile, type DraftFile } from "./files.ts";
import { headFile } from "./head-file.ts";
import { draftItem, type Dating } from "./items.ts";
import { draftParties, type DraftParties } from "./parties.ts";
import { glossaryPeriods } from "./periods.ts";
import { planName } from "./plan-name.ts";
import { previousYear } from "./previous.ts";
import { rowsOf } from "./rows.ts";
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
function definitions<T extends { readonly id: string }>(
  own: readonly { readonly data: T }[] = [],
  last: readonly { readonly data: T }[] = [],
): T[] {
  return [...new Map([...last, ...own].map(({ data }) => [data.id, data])).values()];
}

/** Periods that rules refer to and the document does not define; dates of the last year are to be reviewed. */
function carriedPeriods(
  periods: readonly Period[],
  own: ReadonlySet<string>,
  used: ReadonlySet<string>,
  addNote: AddNote,
): Period[] {
  return periods
    .filter(({ id }) => used.has(id))
    .map((period) => {
      if (period.from === undefined) return period;
      const { id, title } = period;
      addNote(
        own.has(id)
          ? { certainty: "guessed", code: "period-known", values: { title, id } }
          : { certainty: "guessed", code: "period-carried", values: { id } },
      );
      return own.has(id) ? period : { ...period, review: true as const };
    });
}

/** Every name that the rules of some rows refer to. */
function referred(items: readonly Item[]): ReadonlySet<string> {
  const rules = items.flatMap(({ deadline, control }) => [deadline, control?.deadline]);
  const names = rules.filter((rule) => rule !== undefined).map(namesIn);
  return new Set(names.flatMap(({ events, periods }) => [...events, ...periods]));
}

const coordination = /координац|взаимодействи|контроль за исполнением/i;

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
  const before = {
    periods: definitions(own?.periods, previous.plan?.periods),
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
    plan.sections.flatMap(({ section, rows: own }) => {
      const context = sectionContext(section.printed, plan.order["plan-title"] ?? "", bounds);
      return own.map((row) => [row.id, context] as const);
    }),
  );
  const wordsOf = (row: PlanRow): DeadlineWords | undefined => deadlineWords(row, contexts.get(row.id)!);
  const dated = new Map<string, DatedDeadline>();
  const datingSetting = (): DatingSetting => {
    const periods = [...before.periods, ...defined, ...rules.addedPeriods];
    return {
      bounds,
      boundsCertain: plan.bounds?.certain === true || options.year !== undefined,
      names: { parties: labels, events: before.events, periods },
      periods,
      policy: options.policy!,
    };
  };
  const dating: Dating = {
    date(words, row) {
      const found = dateDeadline(words, datingSetting());
      if (row !== undefined) dated.set(row, found);
      return found;
    },
    rule: (phrase, found) => ruleInBounds(phrase, found, datingSetting()),
    explicit: (windows) => explicitRule(windows, datingSetting()),
    agrees(text, rule) {
      const { names } = datingSetting();
      const all = { parties: labels, periods: names.periods!, events: [...before.events, ...newEvents.added] };
      const zone = series?.data["time-zone"] ?? unnamedZone;
      const within = { from: parseDate(bounds.from)!, to: parseDate(bounds.to)! };
      return (
        rule.review === true ||
        agreement(text, rule, { bounds: within, names: all, zone, language: phraseLanguageOf(text) }).kind === "agrees"
      );
    },
  };
  const sections = plan.sections.map(({ section, rows: own }) => ({
    section,
    items: own.map((row) =>
      draftItem(row, {
        rows,
        parties,
        rules,
        previous,
        addNote,
        wordsOf,
        dating: options.policy && dating,
        isCalendarYear: isCalendarYear(bounds),
      }),
    ),
  }));

  const used = referred(sections.flatMap(({ items }) => items));
  const periods = [
    ...carriedPeriods(before.periods, ownPeriods, used, addNote),
    ...[
      ...defined,
      ...rules.addedPeriods,
      ...knownPeriods.filter(({ id }) => !before.periods.some((period) => period.id === id)),
    ].filter(({ id }) => used.has(id)),
  ];
  const events: Event[] = [
    ...before.events.filter(({ id }) => used.has(id)).map((event) => withLatest(event, rows.byId)),
    ...newEvents.added,
  ];
  const readings = before.readings.filter(({ id }) =>
    sections.some(({ items }) =>
      items.some((item) => item["party-reading"] === id || item.control?.["party-reading"] === id),
    ),
  );

  const clauses = plan.order.clauses
    .filter(({ text }) => coordination.test(text))
    .map(({ number }) => number.replace(/[.)]$/, ""));
  if (series === undefined && clauses.length > 0)
    addNote({ certainty: "left", code: "coordinators", values: { numbers: clauses.join(", ") } });
  const folder = `${slug}/${name}`;
  const shorts = new Map(previous.plan?.sections.map(({ data }) => [data.title, data.short]));
  return {
    year,
    folder,
    bounds,
    parties,
    dated,
    files: [
      series === undefined
        ? seriesFile(slug, plan, parties, addNote)
        : { path: `${slug}/series.yaml`, text: series.origin.file.source.text, existing: "skip" },
      partiesFile(slug, series?.parties[0]?.origin.file.source.text, parties.added),
      glossaryFile(slug, plan, series, parties, periods),
      headFile(folder, bounds, plan.order, plan.columns, series?.data.document?.letterhead),
      ...sections.map(({ section, items }) =>
        sectionFile(folder, { ...section, short: shorts.get(section.title) }, items),
      ),
      ...listFiles(folder, { events, periods, readings }),
    ],
  };
}

/** An event without `latest` where the item that it refers to is gone. */
function withLatest(event: Event, rows: ReadonlyMap<string, unknown>): Event {
  const { latest, ...rest } = event;
  return latest === undefined || rows.has(latest) ? event : rest;
}
