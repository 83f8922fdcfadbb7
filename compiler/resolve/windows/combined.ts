/** One deadline out of several: the earlier, the later, or a stretch from one to another. */
import type { Day } from "../../calendar/day.ts";
import type { Deadline } from "../../generated/types.ts";
import type { CombinedName } from "../../rule/kinds.ts";
import type { Context } from "../context.ts";
import type { TraceStep } from "../model.ts";
import type { Placed, RuleOutcome, UnkeyedWindow } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";

/** What makes sense of a whole deadline only. */
const ofTheWhole = ["key", "audience", "subject", "text", "at", "zone"] as const;

/** Reports keys of a part that belong to the whole. */
function checkParts(parts: readonly Deadline[], list: CombinedName, site: RuleSite, context: Context): void {
  parts.forEach((part, index) => {
    for (const key of ofTheWhole)
      if (part[key] !== undefined)
        context.report({ code: "combined-part-key", values: { key }, span: siteSpan(site, list, index, key) });
  });
}

type Parts = readonly Placed[];

/** The windows that make one, a window of each part; named where there are several. */
interface Group {
  readonly key?: string | undefined;
  readonly parts: Parts;
}

/** The windows that belong together: by their keys where a part has several, each beside the one window of the others. */
function groupsOf(lists: readonly Parts[]): readonly Group[] | undefined {
  const many = lists.filter(({ length }) => length > 1);
  const [first] = many;
  if (lists.some(({ length }) => length === 0)) return [];
  if (first === undefined) return [{ parts: lists.flat() }];
  const groups = first.map(({ window: { key } }): Group => ({
    key,
    parts: lists.flatMap((list) => (list.length === 1 ? list : list.filter(({ window }) => window.key === key))),
  }));
  const isPaired =
    many.every(({ length }) => length === first.length) && groups.every(({ parts }) => parts.length === lists.length);
  return isPaired ? groups : undefined;
}

/** The earlier or the later of some windows: the first of those that end on one day. */
function chosen(parts: Parts, which: "earliest" | "latest", site: RuleSite): Placed {
  const sign = which === "earliest" ? 1 : -1;
  // Of one day without a time and one with, the whole day is the later.
  const minutes = ({ window }: Placed): number => window.instants?.end ?? Infinity;
  const [found, next] = [...parts].sort(
    (a, b) => sign * (a.window.end - b.window.end || (minutes(a) < minutes(b) ? -1 : minutes(a) > minutes(b) ? 1 : 0)),
  );
  const { window, ...placed } = found!;
  const step: TraceStep = { step: "choose", which, day: window.end, other: next?.window.end };
  return {
    ...placed,
    site: { ...placed.site, path: site.path },
    window: { ...window, trace: [...window.trace, step] },
  };
}

/** The stretch from the day of one window to the last day of another; undefined, and reported, where it would end before. */
function stretch([from, to]: Parts, site: RuleSite, context: Context): Placed | undefined {
  const [first, last] = [from!.window, to!.window];
  const [start, end]: [Day, Day] = [first.start ?? first.end, last.end];
  if (end < start) {
    context.report({
      code: "range-reversed",
      values: { from: { day: start }, to: { day: end } },
      span: siteSpan(site, "between", 1),
    });
    return undefined;
  }
  const after = last.after ?? first.after;
  const occurrence = last.occurrence ?? first.occurrence;
  const since = first.instants?.start ?? first.instants?.end;
  const instants = last.instants && { ...last.instants, start: since };
  const window: UnkeyedWindow = {
    start,
    end,
    instants,
    shape: "range",
    roll: last.roll,
    after,
    occurrence,
    trace: [...first.trace, ...last.trace, { step: "between", start, end }],
  };
  return { window, site: { ...to!.site, path: site.path }, rule: to!.rule };
}

/**
 * Makes one deadline of the parts of a rule. While a part waits for its event, the earliest of the others holds already;
 * the latest, and a stretch, wait too.
 */
export function combine(
  list: CombinedName,
  rule: Deadline,
  parts: readonly RuleOutcome[],
  site: RuleSite,
  context: Context,
): RuleOutcome {
  checkParts(rule[list] ?? [], list, site, context);
  const waiting = parts.flatMap((part) => part.waiting);
  const undated = parts.findIndex(({ state }) => state === "continuous" || state === "external");
  if (undated !== -1) {
    context.report({ code: "combined-part-undated", values: {}, span: siteSpan(site, list, undated) });
    return { state: "dated", placed: [], waiting };
  }
  const isWaiting = ({ state, placed }: RuleOutcome): boolean => state === "on-event" && placed.length === 0;
  const known = list === "earliest" ? parts.filter((part) => !isWaiting(part)) : parts;
  if (known.length === 0 || known.some(isWaiting)) return { state: "on-event", placed: [], waiting };
  const groups = groupsOf(known.map(({ placed }) => placed));
  if (groups === undefined) context.report({ code: "combined-pairs", values: {}, span: siteSpan(site, list) });
  const placed = (groups ?? []).flatMap(({ key, parts: group }): Placed[] => {
    const made = list === "between" ? stretch(group, site, context) : chosen(group, list, site);
    if (made === undefined) return [];
    const { key: _, ...window } = made.window;
    return [{ rule, site: { ...made.site, form: list }, window: { ...window, key } }];
  });
  return { state: parts.every(({ state }) => state === "on-event") ? "on-event" : "dated", placed, waiting };
}
