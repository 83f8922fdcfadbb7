import { spanOf, type Origin, type Path } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { memoizeByObject } from "../../source/memoize.ts";
import type { Rule } from "../rule.ts";
import { wordSpan } from "../word-span.ts";
import { isZoneName } from "./printed-times.ts";

/** Two capitals in one word, Cyrillic or Latin: ДОО, ВсОШ, ПФДО. A Roman number is not an abbreviation. */
const abbreviation = /(?<![\p{L}\p{N}])(?=[\p{L}]*\p{Lu}[\p{L}]*\p{Lu})\p{Lu}[\p{L}]{1,9}(?![\p{L}\p{N}])/gu;
const roman = /^[IVXLC]+$/;
/** A word all in capitals is one only when it stands among others that are not (a heading in capitals has none). */
const worded = /\p{Ll}/u;

/** Where a text of the plan stands for the first time. */
type TextPlace = readonly [origin: Origin, path: Path];

/** The different texts of the plan's cells: most of them return. */
const textsOf = memoizeByObject(({ items }: ResolvedPlan): ReadonlyMap<string, TextPlace> => {
  const texts = new Map<string, TextPlace>();
  for (const {
    source: { data, origin },
  } of items) {
    const add = (text: string | undefined, ...path: Path): void => {
      if (text !== undefined && !texts.has(text)) texts.set(text, [origin, path]);
    };
    add(data.activity, "activity");
    add(data.deadline?.text, "deadline", "text");
    add(data["responsible-text"], "responsible-text");
    add(data.control?.form, "control", "form");
    add(data.control?.deadline?.text, "control", "deadline", "text");
  }
  return texts;
});

/** Abbreviations that a series defines: the glossary's terms and its parties' labels, word by word. */
function definedIn({ series }: ResolvedPlan): string[] {
  return [
    ...series.glossary.data.terms.map(({ term }) => term),
    ...series.parties.map(({ data }) => data.label),
  ].flatMap((text) => text.match(abbreviation) ?? []);
}

/** An abbreviation of the plan that the glossary does not explain: whoever reads it has to guess. */
export const undefinedAbbreviation: Rule = {
  codes: ["undefined-abbreviation"],
  check: (resolved, report) => {
    const defined = new Set(definedIn(resolved));
    const reported = new Set<string>();
    for (const [text, place] of textsOf(resolved)) {
      if (!worded.test(text)) continue;
      for (const [name] of text.matchAll(abbreviation)) {
        if (defined.has(name) || roman.test(name) || isZoneName(name) || reported.has(name)) continue;
        reported.add(name);
        report({ code: "undefined-abbreviation", values: { name }, span: wordSpan(...place, name) });
      }
    }
  },
};

/** A term of the glossary that the plan never uses. */
export const unusedTerm: Rule = {
  codes: ["unused-term"],
  check: (resolved, report) => {
    const { glossary } = resolved.series;
    const used = new Set(resolved.items.flatMap(({ responsible }) => responsible));
    const body = [...textsOf(resolved).keys(), ...resolved.plan.sections.map(({ data }) => data.title)]
      .join("\n")
      .toLowerCase();
    const all = `${body}\n${glossary.data.terms
      .map(({ meaning }) => meaning)
      .join("\n")
      .toLowerCase()}`;
    /** The beginning of each word: enough to find it in any case («отчетного периода»). */
    const occurs = (term: string): boolean =>
      term
        .toLowerCase()
        .split(/\s+/)
        .every((word) => all.includes(word.length > 5 ? word.slice(0, -2) : word));
    glossary.data.terms.forEach(({ term, party }, index) => {
      if ((party !== undefined && used.has(party)) || occurs(term)) return;
      report({ code: "unused-term", values: { name: term }, span: spanOf(glossary.origin, ["terms", index, "term"]) });
    });
  },
};
