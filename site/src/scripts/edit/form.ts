/** The form's fields as data and back. */
import type { Fields } from "./protocol.ts";

/** What stays when the next edit of one proposal begins, or another item is opened. */
const lasting = /^(basis|order-.*|correction|author|email|why|hand)$/;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controls = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter((each): each is Control => "name" in each && (each as Control).name !== "");

const isBox = (each: Control): each is HTMLInputElement => each instanceof HTMLInputElement && each.type === "checkbox";
const isRadio = (each: Control): each is HTMLInputElement => each instanceof HTMLInputElement && each.type === "radio";

const isFilledIn = (each: Control): boolean => (isRadio(each) || isBox(each) ? each.checked : each.value !== "");

/** The fields that are filled in, by name; of several marks with one name all values, separated by commas. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const filled: Record<string, string> = {};
  for (const each of controls(form).filter(isFilledIn)) {
    const before = isBox(each) ? filled[each.name] : undefined;
    filled[each.name] = before === undefined ? each.value : `${before},${each.value}`;
  }
  return filled;
}

/** Fills fields in; what is not among them is as on an empty form. */
export function fillIn(form: HTMLFormElement, fields: Fields): void {
  for (const each of controls(form)) {
    const value = Object.hasOwn(fields, each.name) ? fields[each.name]! : "";
    if (isBox(each)) each.checked = value.split(",").includes(each.value);
    else if (!isRadio(each)) each.value = value;
    else if (value === "") each.checked = each.defaultChecked;
    else each.checked = each.value === value && !each.closest("label")!.hidden;
  }
}

/** The fields that outlast one edit. */
export const lastingFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => lasting.test(name)));

/** Whether something is filled in that would be lost. */
export const isFilled = (fields: Fields): boolean =>
  Object.entries(fields).some(([name, value]) => name !== "hand" && name !== "kind" && value !== "none");

/** The element that answers a question: the field, the editor or the first of the choices in its place, or what it is about. */
export function targetOf(form: HTMLFormElement, field: string): HTMLElement {
  const named = controls(form).find(({ name }) => name === field);
  const found = named?.hidden === true ? (named.nextElementSibling as HTMLElement) : named;
  const target =
    found ??
    form.querySelector<HTMLElement>(field === "error" ? "[data-effect]" : "[data-list]:not([hidden]), [data-effect]")!;
  if (target.id === "") target.id = `e-${field}`;
  if (found === undefined) target.tabIndex = -1;
  return target;
}

/** The form in words, for a browser that cannot make a proposal of it. */
export const plainText = (form: HTMLFormElement): string =>
  controls(form)
    .filter((each) => isFilledIn(each) && each.name !== "text-was")
    .map((each) => {
      if (isBox(each)) return `– ${each.closest("label")!.textContent.trim()}`;
      const label = isRadio(each)
        ? each.closest("label")!.querySelector("b")!
        : form.querySelector(`label[for="${each.id}"]`);
      const value = each instanceof HTMLSelectElement ? (each.selectedOptions[0]?.text.trim() ?? "") : each.value;
      return isRadio(each) ? `${label!.textContent}` : `${label?.textContent ?? each.name}: ${value}`;
    })
    .join("\n");
