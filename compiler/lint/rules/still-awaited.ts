import { isDraft } from "../../resolve/model.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Rule } from "../rule.ts";

/**
 * A public event that deadlines wait for and that was never recorded, although the next plan is already there: it
 * happened unrecorded, or will not happen. The plan itself says that time has passed; no clock does.
 */
export const stillAwaited: Rule = {
  codes: ["still-awaited"],
  check: (resolved, report) => {
    const { plan, series, awaitableEvents } = resolved;
    const over = series.plans.some((other) => other.bounds.from > plan.bounds.to && !isDraft({ plan: other }));
    if (!over) return;
    const recorded = new Set(plan.occurrences.map(({ data }) => data.event));
    const awaited = new Map(awaitableEvents.map((event) => [event.id, event]));
    for (const { data, origin } of plan.events) {
      const waiting = awaited.get(data.id)?.awaitedBy ?? [];
      if (data.scope !== "public" || data.latest !== undefined || waiting.length === 0 || recorded.has(data.id))
        continue;
      report({
        code: "still-awaited",
        values: {
          name: data.id,
          bounds: { bounds: plan.bounds },
          items: { list: [...new Set(waiting.map(({ item }) => item))] },
        },
        span: spanOf(origin, ["id"]),
      });
    }
  },
};
