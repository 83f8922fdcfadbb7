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
