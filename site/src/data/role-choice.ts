/** What somebody with several roles chooses from, with the pages and the feeds of each. */
import { feedPath } from "../../../compiler/feeds/feeds.ts";
import { rolePickerView } from "../../../compiler/views/role/role-picker.ts";
import type { SeriesSite } from "../context/site.ts";
import { roleHref } from "../context/links.ts";
import type { RolePickerData } from "../scripts/role-picker/choose.ts";

/** The roles that carry something out, and the unions of roles. */
export function roleChoice(series: SeriesSite): Pick<RolePickerData, "roles" | "profiles"> {
  const { plan, address } = series;
  const { roles, profiles } = rolePickerView(plan);
  return {
    roles: roles
      .filter(({ overseer }) => !overseer)
      .map(({ id, name, margin, hasFeed, covers }) => ({
        id,
        name,
        mark: margin,
        href: roleHref(series, id),
        feed: hasFeed ? address(feedPath(id)) : null,
        covers,
      })),
    profiles: profiles.map(({ id, name, hasFeed, parties }) => ({
      name,
      href: roleHref(series, id),
      feed: hasFeed ? address(feedPath(id)) : null,
      parties: parties.map((party) => party.id),
    })),
  };
}
