import { element, linkTo } from "../element.ts";
import { choose, type RolePickerData, type Profile, type Role } from "./choose.ts";
import { roleBoxes } from "./role-boxes.ts";

/** «Несколько ролей»: marks of one's roles, and below them what to subscribe to. Without a script the list of unions stands. */
function itemOf({ name, href, feed }: Role | Profile, { noFeed }: RolePickerData["texts"]): HTMLElement {
  const link = linkTo(feed === null ? href : `${href}subscribe/`, "", name);
  return element("li", "", link, " ", element("small", "soft", feed ?? noFeed));
}

function answer(data: RolePickerData, chosen: ReadonlySet<string>): HTMLElement[] {
  const { texts } = data;
  const { covered, needed, profile, extra } = choose(data, chosen);
  const names = (roles: readonly Role[]): string => roles.map(({ name }) => name).join(", ");
  const list = (items: readonly (Role | Profile)[]): HTMLElement =>
    element("ul", "choice-list", ...items.map((item) => itemOf(item, texts)));
  const said = covered.map(({ role, by }) =>
    element("p", "note", texts.covered.replace("{role}", role.name).replace("{by}", by.name)),
  );
  if (needed.length === 0) return said;
  if (needed.length === 1) return [element("p", "", texts.one), list(needed), ...said];
  const together = element("p", "", linkTo(`${data.my}?roles=${needed.map(({ id }) => id).join()}`, "", texts.my));
  if (profile === undefined) return [element("p", "", texts.none), list(needed), together, ...said];
  if (extra.length === 0) return [element("p", "", texts.exact), list([profile]), ...said];
  return [
    element("p", "", texts.wider.replace("{extra}", names(extra))),
    list([profile]),
    element("p", "", texts.apart),
    list(needed),
    together,
    ...said,
  ];
}

for (const place of document.querySelectorAll<HTMLElement>("[data-choice]")) {
  const data = JSON.parse(place.dataset["choice"] ?? "") as RolePickerData;
  const result = element("div", "choice-answer");
  result.setAttribute("role", "status");
  const fields = roleBoxes(data.roles, data.texts.pick, new Set(), (roles) =>
    result.replaceChildren(...answer(data, new Set(roles))),
  );
  place.append(fields, result);
}
