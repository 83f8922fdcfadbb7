import { civilOf, type Day } from "../calendar/day.ts";
import type { Deadline } from "../generated/types.ts";
import { located } from "../load/yaml/parsed-yaml.ts";
import type { PlanItem } from "../load/workspace.ts";
import { resolveDeadline } from "./windows/windows.ts";
import { allForms } from "./forms/all-forms.ts";
import type { CellKind, ResolvedDeadline, ResolvedPlan } from "./model.ts";
import { Resolver } from "./resolver/resolver.ts";

/** Resolves a rule as if it were a row's own; the row's other cell, and all other rows, stay as they are. */
export type WhatIf = (rule: Deadline, row: PlanItem, kind: CellKind) => ResolvedDeadline;

/**
 * Answers what other rules would give in the places of a plan that is resolved already, without resolving it again for
 * each. What is wrong with such a rule is not reported. `tried` is a day for every event that has none.
 */
export function whatIf({ plan, bounds, ...policy }: ResolvedPlan, tried?: Day): WhatIf {
  const resolver = new Resolver({
    zone: policy.series.data["time-zone"],
    parties: policy.series.parties,
    plan,
    policy,
    forms: allForms,
    options: { asYear: civilOf(bounds.from).year, tried: tried === undefined ? undefined : { day: tried } },
    report: () => {},
  });
  return (rule, row, kind) =>
    resolveDeadline(
      located(rule, row.origin, ...(kind === "work" ? ["deadline"] : ["control", "deadline"])),
      row,
      kind,
      resolver,
    );
}
