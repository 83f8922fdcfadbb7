import { escapeMarkup } from "../../source/markup.ts";
import { homeYear } from "../../calendar/bounds.ts";
import { parseDate } from "../../calendar/day.ts";
import { boundsText, daysBetween, languages, weekdayDate, type LanguageCode } from "../../locale/languages.ts";
import { proofWords, type ProofWords } from "./proof-words.ts";
import type { Proof, ProofDeadline, ProofRow, ProofWindow } from "./proof.ts";

/** Of more windows the first ones are told, and the last. */
const mostWindows = 3;

/** Longer stretches are told without the days of the week. */
const weekdaysUpTo = 14;

/** Words and the year that days need not name. */
interface Wording {
  readonly words: ProofWords;
  readonly language: LanguageCode;
  readonly homeYear: number | undefined;
}

const wordingOf = ({ bounds }: Proof, language: LanguageCode): Wording => ({
  words: proofWords[language],
  language,
  homeYear: homeYear({ from: parseDate(bounds.from)!, to: parseDate(bounds.to)! }),
});

function windowText({ start, end, time, timeTo, conditional }: ProofWindow, wording: Wording): string {
  const language = languages[wording.language];
  const last = parseDate(end)!;
  const first = start === null ? undefined : parseDate(start)!;
  const named = (day: number): string => weekdayDate(language, day, wording.homeYear);
  const days =
    first === undefined
      ? `${wording.words.until} ${named(last)}`
      : first === last
        ? named(last)
        : last - first < weekdaysUpTo
          ? `${named(first)} – ${named(last)}`
          : daysBetween(language, first, last, wording.homeYear);
  const clock = time === undefined ? "" : `, ${time}${timeTo === undefined ? "" : `–${timeTo}`}`;
  return `${days}${clock}${conditional === undefined ? "" : ` (${conditional})`}`;
}

/** The days of a deadline in words; of many the first ones, how many more, and the last. */
function windowTexts({ windows }: ProofDeadline, wording: Wording): string[] {
  const { words } = wording;
  if (windows.length <= mostWindows + 1) return windows.map((window) => windowText(window, wording));
  const shown = windows.slice(0, mostWindows).map((window) => windowText(window, wording));
  const last = windowText(windows.at(-1)!, wording);
  return [...shown, `${words.more} ${windows.length - mostWindows}, ${words.last} ${last}`];
}

/** Whether a row is certain, to be looked at, or to be asked about. */
export function markOf({ deadline, remarks }: ProofRow): "certain" | "check" | "ask" {
  if (deadline === null || deadline.certain) return remarks === undefined ? "certain" : "check";
  return deadline.state === "unclear" ? "ask" : "check";
}

const style = `body{font:15px/1.45 system-ui,sans-serif;margin:1.5em;color:#111}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #bbb;padding:.35em .55em;vertical-align:top;text-align:left}thead th{position:sticky;top:0;background:#eee}
tr.section td{background:#f4f4f4;font-weight:bold}tr.check>td{background:#fff8d8}tr.ask>td{background:#ffe3dd}
h1{font-size:1.6em;line-height:1.25}td:nth-child(2),td:nth-child(6){min-width:13em}td:first-child small{color:#555}td:nth-child(7){min-width:11em}tr:target>td{outline:2px solid #05a}
@media (max-width:48em){body{margin:1em}thead{display:none}table,tbody,tr,td{display:block}tr{border:1px solid #bbb;margin:0 0 .8em}td,td:nth-child(n){border:0;min-width:0;padding:.15em .55em}td:empty{display:none}td[data-l]::before{content:attr(data-l) ": ";color:#555}td:nth-child(2){font-weight:600}}
@media print{thead{display:table-header-group}tr{break-inside:avoid}thead th{position:static}}`;

/** Whether two texts have the same words. */
const isSameText = (a: string, b: string): boolean =>
  [a, b]
    .map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    )
    .every((text, _, [first]) => text === first);

/** What is asked and remarked of a row. */
const pointsOf = ({ deadline, remarks }: ProofRow): string[] => [
  ...[deadline?.question, deadline?.reason].filter((text) => text !== undefined),
  ...(remarks ?? []),
];

/** The mark of a row, with its sign, so that colour is not all that tells it. */
const markText = (row: ProofRow, words: ProofWords): string =>
  ({ certain: `✓ ${words.certain}`, check: `? ${words.toCheck}`, ask: `! ${words.toAsk}` })[markOf(row)];

