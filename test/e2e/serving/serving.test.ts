import { mkdirSync, readFileSync, readlinkSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, test, type TestContext } from "vitest";
import { times } from "../../fuzz-runs.ts";
import { caddy, needsServer, nginx, startServer, type WebServer } from "./servers.ts";
import { srokWell, startSrok, withPlan } from "./srok.ts";

/** A site of the plan of 2024 without pages, served from its releases. */
async function withSite(
  server: WebServer,
  context: TestContext,
  work: (site: { readonly folder: string; readonly address: string; readonly build: () => string }) => Promise<void>,
): Promise<void> {
  needsServer(server, context);
  await withPlan(async (folder) => {
    const build = (): string =>
      srokWell(folder, "build", "--no-site", "--releases", "srv", "--site", "https://plan.example");
    build();
    const current = join(folder, "srv", "current");
    for (const path of ["search", "assets"]) mkdirSync(join(current, path), { recursive: true });
    writeFileSync(join(current, "index.html"), "<!doctype html><title>План</title>");
    writeFileSync(join(current, "404.html"), "<!doctype html><title>Нет такой страницы</title>");
    writeFileSync(join(current, "search", "index.html"), "<!doctype html><title>Поиск</title>");
    writeFileSync(join(current, "assets", "page.a1b2.js"), "export {};");
    writeFileSync(join(current, "counting.0123456789ab.json"), "{}");
    const running = await startServer(server, join(folder, "srv", "current"));
    try {
      await work({ folder, address: running.address, build });
    } finally {
      await running.stop();
    }
  });
}

/** A request as it is written, without a client that mends its path. */
function raw(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: Buffer }> {
  const { hostname, port } = new URL(address);
  return new Promise((done, failed) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", failed);
    sent.end();
  });
}

