import type { Bounds } from "../../calendar/bounds.ts";
import type { Deadline } from "../../generated/types.ts";
import { partyWords, type PartyWords } from "../../load/party-words.ts";
import { wordsOf, type WrittenParties } from "../../load/read-parties.ts";
import { spanOf, writtenAt, type Path } from "../../load/yaml/parsed-yaml.ts";
import { isSameRule } from "../../phrase/agreement.ts";
import { hasPhrases, type PhraseLanguageCode } from "../../phrase/languages.ts";
import type { InterpretedPhrase } from "../../phrase/read.ts";
import { memoizeByPlan } from "../../query/plan-index.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { listOf } from "../../rule/kinds.ts";
import { ruleKey } from "../../rule/rule-key.ts";
import { memoizeByObject } from "../../source/memoize.ts";
import { sameNames } from "../../source/same-names.ts";
import { cellsOf, type Cell } from "../cells.ts";
import { formerPlans, isWrittenInWas } from "../former-cells.ts";
import { readWords } from "../read-words.ts";
import type { Rule } from "../rule.ts";

/** Reads words into the parties of a series. */
export const partyWordsOf = memoizeByObject((series: ResolvedPlan["series"]): PartyWords => partyWords(series));

/** The addressees of one date of a rule, and where they are written; none where the rule leaves them to the row. */
interface Addressed {
  readonly parties: readonly string[];
  readonly path: Path | undefined;
}

/** The addressees of each rule that is no list, in the order in which they stand; a list's are those of its elements. */
function addresseesOf(
  rule: Deadline,
  path: Path = [],
  above: Addressed = { parties: [], path: undefined },
): readonly Addressed[] {
  const { audience } = rule;
  const own = audience === undefined ? above : { parties: audience, path: [...path, "audience"] };
  const list = listOf(rule);
  if (list === undefined) return [own];
  return rule[list]!.flatMap((element, index) => addresseesOf(element, [...path, list, index], own));
}

/** Whether a deadline may name addressees: only then are its words read. */
const mayName = ({ rule, text }: Cell["deadline"], words: PartyWords): boolean =>
  addresseesOf(rule).some(({ path }) => path !== undefined) || words.read(text).parties.length > 0;

/** What the words of a deadline say of its addressees, date by date, in each way in which they can be read as its rule. */
const said = (
  { interpretations }: InterpretedPhrase,
  rule: Deadline,
  { bounds, language }: { readonly bounds: Bounds; readonly language: PhraseLanguageCode },
): readonly (readonly Addressed[])[] =>
  (interpretations ?? [])
    .filter((interpretation) => isSameRule(interpretation.rule, rule, bounds, language))
    .map((interpretation) => addresseesOf(interpretation.rule));

interface AudienceRead {
  readonly cell: Cell;
  readonly differing: readonly { readonly said: readonly string[]; readonly ruled: Addressed }[];
}

/**
 * Deadlines whose words are read into addressees, with those that the rule has where the words say others. Memoized: two
 * rules ask.
 */
export const audiencesRead = memoizeByPlan((resolved): readonly AudienceRead[] => {
  const { series, plan } = resolved;
  const { language } = series.data;
  if (!hasPhrases(language)) return [];
  const words = partyWordsOf(series);
  const { bounds } = plan;
  const read = readWords(resolved);
  const known = new Map<string, ReturnType<typeof said>>();
  return cellsOf(resolved).flatMap((cell) => {
    const { deadline } = cell;
    if (deadline.rule.reading !== undefined || !mayName(deadline, words)) return [];
    const ruled = addresseesOf(deadline.rule);
    /** What is held to the deadline's words: the words of the audience where it has its own, else its parties. */
    const named = ruled.map(({ parties, path }): readonly string[] => {
      const written = path && (writtenAt(deadline.origin, path) as WrittenParties | undefined);
      const text = wordsOf(written);
      return text === undefined ? parties : words.read(text).parties;
    });
    // Most phrases of a plan return, with the same rule.
    const key = ruleKey(deadline.rule);
    const readings =
      known.get(key) ??
      said(read(deadline.text), deadline.rule, { bounds, language }).filter(
        (reading) => reading.length === ruled.length,
      );
    known.set(key, readings);
    if (readings.length === 0) return [];
    const differences = readings.map((reading) =>
      reading.flatMap(({ parties }, index) =>
        sameNames(parties, named[index]!) ? [] : [{ said: parties, ruled: ruled[index]! }],
      ),
    );
    return [{ cell, differing: differences.find(({ length }) => length === 0) ?? differences[0]! }];
  });
});

/** A date is addressed to others than its words say: an audience was typed wrongly, shortened, or forgotten. */
export const audienceDiffers: Rule = {
  codes: ["audience-differs"],
  check: (resolved, report) => {
    const words = partyWordsOf(resolved.series);
    const former = formerPlans(resolved).flatMap((plan) =>
      audiencesRead(plan).filter(({ cell }) => isWrittenInWas(cell)),
    );
    for (const { cell, differing } of [...audiencesRead(resolved), ...former])
      for (const { said, ruled } of differing)
        if (said.length > 0)
          report({
            code: "audience-differs",
            values: {
              said: words.write(said),
              ruled: ruled.path === undefined ? { terms: ["those-of-the-row"] } : words.write(ruled.parties),
            },
            span: spanOf(cell.deadline.origin, ruled.path ?? ["text"]),
          });
  },
};
