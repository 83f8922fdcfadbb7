/**
 * On a phone a year is a long way to scroll: months other than this one and the next are folded, each under a button.
 * Outside the year nothing is folded, and a month that the address names opens by itself.
 */
const narrow = window.matchMedia("(max-width: 45rem)");
/** This month and the next stay open. */
const keptOpen = 2;

function unfold(month: Element): void {
  month.classList.remove("folded");
  month.querySelector(".fold")?.remove();
}

function fold(months: readonly HTMLElement[], word: string): void {
  for (const month of months) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn small fold";
    button.textContent = word;
    button.setAttribute("aria-describedby", month.getAttribute("aria-labelledby") ?? "");
    button.addEventListener("click", () => unfold(month));
    month.classList.add("folded");
    month.append(button);
  }
}

const place = document.querySelector<HTMLElement>("[data-fold]");
if (place !== null && narrow.matches) {
  const now = new Intl.DateTimeFormat("en-CA", {
    timeZone: place.dataset["zone"] ?? "UTC",
    year: "numeric",
    month: "2-digit",
  }).format(new Date());
  const months = [...place.querySelectorAll<HTMLElement>("[data-month]")];
  const current = months.findIndex(({ dataset }) => dataset["month"] === now);
  if (current !== -1)
    fold(
      months.filter(
        (month, index) => (index < current || index >= current + keptOpen) && `#${month.id}` !== location.hash,
      ),
      place.dataset["fold"] ?? "",
    );
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.classList.contains("folded")) unfold(target);
  });
}

export {};
