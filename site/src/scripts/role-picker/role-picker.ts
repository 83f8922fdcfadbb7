import { element } from "../element.ts";
import { choose, type RolePickerData, type Profile, type Role } from "./choose.ts";

/** «Несколько ролей»: marks of one's roles, and below them what to subscribe to. Without a script the list of unions stands. */
function linkTo({ name, href, feed }: Role | Profile, { noFeed }: RolePickerData["texts"]): HTMLElement {
  const link = element("a", "", name);
  link.href = feed === null ? href : `${href}subscribe/`;
  return element("li", "", link, " ", element("small", "soft", feed ?? noFeed));
}

function answer(data: RolePickerData, chosen: ReadonlySet<string>): HTMLElement[] {
  const { texts } = data;
  const { covered, needed, profile, extra } = choose(data, chosen);
  const names = (roles: readonly Role[]): string => roles.map(({ name }) => name).join(", ");
  const list = (items: readonly (Role | Profile)[]): HTMLElement =>
    element("ul", "choice-list", ...items.map((item) => linkTo(item, texts)));
  const said = covered.map(({ role, by }) =>
    element("p", "note", texts.covered.replace("{role}", role.name).replace("{by}", by.name)),
  );
  if (needed.length === 0) return said;
  if (needed.length === 1) return [element("p", "", texts.one), list(needed), ...said];
  const my = element("a", "", texts.my);
  my.href = `${data.my}?roles=${needed.map(({ id }) => id).join()}`;
  const together = element("p", "", my);
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

function box({ id, name, mark }: Role): HTMLElement {
  const input = element("input");
  input.type = "checkbox";
  input.value = id;
  return element(
    "label",
    "",
    input,
    element("span", "", name, ...(mark === "" ? [] : [" ", element("small", "soft", `(${mark})`)])),
  );
}

for (const place of document.querySelectorAll<HTMLElement>("[data-choice]")) {
  const data = JSON.parse(place.dataset["choice"] ?? "") as RolePickerData;
  const fields = element("fieldset", "choice", element("legend", "", data.texts.pick), ...data.roles.map(box));
  const result = element("div", "choice-answer");
  result.setAttribute("role", "status");
  fields.addEventListener("change", () => {
    const chosen = new Set(
      [...fields.querySelectorAll("input")].filter(({ checked }) => checked).map(({ value }) => value),
    );
    result.replaceChildren(...answer(data, chosen));
  });
  place.append(fields, result);
}
