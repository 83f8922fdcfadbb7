import type { RuleSet } from "../calendar/rule-set.ts";
import type { Deadline } from "../generated/types.ts";
import type { PlanItem } from "../load/workspace.ts";
import { spanOf, type Located, type Path } from "../load/yaml/parsed-yaml.ts";
import type { Span } from "../source/span.ts";
import type { CellKind } from "./model.ts";

/** The rule being resolved: whose it is and where it stands in the file. */
export interface RuleSite {
  readonly item: PlanItem;
  readonly kind: CellKind;
  /** The whole deadline of the cell, located. */
  readonly deadline: Located<Deadline>;
  /** The path of this rule inside the deadline (each/any nest). */
  readonly path: Path;
  /** The key that says the kind of the rule, once it is known. */
  readonly form?: string;
  readonly rules: RuleSet;
  /** The working calendar that it is counted by, where that is not the plan's. */
  readonly calendar?: string | undefined;
}

/** The span of a key inside the rule at a site. */
export function siteSpan(site: RuleSite, ...path: Path): Span {
  return spanOf(site.deadline.origin, [...site.path, ...path]);
}
