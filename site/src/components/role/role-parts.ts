/**
 * The parts of a role's page. They stand on it one below another; where there are too many dates for one page, each part has
 * a page of its own below the role's, and the role's page lists them.
 */
import type { MonthView } from "../../../../compiler/views/year/months.ts";
import type { RoleView } from "../../../../compiler/views/role/role.ts";
import type { UndatedView } from "../../../../compiler/views/undated.ts";
import type { SeriesSite } from "../../context/site.ts";
import { roleHref } from "../../context/links.ts";

/** Dates that one page has at most: about half a megabyte. With more it takes a phone seconds to show it. */
export const mostDates = 1000;

interface Part {
  /** Its anchor on the role's page, its folder as a page. */
  readonly id: string;
  readonly title: string;
  /** How many dates or rows it has. */
  readonly size: number;
}

/** A part with a heading of its own. */
export type RoleSection = Part &
  (
    | { readonly kind: "rhythm" | "controls"; readonly note: string }
    | { readonly kind: "list"; readonly note: string; readonly list: readonly UndatedView[] }
  );

export type RolePart = RoleSection | (Part & { readonly kind: "month"; readonly month: MonthView });

/** Whether the parts of a role have pages of their own. */
export const isSplit = ({ dues }: RoleView): boolean => dues.length > mostDates;

/** What comes again, above the months. */
export const rhythmParts = ({ t }: SeriesSite, { recurring: rhythm }: RoleView): RoleSection[] =>
  rhythm.rows.length > 0
    ? [{ kind: "rhythm", id: "ritm", title: t.role.rhythm, note: t.role.rhythmNote, size: rhythm.rows.length }]
    : [];

/** What has no date, and the control, below the months. */
export function otherParts({ t, plan }: SeriesSite, { undated, controls }: RoleView): RoleSection[] {
  const lists = [
    { id: "sobytie", list: undated["on-event"], title: t.role.onEvent, note: t.role.onEventNote },
    { id: "postoyanno", list: undated.continuous, title: t.role.continuous, note: t.role.continuousNote },
    { id: "drugie", list: undated.external, title: t.role.external, note: t.role.externalNote },
    { id: "bez-sroka", list: undated.none, title: t.role.none, note: t.role.noneNote },
  ]
    .filter(({ list }) => list.length > 0)
    .map(({ note, ...list }): RoleSection => ({
      kind: "list",
      ...list,
      note: note(list.list.length),
      size: list.list.length,
    }));
  const controller = plan.series.parties.find(({ data }) => data.id === plan.series.data.controller)?.data;
  const control: RoleSection = {
    kind: "controls",
    id: "kontrol",
    title: t.role.controls,
    note: t.role.controlsNote(controller?.mark ?? controller?.label ?? "", controls.length),
    size: controls.length,
  };
  return [...lists, ...(controls.length > 0 ? [control] : [])];
}

/** All parts in the order of the page. */
export function partsOf(series: SeriesSite, role: RoleView): RolePart[] {
  const months = role.months.map((month): RolePart => ({
    kind: "month",
    id: `${month.year}-${String(month.month).padStart(2, "0")}`,
    title: month.title,
    size: month.ending.length,
    month,
  }));
  return [...rhythmParts(series, role), ...months, ...otherParts(series, role)];
}

/** The page of a part. */
export const partHref = (series: SeriesSite, party: string, part: string): string =>
  `${roleHref(series, party)}${part}/`;
