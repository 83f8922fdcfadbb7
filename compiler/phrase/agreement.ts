import { homeYear, shortDay, type Bounds } from "../calendar/bounds.ts";
import { isSameTime } from "../calendar/instant.ts";
import type { Deadline } from "../generated/types.ts";
import { listNames } from "../rule/kinds.ts";
import { namesIn } from "../rule/visit-rule.ts";
import { defaultPhraseLanguage, phraseLanguages, type PhraseLanguageCode } from "./languages.ts";
import type { Names } from "./names.ts";
import { asCompared } from "./same-thing.ts";
import { interpretPhrase, type Interpretation, type InterpretedPhrase } from "./read.ts";

type Stems = (text: string) => string[];

/** Keys that the words of a deadline do not say, and what is compared elsewhere: its addressees as parties, its zone by its clocks. */
const unsaid = new Set(["text", "key", "rules", "reading", "review", "accept", "audience", "zone"]);
/** Keys whose values are the order's own words: they agree when they are the same words in whatever case. */
const quoted = new Set(["external", "subject", "if"]);

/** A week is seven days (ГК РФ ст. 192); 24 hours are no day: they end at a time. */
const inDays = ([name, value]: [string, unknown]): [string, unknown] =>
  name === "weeks" ? ["calendar-days", Number(value) * 7] : [name, value];

/** A rule without what is not said, in one form wherever the DSL has two for the same: a day of the plan has no year. */
function plain(value: unknown, bounds: Bounds | undefined, stems: Stems, key = ""): unknown {
  if (typeof value === "string")
    return quoted.has(key) ? stems(value).join(" ") : bounds === undefined ? value : shortDay(value, bounds);
  if (Array.isArray(value)) {
    const list = value.map((entry) => plain(entry, bounds, stems, key));
    // Which of two alternatives stands first says nothing.
    if (key === "any" || key === "earliest" || key === "latest")
      list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return list.length === 1 ? list[0] : list;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name, inner]) => !unsaid.has(name) && inner !== undefined && !(name === "edge" && inner === "end"))
    .map(inDays)
    .map(([name, inner]) => [name, plain(inner, bounds, stems, name)] as const);
  if (key === "every" && entries.length === 1 && entries[0]![0] === "unit") return entries[0]![1];
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two rules say the same, in a plan of those bounds if they are given. */
export function isSameRule(a: Deadline, b: Deadline, bounds?: Bounds, language = defaultPhraseLanguage): boolean {
  const { stems } = phraseLanguages[language];
  return (
    JSON.stringify(plain(asCompared(a, bounds), bounds, stems)) ===
    JSON.stringify(plain(asCompared(b, bounds), bounds, stems))
  );
}

/** What a deadline's words are held to its rule with. */
export interface AgreementOptions {
  readonly bounds: Bounds;
  readonly names: Names;
  readonly language?: PhraseLanguageCode;
  /** The zone of a rule that names none. */
  readonly zone: string;
  /** Reads words as rules; for whoever has read some of them before. As `readerOf` reads them where it is left out. */
  readonly read?: PhraseReader;
}

/** Reads words as every rule that they can mean. */
export type PhraseReader = (text: string) => InterpretedPhrase;

/** Reads words to hold them to a rule in a plan of those bounds and names. */
export const readerOf =
  ({ bounds, names, language }: Pick<AgreementOptions, "bounds" | "names" | "language">): PhraseReader =>
  (text) =>
    interpretPhrase(text, { year: homeYear(bounds), names, language, loosely: true });

/**
 * Whether the zones that words name are those of a rule that says the same otherwise, or zones of the same time within the plan.
 * Words without a zone leave it to the rule.
 */
function agreesInZone(said: Deadline, rule: Deadline, options: AgreementOptions): boolean {
  const { bounds, language, zone } = options;
  if (said.zone !== undefined && !isSameTime(said.zone, rule.zone ?? zone, bounds)) return false;
  return listNames.every((list) =>
    (said[list] ?? []).every((part) =>
      (rule[list] ?? [part]).some(
        (other) => isSameRule(part, other, bounds, language) && agreesInZone(part, other, options),
      ),
    ),
  );
}

/** What comparing a wording with its rule has shown; `interpretations` are what the words can mean, those that agree where some do. */
export type Agreement =
  | {
      readonly kind: "agrees";
      readonly interpretations?: readonly Interpretation[];
      /** Events that the words fit as well, none of them whole: which one is meant the rule alone says. */
      readonly otherEvents?: readonly string[];
    }
  | { readonly kind: "differs"; readonly interpretations: NonNullable<InterpretedPhrase["interpretations"]> }
  | { readonly kind: "unread"; readonly fault: NonNullable<InterpretedPhrase["fault"]> };

/**
 * Holds a deadline's words to its rule. Words that can mean several rules agree with each of them: by writing the rule
 * the editor has said which is meant.
 */
export function agreement(text: string, rule: Deadline, options: AgreementOptions): Agreement {
  const { bounds, names, language = defaultPhraseLanguage, read = readerOf(options) } = options;
  const { write, spelling } = phraseLanguages[language];
  const canonical = write(rule, { names });
  // Most cells of a plan are canonical but for their spelling; they need not be parsed, which costs more than all the rest of a check.
  const year = homeYear(bounds);
  if (canonical !== undefined && spelling(text, year) === spelling(canonical, year)) return { kind: "agrees" };
  const { fault, interpretations } = read(text);
  if (fault !== undefined) return { kind: "unread", fault };
  const same = interpretations.filter(
    (interpretation) =>
      isSameRule(interpretation.rule, rule, bounds, language) && agreesInZone(interpretation.rule, rule, options),
  );
  if (same.length === 0) return { kind: "differs", interpretations };
  const eventsOf = (list: readonly Interpretation[]): readonly string[] => [
    ...new Set(list.flatMap((interpretation) => namesIn(interpretation.rule).events)),
  ];
  const meant = eventsOf(same);
  const otherEvents = eventsOf(interpretations).filter((event) => !meant.includes(event));
  return { kind: "agrees", interpretations: same, ...(otherEvents.length > 0 ? { otherEvents } : {}) };
}
