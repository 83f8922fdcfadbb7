import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { filesBelow, plan2024Folder, readPlan, repository } from "../../plan-files.ts";

/** A whole site on disk: pages, feeds and data. */
export interface BuiltSite {
  readonly out: string;
  /** Scheme and host of the published address; empty where none was given. */
  readonly origin: string;
  readonly base: string;
  /** Compiled when they are asked for: few tests do. */
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
    // Vitest names itself in the environment, and Vite would build for it. Zone and locale are those of no reader.
    env: {
      ...process.env,
      TZ: "UTC",
      LANG: "C",
      LC_ALL: "C",
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

/** A plan of which several test files want a site. */
export interface SharedPlan {
  readonly name: string;
  /** Writes its files into a folder that is not there yet. */
  readonly write: (folder: string) => void;
}

const frozen: SharedPlan = {
  name: "plan-2024",
  write: (folder) => cpSync(plan2024Folder, folder, { recursive: true }),
};

/**
 * What a site is built of: the frozen plan where no other is named, one that is shared, or one in a folder, which is the caller's own.
 * The frozen plan's site knows its address where none is given, so that many files share one build; the others' does not.
 */
export interface SiteOptions {
  readonly plan?: SharedPlan | string;
  readonly site?: string;
  readonly base?: string;
}

/** Where a site is, and the plan that it was built of. */
interface Place {
  readonly out: string;
  readonly folder: string;
}

/** A shared plan's site: built for the first file that asks for these words, awaited by the others that ask meanwhile, removed after the last. */
async function sharedSite(plan: SharedPlan, words: readonly string[]): Promise<Place> {
  const place = join(inject("sites"), encodeURIComponent([plan.name, ...words].join(" ")));
  const [out, folder, claim] = [join(place, "out"), join(place, "plan"), join(place, "claim")];
  mkdirSync(place, { recursive: true });
  while (!existsSync(out)) {
    if (!claims(claim)) {
      await setTimeout(200);
      continue;
    }
    try {
      plan.write(folder);
      await build(`${out}.part`, ["--plan", folder, ...words]);
      renameSync(`${out}.part`, out);
    } catch (error) {
      for (const path of [folder, claim]) rmSync(path, { recursive: true, force: true });
      throw error;
    }
  }
  return { out, folder };
}

/** A site of a plan that no other file has, in a folder of its own. */
async function ownSite(plan: string, words: readonly string[]): Promise<Place> {
  const out = mkdtempSync(join(tmpdir(), "srok-site-"));
  await build(out, ["--plan", plan, ...words]);
  return { out, folder: plan };
}

/**
 * A site built with the command. That of a shared plan is shared by the test files that ask for the same, so no test writes into it;
 * that of another plan has a folder of its own.
 */
export async function buildForTest({ plan = frozen, base = "/", ...given }: SiteOptions = {}): Promise<BuiltSite> {
  const site = given.site ?? (plan === frozen ? "https://plan.example" : "");
  const words = ["--base", base, ...(site === "" ? [] : ["--site", site])];
  const own = typeof plan === "string";
  const { out, folder } = own ? await ownSite(plan, words) : await sharedSite(plan, words);
  const sources = readPlan(folder, (path) => path.endsWith(".yaml"));
  let plans: readonly ResolvedPlan[] | undefined;
  return {
    out,
    origin: site,
    base,
    files: filesBelow(out),
    get plans() {
      return (plans ??= compile(sources).value.plans);
    },
    read: (path) => readFileSync(join(out, path), "utf8"),
    remove: () => {
      if (own) rmSync(out, { recursive: true, force: true });
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
