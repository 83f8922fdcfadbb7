import { escapeMarkup } from "../../source/markup.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import type { Proof, ProofDeadline, ProofRow, ProofWindow } from "./proof.ts";

type State = ProofDeadline["state"];

interface ProofWords {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly states: Readonly<Record<State, string>>;
  readonly certain: string;
  readonly toCheck: string;
  readonly toAsk: string;
  readonly empty: string;
  readonly until: string;
  readonly more: string;
  readonly tableColumns: string;
  readonly parties: string;
}

/** What a proof says, by language. */
export const proofWords: Readonly<Record<LanguageCode, ProofWords>> = {
  ru: {
    heading: "Сверка",
    columns: ["№", "Мероприятие", "Ответственные", "Срок, как напечатан", "Как понят", "Дни", "Отметка"],
    states: {
      dated: "дни",
      "on-event": "по событию",
      continuous: "весь план",
      external: "назначат другие",
      unclear: "не понят",
      none: "срока нет",
    },
    certain: "уверенно",
    toCheck: "проверьте",
    toAsk: "спросите",
    empty: "срока нет",
    until: "до",
    more: "и ещё",
    tableColumns: "Графы таблицы",
    parties: "Стороны",
  },
  en: {
    heading: "Proof",
    columns: ["No.", "Activity", "Responsible", "Deadline as printed", "Understood as", "Days", "Mark"],
    states: {
      dated: "days",
      "on-event": "on an event",
      continuous: "the whole plan",
      external: "set by others",
      unclear: "not understood",
      none: "no deadline",
    },
    certain: "certain",
    toCheck: "check",
    toAsk: "ask",
    empty: "no deadline",
    until: "until",
    more: "and",
    tableColumns: "Columns of the table",
    parties: "Parties",
  },
};

/** More windows are told by their number. */
const mostWindows = 12;

function windowText({ start, end, time, timeTo, conditional }: ProofWindow, words: ProofWords): string {
  const days = start === null ? `${words.until} ${end}` : start === end ? end : `${start} – ${end}`;
  const clock = time === undefined ? "" : ` ${time}${timeTo === undefined ? "" : `–${timeTo}`}`;
  return `${days}${clock}${conditional === undefined ? "" : ` (${conditional})`}`;
}

/** The days of a deadline, those beyond a dozen as a figure. */
export function windowTexts({ windows }: ProofDeadline, words: ProofWords): string[] {
  const shown = windows.slice(0, mostWindows).map((window) => windowText(window, words));
  return windows.length > mostWindows ? [...shown, `${words.more} ${windows.length - mostWindows}`] : shown;
}

/** Whether a row is certain, to be looked at, or to be asked about. */
export function markOf({ deadline }: ProofRow): "certain" | "check" | "ask" {
  if (deadline === null || deadline.certain) return "certain";
  return deadline.state === "unclear" ? "ask" : "check";
}

const style = `body{font:14px/1.4 system-ui,sans-serif;margin:2em}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #bbb;padding:.3em .5em;vertical-align:top;text-align:left}thead th{position:sticky;top:0;background:#eee}
tr.section td{background:#f4f4f4;font-weight:bold}tr.check{background:#fff8d8}tr.ask{background:#ffe3dd}
@media print{thead{display:table-header-group}tr{break-inside:avoid}thead th{position:static}}`;

/** The proof as a page by itself, in the document's order. */
export function proofPage(proof: Proof, language: LanguageCode): string {
  const words = proofWords[language];
  const text = escapeMarkup;
  const marks = { certain: words.certain, check: words.toCheck, ask: words.toAsk } as const;
  const lines = (list: readonly string[]): string => list.map(text).join("<br>");
  let section: string | null = null;
  const rows = proof.rows.flatMap((row) => {
    const { deadline } = row;
    const mark = markOf(row);
    const head =
      row.section === section || row.section === null
        ? []
        : [`<tr class="section"><td colspan="${words.columns.length}">${text(row.section)}</td></tr>`];
    section = row.section;
    const understood =
      deadline === null
        ? words.empty
        : [words.states[deadline.state], deadline.phrase ?? ""].filter((each) => each !== "").join(": ");
    const cells = [
      text(row.number ?? "–"),
      text(row.activity),
      `${lines(row.responsibleText.split("\n"))}<br>→ ${lines(row.responsible)}`,
      text(deadline?.text ?? ""),
      text(understood),
      deadline === null ? "" : lines(windowTexts(deadline, words)),
      lines([marks[mark], ...(deadline?.question === undefined ? [] : [deadline.question])]),
    ];
    return [...head, `<tr class="${mark}">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`];
  });
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>${text(words.heading)}: ${text(proof.title ?? "")}</title><style>${style}</style>
<h1>${text(proof.title ?? words.heading)}</h1>
<p>${text(proof.bounds.from)} – ${text(proof.bounds.to)}</p>
<p>${text(words.tableColumns)}: ${text(proof.columns.join(" · "))}</p>
<table><thead><tr>${words.columns.map((name) => `<th>${text(name)}</th>`).join("")}</tr></thead>
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
  const words = proofWords[language];
  const marks = { certain: "✓", check: "?", ask: "!" } as const;
  return proof.rows.map((row) => {
    const { deadline } = row;
    const meaning =
      deadline === null
        ? words.empty
        : [words.states[deadline.state], windowTexts(deadline, words).join("; ")]
            .filter((each) => each !== "")
            .join(": ");
    const question = deadline?.question === undefined ? "" : `\n      ${deadline.question}`;
    return `${marks[markOf(row)]} ${(row.number ?? "–").padEnd(6)} ${row.activity}\n      ${deadline === null ? "" : `«${deadline.text}» → `}${meaning}${question}`;
  });
}
