import type { Event, Occurrence } from "../generated/types.ts";
import { spanOf, type Located } from "../load/yaml/parsed-yaml.ts";
import type { Context } from "./context.ts";

/** A key of a calendar's unit: a deadline with such a window recurs, and has more of them in other years. */
const isPeriod = (key: string): boolean => /^\d{4}-/.test(key);

/** The period of a record: one of those that the event comes back in, once; none where it does not come back. */
function checkPeriod(
  record: Located<Occurrence>,
  { id, latest }: Event,
  recordedPeriods: Map<string, Located<Occurrence>>,
  context: Context,
): void {
  const { period } = record.data;
  const keys =
    latest === undefined ? [] : (context.deadlineOf(latest, record, ["event"])?.windows ?? []).map(({ key }) => key);
  if (period === undefined) {
    const earlier = recordedPeriods.get("");
    recordedPeriods.set("", earlier ?? record);
    if (keys.length > 1 || keys.some(isPeriod))
      context.report({
        code: "occurrence-needs-period",
        values: { name: id, example: /^\d+$/.test(keys[0]!) ? JSON.stringify(keys[0]) : keys[0]! },
        span: spanOf(record.origin, ["event"]),
      });
    else if (latest !== undefined && earlier !== undefined)
      context.report({
        code: "recorded-twice",
        values: { name: id, first: earlier.data.id },
        span: spanOf(record.origin, ["event"]),
        related: [{ span: spanOf(earlier.origin, ["event"]), code: "first-here" }],
      });
    return;
  }
  const span = spanOf(record.origin, ["period"]);
  const earlier = recordedPeriods.get(period);
  recordedPeriods.set(period, earlier ?? record);
  if (!keys.includes(period))
    context.report({
      code: "unknown-occurrence-period",
      values: { name: id, period, ...(keys.length > 0 ? { choices: { list: keys } } : {}) },
      span,
    });
  else if (earlier !== undefined)
    context.report({
      code: "duplicate-occurrence",
      values: { name: id, period },
      span,
      related: [{ span: spanOf(earlier.origin, ["period"]), code: "first-here" }],
    });
}

/** A record must name an event that has one date for all, and the period where the event comes back. */
export function checkOccurrences(context: Context): void {
  for (const [name, records] of context.rows.occurrences) {
    const event = context.rows.events.get(name)?.data;
    if (event === undefined) continue;
    const recordedPeriods = new Map<string, Located<Occurrence>>();
    for (const record of records) {
      if (event.scope === "own")
        context.report({ code: "occurrence-of-own", values: { name }, span: spanOf(record.origin, ["event"]) });
      else checkPeriod(record, event, recordedPeriods, context);
    }
  }
}
