import { element } from "../near/element.ts";
import type { SearchTexts } from "./data.ts";
import { openEngine, type Hit } from "./engine.ts";
import { whenText } from "./when.ts";

/** How many results are shown at once, and added by «Ещё». */
const page = 10;
/** While someone is typing, the search waits this long for the next letter (milliseconds). */
const pause = 200;

function drawHit(hit: Hit, root: string, texts: SearchTexts): HTMLElement {
  const link = element("a", hit.kind === "item" ? "q" : "", hit.title);
  link.href = `${root}${hit.path}`;
  const about = element("p", "m", [texts.kinds[hit.kind], hit.place].filter((text) => text !== "").join(" · "));
  const when = whenText(hit.dates, hit.state, texts);
  const words = element("p", "m excerpt", ...hit.excerpt.map(({ text, found }) => (found ? element("mark", "", text) : text)));
  return element("li", "hit", element("span", "no", hit.id), element("div", "", element("p", "", link), about, ...(when === "" ? [] : [element("p", "m when", when)]), words));
}

function start(section: HTMLElement): void {
  const form = document.querySelector<HTMLFormElement>("form[role=search]");
  const input = form?.querySelector<HTMLInputElement>("input[name=q]");
  const status = section.querySelector<HTMLElement>(".hits-status");
  const list = section.querySelector<HTMLElement>(".hits");
  if (form === null || form === undefined || input === null || input === undefined || status === null || list === null) return;
  const texts = JSON.parse(section.dataset["texts"] ?? "") as SearchTexts;
  const { engine = "", root = "" } = section.dataset;
  const counted = (n: number): string => (texts.found[new Intl.PluralRules(texts.language).select(n)] ?? texts.found["other"] ?? "").replace("{n}", String(n));
  const more = element("button", "btn", texts.more);
  more.type = "button";
  let asked = 0;

  async function showMore(hits: readonly (() => Promise<Hit>)[], from: number, focus: boolean, turn: number): Promise<void> {
    const drawn = (await Promise.all(hits.slice(from, from + page).map((fetchHit) => fetchHit()))).map((hit) => drawHit(hit, root, texts));
    if (turn !== asked) return;
    list!.append(...drawn);
    more.remove();
    if (hits.length > from + page) {
      more.onclick = () => void showMore(hits, from + page, true, turn);
      list!.after(more);
    }
    if (focus) drawn[0]?.querySelector("a")?.focus();
  }

  async function look(): Promise<void> {
    const turn = (asked += 1);
    const words = input!.value.trim();
    const url = new URL(location.href);
    if (words === "") url.searchParams.delete("q");
    else url.searchParams.set("q", words);
    history.replaceState(null, "", url);
    status!.textContent = words === "" ? "" : texts.searching;
    list!.ariaBusy = "true";
    try {
      const { hits, unknown } = words === "" ? { hits: [], unknown: [] } : await (await openEngine(engine)).find(words);
      if (turn !== asked) return;
      list!.replaceChildren();
      more.remove();
      await showMore(hits, 0, false, turn);
      if (turn === asked) status!.textContent = words === "" ? "" : unknown.length > 0 ? texts.unknown.replace("{words}", unknown.join(", ")) : hits.length === 0 ? texts.nothing : counted(hits.length);
    } catch {
      if (turn === asked) status!.textContent = texts.failed;
    }
    if (turn === asked) list!.ariaBusy = "false";
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), pause);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void look();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  section.classList.add("ready");
  if (input.value === "") input.focus();
  else void look();
}

for (const section of document.querySelectorAll<HTMLElement>("[data-engine]")) start(section);
