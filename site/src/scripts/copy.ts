/** «Скопировать» beside an address: only where the browser can. */
for (const code of document.querySelectorAll<HTMLElement>("code.copy")) {
  if (!("clipboard" in navigator)) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn small";
  button.textContent = code.dataset["copy"] ?? "";
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(code.textContent ?? "").then(() => {
      button.textContent = code.dataset["copied"] ?? "";
    });
  });
  code.after(" ", button);
}

export {};
