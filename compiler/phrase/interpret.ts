import { longestPhrase, type Token } from "./engine/token.ts";
import type { Parser } from "./engine/parser.ts";
import type { SymbolMatch } from "./engine/symbol.ts";
import type { PhraseFault } from "./faults.ts";
import type { InterpretedPhrase, Interpretation } from "./interpretation.ts";
import type { PhraseLanguage } from "./language.ts";
import { withKnownPeriods, type NamedEntity, type Names } from "./names.ts";
import { nearestPhrase } from "./nearest-phrase.ts";

/** What a phrase is read with. Without a plan every event is `?`, and only the known periods have names. */
export interface InterpretOptions {
  /** The plan's year: dates of it lose theirs, and 29 February is held against it. */
  readonly year?: number | undefined;
  readonly names?: Partial<Names> | undefined;
  /** To hold words to a rule: they mean every period whose title holds them, although they are the whole title of one, «сутки» are hours too, one moment in two zones is either. */
  readonly loosely?: boolean | undefined;
}

const completedBy = new WeakMap<PhraseLanguage, WeakMap<Partial<Names>, Names>>();
const noNames: Partial<Names> = {};

/** A plan's names with the periods that the language knows and the plan does not define; the same object for the same names. */
function completeNames(names: Partial<Names> = noNames, language: PhraseLanguage): Names {
  const { knownPeriods } = language;
  let completed = completedBy.get(language);
  if (completed === undefined) completedBy.set(language, (completed = new WeakMap()));
  let complete = completed.get(names);
  if (complete === undefined) {
    const periods = withKnownPeriods(names.periods ?? [], knownPeriods).map((period): NamedEntity =>
      knownPeriods.some((known) => known === period) ? { id: period.id, title: period.title, whole: true } : period,
    );
    completed.set(names, (complete = { events: names.events ?? [], parties: names.parties ?? [], periods }));
  }
  return complete;
}

const faultAt = (
  code: PhraseFault["code"],
  at: number,
  word: string,
  values: PhraseFault["values"] = {},
): PhraseFault => ({ code, at, word, values });

/** Why a parse is no reading of its whole phrase: the widest refusal at or behind what was matched, else where it ends. */
function faultOf({ text, tokens, refusals, furthest }: Parser, match: SymbolMatch<unknown> | undefined): PhraseFault {
  const wordsFrom = (first: Token, last: Token): string => text.slice(first.start, last.end);
  const refusal = [...refusals]
    .sort((a, b) => b.to - b.from - (a.to - a.from) && a.from - b.from)
    .find(({ to }) => to >= (match?.end ?? 0));
  if (refusal !== undefined) {
    const [first, last] = [tokens[refusal.from]!, tokens[refusal.to - 1]!];
    return faultAt(refusal.code, first.start, wordsFrom(first, last), refusal.values);
  }
  const token = tokens[Math.max(furthest, match?.end ?? 0)];
  if (token !== undefined) return faultAt("unread", token.start, wordsFrom(token, token));
  const last = tokens.at(-1)!;
  return faultAt("unfinished", last.start, wordsFrom(last, last));
}

function attempt(
  text: string,
  language: PhraseLanguage,
  { year, names, loosely = false }: InterpretOptions,
): InterpretedPhrase {
  if (text.length > longestPhrase) {
    const beyond = text.slice(longestPhrase, longestPhrase + 20);
    return { fault: faultAt("too-long", longestPhrase, beyond, { limit: longestPhrase }) };
  }
  const parser = language.grammar.parser(text, { year, loosely, names: completeNames(names, language) });
  if (parser.tokens.length === 0) return { fault: faultAt("empty", 0, "") };
  const match = language.phrase.match(parser, 0);
  return match?.end === parser.tokens.length
    ? { interpretations: match.value as readonly [Interpretation, ...Interpretation[]] }
    : { fault: faultOf(parser, match) };
}

/** Reads a deadline in a language; see `interpretPhrase`. */
export function interpretIn(language: PhraseLanguage, text: string, options: InterpretOptions = {}): InterpretedPhrase {
  const { fault, interpretations } = attempt(text, language, options);
  if (fault === undefined) return { interpretations };
  const read = (candidate: string): InterpretedPhrase => attempt(candidate, language, options);
  return { fault: { ...fault, nearest: nearestPhrase(text, fault, { ...language, read }) } };
}
