/** Which plans of a series can be changed through its pages, and where. */
import { retainedPlans } from "../../../compiler/feeds/entries.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { SeriesSite } from "./site.ts";

/** The plans whose dates stand in feeds, the newest first: a change of another would reach nobody's calendar. */
export const editablePlans = ({ plans }: SeriesSite): readonly ResolvedPlan[] => retainedPlans(plans).reverse();

/** The path of the page on which changes of a plan are proposed, below the series: without a plan where that is the newest. */
export const editPath = ({ plan }: SeriesSite, planId: string): string =>
  planId === plan.id ? "edit/" : `${planId}/edit/`;

/** Whether changes of a plan can be proposed through its pages. */
export const isEditable = (series: SeriesSite, planId: string): boolean =>
  editablePlans(series).some(({ id }) => id === planId);
