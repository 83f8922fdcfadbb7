/** What a token is: a word, a number with what hangs on it («3-х»), a date in figures, or a sign. */
export type TokenKind =
  "word" | "number" | "roman" | "figures" | "dash" | "comma" | "semicolon" | "colon" | "open" | "close" | "sign";

/** One token of a phrase. Offsets are UTF-16 units of the phrase as it was given; `end` is exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The normal form of a word (`TokenRules.normalize`), the digits of a number, “–” of a dash; else the text itself. */
  readonly norm: string;
  /** The value of a number; 0 for everything else. */
  readonly value: number;
  /** Day, month and, where written, year of a date in figures. */
  readonly figures?: { readonly day: number; readonly month: number; readonly year?: number };
}

/** The longest phrase that is parsed, in UTF-16 units: an order's longest is a tenth of it, and nothing longer is a deadline. */
export const longestPhrase = 2000;

/** How the words of a language are written. */
export interface TokenRules {
  /** What may stand directly after the digits of a number («3-х», “3rd”): the source of a regular expression. */
  readonly numberEnding: string;
  /** The normal form of a word. */
  readonly normalize: (word: string) => string;
  /** A word in lower case with its look-alikes of Roman digits as Latin letters. */
  readonly asRoman: (word: string) => string;
  /** Words that are often written together by a slip, in their normal form; of how many letters the first one consists. */
  readonly joined: Readonly<Record<string, number>>;
}

const romanNumbers: readonly string[] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

interface TokenShape {
  readonly kind: TokenKind | "skip";
  readonly shape: RegExp;
  /** Whether it begins with a digit. */
  readonly digit?: true;
}

/** The shapes of tokens, in the order they are tried at each place. */
const shapesOf = (numberEnding: string): readonly TokenShape[] => [
  { kind: "skip", shape: /[\s\u00ad\u200b-\u200f\ufeff]+/uy },
  { digit: true, kind: "figures", shape: /(?<y1>\d{4})-(?<m1>\d{2})-(?<d1>\d{2})(?!\d)/uy },
  // «28. 03», «28.03. 2024»: a space slipped in.
  {
    digit: true,
    kind: "figures",
    shape:
      /(?<d4>\d{1,2})[ \u00a0]?\.[ \u00a0]?(?<m4>\d{2})(?:[ \u00a0]?\.[ \u00a0]?(?<y4>\d{4})(?!\d)|(?![ \u00a0]?\.?[ \u00a0]?\d))/uy,
  },
  { digit: true, kind: "figures", shape: /(?<d2>\d{1,2})\.(?<m2>\d{1,2})(?:\.(?<y2>\d{4}|\d{2})(?!\d)|(?!\.?\d))/uy },
  { digit: true, kind: "figures", shape: /(?<d3>\d{1,2})\/(?<m3>\d{1,2})\/(?<y3>\d{4})(?!\d)/uy },
  {
    digit: true,
    kind: "number",
    shape: new RegExp(`\\d+(?:${numberEnding})?`, "uyi"),
  },
  // «I-й»
  { kind: "skip", shape: new RegExp(`(?<=[IVXІХ])(?:${numberEnding})`, "uyi") },
  { kind: "word", shape: /[\p{L}\p{M}][\p{L}\p{M}\u00ad\u200b-\u200d]*/uy },
  { kind: "dash", shape: /[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d~]+/uy },
  { kind: "comma", shape: /,/uy },
  { kind: "semicolon", shape: /;/uy },
  { kind: "colon", shape: /:/uy },
  { kind: "open", shape: /[([]/uy },
  { kind: "close", shape: /[)\]]/uy },
  // Full stops end abbreviations and sentences, quotes enclose names: neither changes what a deadline says.
  { kind: "skip", shape: /[.«»"„“”'’]/uy },
  { kind: "sign", shape: /[^]/uy },
];

function figuresOf(groups: Readonly<Record<string, string | undefined>>): NonNullable<Token["figures"]> {
  const pick = (name: string): string | undefined =>
    ["1", "2", "3", "4"].map((shape) => groups[name + shape]).find((text) => text !== undefined);
  const year = pick("y");
  const full = year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
  return { day: Number(pick("d")), month: Number(pick("m")), ...(full === undefined ? {} : { year: full }) };
}

function tokenOf(kind: TokenKind, match: RegExpExecArray, { asRoman, normalize }: TokenRules): Token {
  const [text] = match;
  const at = { start: match.index, end: match.index + text.length };
  if (kind === "figures") return { ...at, kind, norm: text, value: 0, figures: figuresOf(match.groups ?? {}) };
  if (kind === "number") {
    const digits = /^\d+/.exec(text)?.[0] ?? "";
    return { ...at, kind, norm: digits, value: digits.length > 6 ? Number.MAX_SAFE_INTEGER : Number(digits) };
  }
  if (kind !== "word") return { ...at, kind, norm: kind === "dash" ? "–" : text, value: 0 };
  const lower = text.toLowerCase();
  const roman = romanNumbers.indexOf(asRoman(lower));
  if (roman > 0) return { ...at, kind: "roman", norm: lower, value: roman };
  return { ...at, kind, norm: normalize(text), value: 0 };
}

/** A token, or the two that it should have been. */
function separated(token: Token, joined: TokenRules["joined"]): readonly Token[] {
  const at =
    token.kind === "word" && Object.hasOwn(joined, token.norm) && token.end - token.start === token.norm.length
      ? joined[token.norm]
      : undefined;
  if (at === undefined) return [token];
  return [
    { ...token, end: token.start + at, norm: token.norm.slice(0, at) },
    { ...token, start: token.start + at, norm: token.norm.slice(at) },
  ];
}

const trailing: readonly TokenKind[] = ["comma", "semicolon"];

/** The tokens of a phrase without what only surrounds it: brackets around all of it, a comma at its end. */
export function withoutSurroundings(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex(({ kind }) => !trailing.includes(kind));
  const inner = tokens.slice(0, last + 1);
  const isEnclosed = inner[0]?.kind === "open" && inner.findIndex(({ kind }) => kind === "close") === inner.length - 1;
  return isEnclosed && inner.length > 2 ? inner.slice(1, -1) : inner;
}

/** Cuts texts of a language into tokens; never fails, whatever a text holds. */
export function tokenizer(rules: TokenRules): (text: string) => Token[] {
  const shapes = shapesOf(rules.numberEnding);
  return (text) => {
    const tokens: Token[] = [];
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      const isDigit = code >= 0x30 && code <= 0x39;
      for (const { kind, shape, digit = false } of shapes) {
        if (digit !== isDigit) continue;
        shape.lastIndex = at;
        const match = shape.exec(text);
        if (match === null) continue;
        at += match[0].length;
        if (kind !== "skip") tokens.push(...separated(tokenOf(kind, match, rules), rules.joined));
        break;
      }
    }
    return tokens;
  };
}
