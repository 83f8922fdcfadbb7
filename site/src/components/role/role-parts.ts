/**
 * The parts of a role, each with an address of its own: what is next at the role's own, its year as an index of months, each
 * month, what has no date, the control, the subscription, and the sheet that is printed. A list above sixty rows goes on over
 * the next page.
 */
import { isoMonth } from "../../../../compiler/calendar/day.ts";
import type { MonthView } from "../../../../compiler/views/year/months.ts";
import type { ResolvedPlan } from "../../../../compiler/resolve/model.ts";
import { roleView, type ControlRow, type RoleView } from "../../../../compiler/views/role/role.ts";
import { loadTable } from "../../../../compiler/views/role/load-table.ts";
import type { UndatedView } from "../../../../compiler/views/undated.ts";
import { memoizeByObject } from "../../../../compiler/source/memoize.ts";
import { roleHref, rolePartHref, subscribeHref } from "../../context/links.ts";
import { hasFeed, rolesIn } from "../../context/role-plans.ts";
import { planAt, type SeriesSite } from "../../context/site.ts";
import { mostLongRows, pieces } from "./pieces.ts";
import { monthPieces } from "./month-pieces.ts";

/** Dates that a sheet has at most: about half a megabyte, and paper that nobody prints. */
export const mostOnSheet = 1000;

/** What has no date, in the order of its page, with the old anchors of the lists. */
export interface UndatedList {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly list: readonly UndatedView[];
}

interface Page {
  /** Its folder below the role's. */
  readonly id: string;
  readonly title: string;
  /** Which of the parts it belongs to. */
  readonly part: PartKey;
}

export type PartKey = "now" | "plan" | "year" | "events" | "control" | "load" | "subscribe";

export type RolePage = Page &
  (
    | { readonly kind: "year" | "load" | "subscribe" | "sheet" }
    | { readonly kind: "month"; readonly month: MonthView }
    | { readonly kind: "events"; readonly lists: readonly UndatedList[] }
    | { readonly kind: "control"; readonly rows: readonly ControlRow[] }
  );

/** The months in which there is something: only these have pages. */
export const busyMonths = ({ months }: Pick<RoleView, "months">): MonthView[] =>
  months.filter(({ days, whole, monthly, weekly }) => days.length + whole.length + monthly.length + weekly.length > 0);

/** What a role has without a date. */
export function undatedLists({ t }: SeriesSite, { undated }: RoleView): UndatedList[] {
  return [
    { id: "sobytie", list: undated["on-event"], title: t.role.onEvent, note: t.role.onEventNote },
    { id: "postoyanno", list: undated.continuous, title: t.role.continuous, note: t.role.continuousNote },
    { id: "drugie", list: undated.external, title: t.role.external, note: t.role.externalNote },
    { id: "bez-sroka", list: undated.none, title: t.role.none, note: t.role.noneNote },
  ]
    .filter(({ list }) => list.length > 0)
    .map(({ note, ...list }) => ({ ...list, note: note(list.list.length) }));
}

/** Lists cut into pages: a list that does not fit begins again on the next. */
function undatedPages(series: SeriesSite, role: RoleView): UndatedList[][] {
  const rows = undatedLists(series, role).flatMap((list) => list.list.map((row) => ({ list, row })));
  return pieces(rows, mostLongRows).map((page) =>
    [...Map.groupBy(page, ({ list }) => list)].map(([list, own]) => ({ ...list, list: own.map(({ row }) => row) })),
  );
}

/** Pages of one part: the first has its plain address and title, the others their number. */
export const numbered = <P extends { readonly id: string; readonly title: string }, T extends object>(
  { t }: SeriesSite,
  page: P,
  list: readonly T[],
): (P & T)[] =>
  list.map((own, index) => ({
    ...page,
    id: index === 0 ? page.id : `${page.id}-${index + 1}`,
    title: list.length === 1 ? page.title : t.role.pieceOf(page.title, index + 1, list.length),
    ...own,
  }));

/** Whether a role's dates fit on a sheet of paper that somebody prints. */
export const hasSheet = ({ dues }: RoleView): boolean => dues.length > 0 && dues.length <= mostOnSheet;

function makePages(series: SeriesSite, role: RoleView): RolePage[] {
  const { parts } = series.t.role;
  const months = busyMonths(role).flatMap((month) =>
    numbered(
      series,
      { id: isoMonth(month), title: month.title, part: "year" as const },
      monthPieces(month).map((piece) => ({ kind: "month" as const, month: piece })),
    ),
  );
  const events = undatedPages(series, role).map((lists) => ({ kind: "events" as const, lists }));
  const controls = pieces(role.controls, mostLongRows).map((rows) => ({ kind: "control" as const, rows }));
  const year: RolePage = { kind: "year", id: "year", title: parts.year, part: "year" };
  const sheet: RolePage = { kind: "sheet", id: "sheet", title: series.t.role.sheet, part: "year" };
  const load: RolePage = { kind: "load", id: "load", title: parts.load, part: "load" };
  const subscribe: RolePage = { kind: "subscribe", id: "subscribe", title: parts.subscribe, part: "subscribe" };
  return [
    ...(role.isDated ? [year, ...months] : []),
    ...numbered(series, { id: "events", title: parts.events, part: "events" as const }, events),
    ...numbered(series, { id: "control", title: parts.control, part: "control" as const }, controls),
    ...(loadTable(planAt(series, role.planId), role.party.id) === null ? [] : [load]),
    ...(role.planId === series.plan.id && hasFeed(series, role.party.id) ? [subscribe] : []),
    ...(hasSheet(role) ? [sheet] : []),
  ];
}

const pagesIn = memoizeByObject((series: SeriesSite) => memoizeByObject((role: RoleView) => makePages(series, role)));

/** All pages below a role's own, in their order. Memoized: each of them shows its neighbours. */
export const pagesOf = (series: SeriesSite, role: RoleView): readonly RolePage[] => pagesIn(series)(role);

/** The pages below those of all roles that have pages in a plan, as parts of addresses. */
export const partsIn = (series: SeriesSite, plan: ResolvedPlan): { readonly party: string; readonly part: string }[] =>
  rolesIn(series, plan).flatMap((party) =>
    pagesOf(series, roleView(plan, party)).map(({ id }) => ({ party, part: id })),
  );

/** A part of a role as the menu of its pages has it, and where it begins. */
interface Part {
  readonly key: PartKey;
  readonly href: string;
}

/** The parts that a role has. What is next and the subscription are of all plans: those of an older one lead there. */
export function partsOf(series: SeriesSite, role: RoleView): Part[] {
  const { planId, party } = role;
  const first = Map.groupBy(pagesOf(series, role), ({ part }) => part);
  const own = [...first].map(([key, [page]]): Part => ({
    key,
    href: rolePartHref(series, party.id, page!.id, planId),
  }));
  const now: Part = { key: "now", href: roleHref(series, party.id) };
  if (planId === series.plan.id) return [now, ...own];
  const plan: Part = { key: "plan", href: roleHref(series, party.id, planId) };
  const subscribe: Part = { key: "subscribe", href: subscribeHref(series, party.id) };
  return [now, plan, ...own, ...(hasFeed(series, party.id) ? [subscribe] : [])];
}
