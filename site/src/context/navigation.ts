import { hasControls } from "../../../compiler/views/plan/control.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { SeriesSite } from "./site.ts";

/** An entry of the menu. */
export interface MenuLink {
  readonly key: string;
  readonly title: string;
  readonly href: string;
}

/** The menu in two halves: the plan itself, and what is known about it. */
export function menuOf(
  { t, href }: SeriesSite,
  plan: ResolvedPlan,
): { readonly plan: readonly MenuLink[]; readonly about: readonly MenuLink[] } {
  const { id: planId } = plan;
  const link = (key: keyof typeof t.nav, path: string): MenuLink => ({ key, title: t.nav[key], href: href(path) });
  return {
    plan: [
      link("roles", "roles/"),
      link("sections", `${planId}/sections/`),
      link("document", `${planId}/document/`),
      link("calendar", `${planId}/calendar/`),
      ...(hasControls(plan) ? [link("control", `${planId}/control/`)] : []),
    ],
    about: [
      link("search", "search/"),
      link("events", `${planId}/events/`),
      link("calculator", "calculator/"),
      link("changes", "changes/"),
      link("rules", "rules/"),
      link("data", "data/"),
      link("glossary", "glossary/"),
      link("components", "components/"),
    ],
  };
}

/** What stands in the head of a wide page. */
export const inHead: ReadonlySet<string> = new Set([
  "roles",
  "sections",
  "calendar",
  "control",
  "events",
  "calculator",
  "changes",
  "rules",
]);
