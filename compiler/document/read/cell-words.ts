import { folded, linesOf } from "./blocks.ts";
import { limits } from "./limits.ts";
import { DocumentError } from "./document-error.ts";

/** Gathers the words of a cell or paragraph while a document is read. */
export class CellWords {
  readonly #parts: string[] = [];
  #length = 0;
  #first: boolean | undefined;

  /**
   * Adds words; the first visible ones decide whether the cell is in italics.
   * @throws DocumentError beyond the limit of a cell
   */
  add(text: string, italic: boolean): void {
    if (text === "") return;
    this.#length += text.length;
    if (this.#length > limits.cellCharacters)
      throw new DocumentError("document-limit", { what: { terms: ["limit-cell"] }, limit: limits.cellCharacters });
    if (this.#first === undefined && text.trim() !== "") this.#first = italic;
    this.#parts.push(text);
  }

  get raw(): string {
    return this.#parts.join("");
  }

  get text(): string {
    return folded(this.raw);
  }

  get lines(): readonly string[] | undefined {
    return linesOf(this.raw);
  }

  get italic(): boolean {
    return this.#first ?? false;
  }
}
