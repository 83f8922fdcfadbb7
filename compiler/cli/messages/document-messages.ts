import type { LanguageCode } from "../../locale/languages.ts";

/** What the commands for the official document say, by language. */
const russian = {
  help: {
    export: `srok export --format ФОРМАТ – план как официальный документ: приказ, сокращения, таблица

  --format docx|html|xlsx|csv|md   без ключа – по имени файла, иначе docx
  --out ФАЙЛ        куда записать (по умолчанию СЕРИЯ-ГОД.ФОРМАТ)
  --year ГОД        план какого года (по умолчанию последний утверждённый); так печатается и черновик
  --series СЕРИЯ    какая серия, если их несколько`,
    import: `srok import ФАЙЛ – черновик плана из приказа: DOCX, HTML, CSV или текст с табуляцией

  --out ПАПКА       куда положить черновик (по умолчанию draft); --out plan – сразу к остальным планам
  --year ГОД        год плана, если в документе он не назван
  --series СЕРИЯ    к какой серии относится; без ключа – по названию плана, иначе новая
  --format text|json   как печатать отчёт

Читаются UTF-8, UTF-16 и windows-1251. Ничего готового не перезаписывается.
Выход: 0 – черновик записан, 1 – документ не прочитан, 2 – неверная команда.`,
  },
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
  help: {
    export: `srok export --format FORMAT – the plan as the official document: order, abbreviations, table

  --format docx|html|xlsx|csv|md   without it by the file's name, else docx
  --out FILE        where to (default SERIES-YEAR.FORMAT)
  --year YEAR       the plan of which year (default the last approved); so a draft is printed too
  --series SERIES   which series, where there are several`,
    import: `srok import FILE – a draft of a plan from its order: DOCX, HTML, CSV or text with tabs

  --out FOLDER      where to put the draft (default draft); --out plan – beside the other plans
  --year YEAR       the plan's year where the document does not name it
  --series SERIES   which series it belongs to; without it by the plan's title, else a new one
  --format text|json   how to print the report

UTF-8, UTF-16 and windows-1251 are read. Nothing that is there is overwritten.
Exit status: 0 – the draft is written, 1 – the document was not read, 2 – wrong usage.`,
  },
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
