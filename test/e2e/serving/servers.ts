/** Real web servers with the shipped site files, started on the loopback over a folder and stopped again. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "vitest";
import { repository } from "../../plan-files.ts";

/** A server that a site file is shipped for. */
export interface WebServer {
  readonly name: string;
  /** What it says of itself in `Server`; null: nothing. */
  readonly signature: string | null;
  /** The first of some names by which it is found on this machine. */
  readonly program: string | undefined;
  /** Writes its configuration into a folder of its own; gives the words to start it with. */
  readonly prepare: (folder: string, port: number, root: string) => readonly string[];
}

export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

const found = (names: readonly string[], word: string): string | undefined =>
  names.find((name) => spawnSync(name, [word], { stdio: "ignore" }).status === 0);
const shipped = (file: string): string => readFileSync(join(repository, "site", "serving", file), "utf8");

/** Replaces what whoever installs the file is told to change. */
function adapted(text: string, changes: readonly (readonly [find: string, put: string])[]): string {
  return changes.reduce((whole, [find, put]) => {
    if (!whole.includes(find)) throw new Error(`the site file has no ${find}`);
    return whole.replace(find, () => put);
  }, text);
}

/** The shipped site file in the least configuration that nginx starts with. */
export const nginx: WebServer = {
  name: "nginx",
  signature: "nginx",
  program: found(["/usr/sbin/nginx", "nginx"], "-v"),
  prepare: (folder, port, root) => {
    const site = adapted(shipped("nginx.conf"), [
      ["  listen [::]:80;\n", ""],
      ["listen 80;", `listen 127.0.0.1:${port};`],
      ["root /srv/srok/current;", `root ${root};`],
    ]);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${join(folder, name)};`)
      .join("\n");
    mkdirSync(join(folder, "logs"));
    writeFileSync(
      join(folder, "nginx.conf"),
      `daemon off;\nmaster_process off;\npid ${join(folder, "pid")};\nerror_log stderr warn;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${site}\n}\n`,
    );
    return ["-p", folder, "-c", join(folder, "nginx.conf")];
  },
};

/** The shipped site file without TLS, for which there is no name on the loopback. */
export const caddy: WebServer = {
  name: "caddy",
  signature: null,
  program: found(["caddy"], "version"),
  prepare: (folder, port, root) => {
    const site = adapted(shipped("Caddyfile"), [
      ["plan.example {", `http://127.0.0.1:${port} {`],
      ["root * /srv/srok/current", `root * ${root}`],
    ]);
    writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n}\n${site}`);
    return ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")];
  },
};

/** Without the server the test is not run and named at the end; where nothing may be left out, that is a failure. */
export function needsServer({ name, program }: WebServer, context: TestContext): void {
  if (program !== undefined) return;
  const note = `${name} is missing: apt-get install ${name}`;
  if (process.env["CI"] === "true") throw new Error(note);
  context.skip(note);
}

/** A free port of this computer. */
function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? done(address.port) : failed(new Error("no port")),
      );
    });
  });
}

/** Starts a server over a folder, and waits until it answers. */
export async function startServer({ name, program, prepare }: WebServer, root: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await freePort();
  const child = spawn(program!, prepare(folder, port, root), {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 400) throw new Error(`${name} did not start: ${said}`);
    try {
      await fetch(address, { method: "HEAD" });
      break;
    } catch {
      await new Promise((done) => setTimeout(done, 25));
    }
  }
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
