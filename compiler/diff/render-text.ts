import type { LanguageCode } from "../language/language.ts";
import { plain, type Paint } from "../diagnostics/render.ts";
import type { Edit, Entry } from "./entries.ts";
import { diffWordings, type DiffView } from "./view.ts";

/** Dates of one entry that are printed; the rest is counted. */
const pairsShown = 6;

const placeText = ({ file, line }: Edit): string => (file === null ? "" : ` – ${file}:${line}`);

function entryLines({ item, title, what, pairs, why }: Entry, language: LanguageCode, paint: Paint): string[] {
  const say = diffWordings[language];
  const lines = pairs.slice(0, pairsShown).map(({ from, to }) => `      ${from === null ? "" : from}${from !== null && to !== null ? " → " : ""}${to === null ? "" : paint("strong", to)}`);
  return [
    `  ${paint("strong", item)} ${title} – ${what}`, ...lines, ...(pairs.length > pairsShown ? [`      ${say.more(pairs.length - pairsShown)}`] : []),
    ...why.filter(({ text, file }) => file !== null || text !== say.edits).map((edit) => paint("soft", `      ${edit.text === say.edits ? "" : `${say.why.toLowerCase()}: ${edit.text}`}${edit.text === say.edits ? placeText(edit).slice(3) : placeText(edit)}`)),
  ];
}

/** A comparison for a terminal. */
export function renderDiffText(view: DiffView, language: LanguageCode, paint: Paint = plain): string {
  const sections = view.parties.map(({ label, summary, entries }) => [`${paint("strong", label)} – ${summary}`, ...entries.flatMap((entry) => entryLines(entry, language, paint))].join("\n"));
  return [[view.summary, ...view.notes].join("\n"), ...sections].join("\n\n");
}
