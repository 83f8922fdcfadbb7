import { button, element, linkTo } from "../element.ts";
import type { SearchTexts } from "./data.ts";
import type { Found, Hit } from "./engine.ts";
import { whenText } from "./when.ts";

/** How many results are shown at once, and added by «Ещё». */
const page = 10;

/** The words found, where they tell more than the title above them. */
function drawExcerpt({ record, excerpt: pieces }: Hit): HTMLElement[] {
  const excerpt = pieces();
  const text = excerpt
    .map((piece) => piece.text)
    .join("")
    .replace(/[\s:.]+$/, "");
  return record.title.includes(text)
    ? []
    : [
        element(
          "p",
          "m excerpt",
          ...excerpt.map((piece) => (piece.found ? element("mark", "", piece.text) : piece.text)),
        ),
      ];
}

function drawHit(hit: Hit, root: string, texts: SearchTexts): HTMLElement {
  const { kind, path, title, place, id = "", dates = [], state = "" } = hit.record;
  const about = element("p", "m", [texts.kinds[kind], place].filter((text) => text !== "").join(" · "));
  const when = whenText(dates, state, texts);
  return element(
    "li",
    "hit",
    element("span", "no", id),
    element(
      "div",
      "",
      element("p", "", linkTo(`${root}${path}`, "", title)),
      about,
      ...(when === "" ? [] : [element("p", "m when", when)]),
      ...drawExcerpt(hit),
    ),
  );
}

/** The list of results, a page of them at a time. */
export class Results {
  readonly #list: HTMLElement;
  readonly #root: string;
  readonly #texts: SearchTexts;
  readonly #more: HTMLButtonElement;
  #next: () => void = () => {};

  /** `root` is the address that the paths of results stand below. */
  constructor(list: HTMLElement, root: string, texts: SearchTexts) {
    this.#list = list;
    this.#root = root;
    this.#texts = texts;
    this.#more = button(texts.more, "btn", () => this.#next());
  }

  /** Takes the first results in place of those that were shown. */
  show(hits: Found["hits"]): void {
    this.#list.replaceChildren();
    this.#add(hits, 0);
  }

  #add(hits: Found["hits"], from: number): void {
    const drawn = hits.slice(from, from + page).map((hit) => drawHit(hit, this.#root, this.#texts));
    this.#list.append(...drawn);
    this.#more.remove();
    if (from > 0) drawn[0]?.querySelector("a")?.focus();
    if (hits.length <= from + page) return;
    this.#next = () => this.#add(hits, from + page);
    this.#list.after(this.#more);
  }
}
