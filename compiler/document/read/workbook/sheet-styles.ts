import { builtInFormat } from "./sheet-number.ts";
import type { XmlAttributes, XmlHandler } from "../xml.ts";

/** How the cells of a style are shown. */
interface CellStyle {
  readonly format: string;
  readonly italic: boolean;
}

/** Reads `xl/styles.xml` (ECMA-376 part 1, §18.8): formats of numbers, italics. */
export class SheetStyles implements XmlHandler {
  readonly #formats = new Map<number, string>();
  readonly #italic: boolean[] = [];
  readonly #styles: { readonly format: number; readonly font: number }[] = [];
  #part = "";

  open(name: string, attributes: XmlAttributes): void {
    if (name === "fonts" || name === "cellXfs") this.#part = name;
    else if (name === "numFmt")
      this.#formats.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
    else if (name === "font" && this.#part === "fonts") this.#italic.push(false);
    else if (name === "i" && this.#part === "fonts")
      this.#italic[this.#italic.length - 1] = !/^(0|false)$/.test(attributes.get("val") ?? "");
    else if (name === "xf" && this.#part === "cellXfs")
      this.#styles.push({ format: Number(attributes.get("numFmtId")), font: Number(attributes.get("fontId")) });
  }

  close(name: string): void {
    if (name === this.#part) this.#part = "";
  }

  of(index: number): CellStyle {
    const { format, font } = this.#styles[index] ?? { format: 0, font: 0 };
    return { format: this.#formats.get(format) ?? builtInFormat(format), italic: this.#italic[font] ?? false };
  }
}
