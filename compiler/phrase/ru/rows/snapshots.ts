/** «по состоянию на 1 января»: the day that figures are of. Beside a deadline it says nothing of it; alone it is none. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Deadline } from "../../../generated/types.ts";
import type { Interpretation } from "../../interpretation.ts";

grammar.rule<true>("snapshot", [
  { pattern: "по состоянию на (<days> | <numbered-selector> [<owner-ref>])", action: () => true },
  { pattern: "по состоянию на (<named-end> | <named-start>)", action: () => true },
]);

/** Whether a rule says by which day: «ежемесячно на 1 число» is the rhythm of the figures themselves. */
const hasDay = ({ every, month, continuous, external }: Deadline): boolean =>
  typeof every === "object"
    ? every.on !== undefined || every.until !== undefined
    : [every, month, continuous, external].every((form) => form === undefined);

/** Deadlines beside the day that their figures are of. */
export function besideSnapshot(
  readings: readonly Interpretation[],
  match: GrammarMatch,
): readonly Interpretation[] | undefined {
  return !match.has("snapshot") || readings.every(({ rule }) => hasDay(rule)) ? readings : undefined;
}
