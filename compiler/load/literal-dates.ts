import type { Deadline } from "../generated/types.ts";
import type { Path } from "./yaml/parsed-yaml.ts";

/** A day that stands in a rule as such. */
export interface TypedDay {
  readonly path: Path;
  /** As written: MM-DD, or YYYY-MM-DD. */
  readonly value: string;
}

/** «до конца февраля» (02-last) and «до конца квартала» are rules already: no day is typed in. */
const named = (value: Deadline["until"]): string | undefined =>
  typeof value === "string" && !value.endsWith("-last") ? value : undefined;

/** «за 10 дней до 1 сентября»: the day that a count begins at, where the rule names it. */
const countedFrom = (reference: NonNullable<Deadline["within"]>["after"] | undefined): string | undefined =>
  typeof reference === "object" ? reference.day : undefined;

/**
 * Every day typed into a rule, in the order of its keys. Days that are not the deadline's own last ones (the first day of a
 * stretch where its last one is there, the day that a count begins at) are left out unless `starts` asks for them.
 */
export function typedDays(
  rule: Deadline,
  { starts = false }: { readonly starts?: boolean } = {},
  path: Path = [],
): TypedDay[] {
  const below = (keys: Path, value: string | undefined): TypedDay[] =>
    value === undefined ? [] : [{ path: [...path, ...keys], value }];
  const at = (key: string, value: string | undefined): TypedDay[] => below([key], value);
  const on = Array.isArray(rule.on)
    ? rule.on.map((value, index) => ({ path: [...path, "on", index], value }))
    : at("on", rule.on);
  const bounds = typeof rule.every === "object" && typeof rule.every.in === "object" ? rule.every.in : {};
  const inner = (["any", "each"] as const).flatMap((list) =>
    (rule[list] ?? []).flatMap((element, index) => typedDays(element, { starts }, [...path, list, index])),
  );
  return [
    ...on,
    ...(rule.to === undefined || starts ? at("from", rule.from) : []),
    ...at("to", named(rule.to)),
    ...at("until", named(rule.until)),
    ...below(["extended", "to"], named(rule.extended?.to)),
    ...(starts && bounds.from !== undefined ? [{ path: [...path, "every", "in", "from"], value: bounds.from }] : []),
    ...(starts
      ? [
          ...below(["within", "after", "day"], countedFrom(rule.within?.after)),
          ...below(["no-later-than", "before", "day"], countedFrom(rule["no-later-than"]?.before)),
        ]
      : []),
    ...below(["every", "in", "to"], named(bounds.to)),
    ...inner,
  ];
}
