import type { Block, RawParagraph, RawTable } from "../read/blocks.ts";
import { orderPatterns } from "./order-patterns.ts";

/** The abbreviations of a plan, as printed. */
export interface RecognisedGlossary {
  readonly title: string;
  readonly terms: readonly { readonly term: string; readonly meaning: string }[];
}

const heading = /^(сокращени|термин|понятие|обозначени|abbreviation|term)/i;
const inLine = /^(?<term>\S[^–—:]{0,80}?)\s+[–—-]\s+(?<meaning>\S.*)$/;

/** A table of two columns, each row a term and its meaning; a row without a term continues the one above. */
function termsOf({ rows }: RawTable): { term: string; meaning: string }[] | undefined {
  const terms: { term: string; meaning: string }[] = [];
  for (const [index, { cells }] of rows.entries()) {
    const texts = cells.map(({ text }) => text);
    // A third column of ordinal numbers may stand first.
    const [term = "", meaning = "", extra] =
      texts.length === 3 && /^\d*[.)]?$/.test(texts[0]!) ? texts.slice(1) : texts;
    if (extra !== undefined && extra !== "") return undefined;
    if (index === 0 && heading.test(term)) continue;
    const last = terms.at(-1);
    if (term === "" && last !== undefined) last.meaning = `${last.meaning} ${meaning}`.trim();
    else if (term !== "") terms.push({ term, meaning });
  }
  return terms.length > 0 && terms.every(({ meaning }) => meaning !== "") ? terms : undefined;
}

/** The fewest rows of a table without a title that is taken for abbreviations; signatures are in tables too. */
const fewestTerms = 3;

/** The glossary among the blocks before the plan's table: a table of two columns, or lines «ДОО – …» below its title. */
export function readGlossary(blocks: readonly Block[]): {
  readonly glossary: RecognisedGlossary | undefined;
  readonly used: ReadonlySet<Block>;
} {
  const used = new Set<Block>();
  const titleAt = blocks.findLastIndex(
    (block) => block.kind === "paragraph" && orderPatterns.glossary.test(block.text) && block.text.length < 160,
  );
  const title = titleAt === -1 ? undefined : (blocks[titleAt] as RawParagraph);
  const table = blocks
    .slice(titleAt + 1)
    .find(
      (block): block is RawTable =>
        block.kind === "table" &&
        (title !== undefined || block.rows.length >= fewestTerms) &&
        termsOf(block) !== undefined,
    );
  if (title !== undefined) used.add(title);
  if (table !== undefined) {
    used.add(table);
    return { glossary: { title: title?.text ?? "", terms: termsOf(table)! }, used };
  }
  if (title === undefined) return { glossary: undefined, used };
  const terms: { term: string; meaning: string }[] = [];
  for (const block of blocks.slice(titleAt + 1)) {
    if (block.kind !== "paragraph") break;
    const found = block.lines.map((line) => inLine.exec(line)?.groups);
    if (found.includes(undefined)) break;
    for (const groups of found)
      terms.push({ term: groups!["term"]!, meaning: groups!["meaning"]!.replace(/[;.]$/, "") });
    used.add(block);
  }
  return { glossary: terms.length === 0 ? undefined : { title: title.text, terms }, used };
}
