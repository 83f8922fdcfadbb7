import type { Deadline, Every, Exception } from "../generated/types.ts";
import type { Path } from "../source/span.ts";
import { valueAt } from "../source/value-at.ts";
import { formNames, listNames, type FormName } from "./kinds.ts";
import {
  namePath,
  referenceOf,
  referencePaths,
  writtenReference,
  type Reference,
  type ReferenceForm,
} from "./references.ts";

/** What a typed day is to its rule: its last day, the first day of an interval, or the day that a count begins at. */
export type DayRole = "end" | "start" | "counted-from";

/** What to do with the names in a rule: a method for each kind of part that names something, in the plan or in the calendar. */
export interface NameVisitor {
  /** What a rule counts from: an event, a bound of a unit or period, or a day. */
  readonly reference: (reference: Reference, path: Path, form: ReferenceForm, rule: Deadline) => void;
  /** A period of the plan that a rule fills (`period`), recurs in (`every.in`) or leaves out (`every.except`). */
  readonly period: (name: string, path: Path) => void;
  /** What a rule recurs by: a unit of the calendar or a repeating period of the plan. */
  readonly recurrence: (unit: string, path: Path, every: Exclude<Every, string>) => void;
}

/**
 * What to do with the parts of a rule. Every call gets the path of the part below the rule that is visited; the path of a
 * name ends at the name itself. A visitor is not asked what to visit next: it sees the whole rule.
 */
export interface RuleVisitor extends Partial<NameVisitor> {
  /** A rule, before its parts: first the visited rule itself, then the elements of its lists at any depth. */
  readonly rule?: (rule: Deadline, path: Path) => void;
  /** A day as it is typed: MM-DD, MM-last or YYYY-MM-DD. */
  readonly day?: (text: string, path: Path, role: DayRole) => void;
}

type Visit = (rule: Deadline, path: Path, visitor: RuleVisitor) => void;

const visitNothing: Visit = () => {};

const visitReference =
  (form: ReferenceForm): Visit =>
  (rule, path, visitor) => {
    const written = writtenReference(rule, form);
    if (written === undefined) return;
    const reference = referenceOf(written);
    const at = [...path, ...referencePaths[form], ...namePath(written, reference)];
    visitor.reference?.(reference, at, form, rule);
    if (reference.kind === "day") visitor.day?.(reference.name, at, "counted-from");
  };

/** The exceptions of a recurrence, each with its path below `except`. */
export const exceptionsOf = (every: Exclude<Every, string>): readonly (readonly [Exception, Path])[] =>
  Array.isArray(every.except)
    ? every.except.map((each, index) => [each, [index]] as const)
    : every.except === undefined
      ? []
      : [[every.except, []]];

function visitExceptions(every: Exclude<Every, string>, path: Path, visitor: RuleVisitor): void {
  for (const [each, below] of exceptionsOf(every)) {
    if (typeof each === "string") continue;
    const at = [...path, "except", ...below];
    if (each.period !== undefined) visitor.period?.(each.period, [...at, "period"]);
    for (const key of ["from", "to"] as const)
      if (each[key] !== undefined) visitor.day?.(each[key], [...at, key], "counted-from");
    if (Array.isArray(each.on))
      each.on.forEach((text, index) => visitor.day?.(text, [...at, "on", index], "counted-from"));
    else if (each.on !== undefined) visitor.day?.(each.on, [...at, "on"], "counted-from");
  }
}

function visitRecurrence(every: Every, path: Path, visitor: RuleVisitor): void {
  if (typeof every === "string") {
    visitor.recurrence?.(every, path, { unit: every });
    return;
  }
  const bounds = every.in;
  visitor.recurrence?.(every.unit, [...path, "unit"], every);
  visitExceptions(every, path, visitor);
  if (typeof bounds === "string") visitor.period?.(bounds, [...path, "in"]);
  else if (bounds !== undefined) {
    if (bounds.period !== undefined) visitor.period?.(bounds.period, [...path, "in", "period"]);
    if (bounds.from !== undefined) visitor.day?.(bounds.from, [...path, "in", "from"], "start");
    if (bounds.to !== undefined) visitor.day?.(bounds.to, [...path, "in", "to"], "end");
  }
}

