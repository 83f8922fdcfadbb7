import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { compile } from "../../compile.ts";
import { diagnosticJson, inReadingOrder } from "../../diagnostics/render.ts";
import { isSlug } from "../../document/draft/slug.ts";
import { importDocument, type Imported, type ImportOptions } from "../../document/import-document.ts";
import { proofLines, proofPage } from "../../document/proof/proof-page.ts";
import { proofOf, type Proof } from "../../document/proof/proof.ts";
import { foreignFormat, isOfficeFormat, type OfficeFormat } from "../../document/read/foreign-format.ts";
import { limits, megabyte } from "../../document/read/limits.ts";
import { load } from "../../load/load.ts";
import type { SourceFile } from "../../source/span.ts";
import { formatOption, numberOption, planFolder, textOption, stringOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { writeDraft, type DraftFolder } from "../output/draft-folder.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { printFindings, summary, type Findings } from "../work/findings.ts";
import { bareCalendars, policyOf, sharedFiles } from "../work/import-calendars.ts";
import { chosenColumns } from "../work/import-columns.ts";
import { reportJson, reportText, type ImportedFile } from "../work/import-report.ts";
import { remarksOf } from "../work/import-remarks.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { writeWhole } from "../files/atomic-write.ts";
import { savedAnew } from "../files/office.ts";
import { withShipped } from "../files/shipped.ts";
import { readSources } from "../files/sources.ts";
import { refusal } from "../terminal/system-errors.ts";

const messagesByLanguage = {
  ru: {
    proof: "Сверка: {path} – откройте в браузере и прочитайте строку за строкой",
    draft: "Черновик: {folder} (status: draft, не публикуется)",
    skipped: "{path} уже есть и не изменён; сверьте с документом",
    extended: "{path} дополнен: новые стороны в конце",
    checked: "Проверка черновика: {summary}",
    next: "Дальше: srok check --plan {plan}, потом сверьте всё, что помечено review: true.",
    tooManyToCheck: "Черновик велик и здесь не проверялся: srok check --plan {plan}",
    nothingWritten: "Ничего не записано.",
  },
  en: {
    proof: "Proof: {path} – open it in a browser and read it through",
    draft: "Draft: {folder} (status: draft, not published)",
    skipped: "{path} exists and was not changed; compare it with the document",
    extended: "{path} has new parties at its end",
    checked: "Check of the draft: {summary}",
    next: "Next: srok check --plan {plan}, then look at everything marked review: true.",
    tooManyToCheck: "The draft is large and was not checked here: srok check --plan {plan}",
    nothingWritten: "Nothing was written.",
  },
};

/**
 * Drafts with more text than this are checked by a command of their own: a check needs many times the memory of the
 * import.
 */
const checkedMegabytes = 4;

/** The file's bytes; one beyond the limit is not even opened. */
function readBytes(path: string, terminal: Terminal): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new UsageError(filled(terminal.messages.cannotRead, { path }));
  try {
    // One byte more than is read says that it is too large.
    return stat.size > limits.fileMegabytes * megabyte
      ? new Uint8Array(limits.fileMegabytes * megabyte + 1)
      : readFileSync(path);
  } catch (error) {
    throw refusal("cannotRead", path, error, terminal);
  }
}

/**
 * What the check says of the draft, beside the calendars and rules of the plan; undefined where it is too large for
 * that.
 */
function checkDraft({ draft }: Imported, shared: readonly SourceFile[]): Findings | undefined {
  if (draft.files.reduce((sum, { text }) => sum + text.length, 0) > checkedMegabytes * megabyte) return undefined;
  const sources = [...shared, ...draft.files].map(({ path, text }) => ({ path: `plan/${path}`, text }));
  return { ...compile(sources, { drafts: true }), texts: new Map(sources.map(({ path, text }) => [path, text])) };
}

