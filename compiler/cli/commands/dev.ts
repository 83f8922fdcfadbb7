import { numberOption, planFolder, textOption, stringOption } from "../terminal/arguments.ts";
import { buildOptions, runSite } from "./build.ts";
import type { Localized } from "../messages/messages.ts";
import type { Command } from "../terminal/command.ts";
import { readPlan } from "../files/sources.ts";
import { readTarget } from "../output/target.ts";

const usage: Localized = {
  ru: `srok dev – показывать сайт и пересобирать при каждом сохранении файла плана

  --port ПОРТ       по умолчанию 4321`,
  en: `srok dev – show the site and rebuild whenever a file of the plan is saved

  --port PORT       default 4321`,
};

/** `srok dev`: the site, rebuilt whenever a file of the plan is saved; mistakes are shown in the page. */
export const dev: Command = {
  name: "dev",
  usage,
  options: { ...buildOptions, port: stringOption },
  positionals: [],
  async run({ options }, terminal) {
    // What the plan says is told in its pages; that there is none, at once.
    readPlan(options, terminal);
    const port = numberOption(options, "port", [1, 65_535], terminal) ?? 4321;
    await runSite("dev", planFolder(options), {
      ...readTarget(options, terminal),
      port,
      asYear: textOption(options, "as-year"),
    });
    return 0;
  },
};
