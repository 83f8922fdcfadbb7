import { join, relative, sep } from "node:path";
import { isError } from "../../compile.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import { formatOption, planFolder, textOption, stringOption, flagOption } from "../terminal/arguments.ts";
import { filled, type Localized } from "../messages/messages.ts";
import type { Command } from "../terminal/command.ts";
import { layOutSchemas } from "../files/write-names.ts";
import { root } from "../files/root.ts";
import { readPlan } from "../files/sources.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import { findLedgers } from "../files/find-ledgers.ts";
import { expectedAddress, readTarget } from "../output/target.ts";
import { isDraft } from "../../resolve/model.ts";
import { compilePlan, findingsJson, printFindings, printForGithub, summary, type Findings } from "../work/findings.ts";

const messagesByLanguage = {
  ru: { codes: "Каждое замечание с примерами, как неверно и как верно: {page}" },
  en: { codes: "Every finding with a wrong and a right example: {page}" },
};

/** The page of all findings, as a person at this folder opens it. */
const codesPage = (language: LanguageCode): string =>
  relative(process.cwd(), join(root, "compiler", "diagnostics", { ru: "codes.md", en: "codes.en.md" }[language]))
    .split(sep)
    .join("/");

/** The plans that a publication would publish. */
const withoutDrafts = (findings: Findings): Findings => ({
  ...findings,
  value: { ...findings.value, plans: findings.value.plans.filter((plan) => !isDraft(plan)) },
});

const usage: Localized = {
  ru: `srok check – проверить план

  --format text|json|github   как печатать найденное (по умолчанию text)
  --notes                     показать и то, что к сведению: сроки на нерабочих днях с соседними рабочими
  --fix                       исправить то, что можно исправить наверняка; что переименовано, видно по --base или
                              последнему коммиту (вернуть: srok undo)
  --base РЕВИЗИЯ              проверка предложенной правки: журнал публикаций должен быть таким, как там, откуда она отошла
  --site АДРЕС                с этим адресом сайта измерить календари; без ключа – с тем, который даст сервер репозитория
  --as-year ГОД               проверить те же файлы, как если бы план был на другой год

Выход: 0 – ошибок нет, 1 – в плане есть ошибки, 2 – неверная команда.`,
  en: `srok check – check the plan

  --format text|json|github   how to print the findings (default text)
  --notes                     show notes too: deadlines on days off with the neighbouring working days
  --fix                       correct what can be corrected for certain; what was renamed is seen by --base or the last
                              commit (take back: srok undo)
  --base REVISION             check a proposed change: the ledger of publications must be as where it branched off
  --site ADDRESS              size the calendars with this address of the site; by default with that which the forge will give
  --as-year YEAR              check the same files as if the plan were of another year

Exit status: 0 – no errors, 1 – the plan has errors, 2 – wrong usage.`,
};

/** `srok check`: compiles the plan and prints what was found. */
export const check: Command = {
  name: "check",
  usage,
  options: {
    format: stringOption,
    "as-year": stringOption,
    notes: flagOption,
    fix: flagOption,
    base: stringOption,
    site: stringOption,
  },
  positionals: [],
  async run({ options }, terminal) {
    const base = textOption(options, "base");
    if (base !== undefined)
      (await import("../work/touched-ledgers.ts")).refuseTouchedLedgers(planFolder(options), base, terminal);
    const format = formatOption(options, ["text", "json", "github"], terminal);
    const fixed = options["fix"] === true ? (await import("../work/fix.ts")).fixPlan(options, terminal) : undefined;
    // Fixes are those of the plan's own year.
    const compiled =
      fixed !== undefined && options["as-year"] === undefined
        ? fixed
        : compilePlan(options, terminal, { drafts: true });
    layOutSchemas(planFolder(options), () => readPlan(options, terminal), terminal);
    const { findings: held, publications } =
      findLedgers(planFolder(options)).length > 0
        ? (await import("../work/check-ledger.ts")).checkLedgers(withoutDrafts(compiled), options, terminal)
        : { findings: compiled, publications: [] };
    const limits =
      !held.diagnostics.some(isError) && options["as-year"] === undefined
        ? (await import("../work/published-files.ts")).sizeLimits(
            held.value.plans.filter((plan) => !isDraft(plan)),
            publications,
            expectedAddress(readTarget(options, terminal), planFolder(options)),
          )
        : [];
    const findings = { ...held, diagnostics: [...held.diagnostics, ...limits] };
    if (format === "json") terminal.print(findingsJson(findings, terminal));
    else {
      if (format === "github") printForGithub(findings, terminal, options["notes"] === true);
      else printFindings(findings, terminal, options["notes"] === true);
      terminal.print(summary(findings, terminal));
      if (format === "text" && findings.diagnostics.some(({ code }) => severityOf(code) !== "info"))
        terminal.print(filled(messagesByLanguage[terminal.language].codes, { page: codesPage(terminal.language) }));
      if (publications.length > 0)
        terminal.print((await import("../work/check-ledger.ts")).publicationLine(publications, terminal));
    }
    return findings.diagnostics.some(isError) ? 1 : 0;
  },
};
