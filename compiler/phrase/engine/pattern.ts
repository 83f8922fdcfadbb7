/**
 * The notation that grammars are written in, compiled to matchers once:
 *
 *   до              the word itself, in its normal form
 *   рабоч*          the stem with any ending of the language; «рабочх» is a slip, and is reported
 *   <date>          whatever the symbol `date` stands for; <date:to> has its value under the label `to`
 *   [не]            may be left out
 *   (до | к)        one of several; the first that matches is taken
 *   {, <date>}      any number of times, also none
 *   – , ; :  "(" ")"   signs
 *
 * A choice is final once its group has matched, so parsing is linear in the length of the phrase.
 */
export type Pattern =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "words"; readonly texts: ReadonlySet<string> }
  | { readonly kind: "stem"; readonly hasForm: (word: string) => boolean }
  | { readonly kind: "symbol"; readonly name: string; readonly label: string }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly parts: readonly Pattern[] }
  /** A choice without symbols: one object wherever it is written, because many rows begin with the same («до», «не позднее» …). */
  | { readonly kind: "fixed"; readonly part: Pattern }
  | { readonly kind: "optional"; readonly part: Pattern }
  | { readonly kind: "repeated"; readonly part: Pattern };

const atoms = /"[()]"|<[a-z-]+(?::[a-z-]+)?>|[[\](){}|]|[–,;:]|[^\s[\](){}|<>"–,;:]+/g;
const closing: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/** Compiles the patterns of one language. */
export class PatternCompiler {
  readonly #isFormOf: (word: string, stem: string) => boolean;
  /** Choices without symbols, by their text. */
  readonly #fixed = new Map<string, Pattern>();

  constructor(isFormOf: (word: string, stem: string) => boolean) {
    this.#isFormOf = isFormOf;
  }

  /** @throws Error for a bracket without its partner: a bug of the grammar */
  compile(source: string): Pattern {
    const list = source.match(atoms) ?? [];
    let at = 0;
    const group = (atom: string, end: string): Pattern => {
      const inner = sequence(end);
      if (list[at++] !== end) throw new Error(`grammar: ${atom} is not closed in ${source}`);
      if (atom === "[") return { kind: "optional", part: inner };
      return atom === "{" ? { kind: "repeated", part: inner } : inner;
    };
    const sequence = (until: string | undefined): Pattern => {
      const from = at;
      const branches: Pattern[][] = [[]];
      while (at < list.length && list[at] !== until) {
        const atom = list[at++]!;
        const end = closing[atom];
        if (atom === "|") branches.push([]);
        else branches.at(-1)!.push(end === undefined ? this.#leaf(atom) : group(atom, end));
      }
      return this.#choice(branches, () => list.slice(from, at).join(" "));
    };
    const compiled = sequence(undefined);
    if (at < list.length) throw new Error(`grammar: ${list[at]} has no beginning in ${source}`);
    return compiled;
  }

  #choice(branches: readonly (readonly Pattern[])[], source: () => string): Pattern {
    const parts = branches.map((branch): Pattern =>
      branch.length === 1 ? branch[0]! : { kind: "sequence", parts: branch },
    );
    if (parts.length === 1) return parts[0]!;
    const words = parts.flatMap((part) => (part.kind === "word" ? [part.text] : []));
    if (words.length === parts.length) return { kind: "words", texts: new Set(words) };
    const choice: Pattern = { kind: "choice", parts };
    return parts.every(isFixed) ? this.#shared(source(), choice) : choice;
  }

  #shared(source: string, part: Pattern): Pattern {
    let known = this.#fixed.get(source);
    if (known === undefined) this.#fixed.set(source, (known = { kind: "fixed", part }));
    return known;
  }

  #leaf(atom: string): Pattern {
    if (atom.startsWith("<")) {
      const [name = "", label = name] = atom.slice(1, -1).split(":");
      return { kind: "symbol", name, label };
    }
    if (atom.startsWith('"')) return { kind: "word", text: atom.slice(1, -1) };
    if (!atom.endsWith("*")) return { kind: "word", text: atom };
    const stem = atom.slice(0, -1);
    return { kind: "stem", hasForm: (word) => this.#isFormOf(word, stem) };
  }
}

function isFixed(pattern: Pattern): boolean {
  if (pattern.kind === "symbol") return false;
  if (pattern.kind === "sequence" || pattern.kind === "choice") return pattern.parts.every(isFixed);
  return pattern.kind === "optional" || pattern.kind === "repeated" ? isFixed(pattern.part) : true;
}
