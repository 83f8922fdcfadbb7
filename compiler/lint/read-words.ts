import { readerOf, type PhraseReader } from "../phrase/agreement.ts";
import { hasPhrases } from "../phrase/languages.ts";
import { namesOf } from "../phrase/plan-names.ts";
import { memoizeByPlan } from "../query/plan-index.ts";
import { memoizeByKey } from "../source/memoize.ts";

/**
 * Reads the words of a plan's deadlines, each text once for all rules of lint: several rules ask for the same words, and a
 * large plan repeats them. The language of the plan has phrases.
 */
export const readWords = memoizeByPlan(({ series, plan }): PhraseReader => {
  const { language } = series.data;
  return memoizeByKey(
    readerOf({
      bounds: plan.bounds,
      names: namesOf(series, plan),
      ...(hasPhrases(language) ? { language } : {}),
    }),
  );
});
