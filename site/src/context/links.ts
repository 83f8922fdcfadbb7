import { tagAnchor } from "../../../compiler/query/tags.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { DayView } from "../../../compiler/views/days.ts";
import { pageOfDay } from "../../../compiler/views/year/day.ts";
import type { SeriesSite } from "./site.ts";

/** The page of an item. */
export const itemHref = (series: SeriesSite, planId: string, id: string): string =>
  series.href(`${planId}/items/${id}/`);

/** The items of a tag. */
export const tagHref = (series: SeriesSite, planId: string, tag: string): string =>
  `${series.href(`${planId}/tags/`)}#${encodeURIComponent(tagAnchor(tag))}`;

/** The dates of an item as a calendar file, beside its page. */
export const itemFileHref = (series: SeriesSite, planId: string, id: string): string =>
  `${itemHref(series, planId, id)}${id}.ics`;

/** The path of a party's page below the series: without a plan, so that it never moves, where that is the newest; else below the plan. */
export const rolePath = ({ plan }: SeriesSite, id: string, planId = plan.id): string =>
  `${planId === plan.id ? "" : `${planId}/`}roles/${id}/`;

/** The page of a party, in the newest plan where no other is named. */
export const roleHref = (series: SeriesSite, id: string, planId?: string): string =>
  series.href(rolePath(series, id, planId));

/** The page of a section. */
export const sectionsHref = (series: SeriesSite, planId: string): string => series.href(`${planId}/sections/`);

/** The page of a section. */
export const sectionHref = (series: SeriesSite, planId: string, id: string): string =>
  series.href(`${planId}/sections/${id}/`);

/** The page of a month. */
export const monthHref = (series: SeriesSite, planId: string, key: string): string =>
  series.href(`${planId}/calendar/${key}/`);

/** A piece of a month's list, by its number. */
export const monthPieceHref = (series: SeriesSite, planId: string, key: string, piece: number): string =>
  `${monthHref(series, planId, key)}${piece}/`;

/** A part of the controller's year, by its folder. */
export const controlHref = (series: SeriesSite, planId: string, part: string): string =>
  series.href(`${planId}/control/${part}/`);

/** A part of a role, by its folder. */
export const rolePartHref = (series: SeriesSite, id: string, part: string, planId?: string): string =>
  `${roleHref(series, id, planId)}${part}/`;

/** The page of a day, by its key. */
export const dayHref = (series: SeriesSite, planId: string, key: string): string =>
  series.href(`${planId}/days/${key}/`);

/** The page of a day; undefined where nothing stands on it. */
export function dayPageHref(series: SeriesSite, plan: ResolvedPlan, day: DayView): string | undefined {
  const key = pageOfDay(plan, day);
  return key === undefined ? undefined : dayHref(series, plan.id, key);
}

/** Where a role's calendar is subscribed to. */
export const subscribeHref = (series: SeriesSite, id: string): string => rolePartHref(series, id, "subscribe");
