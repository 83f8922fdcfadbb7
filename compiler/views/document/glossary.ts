import type { ResolvedPlan } from "../../resolve/model.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { piecesOf, type TextPiece } from "../text-pieces.ts";

/** An abbreviation of the order, with the page of the party that it names. */
export interface TermView {
  /** By its place: the words of a term may stand in any script. */
  readonly anchor: string;
  readonly term: readonly TextPiece[];
  readonly meaning: readonly TextPiece[];
  readonly party: PartyRef | null;
}

/** The glossary of a series. */
export function glossaryView(plan: ResolvedPlan): TermView[] {
  return plan.series.glossary.data.terms.map(({ term, meaning, party, slips = [] }, index) => ({
    anchor: party ?? `term-${index + 1}`,
    term: piecesOf(term, slips),
    meaning: piecesOf(meaning, slips),
    party: party === undefined ? null : partyRef(plan, party),
  }));
}
