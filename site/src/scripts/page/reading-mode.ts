/** «Для слабовидящих»: the radios work by style sheet alone; this remembers them, and sets the same for browsers without `:has()`. */
const attributes: Readonly<Record<string, string>> = { sz: "size", ct: "contrast", sp: "space" };
const key = "srok-view";

function remembered(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

const chosen = remembered();
for (const input of document.querySelectorAll<HTMLInputElement>(".view input")) {
  const attribute = attributes[input.name];
  if (attribute === undefined) continue;
  if (chosen[input.name] === input.value) {
    input.checked = true;
    document.documentElement.dataset[attribute] = input.value;
  }
  input.addEventListener("change", () => {
    document.documentElement.dataset[attribute] = input.value;
    try {
      localStorage.setItem(key, JSON.stringify({ ...remembered(), [input.name]: input.value }));
    } catch {
      // Storage is closed to this page: the choice holds until it is left.
    }
  });
}

export {};
