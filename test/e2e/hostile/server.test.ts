/** The server at the desk: any page of a browser can ask it anything; it answers, gives nothing but the site, and goes on. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, serveFolder } from "../../../compiler/cli/output/static-server.ts";
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
  symlinkSync("../secret", join(folder, "dist", "leak"));
  symlinkSync("..", join(folder, "dist", "out"));
  symlinkSync("roles", join(folder, "dist", "people"));
  writeFileSync(join(folder, "dist", "long.csv"), "");
  truncateSync(join(folder, "dist", "long.csv"), 256 * 1024 * 1024);
  port = await listen(server, 46_400);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is answered to a request whose line is written as it stands: a client would tidy it. */
const answer = (path: string, method = "GET", headers: readonly string[] = []): Promise<string> =>
  new Promise((done, failed) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(
        [`${method} ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n"),
      ),
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
  "/plan/leak",
  "/plan/out",
  "/plan/out/",
  "/plan/out/secret",
  "/plan/out/dist/leak",
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

test("a link inside the site is followed, one that leads out of it is no page", async () => {
  expect(await answer("/plan/people/")).toMatch(/^HTTP\/1\.1 200 [\s\S]*roles/);
  for (const path of ["/plan/leak", "/plan/out/secret", "/plan/out/dist/leak"])
    expect(await answer(path)).toMatch(/^HTTP\/1\.1 404 [\s\S]*none$/);
});

test("a page says what it is and its version; who has that version is told so in a line", async () => {
  const said = await answer("/plan/");
  expect(said).toContain("Content-Type: text/html; charset=utf-8\r\n");
  expect(said).toContain("Cache-Control: no-cache\r\n");
  const version = /\r\nETag: (?<version>[^\r]+)/.exec(said)!.groups!["version"]!;
  const again = await answer("/plan/", "GET", [`If-None-Match: ${version}`]);
  expect(again).toMatch(/^HTTP\/1\.1 304 /);
  expect(again).not.toContain("home");
  writeFileSync(join(folder, "dist", "index.html"), "home, built anew");
  expect(await answer("/plan/", "GET", [`If-None-Match: ${version}`])).toMatch(/^HTTP\/1\.1 200 [\s\S]*anew$/);
});

test.each(["bytes=3-1", "bytes=-1", "bytes=0-0", "bytes=9999999-", "bytes=x", "lines=1-2"])(
  "a part of a file (%s) is answered with the whole, and the server goes on",
  async (range) => {
    expect(await answer("/plan/roles/", "GET", [`Range: ${range}`])).toMatch(/^HTTP\/1\.1 200 [\s\S]*roles$/);
    expect(await answer("/plan/roles/", "HEAD")).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\n$/);
  },
);

/** Asks for a long file and hangs up at its first bytes. */
const breakOff = (): Promise<void> =>
  new Promise((done, failed) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("GET /plan/long.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    );
    socket
      .once("data", () => socket.destroy())
      .on("error", failed)
      .on("close", () => done());
  });

test.runIf(process.platform === "linux")("a download that is broken off leaves no file open", async () => {
  const open = (): number => readdirSync("/proc/self/fd").length;
  const before = open();
  for (let turn = 0; turn < 20; turn++) await breakOff();
  await expect.poll(open, { timeout: 5_000 }).toBeLessThanOrEqual(before);
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
