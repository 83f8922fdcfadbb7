import type { LanguageCode } from "../../locale/languages.ts";

/** What the commands for the official document say, by language. */
const russian = {
  exported: "Записано: {path} ({size})",
  kilobytes: "КБ",
  noPlans: "в плане нет ни одного года",
  yearExists: "папка {folder} уже есть: план этого года не перезаписывается; выберите другую папку ключом --out",
  read: "Прочитано: {path} – {format}, план на {year} год",
  formats: { docx: "DOCX", html: "HTML", csv: "CSV", text: "текст" },
  certain: ["Уверенно: {count} запись", "Уверенно: {count} записи", "Уверенно: {count} записей"],
  guessed: "По догадке, проверьте ({count}):",
  left: "Не перенесено ({count}):",
  draft: "Черновик: {folder} (status: draft, не публикуется)",
  kept: "{path} уже есть и не изменён; сверьте с документом",
  extended: "{path} дополнен: новые стороны в конце",
  checked: "Проверка черновика: {summary}",
  next: "Дальше: srok check --plan {plan}, потом сверьте всё, что помечено review: true.",
  tooManyToCheck: "Черновик велик и здесь не проверялся: srok check --plan {plan}",
  and: "и ещё {count}",
  nothingWritten: "Ничего не записано.",
};

type Table = typeof russian;

const english: Table = {
  exported: "Written: {path} ({size})",
  kilobytes: "KB",
  noPlans: "the plan has no year",
  yearExists: "folder {folder} exists: a plan of this year is not overwritten; choose another folder with --out",
  read: "Read: {path} – {format}, plan of {year}",
  formats: { docx: "DOCX", html: "HTML", csv: "CSV", text: "text" },
  certain: ["Certain: {count} entry", "Certain: {count} entries", "Certain: {count} entries"],
  guessed: "Guessed, to be looked at ({count}):",
  left: "Not taken over ({count}):",
  draft: "Draft: {folder} (status: draft, not published)",
  kept: "{path} exists and was not changed; compare it with the document",
  extended: "{path} has new parties at its end",
  checked: "Check of the draft: {summary}",
  next: "Next: srok check --plan {plan}, then look at everything marked review: true.",
  tooManyToCheck: "The draft is large and was not checked here: srok check --plan {plan}",
  and: "and {count} more",
  nothingWritten: "Nothing was written.",
};

export const documentMessages: Readonly<Record<LanguageCode, Table>> = { ru: russian, en: english };
