import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join, resolve, sep } from "node:path";
import { numberOption, readArguments } from "./arguments.ts";
import { buildAll, buildOptions } from "./build.ts";
import type { Command } from "./command.ts";
import { mediaType } from "./media-types.ts";
import { filled } from "./messages.ts";

/** The file that a path of the site stands for; undefined when there is none. */
function fileFor(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const place = resolve(folder, `.${decoded}`);
  if (place !== folder && !place.startsWith(folder + sep)) return undefined;
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile()) return place;
  const index = join(place, "index.html");
  return stat?.isDirectory() && statSync(index, { throwIfNoEntry: false })?.isFile() ? index : undefined;
}

/** A plain server of a built site, for looking at it on this computer. */
export function serveFolder(out: string, base = "/"): Server {
  const folder = resolve(out);
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const inside = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : undefined;
    const found = inside === undefined ? undefined : fileFor(folder, inside);
    const file = found ?? fileFor(folder, "/404.html");
    if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) return void response.writeHead(file === undefined ? 404 : 405).end();
    if (found !== undefined && file.endsWith("index.html") && !pathname.endsWith("/") && !pathname.endsWith(".html")) return void response.writeHead(301, { Location: `${pathname}/` }).end();
    response.writeHead(found === undefined ? 404 : 200, { "Content-Type": mediaType(file), "Cache-Control": "no-cache" });
    if (request.method === "HEAD") return void response.end();
    createReadStream(file).pipe(response);
  });
}

/** Listens on a port of this computer, or the next free one; gives the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" && port < 65_535 ? done(listen(server, port + 1)) : failed(error)));
    server.listen(port, "127.0.0.1", () => done(port));
  });
}

/** `srok serve`: builds, then serves until it is stopped. */
export const serve: Command = async (words, terminal) => {
  const { options } = readArguments(words, { ...buildOptions, port: { type: "string" } }, [], terminal);
  if (options["help"] === true) return terminal.print(terminal.say.help.serve), 0;
  const wanted = numberOption(options, "port", [1, 65_535], terminal) ?? 4321;
  const { status, target } = await buildAll({ options }, terminal);
  if (status !== 0) return status;
  const port = await listen(serveFolder(target.out, target.base), wanted);
  terminal.print(`\n${terminal.paint("strong", filled(terminal.say.serving, { address: `http://localhost:${port}${target.base}` }))}\n${terminal.say.stop}`);
  return await new Promise<number>(() => {});
};
