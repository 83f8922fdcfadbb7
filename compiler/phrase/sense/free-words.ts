/** Where free words end: the name of an act, of an event, of a subject. */
import type { ParseState } from "../engine/symbol.ts";
import { normAt, tokenAt } from "../engine/token-at.ts";
import type { Token } from "../engine/token.ts";

/** What bounds a name in the words of a language. */
interface NameBounds {
  /** Whether words that say when begin at a token. */
  readonly beginsTime: (state: ParseState, at: number) => boolean;
  /** Whether a month stands at a token, which no name holds. */
  readonly isMonth: (state: ParseState, at: number) => boolean;
  /** The token after what belongs to a name whatever it says; undefined where nothing of the kind stands at a token. */
  readonly afterPart?: (state: ParseState, at: number) => number | undefined;
  /** Words that cannot be the last of a name: what they lead was cut off. */
  readonly dangling: RegExp;
  readonly conjunctions: RegExp;
}

/**
 * The token after the free words that begin at one: they end at a semicolon, at a bracket that closes another's, where words begin
 * to say when, and where `ends` says so. Returns `from` where they hold a month or are cut off behind a preposition: then they are no name.
 */
export type EndOfWords = (state: ParseState, from: number, ends: (at: number) => boolean) => number;

const separators: readonly Token["kind"][] = ["comma", "dash", "colon", "open"];

/** Finds the end of free words in a language. */
export function nameEnd({
  beginsTime,
  isMonth,
  afterPart = () => undefined,
  dangling,
  conjunctions,
}: NameBounds): EndOfWords {
  return (state, from, ends) => {
    let end = from;
    for (let depth = 0; end < state.tokens.length; end++) {
      const { kind } = state.tokens[end]!;
      if (kind === "semicolon" || (kind === "close" && depth === 0)) break;
      const after = afterPart(state, end);
      if (after !== undefined) {
        end = after - 1;
        continue;
      }
      if (beginsTime(state, end) || (end > from && depth === 0 && ends(end))) break;
      if (isMonth(state, end)) return from;
      depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    }
    const isCut = end < state.tokens.length;
    while (
      end > from &&
      (separators.includes(tokenAt(state, end - 1).kind) || (isCut && conjunctions.test(normAt(state, end - 1))))
    )
      end -= 1;
    return dangling.test(normAt(state, end - 1)) ? from : end;
  };
}
