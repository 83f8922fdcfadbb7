import { namesIn } from "../../rule/visit-rule.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Deadline, FormerCells } from "../../generated/types.ts";
import type { PlanItem } from "../../load/workspace.ts";
import { rowAmendments } from "../../resolve/editions/amendments.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import type { Rule } from "../rule.ts";

/** Every party word that the plan's rows use. */
function partiesUsed({ items, dueWindows }: ResolvedPlan): Set<string> {
  // Most due windows have one of a few lists.
  const lists = new Set([...items.map(({ responsible }) => responsible), ...dueWindows.map(({ parties }) => parties)]);
  return new Set([...lists].flat());
}

/** A party with nothing to do, no body to serve, no group to be in and nobody to oversee is a leftover or a typing error. */
export const unusedParty: Rule = {
  codes: ["unused-party"],
  check: (resolved, report) => {
    const used = partiesUsed(resolved);
    const { parties, data } = resolved.series;
    const idle = parties.filter(
      ({ data: party }) =>
        !used.has(party.id) &&
        party.oversees === undefined &&
        party["member-of"] === undefined &&
        party.id !== data.controller &&
        !parties.some(
          ({ data: other }) =>
            other["member-of"]?.includes(party.id) ||
            other["officer-of"]?.includes(party.id) ||
            (Array.isArray(other.oversees) && other.oversees.includes(party.id)),
        ),
    );
    for (const { data: party, origin } of idle)
      report({ code: "unused-party", values: { name: party.id }, span: spanOf(origin, ["id"]) });
  },
};

/** The cells of a row as they are and as they were before each amendment: past dates still come from these. */
const rowEditions = ({ data }: PlanItem): readonly FormerCells[] => [
  data,
  ...rowAmendments(data).flatMap(({ was }) => was ?? []),
];

/** Every rule that rows have or had. */
const rulesOf = ({ items }: Pick<ResolvedPlan, "items">): readonly Deadline[] =>
  items
    .flatMap(({ source }) => rowEditions(source))
    .flatMap(({ deadline, control }) => [deadline, control?.deadline])
    .filter((rule) => rule !== undefined);

/** An event that nothing waits for. */
export const unusedEvent: Rule = {
  codes: ["unused-event"],
  check: (resolved, report) => {
    const { plan, awaitableEvents } = resolved;
    const awaited = new Set([
      ...awaitableEvents.filter((event) => event.awaitedBy.length > 0).map(({ id }) => id),
      ...rulesOf(resolved).flatMap((rule) => namesIn(rule).events),
    ]);
    for (const { data, origin } of plan.events)
      if (!awaited.has(data.id))
        report({ code: "unused-event", values: { name: data.id }, span: spanOf(origin, ["id"]) });
  },
};

function periodsUsed(resolved: ResolvedPlan): Set<string> {
  const { awaitableEvents, series } = resolved;
  const used = new Set<string>(awaitableEvents.filter(({ awaitedBy }) => awaitedBy.length > 0).map(({ id }) => id));
  for (const rule of rulesOf(resolved)) for (const name of namesIn(rule).periods) used.add(name);
  for (const { period } of series.glossary.data.terms) if (period !== undefined) used.add(period);
  return used;
}

/** A named period that no deadline and no term of the glossary uses. */
export const unusedPeriod: Rule = {
  codes: ["unused-period"],
  check: (resolved, report) => {
    const used = periodsUsed(resolved);
    for (const { data, origin } of resolved.plan.periods)
      if (!used.has(data.id))
        report({ code: "unused-period", values: { name: data.id }, span: spanOf(origin, ["id"]) });
  },
};

/** A reading that no row applies. */
export const unusedReading: Rule = {
  codes: ["unused-reading"],
  check: ({ plan, items }, report) => {
    const used = new Set(
      items
        .flatMap(({ source }) => rowEditions(source))
        .flatMap(({ control, ...row }) => [row["party-reading"], control?.["party-reading"]]),
    );
    for (const { data, origin } of plan.readings)
      if (!used.has(data.id))
        report({ code: "unused-reading", values: { name: data.id }, span: spanOf(origin, ["id"]) });
  },
};