/** The parts of a rule of each form, in the order of its keys. A new form says here what it is made of. */
const parts: Readonly<Record<FormName, Visit>> = {
  on: ({ on }, path, visitor) => {
    if (Array.isArray(on)) on.forEach((text, index) => visitor.day?.(text, [...path, "on", index], "end"));
    else if (on !== undefined) visitor.day?.(on, [...path, "on"], "end");
  },
  from: ({ from = "", to, extended }, path, visitor) => {
    visitor.day?.(from, [...path, "from"], to === undefined ? "end" : "start");
    if (to !== undefined) visitor.day?.(to, [...path, "to"], "end");
    if (extended !== undefined) visitor.day?.(extended.to, [...path, "extended", "to"], "end");
  },
  until: (rule, path, visitor) => {
    if (typeof rule.until === "string") visitor.day?.(rule.until, [...path, "until"], "end");
    else visitReference("until")(rule, path, visitor);
  },
  month: visitNothing,
  period: ({ period = "" }, path, visitor) => visitor.period?.(period, [...path, "period"]),
  every: ({ every = "" }, path, visitor) => visitRecurrence(every, [...path, "every"], visitor),
  within: visitReference("within"),
  "no-later-than": visitReference("no-later-than"),
  "on-day-of": visitReference("on-day-of"),
  before: visitReference("before"),
  exactly: visitReference("exactly"),
  continuous: visitNothing,
  external: visitNothing,
};

/**
 * Visits a rule: the rule itself, the parts of its form, then the elements of its lists in the same way, in the order in
 * which they are written. The rule is not changed. Words without a rule have no parts.
 */
export function visitRule(rule: Deadline, visitor: RuleVisitor, path: Path = []): void {
  visitor.rule?.(rule, path);
  for (const form of formNames) if (rule[form] !== undefined) parts[form](rule, path, visitor);
  for (const list of listNames)
    rule[list]?.forEach((element, index) => visitRule(element, visitor, [...path, list, index]));
}

/** Visits a rule for all that it names: who checks, follows or lists names may leave out no kind of them. */
export const visitNames: (rule: Deadline, visitor: NameVisitor & RuleVisitor, path?: Path) => void = visitRule;

/** Returns a rule and the elements of its lists at any depth, a list before its elements. */
export const rulesIn = (rule: Deadline): readonly Deadline[] => [
  rule,
  ...listNames.flatMap((list) => rule[list] ?? []).flatMap(rulesIn),
];

/** A reference, and the rule that counts from it. */
export interface ReferenceIn {
  readonly reference: Reference;
  readonly form: ReferenceForm;
  /** The element of the visited rule. */
  readonly rule: Deadline;
}

const referenceForms = Object.keys(referencePaths) as readonly ReferenceForm[];

/** Whether a rule counts hours: they go from a time, and a day alone gives no date. */
export const countsHours = (rule: Deadline): boolean =>
  rulesIn(rule).some((each) => referenceForms.some((form) => valueAt(each, [form, "hours"]) !== undefined));

/** Returns all that a rule and its elements count from. */
export const referencesIn = (rule: Deadline): readonly ReferenceIn[] =>
  rulesIn(rule).flatMap((each) =>
    referenceForms.flatMap((form) => {
      const written = writtenReference(each, form);
      return written === undefined ? [] : [{ reference: referenceOf(written), form, rule: each }];
    }),
  );

/** Names that a rule refers to, each as often as it does. */
export interface NamesIn {
  readonly events: readonly string[];
  /** Periods of the plan and units of the calendar: they share a name space. */
  readonly periods: readonly string[];
  readonly items: readonly string[];
}

/** Returns the events, periods, units and items that a rule and its elements refer to. */
export function namesIn(rule: Deadline): NamesIn {
  const [events, periods, items]: [string[], string[], string[]] = [[], [], []];
  visitNames(rule, {
    reference: ({ kind, name }) => {
      if (kind === "event") events.push(name);
      else if (kind === "period") periods.push(name);
      else if (kind === "item") items.push(name);
    },
    period: (name) => periods.push(name),
    recurrence: (unit) => periods.push(unit),
  });
  return { events, periods, items };
}
