/** «Только моё» on the page of a day: what concerns the role that this device remembers. */
import { rememberedRole } from "../upcoming/role-memory.ts";

const lines = [...document.querySelectorAll<HTMLElement>("[data-for]")];

/** Shows the lines of one's own alone, or all again; what is left without a line is not shown either. */
function show(mine: ReadonlySet<HTMLElement>, alone: boolean): void {
  for (const line of lines) line.hidden = alone && !mine.has(line);
  // From within: a party, a fold, a part.
  for (const selector of [".by > li", ".fold", ".sec:has(.by)"])
    for (const around of document.querySelectorAll<HTMLElement>(`main ${selector}`)) {
      around.hidden = alone && around.querySelector("[data-for]:not([hidden])") === null;
      if (alone && around instanceof HTMLDetailsElement) around.open = true;
    }
  document.querySelector("main")?.classList.toggle("only-mine", alone);
}

function start(place: HTMLElement): void {
  const role = rememberedRole(place.dataset["mine"] ?? "");
  const button = place.querySelector("button");
  if (role === undefined || button === null) return;
  const mine = new Set(lines.filter((line) => line.dataset["for"]?.split(" ").includes(role)));
  place.hidden = false;
  if (mine.size === 0) return place.replaceChildren(place.dataset["none"] ?? "");
  button.addEventListener("click", () => {
    const alone = button.ariaPressed !== "true";
    button.ariaPressed = String(alone);
    show(mine, alone);
  });
}

for (const place of document.querySelectorAll<HTMLElement>("[data-mine]")) start(place);
