import { Tokenizer } from "htmlparser2";

/** The attributes of a tag by their lower-case names; of two with the same name the first. */
export type Attributes = ReadonlyMap<string, string>;

/** What is called for each token of a page, in order; `at` is the UTF-16 offset of the tag's «<». */
export interface TokenHandler {
  open(name: string, attributes: Attributes, at: number): void;
  close(name: string, at: number): void;
  /** Words with their character references resolved; one run of words can come in several calls. */
  text(text: string): void;
}

/**
 * Elements whose content is no part of the document's words. `head` also ends where `body` begins: its end tag may be left
 * out (HTML §13.1.2.4).
 */
const wordless = new Set(["head", "script", "style", "template", "noscript"]);

/**
 * Hands on the tags and words of an HTML page, well-formed or not. The library's tokenizer is used without its parser: the
 * parser keeps all open elements, so that a page of tags that nobody closes would take time by the square of its length.
 */
export function readTokens(source: string, handler: TokenHandler): void {
  let tag: { readonly name: string; readonly at: number; readonly attributes: Map<string, string> } | undefined;
  let attribute = { name: "", value: "" };
  let hiddenBy: string | undefined;
  const text = (words: string): void => {
    if (hiddenBy === undefined) handler.text(words);
  };
  const endOpenTag = (): void => {
    if (tag === undefined) return;
    const { name, attributes, at } = tag;
    tag = undefined;
    if (hiddenBy === "head" && name === "body") hiddenBy = undefined;
    if (hiddenBy !== undefined) return;
    if (wordless.has(name)) hiddenBy = name;
    else handler.open(name, attributes, at);
  };
  const ignored = (): void => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        tag = { name: source.slice(start, end).toLowerCase(), at: start - "<".length, attributes: new Map() };
      },
      onattribname(start, end) {
        attribute = { name: source.slice(start, end).toLowerCase(), value: "" };
      },
      onattribdata(start, end) {
        attribute.value += source.slice(start, end);
      },
      onattribentity(codePoint) {
        attribute.value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (tag?.attributes.has(attribute.name) === false) tag.attributes.set(attribute.name, attribute.value);
      },
      onopentagend: endOpenTag,
      onselfclosingtag: endOpenTag,
      onclosetag(start, end) {
        const name = source.slice(start, end).toLowerCase();
        if (hiddenBy === undefined) handler.close(name, start - "</".length);
        else if (hiddenBy === name) hiddenBy = undefined;
      },
      ontext: (start, end) => text(source.slice(start, end)),
      ontextentity: (codePoint) => text(String.fromCodePoint(codePoint)),
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      onend: ignored,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