/** Imports a document; LibreOffice saves it anew where it is there and only that helps. */
function importFile(
  bytes: Uint8Array,
  options: ImportOptions,
): ReturnType<typeof importDocument> & { readonly savedFrom?: OfficeFormat } {
  const foreign = foreignFormat(bytes);
  if (!isOfficeFormat(foreign) || bytes.length > limits.fileMegabytes * megabyte) return importDocument(bytes, options);
  const saved = savedAnew(bytes, foreign, options.name);
  if (saved === undefined) return importDocument(bytes, options);
  if ("code" in saved) return { value: undefined, diagnostics: [saved], text: "" };
  return { ...importDocument(saved.bytes, options), savedFrom: foreign };
}

/** Writes the proof beside the draft's folder, and returns its path. */
function writeProof({ draft }: Imported, proof: Proof, out: string, terminal: Terminal): string {
  const path = join(out, `${draft.folder.replace("/", "-")}.proof.html`);
  writeWhole(path, proofPage(proof, terminal.language), terminal);
  return path;
}

/** Says why a document was not read. */
function printRefused(
  path: string,
  { diagnostics, text }: Pick<ReturnType<typeof importFile>, "diagnostics" | "text">,
  format: "text" | "json",
  terminal: Terminal,
): void {
  const texts = new Map([[basename(path), text]]);
  if (format === "json") {
    const found = diagnostics.map((diagnostic) => diagnosticJson(diagnostic, texts, terminal.language));
    terminal.print(JSON.stringify({ file: path, diagnostics: found }, null, 1));
    return;
  }
  printFindings({ value: { workspace: load([]).value, plans: [] }, diagnostics, texts }, terminal);
  terminal.print(messagesByLanguage[terminal.language].nothingWritten);
}

/** A document that was read, and what is known of its draft. */
interface ImportDone {
  readonly imported: Imported;
  readonly proof: Proof;
  readonly file: ImportedFile;
  /** undefined where the draft is too large to be checked here. */
  readonly findings: Findings | undefined;
}

function printJson({ imported, proof, file, findings }: ImportDone, terminal: Terminal): void {
  const found =
    findings &&
    inReadingOrder(findings.diagnostics).map((diagnostic) =>
      diagnosticJson(diagnostic, findings.texts, terminal.language),
    );
  terminal.print(reportJson(imported, proof, file, found ?? null, terminal));
}

/** Says how the document was read, what was written, and what comes next. `page` is the proof, where one was asked for. */
function printText(
  { imported, proof, file, findings }: ImportDone,
  { folder, extended, skipped, out, page }: DraftFolder & { readonly out: string; readonly page: string | undefined },
  terminal: Terminal,
): void {
  const own = messagesByLanguage[terminal.language];
  terminal.print(reportText(imported, proof, file, terminal));
  if (page !== undefined) {
    terminal.print(proofLines(proof, terminal.language).join("\n"));
    terminal.print(filled(own.proof, { path: page }));
  }
  terminal.print(filled(own.draft, { folder }));
  for (const path of extended) terminal.print(filled(own.extended, { path }));
  for (const path of skipped) terminal.print(filled(own.skipped, { path }));
  terminal.print(
    findings === undefined
      ? filled(own.tooManyToCheck, { plan: out })
      : `${filled(own.checked, { summary: summary(findings, terminal) })}\n${filled(own.next, { plan: out })}`,
  );
}

