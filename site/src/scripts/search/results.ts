import { element } from "../element.ts";
import type { SearchTexts } from "./data.ts";
import type { Found, Hit } from "./engine.ts";
import { whenText } from "./when.ts";

/** How many results are shown at once, and added by «Ещё». */
const page = 10;

/** The words found, where they tell more than the title above them. */
function drawExcerpt({ title, excerpt }: Hit): HTMLElement[] {
  const text = excerpt
    .map((piece) => piece.text)
    .join("")
    .replace(/[\s:.]+$/, "");
  return title.includes(text)
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
  const link = element("a", hit.kind === "item" ? "q" : "", hit.title);
  link.href = `${root}${hit.path}`;
  const about = element("p", "m", [texts.kinds[hit.kind], hit.place].filter((text) => text !== "").join(" · "));
  const when = whenText(hit.dates, hit.state, texts);
  return element(
    "li",
    "hit",
    element("span", "no", hit.id),
    element(
      "div",
      "",
      element("p", "", link),
      about,
      ...(when === "" ? [] : [element("p", "m when", when)]),
      ...drawExcerpt(hit),
    ),
  );
}

/** The list of results, a page of them at a time; what was asked for later wins over what arrives late. */
export class Results {
  readonly #list: HTMLElement;
  readonly #root: string;
  readonly #texts: SearchTexts;
  readonly #more: HTMLButtonElement;
  #turn = 0;

  /** `root` is the address that the paths of results stand below. */
  constructor(list: HTMLElement, root: string, texts: SearchTexts) {
    this.#list = list;
    this.#root = root;
    this.#texts = texts;
    this.#more = element("button", "btn", texts.more);
    this.#more.type = "button";
  }

  /** Takes the first results in place of those that were shown. */
  async show(hits: Found["hits"]): Promise<void> {
    const turn = (this.#turn += 1);
    const drawn = await this.#draw(hits, 0);
    if (turn !== this.#turn) return;
    this.#list.replaceChildren();
    this.#add(drawn, hits, 0);
  }

  async #showMore(hits: Found["hits"], from: number): Promise<void> {
    const turn = this.#turn;
    const drawn = await this.#draw(hits, from);
    if (turn !== this.#turn) return;
    this.#add(drawn, hits, from);
    drawn[0]?.querySelector("a")?.focus();
  }

  async #draw(hits: Found["hits"], from: number): Promise<HTMLElement[]> {
    const fetched = await Promise.all(hits.slice(from, from + page).map((fetchHit) => fetchHit()));
    return fetched.map((hit) => drawHit(hit, this.#root, this.#texts));
  }

  #add(drawn: readonly HTMLElement[], hits: Found["hits"], from: number): void {
    this.#list.append(...drawn);
    this.#more.remove();
    if (hits.length <= from + page) return;
    this.#more.onclick = () => void this.#showMore(hits, from + page);
    this.#list.after(this.#more);
  }
}
