import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join, resolve, sep } from "node:path";
import { numberOption, stringOption } from "../terminal/arguments.ts";
import { buildAll, buildOptions } from "./build.ts";
import type { Command } from "../terminal/command.ts";
import { mediaType } from "../output/media-types.ts";
import { SystemError } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { reasonOf } from "../terminal/system-errors.ts";

const messagesByLanguage = {
  ru: { serving: "Сайт: {address}", stop: "Остановить: Ctrl+C" },
  en: { serving: "Site: {address}", stop: "Stop: Ctrl+C" },
};

/** The file that a path of the site stands for; undefined when there is none, and for what can be no file's name. */
function fileFor(folder: string, path: string): string | undefined {
  try {
    const place = resolve(folder, `.${decodeURIComponent(path)}`);
    if (place !== folder && !place.startsWith(folder + sep)) return undefined;
    if (statSync(place).isFile()) return place;
    const index = join(place, "index.html");
    return statSync(index).isFile() ? index : undefined;
  } catch {
    return undefined;
  }
}

/** What is asked for, without its query: a path below the site, or a whole address as a proxy writes it. */
const pathOf = (asked: string): string => /^(?:https?:\/\/[^/?#]*)?(?<path>[^?#]*)/i.exec(asked)!.groups!["path"]!;

/** A plain server of a built site, for looking at it on this computer. */
export function serveFolder(out: string, base = "/"): Server {
  const folder = resolve(out);
  return createServer((request, response) => {
    const pathname = pathOf(request.url ?? "/");
    const inside = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : undefined;
    const found = inside === undefined ? undefined : fileFor(folder, inside);
    const file = found ?? fileFor(folder, "/404.html");
    if (file === undefined || (request.method !== "GET" && request.method !== "HEAD"))
      return void response.writeHead(file === undefined ? 404 : 405).end();
    if (found !== undefined && file.endsWith("index.html") && !pathname.endsWith("/") && !pathname.endsWith(".html"))
      return void response.writeHead(301, { Location: `${pathname.replace(/^\/+/, "/")}/` }).end();
    response.writeHead(found === undefined ? 404 : 200, {
      "Content-Type": mediaType(file),
      "Cache-Control": "no-cache",
    });
    if (request.method === "HEAD") return void response.end();
    // A build may take the file away while it is sent: the answer breaks off, the server goes on.
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  });
}

/** Listens on a port of this computer, or the next free one; gives the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" && port < 65_535 ? done(listen(server, port + 1)) : failed(error),
    );
    server.listen(port, "127.0.0.1", () => done(port));
  });
}

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
