/** «Печать»: the button stands in the page, so that nothing moves when the script comes; without scripts it is not shown. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button.print"))
  button.addEventListener("click", () => window.print());

export {};
