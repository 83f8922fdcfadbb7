/** An element with a class and content; texts stay texts, whatever they hold. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = "",
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

type Content = readonly (Node | string)[];

/** A link. */
export function linkTo(href: string, className: string, ...content: Content): HTMLAnchorElement {
  const made = element("a", className, ...content);
  made.href = href;
  return made;
}

/** A moment in words, with the same for programs (`iso`). */
export function timeOf(iso: string, className: string, ...content: Content): HTMLTimeElement {
  const made = element("time", className, ...content);
  made.dateTime = iso;
  return made;
}

/** A button that does something, and submits nothing. */
export function button(text: string, className: string, press: () => void): HTMLButtonElement {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