const usage: Localized = {
  ru: `srok import ФАЙЛ – черновик плана из приказа: DOCX, XLSX, ODT, HTML, CSV или текст с табуляцией

  --out ПАПКА       куда положить черновик (по умолчанию draft); --out plan – сразу к остальным планам
  --year ГОД        год плана, если в документе он не назван
  --series СЕРИЯ    к какой серии относится; без ключа – по названию плана, иначе новая
  --columns ГРАФЫ   какие графы взять: «срок=Период; ответственные=Кто»; ещё номер, мероприятие, начало, окончание, время
  --proof           ещё сверка: каждая клетка рядом с тем, как она понята, – здесь и страницей в папке черновика
  --format text|json   как печатать отчёт; json – строки документа рядом с тем, как они поняты

RTF, DOC и XLS читаются там, где установлен LibreOffice: он сохраняет их заново во временной папке. PDF не читается.
Кодировки текста: UTF-8, UTF-16 и windows-1251. Ничего готового не перезаписывается.
Выход: 0 – черновик записан, 1 – документ не прочитан, 2 – неверная команда.`,
  en: `srok import FILE – a draft of a plan from its order: DOCX, XLSX, ODT, HTML, CSV or text with tabs

  --out FOLDER      where to put the draft (default draft); --out plan – beside the other plans
  --year YEAR       the plan's year where the document does not name it
  --series SERIES   which series it belongs to; without it by the plan's title, else a new one
  --columns COLUMNS   which columns to take: “deadline=Period; responsible=Who”; also number, activity, start, end, time
  --proof           a proof besides: each cell beside what was understood of it, here and as a page in the draft's folder
  --format text|json   how to print the report; json has the document's rows beside what was understood of them

RTF, DOC and XLS are read where LibreOffice is installed: it saves them anew in a temporary folder. PDF is not read.
Encodings of texts: UTF-8, UTF-16 and windows-1251. Nothing that is there is overwritten.
Exit status: 0 – the draft is written, 1 – the document was not read, 2 – wrong usage.`,
};

/** `srok import`: a draft of a plan from the order that approves it, with a report of how it was read. */
export const importPlan: Command = {
  name: "import",
  usage,
  options: {
    out: stringOption,
    year: stringOption,
    series: stringOption,
    columns: stringOption,
    proof: { type: "boolean" },
    format: stringOption,
  },
  positionals: ["FILE"],
  run({ options, positionals }, terminal) {
    const format = formatOption(options, ["text", "json"], terminal);
    const slug = textOption(options, "series");
    if (slug !== undefined && !isSlug(slug))
      throw new UsageError(filled(terminal.messages.badValue, { name: "--series", value: slug, expected: "my-plan" }));
    const [path, out, plan] = [positionals[0]!, textOption(options, "out") ?? "draft", planFolder(options)];
    const year = numberOption(options, "year", [1900, 2199], terminal);
    const bytes = readBytes(path, terminal);
    const sources = existsSync(plan) || textOption(options, "plan") !== undefined ? readSources(plan, terminal) : [];
    const shared = sharedFiles(withShipped(sources));
    const begun: SourceFile[] = [];
    const { value, diagnostics, text, savedFrom } = importFile(bytes, {
      name: basename(path),
      year,
      series: slug,
      known: load(sources).value.series,
      policyFor: (asked) => {
        begun.push(...bareCalendars(asked, shared));
        return policyOf(asked, [...shared, ...begun]);
      },
      columns: chosenColumns(textOption(options, "columns"), terminal),
    });
    if (value === undefined) {
      printRefused(path, { diagnostics, text }, format, terminal);
      return 1;
    }
    // A plan of another country takes no calendar and no law of ours along: what the command ships is there anyway.
    const carried = begun.length > 0 ? sharedFiles(sources) : shared;
    const findings = checkDraft(value, [...shared, ...begun]);
    const written = writeDraft(
      value.draft,
      out,
      resolve(out) === resolve(plan) ? begun : [...carried, ...begun],
      terminal,
    );
    const remarks = findings === undefined ? undefined : remarksOf(findings, value, terminal.language);
    const proof = proofOf(value, terminal.language, remarks);
    const page = options["proof"] === true ? writeProof(value, proof, out, terminal) : undefined;
    const done: ImportDone = { imported: value, proof, file: { path, savedFrom }, findings };
    if (format === "json") printJson(done, terminal);
    else printText(done, { ...written, out, page }, terminal);
    return 0;
  },
};
