import { extname, relative, resolve } from "node:path";
import { composeDocument } from "../../document/compose.ts";
import { documentFormats, writeDocument, type DocumentFormat } from "../../document/write/write-document.ts";
import { approvedEdition } from "../../resolve/editions/approved-edition.ts";
import { isDraft, type ResolvedPlan } from "../../resolve/model.ts";
import { formatOption, textOption, type Options, stringOption, flagOption } from "../terminal/arguments.ts";
import { selectPlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printErrors } from "../work/findings.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { writeOut } from "../output/write-output.ts";

const messagesByLanguage = {
  ru: {
    exported: "Записано: {path} ({size})",
    kilobytes: "КБ",
    noPlans: "в папке нет ни одного плана",
    unknownBefore:
      "как было утверждено, из плана не видно: пункт {item} изменён приказом «{order}», а каким был до него, не записано; допишите was у этого приказа в amended-by",
  },
  en: {
    exported: "Written: {path} ({size})",
    kilobytes: "KB",
    noPlans: "the folder has no plan",
    unknownBefore:
      "the plan does not tell what was approved: item {item} was changed by the order “{order}”, and what it was before is not recorded; add was to that order in amended-by",
  },
};

/**
 * The format of `--format`, else that of the file's name, else DOCX. Throws a UsageError for the name of another kind
 * of file (`.pdf`).
 */
function formatOf(options: Options, terminal: Terminal): DocumentFormat {
  const out = textOption(options, "out") ?? "";
  const ending = extname(out).toLowerCase();
  const byName = documentFormats.find((format) => ending === `.${format}`);
  if (textOption(options, "format") !== undefined) return formatOption(options, documentFormats, terminal);
  if (byName === undefined && /^\.[a-z][a-z0-9]{1,4}$/.test(ending))
    throw new UsageError(
      filled(terminal.messages.badValue, {
        name: "--out",
        value: out,
        expected: documentFormats.map((format) => `.${format}`).join(", "),
      }),
    );
  return byName ?? documentFormats[0];
}

/** The plan as its order approved it. Throws a UsageError where the plan does not say what that was. */
function asApproved(plan: ResolvedPlan, terminal: Terminal): ResolvedPlan {
  const approved = approvedEdition(plan);
  const [unknown] = approved.unknown;
  if (unknown === undefined) return approved.plan;
  throw new UsageError(filled(messagesByLanguage[terminal.language].unknownBefore, unknown));
}

const usage: Localized = {
  ru: `srok export --format ФОРМАТ – план как официальный документ: приказ, сокращения, таблица

  --format docx|html|xlsx|csv|md   без ключа – по имени файла, иначе docx
  --out ФАЙЛ        куда записать (по умолчанию СЕРИЯ-ГОД.ФОРМАТ)
  --year ГОД        план какого года (по умолчанию последний утверждённый); так печатается и черновик
  --as-approved     как было утверждено, без изменений следующих приказов; иначе – в последней редакции
  --series СЕРИЯ    какая серия, если их несколько`,
  en: `srok export --format FORMAT – the plan as the official document: order, abbreviations, table

  --format docx|html|xlsx|csv|md   without it by the file's name, else docx
  --out FILE        where to (default SERIES-YEAR.FORMAT)
  --year YEAR       the plan of which year (default the last approved); so a draft is printed too
  --as-approved     as it was approved, without the changes of later orders; else in the last edition
  --series SERIES   which series, where there are several`,
};

/** `srok export`: the plan as the document that is signed. */
export const exportDocument: Command = {
  name: "export",
  usage,
  options: {
    format: stringOption,
    out: stringOption,
    year: stringOption,
    series: stringOption,
    "as-approved": flagOption,
    "as-year": stringOption,
  },
  positionals: [],
  async run({ options }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const format = formatOf(options, terminal);
    const findings = compilePlan(options, terminal, { drafts: true });
    if (printErrors(findings, terminal)) return 1;
    const { plans } = findings.value;
    if (plans.length === 0) throw new UsageError(own.noPlans);
    // A draft is what the next order is printed from; without a year asked for, the document is the approved one.
    const approved = plans.filter((plan) => !isDraft(plan));
    const plan = selectPlan(
      textOption(options, "year") === undefined && approved.length > 0 ? approved : plans,
      options,
      terminal,
    );
    const printed = options["as-approved"] === true ? asApproved(plan, terminal) : plan;
    const path = resolve(textOption(options, "out") ?? `${plan.series.data.slug}-${plan.id}.${format}`);
    const bytes = await writeDocument(composeDocument(printed), format);
    writeOut(path, bytes, terminal);
    terminal.print(
      filled(own.exported, {
        path: relative(process.cwd(), path) || path,
        size: `${Math.ceil(bytes.length / 1024)}\u00a0${own.kilobytes}`,
      }),
    );
    return 0;
  },
};
