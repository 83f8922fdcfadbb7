import { isError } from "../compile.ts";
import { choiceOption, readArguments, textOption } from "./arguments.ts";
import type { Command } from "./command.ts";
import { findLedgers } from "./find-ledgers.ts";
import { compilePlan, findingsJson, printFindings, printForGithub, summary } from "./findings.ts";

/** `srok check`: reads, resolves and lints the plan, and says what was found. */
export const check: Command = async (words, terminal) => {
  const { options } = readArguments(words, { format: { type: "string" }, "as-year": { type: "string" }, notes: { type: "boolean" }, fix: { type: "boolean" } }, [], terminal);
  if (options["help"] === true) return terminal.print(terminal.say.help.check), 0;
  const format = choiceOption(options, "format", ["text", "json", "github"], terminal);
  if (options["fix"] === true) (await import("./fix.ts")).fixPlan(options, terminal);
  const compiled = compilePlan(options, terminal, { drafts: true });
  const { findings, publications } = findLedgers(textOption(options, "plan") ?? "plan").length > 0 ? (await import("./held-plan.ts")).holdPlan(compiled, options, terminal) : { findings: compiled, publications: [] };
  if (format === "json") terminal.print(findingsJson(findings, terminal));
  else {
    if (format === "github") printForGithub(findings, terminal, options["notes"] === true);
    else printFindings(findings, terminal, options["notes"] === true);
    terminal.print(summary(findings, terminal));
    if (publications.length > 0) terminal.print((await import("./held-plan.ts")).publicationLine(publications, terminal));
  }
  return findings.diagnostics.some(isError) ? 1 : 0;
};
