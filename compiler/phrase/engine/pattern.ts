/**
 * The notation that the grammar is written in, compiled to matchers once:
 *
 *   до              the word itself, in its normal form (lower case, е for ё)
 *   рабоч*          the stem with any ending that words are declined by; «рабочх» is a slip, and is told
 *   <date>          whatever the symbol `date` stands for; <date:to> keeps it under the name `to`
 *   [не]            may be left out
 *   (до | к)        one of several; the first that fits is taken
 *   {, <date>}      any number of times, also none
 *   – , ; :  "(" ")"   signs
 *
 * Matching never goes back on a choice once the group that made it has fitted, so reading is linear in the phrase.
 */
export type Pattern =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "words"; readonly texts: ReadonlySet<string> }
  | { readonly kind: "stem"; readonly text: string }
  | { readonly kind: "symbol"; readonly name: string; readonly label: string }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly parts: readonly Pattern[] }
  /** A choice without symbols: one object wherever it is written, because many rows begin with the same («до», «не позднее» …). */
  | { readonly kind: "fixed"; readonly part: Pattern }
  | { readonly kind: "optional"; readonly part: Pattern }
  | { readonly kind: "repeated"; readonly part: Pattern };

const atoms = /"[()]"|<[a-z-]+(?::[a-z-]+)?>|[[\](){}|]|[–,;:]|[^\s[\](){}|<>"–,;:]+/g;
const closing: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/** Compiles a pattern; a bracket without its partner is a bug of the grammar and throws. */
export function compilePattern(source: string): Pattern {
  const list = source.match(atoms) ?? [];
  let at = 0;
  const sequence = (until: string | undefined): Pattern => {
    const from = at;
    const branches: Pattern[][] = [[]];
    for (; at < list.length && list[at] !== until;) {
      const atom = list[at++]!;
      const end = closing[atom];
      if (atom === "|") {
        branches.push([]);
        continue;
      }
      if (end === undefined) {
        branches.at(-1)!.push(leaf(atom));
        continue;
      }
      const inner = sequence(end);
      if (list[at++] !== end) throw new Error(`grammar: ${atom} is not closed in ${source}`);
      branches
        .at(-1)!
        .push(
          atom === "[" ? { kind: "optional", part: inner } : atom === "{" ? { kind: "repeated", part: inner } : inner,
        );
    }
    const parts = branches.map((branch): Pattern =>
      branch.length === 1 ? branch[0]! : { kind: "sequence", parts: branch },
    );
    if (parts.length === 1) return parts[0]!;
    const words = parts.flatMap((part) => (part.kind === "word" ? [part.text] : []));
    if (words.length === parts.length) return { kind: "words", texts: new Set(words) };
    const choice: Pattern = { kind: "choice", parts };
    return parts.every(isFixed) ? fixedOf(list.slice(from, at).join(" "), choice) : choice;
  };
  const compiled = sequence(undefined);
  if (at < list.length) throw new Error(`grammar: ${list[at]} has no beginning in ${source}`);
  return compiled;
}

const fixed = new Map<string, Pattern>();

function fixedOf(source: string, part: Pattern): Pattern {
  let known = fixed.get(source);
  if (known === undefined) fixed.set(source, (known = { kind: "fixed", part }));
  return known;
}

function isFixed(pattern: Pattern): boolean {
  if (pattern.kind === "symbol") return false;
  if (pattern.kind === "sequence" || pattern.kind === "choice") return pattern.parts.every(isFixed);
  return pattern.kind === "optional" || pattern.kind === "repeated" ? isFixed(pattern.part) : true;
}

function leaf(atom: string): Pattern {
  if (atom.startsWith("<")) {
    const [name = "", label = name] = atom.slice(1, -1).split(":");
    return { kind: "symbol", name, label };
  }
  if (atom.startsWith('"')) return { kind: "word", text: atom.slice(1, -1) };
  return atom.endsWith("*") ? { kind: "stem", text: atom.slice(0, -1) } : { kind: "word", text: atom };
}
