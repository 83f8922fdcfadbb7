import { isError } from "../../compile.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import { choiceOption, planFolder, readArguments, textOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { findLedgers } from "../files/find-ledgers.ts";
import { isDraft } from "../../resolve/model.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { compilePlan, findingsJson, printFindings, printForGithub, summary, type Findings } from "../work/findings.ts";

/** The plans that a publication would publish. */
const withoutDrafts = (findings: Findings): Findings => ({
  ...findings,
  value: { ...findings.value, plans: findings.value.plans.filter((plan) => !isDraft(plan)) },
});

/** `srok check`: reads, resolves and lints the plan, and says what was found. */
export const check: Command = async (words, terminal) => {
  const { options } = readArguments(
    words,
    {
      format: { type: "string" },
      "as-year": { type: "string" },
      notes: { type: "boolean" },
      fix: { type: "boolean" },
      base: { type: "string" },
    },
    [],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(terminal.say.help.check), 0);
  const base = textOption(options, "base");
  if (base !== undefined)
    (await import("../work/touched-ledgers.ts")).refuseTouchedLedgers(planFolder(options), base, terminal);
  const format = choiceOption(options, "format", ["text", "json", "github"], terminal);
  if (options["fix"] === true) (await import("../work/fix.ts")).fixPlan(options, terminal);
  const compiled = compilePlan(options, terminal, { drafts: true });
  const { findings, publications } =
    findLedgers(planFolder(options)).length > 0
      ? (await import("../work/check-ledger.ts")).holdPlan(withoutDrafts(compiled), options, terminal)
      : { findings: compiled, publications: [] };
  if (format === "json") terminal.print(findingsJson(findings, terminal));
  else {
    if (format === "github") printForGithub(findings, terminal, options["notes"] === true);
    else printFindings(findings, terminal, options["notes"] === true);
    terminal.print(summary(findings, terminal));
    if (format === "text" && findings.diagnostics.some(({ code }) => severityOf(code) !== "info"))
      terminal.print(editMessages[terminal.language].codes);
    if (publications.length > 0)
      terminal.print((await import("../work/check-ledger.ts")).publicationLine(publications, terminal));
  }
  return findings.diagnostics.some(isError) ? 1 : 0;
};
