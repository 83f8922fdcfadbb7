import type { Imported } from "../../document/import-document.ts";
import { noteText, type Certainty, type Note } from "../../document/report.ts";
import type { OfficeFormat } from "../../document/read/foreign-format.ts";
import type { Proof } from "../../document/proof/proof.ts";
import { parseDate } from "../../calendar/day.ts";
import { boundsText, languages } from "../../locale/languages.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    read: "Прочитано: {path} – {format}, план {bounds}",
    formats: { docx: "DOCX", xlsx: "XLSX", odt: "OpenDocument", html: "HTML", csv: "CSV", text: "текст" },
    saved: "{from} через LibreOffice",
    certain: ["Уверенно: {count} запись", "Уверенно: {count} записи", "Уверенно: {count} записей"],
    guessed: "По догадке, проверьте ({count}):",
    left: "Не перенесено ({count}):",
    asked: "Спросите и проверьте ({count}):",
    and: "и ещё {count}",
  },
  en: {
    read: "Read: {path} – {format}, plan {bounds}",
    formats: { docx: "DOCX", xlsx: "XLSX", odt: "OpenDocument", html: "HTML", csv: "CSV", text: "text" },
    saved: "{from} through LibreOffice",
    certain: ["Certain: {count} entry", "Certain: {count} entries", "Certain: {count} entries"],
    guessed: "Guessed, to be looked at ({count}):",
    left: "Not taken over ({count}):",
    asked: "To be asked and checked ({count}):",
    and: "and {count} more",
  },
};

/** A file that was imported, with its format where an office program saved it in one that is read. */
export interface ImportedFile {
  readonly path: string;
  readonly savedFrom: OfficeFormat | undefined;
}

/** Lines of a kind that are printed at most; `--format json` has all. */
const mostLines = 200;

const counts = (notes: readonly Note[]): Readonly<Record<Certainty, number>> => {
  const result = { certain: 0, guessed: 0, left: 0 };
  for (const { certainty } of notes) result[certainty] += 1;
  return result;
};

/** The report as text: the number of certain entries, then what was guessed and what was left out, line by line. */
export function reportText(
  { notes, format, draft }: Imported,
  proof: Proof,
  { path, savedFrom }: ImportedFile,
  terminal: Terminal,
): string {
  const { language, paint } = terminal;
  const own = messagesByLanguage[language];
  const count = counts(notes);
  const bounds = { from: parseDate(draft.bounds.from)!, to: parseDate(draft.bounds.to)! };
  const points = proof.rows.flatMap(({ id, deadline, remarks }) =>
    [...(deadline?.question === undefined ? [] : [deadline.question]), ...(remarks ?? [])].map(
      (point) => `  ${paint("strong", id.padEnd(8))} ${point}`,
    ),
  );
  const linesOf = (certainty: Exclude<Certainty, "certain">): string[] => {
    const group = notes.filter((note) => note.certainty === certainty);
    if (group.length === 0) return [];
    const lines = group
      .slice(0, mostLines)
      .map((note) => `  ${paint("strong", (note.item ?? "").padEnd(8))} ${noteText(note, language)}`);
    return [
      "",
      paint(certainty === "left" ? "warning" : "info", filled(own[certainty], { count: group.length })),
      ...lines,
      ...(group.length > mostLines ? [`  ${filled(own.and, { count: group.length - mostLines })}`] : []),
    ];
  };
  return [
    filled(own.read, {
      path,
      format: savedFrom === undefined ? own.formats[format] : filled(own.saved, { from: savedFrom.toUpperCase() }),
      bounds: boundsText(languages[language], bounds),
    }),
    filled(own.certain[languages[language].form(count.certain)]!, { count: count.certain }),
    ...linesOf("guessed"),
    ...linesOf("left"),
    ...(points.length === 0 ? [] : ["", paint("warning", filled(own.asked, { count: points.length }))]),
    ...points.slice(0, mostLines),
    ...(points.length > mostLines ? [`  ${filled(own.and, { count: points.length - mostLines })}`] : []),
    "",
  ].join("\n");
}

/** The report as data: every reading with its certainty, the files, the findings of the check. */
export function reportJson(
  imported: Imported,
  proof: Proof,
  { path, savedFrom }: ImportedFile,
  findings: readonly unknown[] | null,
  terminal: Terminal,
): string {
  const { notes, format, encoding, draft } = imported;
  const list = notes.map((note) => ({
    certainty: note.certainty,
    code: note.code,
    item: note.item,
    text: noteText(note, terminal.language),
    values: note.values,
  }));
  return JSON.stringify(
    {
      ...proof,
      file: path,
      format,
      savedFrom,
      encoding,
      year: draft.year,
      folder: draft.folder,
      files: draft.files.map(({ path: name }) => name),
      counts: counts(notes),
      notes: list,
      diagnostics: findings,
    },
    null,
    1,
  );
}
