/** A server of a built site, for looking at it on this computer. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, relative, resolve, sep } from "node:path";
import sirv from "sirv";
import { mediaType } from "./media-types.ts";

/**
 * The file that a path of the site stands for, a folder for its index.html; relative to the site's folder, with "/"
 * between names. Undefined where there is none, for what can be no file's name, and for a link that leads out of the
 * folder.
 */
function fileFor(folder: string, path: string): string | undefined {
  try {
    const top = realpathSync(folder);
    const place = realpathSync(join(top, decodeURIComponent(path)));
    const file = statSync(place).isDirectory() ? realpathSync(join(place, "index.html")) : place;
    const isInside = [place + sep, file].every((each) => each.startsWith(top + sep));
    return isInside && statSync(file).isFile() ? relative(top, file).split(sep).join("/") : undefined;
  } catch {
    return undefined;
  }
}

/** The path of a request's target, without its query: the target is a path, or a whole address as a proxy writes it. */
const pathOf = (target: string): string => /^(?:https?:\/\/[^/?#]*)?(?<path>[^?#]*)/i.exec(target)!.groups!["path"]!;

function answerNotFound(folder: string, response: ServerResponse): void {
  const page = fileFor(folder, "/404.html");
  if (page === undefined) return void response.writeHead(404).end();
  const bytes = readFileSync(join(folder, page));
  const headers = { "Content-Type": mediaType(page), "Content-Length": bytes.length, "Cache-Control": "no-cache" };
  response.writeHead(404, headers).end(bytes);
}

/**
 * The library neither closes a file whose download is broken off, nor survives one that is taken away before it is
 * opened.
 */
function closeWith(response: ServerResponse): void {
  response.on("pipe", (file) => {
    file.on("error", () => response.destroy());
    response.on("close", () => file.destroy());
  });
}

/**
 * Serves the files of a folder below `base`, as they are when they are asked for: another build may take their place.
 */
export function serveFolder(out: string, base = "/"): Server {
  const folder = resolve(out);
  const send = sirv(folder, {
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => response.setHeader("Content-Type", mediaType(path)),
  });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== "GET" && request.method !== "HEAD")
      return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
    const path = pathOf(request.url ?? "/");
    const file = path.startsWith(base) ? fileFor(folder, `/${path.slice(base.length)}`) : undefined;
    if (file === undefined) return answerNotFound(folder, response);
    if (file.endsWith("index.html") && !path.endsWith("/") && !path.endsWith(".html"))
      return void response.writeHead(301, { Location: `${path.replace(/^\/+/, "/")}/` }).end();
    closeWith(response);
    // The library misreads ranges that count from the end or end before they begin; a server may ignore all (RFC 9110,
    // section 14.2).
    delete request.headers.range;
    request.url = encodeURI(`/${file}`);
    send(request, response, () => answerNotFound(folder, response));
  };
  return createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      // A build took the file away while it was looked up.
      response.destroy();
    }
  });
}

/**
 * Listens on a port of this computer, or the next free one, and returns the port. Rejects with what the system
 * refuses.
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" && port < 65_535 ? done(listen(server, port + 1)) : failed(error),
    );
    server.listen(port, "127.0.0.1", () => done(port));
  });
}
