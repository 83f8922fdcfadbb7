import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, relative, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { plan2024Folder, repository } from "../../plan-files.ts";

function compiled(plan: string): readonly ResolvedPlan[] {
  const files = readdirSync(plan, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".yaml"),
  );
  const sources = files
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: `plan/${relative(plan, path).split(sep).join("/")}`, text: readFileSync(path, "utf8") }));
  return compile(sources).value.plans;
}

/** A whole site on disk: pages, feeds and data. */
export interface BuiltSite {
  readonly out: string;
  /** Scheme and host of the published address; empty where none was given. */
  readonly origin: string;
  readonly base: string;
  readonly plans: readonly ResolvedPlan[];
  /** Paths of all files, "/" between folders. */
  readonly files: readonly string[];
  read(path: string): string;
  remove(): void;
}

const run = promisify(execFile);

/** Builds with the command into `out`. */
async function build(out: string, words: readonly string[]): Promise<void> {
  await run(process.execPath, [join(repository, "compiler", "srok.js"), "build", "--out", out, ...words], {
    cwd: repository,
    // Vitest names itself in the environment, and Vite would build for it.
    env: {
      ...process.env,
      NODE_ENV: undefined,
      VITEST: undefined,
      SROK_SITE: "",
      SROK_BASE: "",
      GITHUB_REPOSITORY: undefined,
      CI_PROJECT_URL: undefined,
    },
  });
}

/** Whether this process is the first that claims a name in the folder of sites. */
function claims(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * The folder of the frozen plan's site by the words of its build: built for the first file that asks, awaited by the others that ask
 * meanwhile, removed after the last.
 */
async function sharedSite(words: readonly string[]): Promise<string> {
  const out = join(inject("sites"), encodeURIComponent(words.join(" ")));
  while (!existsSync(out)) {
    if (!claims(`${out}.claim`)) {
      await setTimeout(200);
      continue;
    }
    try {
      await build(`${out}.part`, words);
      renameSync(`${out}.part`, out);
    } catch (error) {
      rmSync(`${out}.claim`, { recursive: true });
      throw error;
    }
  }
  return out;
}

/**
 * A site built with the command. That of the frozen plan is shared by the test files that ask for the same, so no test writes into it;
 * that of another plan has a folder of its own.
 */
export async function buildForTest({
  plan = plan2024Folder,
  site = "",
  base = "/",
}: { plan?: string; site?: string; base?: string } = {}): Promise<BuiltSite> {
  const words = ["--plan", plan, "--base", base, ...(site === "" ? [] : ["--site", site])];
  const shared = plan === plan2024Folder;
  const out = shared ? await sharedSite(words) : mkdtempSync(join(tmpdir(), "srok-site-"));
  if (!shared) await build(out, words);
  const plans = compiled(plan);
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return {
    out,
    origin: site,
    base,
    plans,
    files,
    read: (path) => readFileSync(join(out, path), "utf8"),
    remove: () => {
      if (!shared) rmSync(out, { recursive: true, force: true });
    },
  };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".ics": "text/calendar",
  ".json": "application/json",
  ".csv": "text/csv",
};

/** Serves a built site on this computer; the address ends with its base path. */
export async function serveSite({
  out,
  base,
  files,
}: BuiltSite): Promise<{ readonly server: Server; readonly address: string }> {
  const known = new Set(files);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : "?";
    const file = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
    const found = known.has(file);
    response.writeHead(found ? 200 : 404, {
      "Content-Type": types[extname(found ? file : "404.html")] ?? "application/octet-stream",
    });
    response.end(readFileSync(join(out, found ? file : "404.html")));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}` };
}
