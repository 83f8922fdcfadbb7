/** A deadline's wording while it is typed: what it can mean, each meaning with the dates that the plan would have. */
import { homeYear } from "../calendar/bounds.ts";
import { compile, isError } from "../compile.ts";
import { describe } from "../diagnostics/render.ts";
import { flowText, type YamlValue } from "../edit/yaml-text.ts";
import { words } from "../explain/explain.ts";
import { faultText } from "../phrase/faults.ts";
import { hasPhrases } from "../phrase/languages.ts";
import { unnamed } from "../phrase/names.ts";
import { namesOf } from "../phrase/plan-names.ts";
import { interpretPhrase, type Interpretation } from "../phrase/read.ts";
import { phraseOf } from "../phrase/write.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { applyProposal } from "./apply.ts";
import { datesOf, planOn, proposalOn, type Desk } from "./desk.ts";
import { withFiles } from "./judge.ts";
import type { DeadlineCell, Operation } from "./proposal.ts";

/** One meaning of a wording. */
export interface WordingReading {
  /** The rule as a plan has it. */
  readonly rule: Readonly<Record<string, YamlValue>>;
  /** The rule in the words of orders; else as data. */
  readonly phrase: string;
  /** The dates that it gives, in words; empty where it gives none. */
  readonly dates: readonly string[];
  /** «по событию», «постоянно»: what it is. */
  readonly state: string;
  /** Why the plan cannot have it. */
  readonly errors: readonly string[];
  /** The meaning that holds where nothing else is said. */
  readonly byLaw: boolean;
  /** The words of an event that the plan does not name: it has to be said which is meant. */
  readonly event: string | null;
}

/** What a wording was found to mean. */
export type WordingRead =
  | {
      readonly fault: {
        readonly message: string;
        readonly word: string;
        readonly at: number;
        readonly nearest: string | null;
      };
      readonly readings?: undefined;
    }
  | { readonly fault?: undefined; readonly readings: readonly WordingReading[] }
  /** The language of the plan has no grammar of deadlines. */
  | { readonly fault?: undefined; readonly readings?: undefined };

/** How many meanings are dated. */
const most = 6;

/** A rule with a named event in the place of one that its words alone name. */
export function withEvent<T>(value: T, event: string): T {
  if (value === unnamed) return event as T;
  if (Array.isArray(value)) return value.map((each: unknown) => withEvent(each, event)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withEvent(inner as unknown, event)]),
  ) as T;
}

/** Where a wording is to stand: the cell of an item, and operations that come before it. */
export interface WordingPlace {
  readonly item: string;
  readonly cell: DeadlineCell;
  /** The operations with a deadline in that place. */
  readonly with: (deadline: Readonly<Record<string, YamlValue>>) => readonly Operation[];
}

type Dated = Pick<WordingReading, "dates" | "state" | "errors">;

/** The dates that a deadline has in its place, or why the plan cannot have it. */
function dated(desk: Desk, deadline: Readonly<Record<string, YamlValue>>, place: WordingPlace): Dated {
  const { language } = desk;
  const { sources } = desk.base;
  const { files } = applyProposal(sources, proposalOn(desk, place.with(deadline), {}))!;
  // What rules say of the wording is in the judgement of the whole draft, which follows.
  const { value, diagnostics } = compile(withFiles(sources, files), { drafts: true, lint: false });
  const plan = planOn(desk, { value });
  const errors = diagnostics.filter(isError).map((diagnostic) => describe(diagnostic, language).message);
  const item = plan?.byId.get(place.item);
  const cell = place.cell === "control" ? item?.control?.deadline : item?.deadline;
  if (plan === undefined || cell === null || cell === undefined) return { dates: [], state: "", errors };
  return { dates: datesOf(cell, plan, language), state: words[language].state[cell.state], errors };
}

function readingOf(
  desk: Desk,
  plan: ResolvedPlan,
  text: string,
  { rule, events, byLaw }: Interpretation,
  place: WordingPlace,
): WordingReading {
  const { language } = desk;
  const names = namesOf(plan.series, plan.plan);
  const asks = JSON.stringify(rule).includes(`"${unnamed}"`);
  const own = rule as Readonly<Record<string, YamlValue>>;
  const phrase = hasPhrases(language) ? phraseOf(rule, { language, names, event: events[0] }) : undefined;
  return {
    rule: own,
    phrase: phrase ?? flowText(own),
    ...(asks ? { dates: [], state: "", errors: [] } : dated(desk, { text, ...own }, place)),
    byLaw: byLaw === true,
    event: asks ? (events.find((each) => each !== "") ?? "") : null,
  };
}

function read(desk: Desk, text: string, place: WordingPlace): WordingRead {
  const { language } = desk;
  const plan = planOn(desk, desk.base);
  if (plan === undefined || !hasPhrases(language)) return {};
  const options = { language, year: homeYear(plan.bounds), names: namesOf(plan.series, plan.plan) };
  const { fault, interpretations } = interpretPhrase(text, options);
  if (fault !== undefined) {
    const { word, at, nearest } = fault;
    return { fault: { message: faultText(fault, language), word, at, nearest: nearest ?? null } };
  }
  return {
    readings: interpretations.slice(0, most).map((reading) => readingOf(desk, plan, text.trim(), reading, place)),
  };
}

/** What was read last on a desk: the words are asked about again when the whole draft is judged. */
const known = new WeakMap<Desk, Map<string, WordingRead>>();
const mostKnown = 50;

/** Reads a wording for a place of the plan. Never throws, and guesses nothing: every meaning is returned. */
export function readWording(desk: Desk, text: string, place: WordingPlace): WordingRead {
  const key = JSON.stringify([text, place.item, place.cell, place.with({})]);
  const own = known.get(desk) ?? new Map<string, WordingRead>();
  known.set(desk, own);
  const found = own.get(key) ?? read(desk, text, place);
  if (own.size >= mostKnown) own.clear();
  own.set(key, found);
  return found;
}
