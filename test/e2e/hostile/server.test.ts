/** The server at the desk: any page of a browser can ask it anything; it answers, gives nothing but the site, and goes on. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, serveFolder } from "../../../compiler/cli/commands/serve.ts";
import { casesFolder } from "../../cases/case.ts";
import { srok } from "../serving/srok.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-server-"));
const server = serveFolder(join(folder, "dist"), "/plan/");
let port = 0;
beforeAll(async () => {
  mkdirSync(join(folder, "dist", "roles"), { recursive: true });
  mkdirSync(join(folder, "dist", "empty"));
  writeFileSync(join(folder, "secret"), "root:x:0:0");
  writeFileSync(join(folder, "dist", "index.html"), "home");
  writeFileSync(join(folder, "dist", "404.html"), "none");
  writeFileSync(join(folder, "dist", "roles", "index.html"), "roles");
  symlinkSync("ring", join(folder, "dist", "ring"));
  port = await listen(server, 46_400);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is answered to a request whose line is written as it stands: a client would tidy it. */
const answer = (path: string, method = "GET"): Promise<string> =>
  new Promise((done, failed) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    socket
      .setEncoding("utf8")
      .on("data", (text: string) => (said += text))
      .on("error", failed)
      .on("close", () => done(said));
  });

test.each([
  "//",
  "///",
  "/plan//",
  "/plan/%00",
  "/plan/%",
  "/plan/%ff",
  "/plan/../../secret",
  "/plan/%2e%2e/secret",
  "/plan/..%2fsecret",
  "/plan/..%5csecret",
  "/plan/\\..\\..\\secret",
  "//plan.example:99999/x",
  "http://",
  "http://[",
  "*",
  `/plan/${"a".repeat(5000)}`,
  `/plan/${"a/".repeat(3000)}`,
  "/plan/index.html/x",
  "/plan/ring",
  "/plan/empty",
  "/plan/empty/",
  "/planet/",
  "/secret",
])("%j", async (path) => {
  const said = await answer(path);
  expect(said).toMatch(/^HTTP\/1\.1 (?:200|400|404|431) /);
  expect(said).not.toContain("root:x");
  expect(await answer("/plan/")).toMatch(/^HTTP\/1\.1 200 [\s\S]*home/);
});

test("a folder is answered with its page, a whole address with its path, a question without its words", async () => {
  expect(await answer("/plan/roles")).toMatch(/^HTTP\/1\.1 301 [\s\S]*Location: \/plan\/roles\/\r\n/);
  expect(await answer(`http://localhost:${port}/plan/roles/`)).toMatch(/^HTTP\/1\.1 200 [\s\S]*roles/);
  expect(await answer("/plan/?q=/../../secret#x")).toMatch(/^HTTP\/1\.1 200 [\s\S]*home/);
  expect(await answer("/plan/", "DELETE")).toMatch(/^HTTP\/1\.1 405 /);
});

test("no port is left above a taken last one: told in a line", async () => {
  const last = createServer();
  await new Promise<void>((done) => last.listen(65_535, "127.0.0.1", done));
  expect((last.address() as AddressInfo).port).toBe(65_535);
  const said = srok(
    folder,
    "serve",
    "--no-site",
    "--plan",
    join(casesFolder, "base", "plan"),
    "--out",
    "site",
    "--port",
    "65535",
  );
  expect([said.status, said.output.split("\n").at(-2)]).toEqual([1, "srok: --port 65535: порт занят (EADDRINUSE)"]);
  last.close();
});
