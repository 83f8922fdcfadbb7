import { element } from "../element.ts";
import type { Role } from "./choose.ts";

/** A box for each role under one legend; `choose` is told the ids of those that are ticked at each change. */
export function roleBoxes(
  roles: readonly Pick<Role, "id" | "name" | "mark">[],
  legend: string,
  ticked: ReadonlySet<string>,
  choose: (roles: readonly string[]) => void,
): HTMLElement {
  const boxes = roles.map(({ id, name, mark }) => {
    const input = element("input");
    input.type = "checkbox";
    input.value = id;
    input.checked = ticked.has(id);
    const note = mark === "" ? [] : [" ", element("small", "soft", `(${mark})`)];
    return { input, label: element("label", "", input, element("span", "", name, ...note)) };
  });
  const fields = element("fieldset", "choice", element("legend", "", legend), ...boxes.map(({ label }) => label));
  fields.addEventListener("change", () =>
    choose(boxes.filter(({ input }) => input.checked).map(({ input }) => input.value)),
  );
  return fields;
}
