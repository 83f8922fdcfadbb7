import { CellWords } from "../cell-words.ts";
import type { XmlAttributes, XmlHandler } from "../xml.ts";

/** Words of a cell or of the table of strings; cells that have the same string share them. */
export interface SheetWords {
  readonly text: string;
  readonly lines: readonly string[] | undefined;
  readonly italic: boolean;
}

/** `_x000D_`: a character that XML has none for (ECMA-376 part 1, §22.9.2.19). */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Gathers rich text: the runs of `si` and `is` (ECMA-376 part 1, §18.4), without what is said of their sound. */
export class RichText {
  #words = new CellWords();
  #isItalic = false;
  #isText = false;
  #isSound = false;

  open(name: string, attributes: XmlAttributes): void {
    if (name === "rPh") this.#isSound = true;
    else if (name === "t") this.#isText = true;
    else if (name === "r") this.#isItalic = false;
    else if (name === "i") this.#isItalic = !/^(0|false)$/.test(attributes.get("val") ?? "");
  }

  close(name: string): void {
    if (name === "rPh") this.#isSound = false;
    else if (name === "t") this.#isText = false;
  }

  /** @throws DocumentError beyond the limit of a cell */
  text(text: string): void {
    if (this.#isText && !this.#isSound) this.#words.add(unescaped(text), this.#isItalic);
  }

  /** The words so far; the next ones begin anew. */
  take(): SheetWords {
    const { text, lines, italic } = this.#words;
    [this.#words, this.#isItalic] = [new CellWords(), false];
    return { text, lines, italic };
  }
}

/** Reads `xl/sharedStrings.xml`. */
export class SharedStrings implements XmlHandler {
  readonly strings: SheetWords[] = [];
  readonly #rich = new RichText();

  open(name: string, attributes: XmlAttributes): void {
    this.#rich.open(name, attributes);
  }

  close(name: string): void {
    this.#rich.close(name);
    if (name === "si") this.strings.push(this.#rich.take());
  }

  text(text: string): void {
    this.#rich.text(text);
  }
}

/** Reads `xl/workbook.xml` and its relations: which parts are the visible sheets, in order. */
export class Workbook implements XmlHandler {
  is1904 = false;
  readonly #sheets: string[] = [];
  readonly #targets = new Map<string, string>();

  open(name: string, attributes: XmlAttributes): void {
    if (name === "workbookPr") this.is1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
    else if (name === "sheet" && !/hidden/i.test(attributes.get("state") ?? ""))
      this.#sheets.push(attributes.get("id") ?? "");
    else if (name === "Relationship") this.#targets.set(attributes.get("Id") ?? "", attributes.get("Target") ?? "");
  }

  close(): void {
    // Nothing stands inside these elements.
  }

  /** The names of the parts. */
  get sheets(): readonly string[] {
    return this.#sheets.flatMap((id) => {
      const target = this.#targets.get(id);
      if (target === undefined) return [];
      return [target.startsWith("/") ? target.slice(1) : `xl/${target}`];
    });
  }
}
