/** The plan that is being written, as `srok dev` shows it: handed to the pages anew at each save, and the files beside them. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HookParameters } from "astro";
import { mediaType } from "../compiler/cli/output/media-types.ts";
import { modulePath } from "../compiler/cli/files/root.ts";
import { localAddress } from "../compiler/cli/output/target.ts";
import type { DevTarget, SitePlan } from "../compiler/cli/work/site-program.ts";
import type { Settings } from "./src/context/site.ts";

export interface Draft {
  /** The folder to watch. */
  readonly folder: string;
  /** Compiles it. Throws its mistakes. */
  readonly read: () => SitePlan;
  /** Writes a proposal into the files of the plan. */
  readonly take: DevTarget["take"];
  readonly settings: Settings;
}

type DevServer = HookParameters<"astro:server:setup">["server"];

/** The modules of the site as the pages have them: Vite keeps an instance of its own. */
interface PageModules {
  readonly context: typeof import("./src/context/site.ts");
  readonly files: typeof import("./src/data/files.ts");
}

async function pageModules({ environments }: DevServer): Promise<PageModules> {
  const { runner } = environments.ssr as unknown as { readonly runner: { import(path: string): Promise<unknown> } };
  const load = (name: string): Promise<unknown> => runner.import(modulePath(`site/src/${name}`));
  const [context, files] = await Promise.all(["context/site", "data/files"].map(load));
  return { context, files } as PageModules;
}

/**
 * Paths of the files beside the pages, below the site. For others the plan is not read: of its mistakes a page tells in Astro's own way.
 * What begins with `@` is Vite's, and may name any folder of the machine (`@fs/…`).
 */
const besidePages =
  /^(?!@)(?:.*\/)?(?:(?:data|near|calculator|search|items|cards)\/.*\.[a-z]+|edit\/sources\.[0-9a-f]+\.json|[a-z-]+\.(?:ico|png))$/;

/** The bytes of a file beside the pages, by its path below the site; undefined where there is none. */
async function bytesOf(path: string, { context, files }: PageModules): Promise<Uint8Array | undefined> {
  const { series } = context.site();
  const file = files.dataFiles(series).find((each) => each.path === path);
  if (file === undefined) return undefined;
  const pieces = await file.pieces();
  return Buffer.concat(Array.from(pieces, (piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)));
}

/** The most characters of a proposal that are read. */
const largest = 2_000_000;

/** The text of a request; undefined for one that is larger than any proposal. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  let text = "";
  for await (const piece of request.setEncoding("utf8")) {
    text += piece as string;
    if (text.length > largest) return undefined;
  }
  return text;
}

/** Whether a page of this very server sends a proposal: pages of other sites can send requests here too. */
function isProposal({ method, url = "", headers }: IncomingMessage): boolean {
  const { origin, host, "content-type": type } = headers;
  const own = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
  return (
    method === "POST" && own && type === "application/json" && /\/edit\/$/.test(new URL(url, localAddress).pathname)
  );
}

/** Serves the pages of a plan that is being written. */
export function serveDraft(server: DevServer, { folder, read, take, settings }: Draft): void {
  const { ssr, client } = server.environments;
  const handOver = async (): Promise<PageModules> => {
    const modules = await pageModules(server);
    modules.context.usePlan(read, settings);
    return modules;
  };
  let handed: Promise<PageModules> | undefined;

  const changed = (path: string): void => {
    // A module of ours that has changed is a new instance, which has no plan yet.
    handed = undefined;
    if (!/\.ya?ml$|ledger\.json$/i.test(path)) return;
    // Astro remembers which pages a route has until it is told that what they are made from has changed.
    ssr.hot.send("astro:content-changed", {});
    client.hot.send({ type: "full-reload" });
  };
  server.watcher.add(folder);
  for (const event of ["add", "change", "unlink"] as const) server.watcher.on(event, changed);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { url = "" } = request;
    if (isProposal(request)) {
      const { taken, text } = take((await bodyOf(request)) ?? "");
      response.writeHead(taken ? 200 : 409, { "Content-Type": "text/plain; charset=utf-8" }).end(text);
      return true;
    }
    const modules = await (handed ??= handOver());
    const { pathname } = new URL(url, localAddress);
    if (!pathname.startsWith(settings.base)) return false;
    const path = decodeURIComponent(pathname.slice(settings.base.length));
    if (!besidePages.test(path)) return false;
    const bytes = await bytesOf(path, modules);
    if (bytes === undefined) return false;
    response.writeHead(200, { "Content-Type": mediaType(path), "Cache-Control": "no-cache" }).end(bytes);
    return true;
  }
  server.middlewares.use((request, response, next) => {
    answer(request, response).then((answered) => (answered ? undefined : next()), next);
  });
}
