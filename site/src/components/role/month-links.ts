import { isoMonth } from "../../../../compiler/calendar/day.ts";
import type { RoleView } from "../../../../compiler/views/role/role.ts";
import type { SeriesSite } from "../../context/site.ts";
import { rolePartHref } from "../../context/links.ts";
import { busyMonths } from "./role-parts.ts";

/** The pages of a role's months, by the months' keys. */
export const monthLinks = (series: SeriesSite, role: RoleView): Readonly<Record<string, string>> =>
  Object.fromEntries(
    busyMonths(role).map((month) => [month.key, rolePartHref(series, role.party.id, isoMonth(month), role.planId)]),
  );
