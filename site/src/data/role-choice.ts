/** What somebody with several roles chooses from, with the pages and the feeds of each. */
import { retainedPlans } from "../../../compiler/feeds/entries.ts";
import { feedPath } from "../../../compiler/feeds/feeds.ts";
import { rolePickerView } from "../../../compiler/views/role/role-picker.ts";
import type { SeriesSite } from "../context/site.ts";
import { roleHref } from "../context/links.ts";
import { hasFeed } from "../context/role-plans.ts";
import type { RolePickerData } from "../scripts/role-picker/choose.ts";

/** The roles that carry something out, and the unions of roles. */
export function roleChoice(series: SeriesSite): Pick<RolePickerData, "roles" | "profiles"> {
  const { plan, plans, address } = series;
  const { roles, profiles } = rolePickerView(plan, retainedPlans(plans));
  const feedOf = (id: string): string | null => (hasFeed(series, id) ? address(feedPath(id)) : null);
  return {
    roles: roles
      .filter(({ overseer }) => !overseer)
      .map(({ id, name, margin, covers }) => ({
        id,
        name,
        mark: margin,
        href: roleHref(series, id),
        feed: feedOf(id),
        covers,
      })),
    profiles: profiles.map(({ id, name, parties }) => ({
      name,
      href: roleHref(series, id),
      feed: feedOf(id),
      parties: parties.map((party) => party.id),
    })),
  };
}
