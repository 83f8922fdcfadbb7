/** A word of a party's name, as compared: its letters, and how it is written. */
interface NameWord {
  readonly text: string;
  /** «зам.» – the word goes on. */
  readonly isCut: boolean;
  /** «ВР», «КДНиЗП» – a letter stands for a word. */
  readonly isAcronym: boolean;
}

/** Words that are cut without a dot. */
const cutWords: ReadonlySet<string> = new Set(["зам", "зав", "нач", "рук", "отв", "пред"]);
/** Between the words that letters of an acronym stand for. */
const linking: ReadonlySet<string> = new Set(["и", "по", "в", "of", "and", "the", "for"]);

const wordsOf = (name: string): readonly NameWord[] =>
  [...name.replace(/[«»"“”„(),]/g, " ").matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\.?/gu)].map(([word]) => {
    const text = word.replace(/\.$/, "").toLowerCase().replace(/ё/g, "е");
    return {
      text,
      isCut: /\p{L}\.$/u.test(word) || cutWords.has(text),
      isAcronym: /^\p{Lu}{2,}(?:и?\p{Lu}+)*$/u.test(word),
    };
  });

/** What may follow the stem in two forms of a word: «директор», «директора»; «классный», «классные»; «head», «heads». */
const ending = /^(?:[аеиоуыюяйьмвх]{0,2}|e?s)$/;
const shortestStem = 3;

/** Whether two words are forms of one. Figures have none: 10 классов are not 11. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a + b)) return false;
  let stem = 0;
  while (stem < a.length && stem < b.length && a[stem] === b[stem]) stem += 1;
  return stem >= shortestStem && ending.test(a.slice(stem)) && ending.test(b.slice(stem));
}

/** Whether the first is the second cut short: «зам.» of «заместитель», «мин-во» of «министерство». */
function isShortFor(short: NameWord, { text, isCut }: NameWord): boolean {
  if (isCut) return false;
  if (short.isCut) return text.startsWith(short.text) && text.length > short.text.length + 1;
  const [start, end, ...more] = short.text.split("-");
  return (
    more.length === 0 &&
    end !== undefined &&
    start!.length >= 2 &&
    end.length <= 4 &&
    text.length > short.text.length &&
    text.startsWith(start!) &&
    text.endsWith(end)
  );
}

/** How many words the letters of an acronym stand for: 2 for «ВР» and «воспитательной работе»; 0 where they do not fit. */
function wordsOfAcronym({ text, isAcronym }: NameWord, words: readonly NameWord[]): number {
  if (!isAcronym) return 0;
  let [rest, taken] = [text, 0];
  while (rest !== "" && taken < words.length) {
    const { text: word, isAcronym: isShort } = words[taken]!;
    if (isShort) return 0;
    const initials = word
      .split("-")
      .map((part) => part[0]!)
      .join("");
    if (rest.startsWith(initials)) rest = rest.slice(initials.length);
    else if (!linking.has(word) || taken === 0) return 0;
    taken += 1;
  }
  return rest === "" && taken > 1 ? taken : 0;
}

function isSameName(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const [first, second] = [a[0], b[0]];
  if (first === undefined || second === undefined) return a.length === b.length;
  if (
    (isSameWord(first.text, second.text) || isShortFor(first, second) || isShortFor(second, first)) &&
    isSameName(a.slice(1), b.slice(1))
  )
    return true;
  const [ofFirst, ofSecond] = [wordsOfAcronym(first, b), wordsOfAcronym(second, a)];
  if (ofFirst > 0) return isSameName(a.slice(1), b.slice(ofFirst));
  return ofSecond > 0 && isSameName(a.slice(ofSecond), b.slice(1));
}

/** A longer name is the text of a cell that could not be parted. */
const mostWords = 12;

/**
 * Names that may be one party's: words cut short, letters for words, other forms of a word. They are proposed for joining and
 * never joined: «заместитель директора по ВР» and «зам. директора по воспитательной работе» may be two posts somewhere. Each name
 * stands beside the first that it is like.
 */
export function likelyDoubles(names: readonly string[]): (readonly [first: string, second: string])[] {
  const words = names.map((name) => ({ name, words: wordsOf(name) })).filter(({ words: all }) => all.length > 0);
  return words.flatMap(({ name, words: own }, index) => {
    if (own.length > mostWords) return [];
    const first = words
      .slice(0, index)
      .find(({ words: others }) => others.length <= mostWords && isSameName(others, own));
    return first === undefined ? [] : [[first.name, name] as const];
  });
}
