import { numberOption, stringOption } from "../terminal/arguments.ts";
import { buildAll, buildOptions } from "./build.ts";
import type { Command } from "../terminal/command.ts";
import { listen, serveFolder } from "../output/static-server.ts";
import { SystemError } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { reasonOf } from "../terminal/system-errors.ts";

const messagesByLanguage = {
  ru: { serving: "Сайт: {address}", stop: "Остановить: Ctrl+C" },
  en: { serving: "Site: {address}", stop: "Stop: Ctrl+C" },
};

const usage: Localized = {
  ru: `srok serve – собрать и показать на этом компьютере

  --port ПОРТ       по умолчанию 4321, занят – следующий свободный
  Ключи сборки те же, что у srok build.`,
  en: `srok serve – build and show on this computer

  --port PORT       default 4321, or the next free one
  Options of srok build apply.`,
};

/** `srok serve`: builds, then serves until it is stopped. */
export const serve: Command = {
  name: "serve",
  usage,
  options: { ...buildOptions, port: stringOption },
  positionals: [],
  async run({ options }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const wanted = numberOption(options, "port", [1, 65_535], terminal) ?? 4321;
    const { status, target } = await buildAll({ options }, terminal);
    if (status !== 0) return status;
    const port = await listen(serveFolder(target.out, target.base), wanted).catch((error: unknown) => {
      throw new SystemError(`--port ${wanted}: ${reasonOf(error, terminal)}`);
    });
    terminal.print(
      `\n${terminal.paint("strong", filled(own.serving, { address: `http://localhost:${port}${target.base}` }))}\n${own.stop}`,
    );
    return await new Promise<number>(() => {});
  },
};