describe.each([nginx, caddy])("behind $name", (server) => {
  test("types, charset, security headers, caching, HEAD, ranges, names", async (context) => {
    await withSite(server, context, async ({ folder, address }) => {
      const head = async (path: string): Promise<Headers> => (await fetch(`${address}/${path}`)).headers;
      const type = async (path: string): Promise<string | null> => (await head(path)).get("content-type");
      expect(await type("feeds/doo.ics")).toBe("text/calendar; charset=utf-8");
      expect(await type("changes.atom")).toBe("application/atom+xml; charset=utf-8");
      expect(await type("data/2024/plan.json")).toBe("application/json; charset=utf-8");
      expect(await type("data/2024/plan.csv")).toBe("text/csv; charset=utf-8");
      expect(await type("")).toBe("text/html; charset=utf-8");
      expect(await type("assets/page.a1b2.js")).toBe("text/javascript; charset=utf-8");

      for (const path of ["", "feeds/doo.ics", "no-such-page"]) {
        const headers = await head(path);
        expect(headers.get("content-security-policy"), path).toMatch(
          /^default-src 'none'; script-src 'self'; style-src 'self';/,
        );
        expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe/);
        expect(headers.get("x-content-type-options"), path).toBe("nosniff");
        expect(headers.get("x-frame-options"), path).toBe("DENY");
        expect(headers.get("referrer-policy"), path).toBe("strict-origin-when-cross-origin");
        expect(headers.get("server"), path).toBe(server.signature);
      }
      expect((await head("feeds/doo.ics")).get("cache-control")).toBe("public, max-age=3600, must-revalidate");
      for (const named of ["assets/page.a1b2.js", "counting.0123456789ab.json"])
        expect((await head(named)).get("cache-control"), named).toContain("immutable");
      expect((await head("assets/gone.js")).get("cache-control")).toBe("public, max-age=300, must-revalidate");
      expect((await head("data/2024/plan.json")).get("cache-control")).toBe("public, max-age=3600, must-revalidate");
      expect((await head("feeds/doo.ics")).get("vary")).toBe("Accept-Encoding");

      const file = readFileSync(join(folder, "srv", "current", "feeds", "all.ics"));
      const plain = await raw(address, "/feeds/all.ics");
      expect(plain.body.equals(file)).toBe(true);
      expect(plain.headers["content-length"]).toBe(String(file.length));
      const packed = await raw(address, "/feeds/all.ics", { "Accept-Encoding": "gzip" });
      expect(packed.headers["content-encoding"]).toBe("gzip");
      expect(packed.body.length).toBeLessThan(file.length / 5);
      const headOnly = await raw(address, "/feeds/all.ics", {}, "HEAD");
      expect([headOnly.status, headOnly.body.length, headOnly.headers["content-length"]]).toEqual([
        200,
        0,
        String(file.length),
      ]);
      for (const [range, bytes] of [
        ["bytes=0-15", file.subarray(0, 16)],
        ["bytes=-15", file.subarray(-15)],
        [`bytes=${file.length - 1}-`, file.subarray(-1)],
      ] as const) {
        const part = await raw(address, "/feeds/all.ics", { Range: range });
        expect([part.status, part.body.equals(bytes)], range).toEqual([206, true]);
      }
      expect((await raw(address, "/feeds/all.ics", { Range: `bytes=${file.length}-` })).status).toBe(416);

      for (const path of [
        "/feeds/%D0%B4%D0%BE%D0%BE.ics",
        "/feeds/дoo.ics",
        "/%D1%80%D0%BE%D0%BB%D0%B8/",
        "/.git/config",
        "/feeds/../../plan",
        "/feeds/none.ics",
        "/roles/",
      ]) {
        expect((await raw(address, Buffer.from(path, "utf8").toString("latin1"))).status, path).toBeGreaterThanOrEqual(
          400,
        );
      }
      expect((await raw(address, "/feeds/%D0%B4%D0%BE%D0%BE.ics")).status).toBe(404);
      expect((await fetch(`${address}/feeds/doo.ics`, { method: "POST", body: "x" })).status).toBe(405);
      expect(await (await fetch(`${address}/no-such-page`)).text()).toContain("Нет такой страницы");
    });
  });

  test("an unchanged feed is answered 304 after a rebuild, a changed one is not; the release before can be gone back to", async (context) => {
    await withSite(server, context, async ({ folder, address, build }) => {
      const validators = async (path: string): Promise<Readonly<Record<string, string>>> => {
        const { headers } = await fetch(`${address}/${path}`);
        return { "If-None-Match": headers.get("etag") ?? "", "If-Modified-Since": headers.get("last-modified") ?? "" };
      };
      const [doo, dpo] = [await validators("feeds/doo.ics"), await validators("feeds/dpo.ics")];
      const dpoBefore = await (await fetch(`${address}/feeds/dpo.ics`)).text();
      await new Promise((done) => setTimeout(done, 1_100));
      const section = join(folder, "plan", "gis-obrazovanie", "2024", "section-3.yaml");
      const held = readFileSync(section, "utf8");
      writeFileSync(section, `${held}\n# a comment changes nothing that is published\n`);
      build();
      for (const headers of [
        doo,
        { "If-None-Match": doo["If-None-Match"]! },
        { "If-Modified-Since": doo["If-Modified-Since"]! },
      ]) {
        expect((await raw(address, "/feeds/doo.ics", headers)).status).toBe(304);
      }
      const parties = join(folder, "plan", "gis-obrazovanie", "parties.yaml");
      writeFileSync(
        parties,
        readFileSync(parties, "utf8").replace("label: Учреждения ДПО", "label: Учреждения ДПО и прочие"),
      );
      build();
      expect((await raw(address, "/feeds/dpo.ics", dpo)).status).toBe(200);
      expect(await (await fetch(`${address}/feeds/dpo.ics`)).text()).not.toBe(dpoBefore);
      srokWell(folder, "build", "--releases", "srv", "--rollback");
      expect(await (await fetch(`${address}/feeds/dpo.ics`)).text()).toBe(dpoBefore);
    });
  });

  test("a build that is killed midway leaves the old release serving, and a reader never sees half a site", async (context) => {
    await withSite(server, context, async ({ folder, address, build }) => {
      const before = readlinkSync(join(folder, "srv", "current"));
      const feed = await (await fetch(`${address}/feeds/all.ics`)).text();
      // Each step of a build is died at in killed.test.ts.
      for (const delay of times > 1 ? [50, 150, 250, 350, 450] : [50, 250, 450]) {
        const child = startSrok(
          folder,
          "ignore",
          "build",
          "--no-site",
          "--releases",
          "srv",
          "--site",
          "https://plan.example",
        );
        const gone = new Promise((done) => child.once("exit", done));
        await new Promise((done) => setTimeout(done, delay));
        if (child.exitCode !== null) break;
        child.kill("SIGKILL");
        await gone;
        if (readlinkSync(join(folder, "srv", "current")) !== before) break;
        expect(await (await fetch(`${address}/feeds/all.ics`)).text()).toBe(feed);
      }
      let reading = true;
      const statuses = new Set<string>();
      const reader = (async () => {
        while (reading) {
          const response = await fetch(`${address}/feeds/all.ics`);
          const text = await response.text();
          statuses.add(`${response.status} ${text.endsWith("END:VCALENDAR\r\n")}`);
          await new Promise((done) => setTimeout(done, 1));
        }
      })();
      for (let builds = 0; builds < (times > 1 ? 3 : 2); builds++) {
        const child = startSrok(
          folder,
          "ignore",
          "build",
          "--no-site",
          "--releases",
          "srv",
          "--site",
          "https://plan.example",
        );
        await new Promise((done) => child.once("exit", done));
      }
      reading = false;
      await reader;
      expect([...statuses]).toEqual(["200 true"]);
      build();
      const releases = readdirSync(join(folder, "srv", "releases"));
      expect(releases.filter((name) => name.startsWith("next-"))).toEqual([]);
      expect(releases.length).toBeLessThanOrEqual(4);
    });
  });
});

test("a build killed between its two renames is put back by the next", async () => {
  await withPlan((folder) => {
    srokWell(folder, "build", "--no-site", "--out", "dist");
    const at = statSync(join(folder, "dist", "feeds", "doo.ics")).mtimeMs;
    // What is left when a build dies after it moved the last one aside.
    renameSync(join(folder, "dist"), join(folder, "dist.previous-1"));
    srokWell(folder, "build", "--no-site", "--out", "dist");
    expect(Math.floor(statSync(join(folder, "dist", "feeds", "doo.ics")).mtimeMs / 1000)).toBe(Math.floor(at / 1000));
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith("dist"))
        .sort(),
    ).toEqual(["dist"]);
  });
});
