import type { Period } from "../../generated/types.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import type { Series } from "../../load/workspace.ts";
import { stems } from "../../phrase/ru/words/stems.ts";
import type { RecognisedPlan } from "../recognise/recognise.ts";
import type { AddNote } from "../report.ts";
import { newFile, type DraftFile } from "./files.ts";
import type { DraftParties } from "./parties.ts";
import { sameLabel } from "./party-cells.ts";
import { withoutYear } from "./year.ts";

/** Calendar and rule set that a new series begins with; both are data, to be changed in series.yaml. */
export const seriesPolicies: Readonly<Record<LanguageCode, { readonly calendar: string; readonly rules: string }>> = {
  ru: { calendar: "ru", rules: "ru-gk" },
  en: { calendar: "own", rules: "plain" },
};

/** The language of a document: that of what its rows say. */
export const languageOfRows = ({ sections }: RecognisedPlan): LanguageCode =>
  sections.some(({ rows }) =>
    rows.some(({ activity, cells }) => /\p{Script=Cyrillic}/u.test(activity + cells.deadline)),
  )
    ? "ru"
    : "en";

/** The party that the headings of the control columns name; undefined where they name none. */
function controllerOf({ columns }: RecognisedPlan, { all }: DraftParties): string | undefined {
  const heading = stems(columns?.slice(4).join(" ") ?? "");
  const named = all
    .filter(({ label }) => stems(label).every((stem) => heading.includes(stem)))
    .sort((a, b) => b.label.length - a.label.length)[0];
  return named?.id;
}

/** A document names no time zone: this one stands for it. */
export const unnamedZone = "UTC";

/** `series.yaml` of a plan that belongs to no series yet. */
export function seriesFile(slug: string, plan: RecognisedPlan, parties: DraftParties, addNote: AddNote): DraftFile {
  const language = languageOfRows(plan);
  const title = withoutYear(plan.order["plan-title"] ?? slug);
  addNote({ certainty: "guessed", code: "series-new", values: { series: slug } });
  return newFile(slug, "series", {
    slug,
    title,
    name: title,
    language,
    "time-zone": unnamedZone,
    ...seriesPolicies[language],
    controller: controllerOf(plan, parties),
    "uid-domain": `${slug}.srok.invalid`,
    publisher: plan.order.authority ?? title,
  });
}

/** `glossary.yaml`: the abbreviations, and which party or period each names. */
export function glossaryFile(
  folder: string,
  plan: RecognisedPlan,
  series: Series | undefined,
  parties: DraftParties,
  periods: readonly Period[],
): DraftFile {
  const before = series?.glossary.data.terms ?? [];
  const terms = (plan.glossary?.terms ?? []).map(({ term, meaning }) => {
    const known = before.find((each) => sameLabel(each.term, term));
    const party =
      known?.party ??
      parties.idOf(term) ??
      parties.all.find(({ label }) => label.toLowerCase().includes(`(${term.toLowerCase()})`))?.id;
    const period = known?.period ?? periods.find(({ title }) => sameLabel(title, term))?.id;
    return {
      term,
      meaning,
      party,
      period: periods.some(({ id }) => id === period) ? period : undefined,
      accept: known?.accept,
    };
  });
  return newFile(folder, "glossary", { title: plan.glossary?.title || "…" }, { key: "terms", rows: terms });
}
