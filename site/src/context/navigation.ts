import { hasControls } from "../../../compiler/views/plan/control.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { editPath, isEditable } from "./edit-plans.ts";
import type { SeriesSite } from "./site.ts";

/** An entry of the menu. */
export interface MenuLink {
  readonly key: string;
  readonly title: string;
  readonly href: string;
}

/** The entries of the head, and in the foot the plan's other views and what is known about it. */
export function menuOf(
  series: SeriesSite,
  plan: ResolvedPlan,
): { readonly head: readonly MenuLink[]; readonly plan: readonly MenuLink[]; readonly about: readonly MenuLink[] } {
  const { t, href } = series;
  const { id: planId } = plan;
  const link = (key: keyof typeof t.nav, path: string): MenuLink => ({ key, title: t.nav[key], href: href(path) });
  return {
    head: [
      link("roles", "roles/"),
      link("calendar", `${planId}/calendar/`),
      link("document", `${planId}/document/`),
      link("calculator", "calculator/"),
      link("search", "search/"),
    ],
    plan: [
      link("sections", `${planId}/sections/`),
      ...(hasControls(plan) ? [link("control", `${planId}/control/`)] : []),
      link("events", `${planId}/events/`),
      link("my", "my/"),
    ],
    about: [
      link("changes", "changes/"),
      link("rules", "rules/"),
      link("data", "data/"),
      link("glossary", "glossary/"),
      link("edit", isEditable(series, planId) ? editPath(series, planId) : "edit/"),
    ],
  };
}
