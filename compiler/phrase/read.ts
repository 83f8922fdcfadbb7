import type { Deadline } from "../generated/types.ts";
import type { Fault } from "./faults.ts";
import type { Read, Reading } from "./interpretation.ts";
import type { Named, Names } from "./names.ts";
import { knownPeriods, withKnownPeriods } from "./known-periods.ts";
import { nearestPhrase } from "./nearest-phrase.ts";
import { Parser } from "./engine/parser.ts";
import { phrase } from "./rows/phrase.ts";
import { longestPhrase } from "./engine/token.ts";

export type { Read, Reading } from "./interpretation.ts";

/** What a phrase is read with. Without a plan every event is `?`, and only the known periods have names. */
export interface ReadOptions {
  /** The plan's year: dates of it lose theirs, and 29 February is held against it. */
  readonly year?: number | undefined;
  readonly names?: Partial<Names> | undefined;
  /** Take every name whose title holds the words, although they are the whole title of one: to hold them to a rule. */
  readonly loosely?: boolean | undefined;
}

const settled = new WeakMap<Partial<Names>, Names>();
const noNames: Partial<Names> = {};

/** A plan's names with the known periods that it does not define; the same object for the same names. */
function withKnown(names: Partial<Names> = noNames): Names {
  let known = settled.get(names);
  if (known === undefined) {
    const periods = withKnownPeriods(names.periods ?? []).map((period): Named =>
      knownPeriods.some((own) => own === period) ? { id: period.id, title: period.title, whole: true } : period,
    );
    settled.set(names, (known = { events: names.events ?? [], parties: names.parties ?? [], periods }));
  }
  return known;
}

function attempt(text: string, { year, names, loosely = false }: ReadOptions): Read {
  const fault = (code: Fault["code"], at: number, word: string, values: Fault["values"] = {}): Read => ({
    fault: { code, at, word, values },
  });
  if (text.length > longestPhrase)
    return fault("too-long", longestPhrase, text.slice(longestPhrase, longestPhrase + 20), { limit: longestPhrase });
  const parser = new Parser(text, { year, loosely, names: withKnown(names) });
  const { tokens } = parser;
  if (tokens.length === 0) return fault("empty", 0, "");
  const match = phrase.match(parser, 0);
  if (match?.end === tokens.length) return { readings: match.value as readonly [Reading, ...Reading[]] };
  const refusal = [...parser.refusals]
    .sort((a, b) => b.to - b.from - (a.to - a.from) && a.from - b.from)
    .find(({ to }) => to >= (match?.end ?? 0));
  if (refusal !== undefined)
    return fault(
      refusal.code,
      tokens[refusal.from]!.start,
      text.slice(tokens[refusal.from]!.start, tokens[refusal.to - 1]!.end),
      refusal.values,
    );
  const at = Math.max(parser.furthest, match?.end ?? 0);
  const token = tokens[at];
  if (token !== undefined) return fault("unread", token.start, text.slice(token.start, token.end));
  const last = tokens.at(-1)!;
  return fault("unfinished", last.start, text.slice(last.start, last.end));
}

/** Reads a deadline as an order words it. Never throws, whatever the text; linear in its length. */
export function ruleOf(text: string, options: ReadOptions = {}): Read {
  const read = attempt(text, options);
  if (read.fault === undefined) return read;
  return {
    fault: { ...read.fault, nearest: nearestPhrase(text, read.fault, (candidate) => attempt(candidate, options)) },
  };
}

/** The only rule that a phrase can mean; undefined when it cannot be read or means several. */
export function onlyRule(text: string, options: ReadOptions = {}): Deadline | undefined {
  const { readings } = ruleOf(text, options);
  return readings?.length === 1 ? readings[0].rule : undefined;
}
