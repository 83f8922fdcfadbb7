import { isError } from "../compile.ts";
import { choiceOption, readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { compilePlan, findingsJson, printFindings, printForGithub, summary } from "./findings.ts";

/** `srok check`: reads, resolves and lints the plan, and says what was found. */
export const check: Command = async (words, terminal) => {
  const { options } = readArguments(words, { format: { type: "string" }, "as-year": { type: "string" }, notes: { type: "boolean" }, fix: { type: "boolean" } }, [], terminal);
  if (options["help"] === true) return terminal.print(terminal.say.help.check), 0;
  const format = choiceOption(options, "format", ["text", "json", "github"], terminal);
  if (options["fix"] === true) (await import("./fix.ts")).fixPlan(options, terminal);
  const findings = compilePlan(options, terminal, { drafts: true });
  if (format === "json") terminal.print(findingsJson(findings, terminal));
  else {
    if (format === "github") printForGithub(findings, terminal, options["notes"] === true);
    else printFindings(findings, terminal, options["notes"] === true);
    terminal.print(summary(findings, terminal));
  }
  return findings.diagnostics.some(isError) ? 1 : 0;
};
