import { SaxesParser, type SaxesTagPlain } from "saxes";
import { paragraphOf, type Block } from "./blocks.ts";
import { CellWords } from "./cell-words.ts";
import { Grid } from "./grid.ts";
import { limits } from "./limits.ts";
import { counterOf, type Counter, type Numberings } from "./word-numbering.ts";
import { Trouble } from "./trouble.ts";

const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|false|off|none)$/i.test(value);
const broken = (): Trouble => new Trouble("document-broken", { what: { terms: ["broken-xml"] } });

/** Parts whose words are a second copy, were taken out, or are not words. */
const skipped = new Set(["del", "moveFrom", "Fallback", "instrText", "delText", "footnote", "pict"]);

interface Cell {
  span: number;
  merge: "none" | "first" | "below";
  readonly words: CellWords;
}

/** Reads WordprocessingML (ECMA-376 part 1, §17) as it streams by; of its tables the outermost ones are tables. */
export class WordReader {
  readonly blocks: Block[] = [];
  readonly #parser = new SaxesParser({ fragment: false });
  readonly #counter: Counter;
  #words = new CellWords();
  #grid: Grid | undefined;
  #cell: Cell | undefined;
  #tables = 0;
  #skipping = 0;
  #depth = 0;
  #headerRow = false;
  #italic = false;
  #inText = false;
  /** List and level of the paragraph that is being read. */
  #list: { id: string; level: number } | undefined;
  #numbered = false;
  #started = false;

  constructor(numberings: Numberings) {
    this.#counter = counterOf(numberings);
    this.#parser.on("doctype", () => {
      throw broken();
    });
    this.#parser.on("error", () => {
      throw broken();
    });
    this.#parser.on("opentag", (tag) => this.#open(tag as SaxesTagPlain));
    this.#parser.on("closetag", ({ name }) => this.#close(name.replace(/^.*:/, "")));
    this.#parser.on("text", (text) => {
      if (this.#inText && this.#skipping === 0) this.#add(text);
    });
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  /** @throws Trouble when the document is torn */
  end(): void {
    this.#parser.close();
    if (!this.#started) throw broken();
  }

  #add(text: string): void {
    const target = this.#cell?.words ?? this.#words;
    if (!this.#numbered && this.#list !== undefined && text.trim() !== "") {
      this.#numbered = true;
      const label = this.#counter(this.#list.id, this.#list.level);
      if (label !== "") target.add(`${label} `, this.#italic);
    }
    target.add(text, this.#italic);
  }

  #open({ name, attributes, isSelfClosing }: SaxesTagPlain): void {
    this.#depth += 1;
    if (this.#depth > limits.depth)
      throw new Trouble("document-limit", { what: { terms: ["limit-depth"] }, limit: limits.depth });
    const local = name.replace(/^.*:/, "");
    if (this.#skipping > 0 || (skipped.has(local) && !isSelfClosing)) {
      this.#skipping += 1;
      return;
    }
    const value = attributes["w:val"];
    switch (local) {
      case "document":
        this.#started = true;
        break;
      case "tbl":
        this.#tables += 1;
        if (this.#tables === 1) {
          this.#endParagraph();
          this.#grid = new Grid();
        }
        break;
      case "tr":
        if (this.#tables === 1) this.#headerRow = false;
        break;
      case "tblHeader":
        if (this.#tables === 1) this.#headerRow = isOn(value);
        break;
      case "gridBefore":
        if (this.#tables === 1) this.#grid?.skip(Number(value) || 0);
        break;
      case "tc":
        if (this.#tables === 1) this.#cell = { span: 1, merge: "none", words: new CellWords() };
        break;
      case "gridSpan":
        if (this.#tables === 1 && this.#cell) this.#cell.span = Number(value) || 1;
        break;
      case "vMerge":
        if (this.#tables === 1 && this.#cell) this.#cell.merge = value === "restart" ? "first" : "below";
        break;
      case "p":
        this.#list = undefined;
        this.#numbered = false;
        break;
      case "numPr":
        this.#list = { id: "", level: 0 };
        break;
      case "ilvl":
        if (this.#list) this.#list.level = Number(value) || 0;
        break;
      case "numId":
        if (this.#list) this.#list.id = value ?? "";
        break;
      case "r":
        this.#italic = false;
        break;
      case "i":
        this.#italic = isOn(value);
        break;
      case "t":
        this.#inText = true;
        break;
      case "tab":
        if (attributes["w:pos"] === undefined) this.#add("\t");
        break;
      case "br":
      case "cr":
        this.#add("\n");
        break;
      case "noBreakHyphen":
        this.#add("-");
        break;
      default:
    }
  }

  #close(name: string): void {
    this.#depth -= 1;
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    switch (name) {
      case "t":
        this.#inText = false;
        break;
      case "p":
        // Word shows the number of an empty paragraph too: the first column of a table is often nothing else.
        if (this.#cell !== undefined && this.#list !== undefined && !this.#numbered)
          this.#cell.words.add(this.#counter(this.#list.id, this.#list.level), false);
        if (this.#cell !== undefined) this.#cell.words.add("\n", false);
        else this.#endParagraph();
        this.#list = undefined;
        break;
      case "tc":
        if (this.#tables === 1 && this.#cell !== undefined) {
          const { words, span, merge } = this.#cell;
          this.#grid?.add({
            text: words.text,
            italic: words.italic,
            span,
            below: merge === "below" && words.text === "",
          });
          this.#cell = undefined;
        }
        break;
      case "tr":
        if (this.#tables === 1) this.#grid?.endRow(this.#headerRow);
        break;
      case "tbl":
        this.#tables -= 1;
        if (this.#tables === 0 && this.#grid !== undefined) {
          if (this.#grid.table.rows.length > 0) this.blocks.push(this.#grid.table);
          this.#grid = undefined;
        }
        break;
      default:
    }
  }

  #endParagraph(): void {
    const paragraph = paragraphOf(this.#words.raw, 0);
    if (paragraph !== undefined) this.blocks.push(paragraph);
    this.#words = new CellWords();
  }
}
