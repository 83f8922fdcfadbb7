/** What a token is: a word, a number with what hangs on it («3-х»), a date in figures, or a sign. */
export type TokenKind =
  "word" | "number" | "roman" | "figures" | "dash" | "comma" | "semicolon" | "colon" | "open" | "close" | "sign";

/** One token of a phrase. Offsets are UTF-16 units of the phrase as it was given; `end` is exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Lower case, ё as е, Latin look-alikes as Cyrillic letters, marks and invisible characters left out. */
  readonly norm: string;
  /** The value of a number; 0 for everything else. */
  readonly value: number;
  /** Day, month and, where written, year of a date in figures. */
  readonly figures?: { readonly day: number; readonly month: number; readonly year?: number };
}

/** The longest phrase that is read: an order's longest is a tenth of it, and nothing longer is a deadline. */
export const longestPhrase = 2000;

const lookAlikes: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
};
const romanValues: readonly string[] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** A Roman number up to twelve, also one typed with the Cyrillic «І» and «Х». */
const romanValue = (word: string): number => romanValues.indexOf(word.replace(/[іӏ]/g, "i").replace(/х/g, "x"));

const plainWord = /^[а-я]+$/;

/** Words as they are abbreviated, and as they are written whole. */
const abbreviated: Readonly<Record<string, string>> = {
  теч: "течение",
  уч: "учебный",
  мес: "месяц",
  нед: "неделю",
  полуг: "полугодие",
  ежемес: "ежемесячно",
  ежекв: "ежеквартально",
  еженед: "еженедельно",
};
/** Words that are often written together by a slip; the first letters of each are a word of their own. */
const joined: Readonly<Record<string, number>> = {
  втечение: 1,
  втечении: 1,
  непозднее: 2,
  непозже: 2,
  неранее: 2,
  нераньше: 2,
  нереже: 2,
  неменее: 2,
  вслучае: 1,
  всрок: 1,
  посостоянию: 2,
};

function normal(word: string): string {
  const lower = word.toLowerCase();
  if (plainWord.test(lower)) return lower;
  const plain = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{M}\u00ad\u200b-\u200f\ufeff]/gu, "")
    .replace(/ё/g, "е");
  return plain.replace(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter);
}

/** What hangs on a number: «3-х», «5-ти», «1-го», «10-и», also without its hyphen. */
const suffix =
  "(?:ой|ый|ий|ая|ое|ье|ую|ые|ых|ым|ыми|ого|его|ому|го|му|ти|ть|тью|мя|ми|ех|ух|их|й|я|е|ю|х|и|м)(?![a-zа-яё])";

/** The shapes of tokens, in the order they are tried at each place. */
const shapes: readonly { readonly kind: TokenKind | "skip"; readonly shape: RegExp; readonly digit?: true }[] = [
  { kind: "skip", shape: /[\s\u00ad\u200b-\u200f\ufeff]+/uy },
  { digit: true, kind: "figures", shape: /(?<y1>\d{4})-(?<m1>\d{2})-(?<d1>\d{2})(?!\d)/uy },
  { digit: true, kind: "figures", shape: /(?<d2>\d{1,2})\.(?<m2>\d{1,2})(?:\.(?<y2>\d{4}|\d{2})(?!\d)|(?!\.?\d))/uy },
  { digit: true, kind: "figures", shape: /(?<d3>\d{1,2})\/(?<m3>\d{1,2})\/(?<y3>\d{4})(?!\d)/uy },
  {
    digit: true,
    kind: "number",
    shape: new RegExp(
      `\\d+(?:\\s?[-\\u2010-\\u2015\\u2212]\\s?${suffix}|${suffix}|[-\\u2010-\\u2015](?:ти|и|х)?(?=(?:дневн|месячн|недельн)))?`,
      "uyi",
    ),
  },
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
  const pick = (name: string): string | undefined => groups[`${name}1`] ?? groups[`${name}2`] ?? groups[`${name}3`];
  const year = pick("y");
  const full = year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
  return { day: Number(pick("d")), month: Number(pick("m")), ...(full === undefined ? {} : { year: full }) };
}

function tokenOf(kind: TokenKind, match: RegExpExecArray): Token {
  const [text] = match;
  const at = { start: match.index, end: match.index + text.length };
  if (kind === "figures") return { ...at, kind, norm: text, value: 0, figures: figuresOf(match.groups ?? {}) };
  if (kind === "number") {
    const digits = /^\d+/.exec(text)?.[0] ?? "";
    return { ...at, kind, norm: digits, value: digits.length > 6 ? Number.MAX_SAFE_INTEGER : Number(digits) };
  }
  const raw = text.toLowerCase();
  const roman = kind === "word" ? romanValue(raw) : -1;
  if (roman > 0) return { ...at, kind: "roman", norm: raw, value: roman };
  return { ...at, kind, norm: kind === "word" ? wholeWord(normal(text)) : kind === "dash" ? "–" : text, value: 0 };
}

const wholeWord = (word: string): string => (Object.hasOwn(abbreviated, word) ? abbreviated[word]! : word);

/** A token, or the two that it should have been. */
function apart(token: Token): readonly Token[] {
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
export function phraseTokens(text: string): Token[] {
  const tokens = tokenize(text);
  while (trailing.includes(tokens.at(-1)?.kind ?? "word")) tokens.pop();
  const isEnclosed =
    tokens[0]?.kind === "open" && tokens.findIndex(({ kind }) => kind === "close") === tokens.length - 1;
  return isEnclosed && tokens.length > 2 ? tokens.slice(1, -1) : tokens;
}

/** Cuts a phrase into tokens; never fails, whatever the text holds. */
export function tokenize(text: string): Token[] {
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
      if (kind !== "skip") tokens.push(...apart(tokenOf(kind, match)));
      break;
    }
  }
  return tokens;
}
