/** «Печать»: a button where the browser can print; folded parts open for the paper. */
for (const place of document.querySelectorAll<HTMLElement>("[data-print]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = place.dataset["print"] ?? "";
  button.addEventListener("click", () => window.print());
  place.append(button);
}

export {};
