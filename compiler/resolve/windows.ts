import type { RollClass } from "../calendar/rule-set.ts";
import type { DayReason } from "../calendar/working-calendar.ts";
import type { Deadline } from "../generated/types.ts";
import { spanOf, type Located } from "../load/yaml/parsed-yaml.ts";
import type { PlanItem } from "../load/workspace.ts";
import { yearOf, type Context, type Dates, type Draft, type Resolution, type RuleSite } from "./context.ts";
import { formOf, isBounding, listOf } from "../rule/kinds.ts";
import { ruleKey } from "../rule/rule-key.ts";
import { rulesIn } from "../rule/visit-rule.ts";
import type { DeadlineState, ResolvedDeadline, TraceStep, Window } from "./model.ts";

/** What an element of `each` or `any` says of its own windows. */
interface Placed {
  readonly draft: Draft;
  readonly site: RuleSite;
  readonly rule: Deadline;
}
interface Part {
  readonly state: DeadlineState;
  readonly placed: readonly Placed[];
  readonly waiting: Resolution["waiting"];
}

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

function resolveRule(rule: Deadline, given: RuleSite, context: Context): Part {
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
  const kind = formOf(rule);
  if (kind === undefined) return { state: "dated", placed: [], waiting: [] };
  const here: RuleSite = { ...site, form: kind };
  if (!context.spend([], here)) return { state: "dated", placed: [], waiting: [] };
  const { told } = context;
  const { state, drafts, waiting } = context.form(kind)(rule, here, context);
  if (state === "dated" && drafts.length === 0 && told === context.told) {
    context.report({
      code: "rule-without-dates",
      values: { year: context.year },
      span: spanOf(site.deadline.origin, [...site.path, kind], "key"),
    });
  }
  return {
    state,
    waiting,
    placed: !context.spend(drafts, here) ? [] : drafts.map((draft) => ({ draft, site: here, rule })),
  };
}

/** What a list says once for all its elements. */
function inherited(rule: Deadline): Pick<Deadline, "audience" | "subject"> {
  return {
    ...(rule.audience === undefined ? {} : { audience: rule.audience }),
    ...(rule.subject === undefined ? {} : { subject: rule.subject }),
  };
}

/**
 * Names the windows of a deadline: the element's own key, the period or occurrence, else an ordinal. An element's key
 * stands alone when it has one window and before the period or ordinal when it has several.
 */
function nameWindows(placed: readonly Placed[]): string[] {
  let ordinal = 0;
  const siblings = new Map<Deadline, Placed[]>();
  for (const entry of placed) {
    const before = siblings.get(entry.rule);
    if (before === undefined) siblings.set(entry.rule, [entry]);
    else before.push(entry);
  }
  return placed.map((entry) => {
    const own = entry.rule.key;
    const together = siblings.get(entry.rule) ?? [];
    if (own === undefined) return entry.draft.key ?? String(++ordinal);
    if (together.length === 1) return own;
    return `${own}-${entry.draft.key ?? together.indexOf(entry) + 1}`;
  });
}

/** The last working day of a stretch, or the one before a day off; an ordinary working day needs none, and a stretch of days off has none. */
function lastWorkingDay(
  { start, end, shape }: Draft,
  site: RuleSite,
  context: Context,
): Pick<Window, "lastWorkingDay"> {
  const { calendar } = context;
  // The year before a stretch of days off need not be known.
  if (shape === "day" ? calendar.isWorking(end) : calendar.workingDaysIn(start ?? end, end) === 0) return {};
  const day = context.known(calendar.previousWorking(end), site);
  return day === undefined ? {} : { lastWorkingDay: day };
}

/** What a day off at the end of a window does to it by the rule set, with the step that tells it. */
function roll(
  { start, end }: Draft,
  { value: mode, source }: RuleSite["rules"]["roll"][RollClass],
  reason: DayReason,
  site: RuleSite,
  context: Context,
): { moved: Partial<Window>; step: TraceStep } {
  const { calendar } = context;
  const step = { step: "roll" as const, mode, day: end, reason, source };
  const next = mode === "previous" ? undefined : context.known(calendar.nextWorking(end), site);
  const previous = mode === "next" ? undefined : context.known(calendar.previousWorking(end), site);
  if (mode === "beside") {
    const beside = {
      ...(next === undefined ? {} : { rolled: next }),
      ...(previous === undefined || (start !== null && previous < start) ? {} : { planBy: previous }),
    };
    return { moved: beside, step: { ...step, ...beside } };
  }
  const day = next ?? previous ?? end;
  // A day moves whole; of a stretch that ends before it begins nothing is left but the day that it is moved to.
  const moved = { start: start === end ? day : start === null ? null : Math.min(start, day), end: day };
  return { moved, step: { ...step, ...(mode === "next" ? { rolled: day } : { planBy: day }) } };
}

/** Holds the end of a window to the working calendar by the rule set, and drops it where the calendar ends. */
function settle({ draft, site }: Placed, key: string, context: Context): Window | undefined {
  const { calendar } = context;
  const { key: _, ...rest } = draft;
  const window = { ...rest, key, path: site.path };
  if (!calendar.covers(draft.end)) {
    context.known({ beyond: yearOf(draft.end) }, site);
    return undefined;
  }
  if (draft.roll === null) return window;
  const reason = calendar.reason(draft.end);
  const point = site.rules.roll[draft.roll];
  if (reason === undefined || reason.kind === "working" || point.value === "none")
    return { ...window, ...lastWorkingDay(draft, site, context) };
  const { moved, step } = roll(draft, point, reason, site, context);
  return {
    ...window,
    ...(point.value === "beside" ? lastWorkingDay(draft, site, context) : {}),
    ...moved,
    trace: [...draft.trace, step],
  };
}

/** A rule, or one of its elements, runs on to the end of whatever its row lies in. */
const dependsOnRow = (rule: Deadline): boolean =>
  rulesIn(rule).some(({ from, to }) => from !== undefined && to === undefined);

/** A rule, or one of its elements, recurs without bounds of its own. */
const isUnbounded = (rule: Deadline): boolean =>
  rulesIn(rule).some(({ every }) => every !== undefined && (typeof every === "string" || every.in === undefined));

/**
 * Names all that a deadline's dates depend on besides the plan's own events, periods, calendar and rule set; undefined
 * where they depend on the place of the row. Rows of one name have the same dates.
 */
function nameOf(rule: Deadline, { item, kind, deadline }: RuleSite, context: Context): string | undefined {
  if (dependsOnRow(rule)) return undefined;
  if (kind === "work" || !isUnbounded(rule)) return ruleKey(rule);
  const own = context.deadlineOf(item.data.id, deadline, ["every"])?.rule;
  if (own === undefined || !isBounding(own)) return ruleKey(rule);
  return dependsOnRow(own) ? undefined : `${ruleKey(rule)} ${ruleKey(own)}`;
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
    const window = settle(entry, keys[index]!, context);
    if (window === undefined) return [];
    const { subject, audience } = entry.rule;
    return [
      { ...window, ...(subject === undefined ? {} : { subject }), ...(audience === undefined ? {} : { audience }) },
    ];
  });
  return { state, windows, waiting };
}

/** Resolves one cell: its rule to windows, each with the trace of how it came about. */
export function resolveDeadline(
  deadline: Located<Deadline>,
  item: PlanItem,
  kind: "work" | "control",
  context: Context,
): ResolvedDeadline {
  const site: RuleSite = { item, kind, deadline, path: [], rules: context.rules };
  const { state, windows, waiting } = context.shared(nameOf(deadline.data, site, context), site, () =>
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
