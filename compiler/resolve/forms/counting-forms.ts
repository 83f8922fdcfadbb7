/** The forms that count from something, and those without a date: all that a rule which waits for an event is made of. A browser that answers such rules needs no other. */
import { resolveAnchors } from "../anchors/anchors.ts";
import type { Forms } from "../context.ts";
import { dated } from "../resolution.ts";
import { resolveBefore, resolveExactly, resolveNoLaterThan, resolveOnDayOf, resolveWithin } from "./counted.ts";

export const countingForms = {
  within: (rule, site, context) =>
    rule.within
      ? resolveWithin(rule.within, resolveAnchors(rule.within.after, site, context), site, context)
      : dated([]),
  "no-later-than": (rule, site, context) =>
    rule["no-later-than"]
      ? resolveNoLaterThan(
          rule["no-later-than"],
          resolveAnchors(rule["no-later-than"].before, site, context),
          site,
          context,
        )
      : dated([]),
  "on-day-of": (rule, site, context) => resolveOnDayOf(resolveAnchors(rule["on-day-of"] ?? "", site, context), site),
  before: (rule, site, context) => resolveBefore(resolveAnchors(rule.before ?? "", site, context), site),
  exactly: (rule, site, context) =>
    rule.exactly
      ? resolveExactly(rule.exactly, resolveAnchors(rule.exactly.after, site, context), site, context)
      : dated([]),
  continuous: () => ({ state: "continuous", windows: [], waiting: [] }),
  external: () => ({ state: "external", windows: [], waiting: [] }),
} satisfies Forms;