function rowCells(row: ProofRow, wording: Wording): string[] {
  const { words } = wording;
  const text = escapeMarkup;
  const lines = (list: readonly string[]): string => list.map(text).join("<br>");
  const { deadline } = row;
  const phrase = deadline?.phrase ?? "";
  const windows = deadline === null ? [] : windowTexts(deadline, wording);
  const understood =
    deadline === null
      ? words.empty
      : [
          // What has days needs no word for it.
          deadline.state === "dated" && windows.length > 0 ? "" : words.states[deadline.state],
          isSameText(phrase, deadline.text) ? "" : phrase,
        ]
          .filter((each) => each !== "")
          .join(": ");
  const printed = row.responsibleText.split("\n");
  const read = isSameText(printed.join(" "), row.responsible.join(" ")) ? [] : row.responsible;
  return [
    row.number === null ? `<small>${text(row.id)}</small>` : text(row.number),
    text(row.activity),
    `${lines(printed)}${read.length === 0 ? "" : `<br>→ ${lines(read)}`}`,
    text(deadline?.text ?? ""),
    text(understood),
    lines(windows),
    lines([markText(row, words), ...pointsOf(row)]),
    `<input type="checkbox" aria-label="${text(words.columns.at(-1)!)}: ${text(row.number ?? row.id)}">`,
  ];
}

/** What a cell is called where the table is too wide for the screen; number, activity and mark need no name. */
const labelOf = ({ columns }: ProofWords, column: number): string =>
  column < 2 || column === 6 ? "" : ` data-l="${escapeMarkup(columns[column]!)}"`;

/** What is to be asked and checked, each with a link to its row. */
function pointsList({ rows, questions }: Proof, words: ProofWords): string {
  const text = escapeMarkup;
  const points = [
    ...rows.flatMap((row) =>
      pointsOf(row).map(
        (point) =>
          `<li><a href="#row-${text(row.id)}">${text(row.number ?? row.id)} ${text(row.activity)}</a>: ${text(point)}</li>`,
      ),
    ),
    ...questions.flatMap((question) => (question.row === undefined ? [`<li>${text(question.text)}</li>`] : [])),
  ];
  return points.length === 0
    ? ""
    : `<h2>${text(words.questions)} (${points.length})</h2>\n<ol>${points.join("\n")}</ol>\n`;
}

/** How many rows have each mark. */
function marksCounted({ rows }: Proof, words: ProofWords): string {
  const counts = Map.groupBy(rows, markOf);
  return (["certain", "check", "ask"] as const)
    .flatMap((mark) => {
      const list = counts.get(mark);
      return list === undefined ? [] : [`${markText(list[0]!, words)} – ${list.length}`];
    })
    .join(" · ");
}

/** The proof as a page by itself, in the document's order. */
export function proofPage(proof: Proof, language: LanguageCode): string {
  const wording = wordingOf(proof, language);
  const { words } = wording;
  const text = escapeMarkup;
  let section: string | null = null;
  const rows = proof.rows.flatMap((row) => {
    const head =
      row.section === section || row.section === null
        ? []
        : [`<tr class="section"><td colspan="${words.columns.length}">${text(row.section)}</td></tr>`];
    section = row.section;
    const cells = rowCells(row, wording).map((cell, column) => `<td${labelOf(words, column)}>${cell}</td>`);
    return [...head, `<tr class="${markOf(row)}" id="row-${text(row.id)}">${cells.join("")}</tr>`];
  });
  const bounds = { from: parseDate(proof.bounds.from)!, to: parseDate(proof.bounds.to)! };
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(words.heading)}: ${text(proof.title ?? "")}</title><style>${style}</style>
<h1>${text(proof.title ?? words.heading)}</h1>
<p>${text(words.plan)} ${text(boundsText(languages[language], bounds))}. ${text(marksCounted(proof, words))}</p>
<p>${text(words.tableColumns)}: ${text(proof.columns.join(" · "))}</p>
${pointsList(proof, words)}<table><thead><tr>${words.columns.map((name) => `<th>${text(name)}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>
<h2>${text(words.parties)}</h2>
<ul>${proof.parties.map(({ name }) => `<li>${text(name)}</li>`).join("")}</ul>
</html>
`;
}

/** The proof as lines of a terminal: what is certain in a line, the rest with its question. */
export function proofLines(proof: Proof, language: LanguageCode): string[] {
  const wording = wordingOf(proof, language);
  const { words } = wording;
  const marks = { certain: "✓", check: "?", ask: "!" } as const;
  return proof.rows.map((row) => {
    const { deadline } = row;
    const meaning =
      deadline === null
        ? words.empty
        : [words.states[deadline.state], windowTexts(deadline, wording).join("; ")]
            .filter((each) => each !== "")
            .join(": ");
    const points = pointsOf(row).map((point) => `\n      ${point}`);
    return `${marks[markOf(row)]} ${(row.number ?? row.id).padEnd(6)} ${row.activity}\n      ${deadline === null ? "" : `«${deadline.text}» → `}${meaning}${points.join("")}`;
  });
}
