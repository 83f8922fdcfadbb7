/** The pages of the controller's year below its own: a month each, then the list of all that is checked. */
import type { ControlView } from "../../../../compiler/views/plan/control.ts";
import type { ControlRow } from "../../../../compiler/views/role/role.ts";
import type { MonthView } from "../../../../compiler/views/year/months.ts";
import { controlHref } from "../../context/links.ts";
import type { SeriesSite } from "../../context/site.ts";
import { monthPieces } from "./month-pieces.ts";
import { mostLongRows, pieces } from "./pieces.ts";
import { busyMonths, numbered } from "./role-parts.ts";

/** A page of it, with its folder. */
export type ControlPage = { readonly id: string; readonly title: string } & (
  | { readonly kind: "month"; readonly month: MonthView }
  | { readonly kind: "items"; readonly rows: readonly ControlRow[] }
);

/** All pages below the first, in their order. */
export const controlPages = (series: SeriesSite, view: ControlView): ControlPage[] => [
  ...busyMonths(view).flatMap((month) =>
    numbered(
      series,
      { id: month.key, title: month.title },
      monthPieces(month).map((piece) => ({ kind: "month" as const, month: piece })),
    ),
  ),
  ...numbered(
    series,
    { id: "items", title: series.t.control.all },
    pieces(view.rows, mostLongRows).map((rows) => ({ kind: "items" as const, rows })),
  ),
];

/** The pages of the months in which something is checked, by the months' keys. */
export const controlMonths = (
  series: SeriesSite,
  planId: string,
  view: ControlView,
): Readonly<Record<string, string>> =>
  Object.fromEntries(busyMonths(view).map(({ key }) => [key, controlHref(series, planId, key)]));
