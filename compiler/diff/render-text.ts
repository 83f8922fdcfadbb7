import type { LanguageCode } from "../locale/languages.ts";
import { plain, type Paint } from "../diagnostics/render.ts";
import type { EditedLine, DiffEntry } from "./entries.ts";
import { diffMessages, type DiffView } from "./view.ts";

/** Dates of one entry that are printed; the rest is counted. */
const pairsShown = 6;

/** A text of the plan on one line, without what a terminal would obey. */
const quiet = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");

const placeText = ({ file, line }: EditedLine): string => (file === null ? "" : ` – ${quiet(file)}:${line}`);

function entryLines({ item, title, what, pairs, why }: DiffEntry, language: LanguageCode, paint: Paint): string[] {
  const messages = diffMessages[language];
  const lines = pairs
    .slice(0, pairsShown)
    .map(
      ({ from, to }) =>
        `      ${from === null ? "" : quiet(from)}${from !== null && to !== null ? " → " : ""}${to === null ? "" : paint("strong", quiet(to))}`,
    );
  return [
    `  ${paint("strong", item)} ${quiet(title)} – ${what}`,
    ...lines,
    ...(pairs.length > pairsShown ? [`      ${messages.more(pairs.length - pairsShown)}`] : []),
    ...why
      .filter(({ text, file }) => file !== null || text !== messages.edits)
      .map((edit) =>
        paint(
          "soft",
          `      ${edit.text === messages.edits ? "" : `${messages.why.toLowerCase()}: ${quiet(edit.text)}`}${edit.text === messages.edits ? placeText(edit).slice(3) : placeText(edit)}`,
        ),
      ),
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
