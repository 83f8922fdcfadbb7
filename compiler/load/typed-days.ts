import type { Deadline } from "../load/generated/types.ts";
import type { Path } from "../load/parsed-file.ts";

/** A day that stands in a rule as such. */
export interface TypedDay {
  readonly path: Path;
  /** As written: MM-DD, or YYYY-MM-DD. */
  readonly value: string;
}

/** «до конца февраля» (02-last) and «до конца квартала» are rules already: no day is typed in. */
const named = (value: Deadline["until"]): string | undefined => (typeof value === "string" && !value.endsWith("-last") ? value : undefined);

/**
 * Every day typed into a rule, in the order of its keys. The first day of a stretch is left out where its last one is
 * there: the last one is the deadline.
 */
export function typedDays(rule: Deadline, { starts = false }: { readonly starts?: boolean } = {}, path: Path = []): TypedDay[] {
  const below = (keys: Path, value: string | undefined): TypedDay[] => (value === undefined ? [] : [{ path: [...path, ...keys], value }]);
  const at = (key: string, value: string | undefined): TypedDay[] => below([key], value);
  const on = Array.isArray(rule.on) ? rule.on.map((value, index) => ({ path: [...path, "on", index], value })) : at("on", rule.on);
  const bounds = typeof rule.every === "object" && typeof rule.every.in === "object" ? rule.every.in : {};
  const inner = (["any", "each"] as const).flatMap((list) => (rule[list] ?? []).flatMap((element, index) => typedDays(element, { starts }, [...path, list, index])));
  return [
    ...on, ...(rule.to === undefined || starts ? at("from", rule.from) : []), ...at("to", named(rule.to)), ...at("until", named(rule.until)),
    ...below(["extended", "to"], named(rule.extended?.to)),
    ...(starts && bounds.from !== undefined ? [{ path: [...path, "every", "in", "from"], value: bounds.from }] : []),
    ...below(["every", "in", "to"], named(bounds.to)), ...inner,
  ];
}
