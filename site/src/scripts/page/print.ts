/** «Печать»: the button stands in the page, so that nothing moves when the script comes; without scripts it is not shown. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button.print"))
  button.addEventListener("click", () => window.print());

/** A sheet says on which day it was printed; what is folded is printed unfolded, by browsers too whose style sheets cannot open it. */
let opened: HTMLDetailsElement[] = [];
window.addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll<HTMLElement>("[data-printed]"))
    place.textContent = `${place.dataset["printed"] ?? ""} ${new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" })}`;
  opened = [
    ...document.querySelectorAll<HTMLDetailsElement>("main details:not([open], .weeks, .several, .sub details)"),
  ];
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

export {};
