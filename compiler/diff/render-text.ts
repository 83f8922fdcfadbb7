import type { LanguageCode } from "../locale/languages.ts";
import { plain, type Paint } from "../diagnostics/render.ts";
import type { EditedLine, DiffEntry } from "./entries.ts";
import type { DiffMessages } from "./messages.ts";
import { diffMessages, type DiffView } from "./view.ts";

/** Dates of one entry that are printed; the rest is counted. */
const pairsShown = 6;

/** A text of the plan on one line, without what a terminal would obey. */
const quiet = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");

/** What was and what is now: «1 марта → 5 марта»; one alone where there is no other. */
const pairText = ({ from, to }: DiffEntry["pairs"][number], paint: Paint): string =>
  [...(from === null ? [] : [quiet(from)]), ...(to === null ? [] : [paint("strong", quiet(to))])].join(" → ");

/** Why a date changed, and the place of the edit; of an edit without a cause in words, the place alone. */
function reasonText({ text, file, line }: EditedLine, { edits, why }: DiffMessages): string {
  const place = file === null ? [] : [`${quiet(file)}:${line}`];
  return [...(text === edits ? [] : [`${why.toLowerCase()}: ${quiet(text)}`]), ...place].join(" – ");
}

function entryLines({ item, title, what, pairs, why }: DiffEntry, language: LanguageCode, paint: Paint): string[] {
  const messages = diffMessages[language];
  const lines = pairs.slice(0, pairsShown).map((pair) => `      ${pairText(pair, paint)}`);
  return [
    `  ${paint("strong", item)} ${quiet(title)} – ${what}`,
    ...lines,
    ...(pairs.length > pairsShown ? [`      ${messages.more(pairs.length - pairsShown)}`] : []),
    ...why
      .filter(({ text, file }) => file !== null || text !== messages.edits)
      .map((edit) => paint("soft", `      ${reasonText(edit, messages)}`)),
  ];
}

/** A comparison for a terminal. */
export function renderDiffText(view: DiffView, language: LanguageCode, paint: Paint = plain): string {
  const sections = view.parties.map(({ label, summary, entries }) =>
    [
      `${paint("strong", quiet(label))} – ${summary}`,
      ...entries.flatMap((entry) => entryLines(entry, language, paint)),
    ].join("\n"),
  );
  return [[view.summary, ...view.notes].map(quiet).join("\n"), ...sections].join("\n\n");
}
