import { counted } from "../counted.ts";
import type { SearchTexts } from "./data.ts";
import { openEngine, type Found } from "./engine.ts";
import { todayIn } from "../upcoming/today.ts";
import { Results } from "./results.ts";

/** While someone is typing, the search waits this long for the next letter (milliseconds). */
const pause = 200;

const nothingAsked: Found = { hits: [], unknown: [], instead: [], partial: false };

/** What was found, what was looked for in place of a mistyped word, and what stands nowhere. */
function statusText(words: string, { hits, unknown, instead, partial }: Found, texts: SearchTexts): string {
  if (words === "") return "";
  const quoted = (list: readonly string[]): string =>
    list.map((word) => texts.quoted.replace("{word}", () => word)).join(", ");
  const more = [
    instead.length === 0 ? "" : texts.instead.replace("{words}", () => quoted(instead.map(([, used]) => used))),
    unknown.length === 0 ? "" : texts.unknown.replace("{words}", () => quoted(unknown)),
    partial && unknown.length === 0 ? texts.partial : "",
  ].filter((text) => text !== "");
  const count = counted(hits.length, texts.found, texts.language);
  const head = hits.length === 0 ? texts.nothing : `${count}${more.length > 0 ? "." : ""}`;
  return [head, ...more].join(" ");
}

/** A search can be sent on and come back to by its address. */
function keepInAddress(words: string): void {
  const url = new URL(location.href);
  if (words === "") url.searchParams.delete("q");
  else url.searchParams.set("q", words);
  history.replaceState(null, "", url);
}

function start(
  section: HTMLElement,
  form: HTMLFormElement,
  input: HTMLInputElement,
  status: HTMLElement,
  list: HTMLElement,
): void {
  const texts = JSON.parse(section.dataset["texts"] ?? "") as SearchTexts;
  const results = new Results(list, section.dataset["root"] ?? "", texts);
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    clearTimeout(waiting);
    const turn = (asked += 1);
    const words = input.value.trim();
    keepInAddress(words);
    status.textContent = words === "" ? "" : texts.searching;
    list.ariaBusy = "true";
    let said: string;
    try {
      const engine = words === "" ? undefined : await openEngine(section.dataset["engine"] ?? "");
      if (turn !== asked) return;
      const found = engine?.(words, todayIn(texts.timeZone)) ?? nothingAsked;
      results.show(found.hits);
      said = statusText(words, found, texts);
    } catch {
      said = texts.failed;
    }
    if (turn !== asked) return;
    status.textContent = said;
    list.ariaBusy = "false";
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), pause);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void look();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  section.classList.add("ready");
  if (input.value === "") input.focus();
  else void look();
}

const [section, form, input, status, list] = [
  "[data-engine]",
  "form[role=search]",
  "form[role=search] input",
  ".hits-status",
  ".hits",
].map((place) => document.querySelector<HTMLElement>(place));
if (
  section instanceof HTMLElement &&
  form instanceof HTMLFormElement &&
  input instanceof HTMLInputElement &&
  status instanceof HTMLElement &&
  list instanceof HTMLElement
)
  start(section, form, input, status, list);
