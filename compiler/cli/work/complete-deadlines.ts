/** Completes deadlines of a section that lack their words or their rule, with the names of the section's own plan. */
import { quoted } from "../../locale/languages.ts";
import { homeYear } from "../../calendar/bounds.ts";
import { fillWording, hasGaps, type Gap, type Obstacle } from "../../edit/fill-wording.ts";
import type { FilePlace } from "../../load/file-layout.ts";
import { load } from "../../load/load.ts";
import { parse } from "../../load/yaml/parse.ts";
import type { Plan, Series } from "../../load/workspace.ts";
import { positionAt, type SourceFile } from "../../source/span.ts";
import { faultText } from "../../phrase/faults.ts";
import { hasPhrases } from "../../phrase/languages.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    gap: {
      ambiguous: "читается по-разному: {phrases}. Допишите правило сами или скажите точнее",
      or: " или ",
      noEvent: "события «{event}» нет в events.yaml: назовите его там",
      noPeriod: "периода «{period}» нет в periods.yaml: напишите там его границы",
      noPhrase: "коротких слов для этого правила нет: впишите text: слова плана",
    },
  },
  en: {
    gap: {
      ambiguous: "can be read in several ways: {phrases}. Write the rule yourself or say it more exactly",
      or: " or ",
      noEvent: "events.yaml has no event “{event}”: name it there",
      noPeriod: "periods.yaml has no period “{period}”: write its bounds there",
      noPhrase: "there are no short words for this rule: write text: the words of the plan",
    },
  },
};

/** How many meanings of ambiguous words are named. */
const mostNamed = 3;

/** Fills a file's gaps; undefined where it has none, or belongs to a plan in another language. */
export type FillGaps = (
  source: SourceFile,
  place: FilePlace,
) => { readonly text: string; readonly gaps: readonly Gap[] } | undefined;

/**
 * Makes a filler of gaps. It loads the plans when a file first needs their names; rows that lack a side do not prevent
 * that.
 */
export function gapFiller(sources: readonly SourceFile[]): FillGaps {
  let all: readonly Series[] | undefined;
  const planOf = ({ folder, plan: id }: FilePlace): { readonly series: Series; readonly plan: Plan } | undefined => {
    const series = (all ??= load(sources).value.series).find((entry) => entry.folder === folder);
    const plan = series?.plans.find((entry) => entry.id === id);
    return series === undefined || plan === undefined ? undefined : { series, plan };
  };
  return (source, place) => {
    const file = place.kind === "section" ? parse(source).value : undefined;
    if (file === undefined || !hasGaps(file)) return undefined;
    const found = planOf(place);
    if (found === undefined) return undefined;
    const { language } = found.series.data;
    return hasPhrases(language)
      ? fillWording(file, { year: homeYear(found.plan.bounds), names: namesOf(found.series, found.plan), language })
      : undefined;
  };
}

/** Why words give no rule, or a rule no words. */
export function obstacleText(obstacle: Obstacle, { language }: Terminal): string {
  const own = messagesByLanguage[language].gap;
  switch (obstacle.kind) {
    case "unread":
      return `${faultText(obstacle.fault, language)}: ${quoted(obstacle.fault.word, language)}`;
    case "ambiguous":
      return filled(own.ambiguous, {
        phrases: obstacle.phrases
          .slice(0, mostNamed)
          .map((phrase) => quoted(phrase, language))
          .join(own.or),
      });
    case "no-event":
      return filled(own.noEvent, { event: obstacle.event });
    case "no-period":
      return filled(own.noPeriod, { period: obstacle.period });
    case "no-phrase":
      return own.noPhrase;
  }
}

/** The gaps that are left in a text, a line each: place, words, reason. */
export function gapLines({ path, text }: SourceFile, gaps: readonly Gap[], terminal: Terminal): string[] {
  return gaps.flatMap(({ at, text: words, obstacle }) => {
    if (obstacle === undefined) return [];
    const { line, column } = positionAt(text, at);
    return [
      `${path}:${line}:${column}: ${words === undefined ? "" : `${quoted(words, terminal.language)} – `}${obstacleText(obstacle, terminal)}`,
    ];
  });
}
