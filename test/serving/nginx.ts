import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "vitest";
import { repository } from "../plan-files.ts";

const programs = ["/usr/sbin/nginx", "nginx"];
const found = programs.find((name) => spawnSync(name, ["-v"], { stdio: "ignore" }).status === 0);

/** Without nginx the test is not run and named at the end; where nothing may be left out, that is a failure. */
export function needsNginx(context: TestContext): void {
  if (found !== undefined) return;
  const note = "nginx is missing: apt-get install nginx";
  if (process.env["CI"] === "true") throw new Error(note);
  context.skip(note);
}

/** A free port of this computer. */
function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? done(address.port) : failed(new Error("no port"))));
    });
  });
}

/** The shipped site file with its address and root replaced, in the least configuration that nginx starts with. */
function configuration(prefix: string, port: number, root: string): string {
  const shipped = readFileSync(join(repository, "site", "serving", "nginx.conf"), "utf8");
  const site = shipped.replace(/ {2}listen \[::\]:80;\n/, "").replace("listen 80;", `listen 127.0.0.1:${port};`).replace("root /srv/srok/current;", `root ${root};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${join(prefix, name)};`).join("\n");
  return `daemon off;\nmaster_process off;\npid ${join(prefix, "pid")};\nerror_log stderr warn;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${site}\n}\n`;
}

export interface Nginx {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts nginx on the loopback with the shipped site over a folder, and waits until it answers. */
export async function startNginx(root: string): Promise<Nginx> {
  const prefix = mkdtempSync(join(tmpdir(), "nginx-"));
  const port = await freePort();
  mkdirSync(join(prefix, "logs"));
  writeFileSync(join(prefix, "nginx.conf"), configuration(prefix, port, root));
  const child = spawn(found!, ["-p", prefix, "-c", join(prefix, "nginx.conf")], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`nginx did not start: ${said}`);
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
      rmSync(prefix, { recursive: true, force: true });
    },
  };
}
