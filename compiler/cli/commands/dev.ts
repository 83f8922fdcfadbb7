import { numberOption, planFolder, readArguments, textOption } from "../terminal/arguments.ts";
import { buildOptions, runSite } from "./build.ts";
import type { Command } from "../terminal/command.ts";
import { readPlan } from "../files/sources.ts";
import { readTarget } from "../output/target.ts";

/** `srok dev`: the site, rebuilt whenever a file of the plan is saved; mistakes are shown in the page. */
export const dev: Command = async (words, terminal) => {
  const { options } = readArguments(words, { ...buildOptions, port: { type: "string" } }, [], terminal);
  if (options["help"] === true) return (terminal.print(terminal.say.help.dev), 0);
  // What the plan says is told in its pages; that there is none, at once.
  readPlan(options, terminal);
  const port = numberOption(options, "port", [1, 65_535], terminal) ?? 4321;
  await runSite("dev", planFolder(options), {
    ...readTarget(options, terminal),
    port,
    asYear: textOption(options, "as-year"),
  });
  return 0;
};
