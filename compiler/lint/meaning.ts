/** What words or a rule mean, as a message shows it: a phrase and its first dates. */
import type { Day } from "../calendar/day.ts";
import type { Value } from "../diagnostics/diagnostic.ts";
import { words } from "../explain/explain.ts";
import type { Deadline } from "../generated/types.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { languages } from "../locale/languages.ts";
import type { PhraseLanguageCode } from "../phrase/languages.ts";
import type { Names } from "../phrase/names.ts";
import { phraseOf } from "../phrase/write.ts";
import type { ResolvedDeadline } from "../resolve/model.ts";
import type { Cell } from "./cells.ts";
import { saysRoll } from "./rolled-as-said.ts";

/** Enough windows to see where two rules part. */
const shown = 3;

/** A rule as it is written in a file: what a message in another language says for a phrase. */
function written({ text: _, reading: _reason, rules, ...rule }: Deadline): string {
  const { because: _ground, ...counted } = rules ?? {};
  return JSON.stringify({ ...rule, ...(rules === undefined ? {} : { rules: counted }) })
    .slice(1, -1)
    .replace(/"([\w-]+)":/g, "$1: ")
    .replace(/,/g, ", ")
    .replace(/"/g, "");
}

/** Something in each language that messages are in; a browser has those of its plan alone. */
export const inEachLanguage = <T>(of: (language: LanguageCode) => T): Readonly<Record<LanguageCode, T>> =>
  Object.fromEntries(Object.keys(languages).map((code) => [code, of(code as LanguageCode)] as const)) as Readonly<
    Record<LanguageCode, T>
  >;

/** What the phrases of a plan are written with. */
export interface Wording {
  readonly names: Names;
  readonly language: PhraseLanguageCode;
}

const or: Readonly<Record<LanguageCode, string>> = { ru: "или", en: "or" };

/** A deadline as a phrase (several where the words can mean several) and its first dates; without dates, its state. */
export function meaning(
  rules: readonly (readonly [rule: Deadline, event?: string | undefined])[],
  found: ShownDates,
  { names, language }: Wording,
): Value {
  // What becomes of a day off no phrase says.
  const phrases = rules.flatMap(([rule, event]) =>
    saysRoll(rule) ? written(rule) : (phraseOf(rule, { names, language, event }) ?? []),
  );
  const [close, open] = [...languages[language].quotes].reverse();
  const inRules = rules.map(([rule]) => written(rule)).join(" / ");
  const { windows, state, supposing } = found;
  return {
    intervals: windows.slice(0, shown).map(({ start, end }) => ({ start, end })),
    more: windows.length > shown,
    ...(phrases.length === 0
      ? {}
      : {
          words: inEachLanguage((each) => (each === language ? phrases.join(`${close} ${or[each]} ${open}`) : inRules)),
        }),
    ...(state === undefined ? {} : { state: inEachLanguage((language) => words[language].state[state]) }),
    supposing,
  };
}

/** What a rule gives: its windows, or why it has none. */
export interface ShownDates {
  readonly windows: Cell["deadline"]["windows"];
  readonly state?: ResolvedDeadline["state"];
  readonly supposing?: Day | undefined;
}
