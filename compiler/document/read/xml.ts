import { SaxesParser, type SaxesTagPlain } from "saxes";
import { limits } from "./limits.ts";
import { DocumentError } from "./document-error.ts";

/** The attributes of an element by their names without prefix. */
export type XmlAttributes = ReadonlyMap<string, string>;

/** What is called for each piece of an XML part, in order; names come without their prefix, `qualified` with it. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes, qualified: string): void;
  close(name: string): void;
  text?(text: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads XML as it streams by, without document types and entities of its own. */
export class XmlStream {
  readonly #parser = new SaxesParser({ fragment: false });
  #depth = 0;

  constructor(handler: XmlHandler) {
    const fail = (): never => {
      throw new DocumentError("document-broken", { what: { terms: ["broken-xml"] } });
    };
    this.#parser.on("doctype", fail);
    this.#parser.on("error", fail);
    this.#parser.on("opentag", (tag) => {
      this.#depth += 1;
      if (this.#depth > limits.depth)
        throw new DocumentError("document-limit", { what: { terms: ["limit-depth"] }, limit: limits.depth });
      const attributes = Object.entries((tag as SaxesTagPlain).attributes);
      handler.open(localName(tag.name), new Map(attributes.map(([name, value]) => [localName(name), value])), tag.name);
    });
    this.#parser.on("closetag", ({ name }) => {
      this.#depth -= 1;
      handler.close(localName(name));
    });
    if (handler.text !== undefined) this.#parser.on("text", (text) => handler.text?.(text));
  }

  /** @throws DocumentError beyond the limits, and where the text is no XML */
  write(text: string): void {
    this.#parser.write(text);
  }

  /** @throws DocumentError when the part is torn */
  end(): void {
    this.#parser.close();
  }
}
