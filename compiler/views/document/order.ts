import { parseDate } from "../../calendar/day.ts";
import type { OrderFile, Source } from "../../generated/types.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, type DayView } from "../days.ts";
import { memoizeByPlan } from "../../query/plan-index.ts";
import { piecesOf, type Slip, type TextPiece } from "../text-pieces.ts";

/** The order that approves the plan, ready to print. */
export interface OrderView {
  readonly data: OrderFile;
  readonly approved: DayView;
  readonly preamble: readonly TextPiece[];
  readonly clauses: readonly {
    readonly number: string;
    readonly text: readonly TextPiece[];
    readonly parts: readonly { readonly number: string; readonly text: readonly TextPiece[] }[];
  }[];
  readonly slips: readonly Slip[];
  readonly source: Source | null;
  /** Items whose dates lie before the order's own. */
  readonly early: readonly string[];
}

/** The anchor of a clause in the document: its printed number without the full stop, of letters and digits that stand in an address as they are. */
export const clauseAnchor = (number: string): string =>
  `clause-${number
    .trim()
    .toLowerCase()
    .replace(/[^a-z\d]+$/, "")
    .replace(/[^a-z\d.]+/g, "-")
    .slice(0, 40)}`;

/** The order with its slips found in its texts; null for a plan that none approves. */
export const orderView = memoizeByPlan((plan: ResolvedPlan): OrderView | null => {
  if (!plan.plan.hasOrder) return null;
  const { data } = plan.plan.order;
  const own = data.slips ?? [];
  const early = new Set(
    plan.dueWindows
      .filter(({ beforeApproval, window }) => beforeApproval && !window.snapshot && window.shape === "day")
      .map(({ item }) => item),
  );
  return {
    data,
    approved: dayView(plan, parseDate(data.date)!),
    preamble: piecesOf(data.preamble, own),
    clauses: data.clauses.map(({ number, text, parts = [], slips = [] }) => ({
      number,
      text: piecesOf(text, slips),
      parts: parts.map((part) => ({ number: part.number, text: piecesOf(part.text, slips) })),
    })),
    slips: [...own, ...data.clauses.flatMap(({ slips = [] }) => slips)],
    source: data.source ?? null,
    early: plan.items.map(({ id }) => id).filter((id) => early.has(id)),
  };
});
