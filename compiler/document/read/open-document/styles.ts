import type { XmlAttributes } from "../xml.ts";
import type { Level } from "../numbering.ts";

/** The formats of numbers by what `style:num-format` says (ODF 1.3 part 3, §19.500). */
const numberFormats: readonly (readonly [RegExp, string])[] = [
  [/^1$/, "decimal"],
  [/^01/, "decimalZero"],
  [/^I$/, "upperRoman"],
  [/^i$/, "lowerRoman"],
  [/^A$/, "upperLetter"],
  [/^a$/, "lowerLetter"],
  [/^А/, "russianUpper"],
  [/^а/, "russianLower"],
];

/** «%1.%2.»: a number in the words around it, with those of the levels above that are shown. */
function levelText(level: number, attributes: XmlAttributes): string {
  const shown = Math.min(level, Number(attributes.get("display-levels")) || 1);
  const numbers = Array.from({ length: shown }, (_, at) => `%${level - shown + 1 + at}`);
  return `${attributes.get("num-prefix") ?? ""}${numbers.join(".")}${attributes.get("num-suffix") ?? ""}`;
}

/** The styles of an OpenDocument file that change what is read: italics, hidden sheets, numbers of lists. */
export class OpenDocumentStyles {
  readonly lists = new Map<string, Level[]>();
  readonly #italic = new Map<string, boolean>();
  readonly #parents = new Map<string, string>();
  readonly #hidden = new Set<string>();
  #style: string | undefined;
  #levels: Level[] | undefined;

  /** Takes the beginning of an element; returns whether it is one of a style. */
  open(name: string, attributes: XmlAttributes): boolean {
    if (name === "style") {
      this.#style = attributes.get("name");
      const parent = attributes.get("parent-style-name");
      if (this.#style !== undefined && parent !== undefined) this.#parents.set(this.#style, parent);
    } else if (name === "text-properties" && this.#style !== undefined) {
      const value = attributes.get("font-style");
      if (value !== undefined) this.#italic.set(this.#style, value === "italic" || value === "oblique");
    } else if (name === "table-properties" && this.#style !== undefined) {
      if (attributes.get("display") === "false") this.#hidden.add(this.#style);
    } else if (name === "list-style") {
      this.#levels = [];
      this.lists.set(attributes.get("name") ?? "", this.#levels);
    } else if (name.startsWith("list-level-style-")) this.#openLevel(name, attributes);
    else return false;
    return true;
  }

  #openLevel(name: string, attributes: XmlAttributes): void {
    const level = Number(attributes.get("level"));
    if (this.#levels === undefined || !(level >= 1 && level <= 10)) return;
    const format = numberFormats.find(([sign]) => sign.test(attributes.get("num-format") ?? ""))?.[1];
    this.#levels[level - 1] = {
      format: name === "list-level-style-number" ? (format ?? "none") : "bullet",
      text: levelText(level, attributes),
      start: Number(attributes.get("start-value") ?? 1) || 0,
    };
  }

  close(name: string): void {
    if (name === "style") this.#style = undefined;
    if (name === "list-style") this.#levels = undefined;
  }

  /** Whether words of a style are in italics; undefined where it does not say. */
  isItalic(style: string | undefined): boolean | undefined {
    let name = style;
    for (let steps = 0; name !== undefined && steps < 20; steps++) {
      const own = this.#italic.get(name);
      if (own !== undefined) return own;
      name = this.#parents.get(name);
    }
    return undefined;
  }

  isHidden = (style: string | undefined): boolean => style !== undefined && this.#hidden.has(style);
}
