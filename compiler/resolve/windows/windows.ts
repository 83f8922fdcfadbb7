import type { Deadline } from "../../generated/types.ts";
import { spanOf, type Located } from "../../load/yaml/parsed-yaml.ts";
import type { PlanItem } from "../../load/workspace.ts";
import { combinedOf, formOf, listOf } from "../../rule/kinds.ts";
import { defined } from "../../source/defined.ts";
import { valuesByKey } from "../../source/values-by-key.ts";
import { combine } from "./combined.ts";
import type { Context } from "../context.ts";
import { ownCalendar } from "./own-calendar.ts";
import { instantsOf } from "../times.ts";
import type { Dates, Placed, RuleOutcome } from "../resolution.ts";
import type { RuleSite } from "../rule-site.ts";
import { costOf } from "../resolver/date-budget.ts";
import { datesKey } from "./dates-key.ts";
import { finalizeWindow } from "./finalize-window.ts";
import type { CellKind, DeadlineState, ResolvedDeadline, Window } from "../model.ts";

/** Points of the rule set that a rule sets for itself. */
function rulesFor(rule: Deadline, site: RuleSite): RuleSite["rules"] {
  const own = rule.rules;
  if (own === undefined) return site.rules;
  const point = <T>(value: T | undefined, given: { value: T; source: string }): { value: T; source: string } =>
    value === undefined ? given : { value, source: own.because };
  const mode = own.roll;
  const roll = Object.fromEntries(
    Object.entries(site.rules.roll).map(([key, given]) => [key, point(mode, given)]),
  ) as unknown as RuleSite["rules"]["roll"];
  return {
    ...site.rules,
    "event-day": point(own["event-day"], site.rules["event-day"]),
    "until-day": point(own["until-day"], site.rules["until-day"]),
    roll,
  };
}

const stateOrder: readonly DeadlineState[] = ["dated", "on-event", "external", "continuous"];

function resolveRule(rule: Deadline, given: RuleSite, context: Context): RuleOutcome {
  const site: RuleSite = { ...given, rules: rulesFor(rule, given) };
  const list = listOf(rule);
  if (list !== undefined) {
    const parts = (rule[list] ?? []).map((element, index) =>
      resolveRule({ ...inherited(rule), ...element }, { ...site, path: [...site.path, list, index] }, context),
    );
    return {
      state: stateOrder.find((state) => parts.some((part) => part.state === state)) ?? "dated",
      placed: parts.flatMap(({ placed }) => placed),
      waiting: parts.flatMap(({ waiting }) => waiting),
    };
  }
  const combined = combinedOf(rule);
  if (combined !== undefined) {
    const parts = (rule[combined] ?? []).map((element, index) =>
      resolveRule(element, { ...site, path: [...site.path, combined, index] }, context),
    );
    return combine(combined, rule, parts, site, context);
  }
  const kind = formOf(rule);
  if (kind === undefined) return { state: "dated", placed: [], waiting: [] };
  const own = ownCalendar(rule, site, context);
  const here: RuleSite = { ...site, form: kind, calendar: own?.calendar ?? site.calendar };
  if (!context.budget.take(0, here)) return { state: "dated", placed: [], waiting: [] };
  const since = context.log.mark();
  const resolution = context.form(kind)(rule, here, contextAt(here, context));
  const { state, waiting } = resolution;
  const windows =
    own === undefined
      ? resolution.windows
      : resolution.windows.map((window) => ({
          ...window,
          calendar: own.calendar,
          trace: [own.step, ...window.trace],
        }));
  if (state === "dated" && windows.length === 0 && context.log.isSilentSince(since)) {
    context.report({
      code: "rule-without-dates",
      values: { bounds: { bounds: context.bounds } },
      span: spanOf(site.deadline.origin, [...site.path, kind], "key"),
    });
  }
  return {
    state,
    waiting,
    placed: context.budget.take(costOf(windows), here) ? windows.map((window) => ({ window, site: here, rule })) : [],
  };
}

/** The context that a rule is resolved in: that of its own working calendar, where it has one. */
const contextAt = ({ calendar }: RuleSite, context: Context): Context =>
  calendar === undefined ? context : context.withCalendar(calendar);

/** The keys of a list that hold for all its elements. */
function inherited(rule: Deadline): Pick<Deadline, "audience" | "subject" | "at" | "zone"> {
  const { at, zone, audience, subject } = rule;
  return defined({ at, zone, audience, subject });
}

/**
 * Names the windows of a deadline: the element's own key, the period or occurrence, else an ordinal. An element's key
 * stands alone when it has one window and before the period or ordinal when it has several.
 */
function nameWindows(placed: readonly Placed[]): string[] {
  let ordinal = 0;
  const siblings = valuesByKey(placed.map((entry) => [entry.rule, entry]));
  return placed.map((entry) => {
    const own = entry.rule.key;
    const together = siblings.get(entry.rule) ?? [];
    if (own === undefined) return entry.window.key ?? String(++ordinal);
    if (together.length === 1) return own;
    return `${own}-${entry.window.key ?? together.indexOf(entry) + 1}`;
  });
}

function datesOf(site: RuleSite, context: Context): Dates {
  const { deadline } = site;
  const { state, placed: all, waiting } = resolveRule(deadline.data, site, context);
  const tooMany = all.length > context.limits.windows;
  if (tooMany)
    context.report({
      code: "too-many-windows",
      values: { limit: context.limits.windows },
      span: spanOf(deadline.origin, ["text"]),
    });
  const placed = tooMany ? [] : all;
  const keys = nameWindows(placed);
  const windows = placed.flatMap((entry, index): Window[] => {
    const dated = finalizeWindow(entry.window, keys[index]!, entry.site, contextAt(entry.site, context));
    if (dated === undefined) return [];
    const { subject, audience } = entry.rule;
    const timed = instantsOf(dated, entry.rule, entry.site, context);
    const window =
      timed === undefined ? dated : { ...dated, instants: timed.instants, trace: [...dated.trace, timed.step] };
    return [{ ...window, subject, audience }];
  });
  return { state, windows, waiting };
}

/** Resolves one cell: its rule to windows, each with the trace of how it came about. */
export function resolveDeadline(
  deadline: Located<Deadline>,
  item: PlanItem,
  kind: CellKind,
  context: Context,
): ResolvedDeadline {
  const site: RuleSite = { item, kind, deadline, path: [], rules: context.rules };
  const { state, windows, waiting } = context.memoized(datesKey(deadline.data, site, context), site, () =>
    datesOf(site, context),
  );
  return {
    text: deadline.data.text ?? "",
    state,
    rule: deadline.data,
    windows,
    waiting,
    inherited: false,
    origin: deadline.origin,
  };
}
