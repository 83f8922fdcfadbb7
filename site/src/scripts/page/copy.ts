/** «Скопировать» beside an address: only where the browser can. */
for (const code of document.querySelectorAll<HTMLElement>("code.copy")) {
  if (!("clipboard" in navigator)) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn small";
  const name = (text: string | undefined): void => {
    button.textContent = text ?? "";
    button.ariaLabel = [text, code.dataset["what"]].filter((part) => part !== undefined).join(": ");
  };
  name(code.dataset["copy"]);
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(code.textContent ?? "").then(() => {
      name(code.dataset["copied"]);
    });
  });
  code.after(" ", button);
}

export {};
