import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { srok, srokWell, startSrok, withPlan } from "../serving/srok.ts";

const year = "plan/gis-obrazovanie/2024";
const ledgerOf = (folder: string): string => join(folder, year, "ledger.json");

describe("what goes wrong is told, ends with 1, and loses nothing", () => {
  test("a day before the last publication, no day, an unknown code", async () => {
    await withPlan((folder) => {
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      const before = readFileSync(ledgerOf(folder));
      expect(srok(folder, "publish", "--as-of", "2024-02-19")).toMatchObject({
        status: 1,
        output: expect.stringContaining("раньше последней, 2024-02-20"),
      });
      expect(srok(folder, "publish")).toMatchObject({ status: 2 });
      expect(srok(folder, "publish", "--as-of", "2024-02-30")).toMatchObject({ status: 2 });
      expect(srok(folder, "publish", "--as-of", "2024-03-01", "--accept", "cycle")).toMatchObject({ status: 2 });
      expect(readFileSync(ledgerOf(folder)).equals(before)).toBe(true);
    });
  });

  test("a day that has not come: a slip in the year would close the ledger until then", async () => {
    await withPlan((folder) => {
      const [tomorrow, later] = [1, 3].map((days) =>
        new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
      ) as [string, string];
      expect(srok(folder, "publish", "--as-of", later)).toMatchObject({
        status: 1,
        output: expect.stringContaining(`день ${later} ещё не наступил`),
      });
      expect(srok(folder, "publish", "--as-of", "2204-02-20", "--lang", "en")).toMatchObject({
        status: 1,
        output: expect.stringContaining("2204-02-20 has not come yet"),
      });
      expect(existsSync(ledgerOf(folder))).toBe(false);
      expect(srok(folder, "publish", "--first", "--as-of", later, "--dry-run")).toMatchObject({ status: 0 });
      // East of the machine's own day it is tomorrow already.
      expect(srok(folder, "publish", "--first", "--as-of", tomorrow)).toMatchObject({ status: 0 });
    });
  });

  test("a change without its ground stops check, build and publication; agreed to, it is published", async () => {
    await withPlan((folder) => {
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      srokWell(folder, "build", "--no-site");
      const [ledger, feed] = [readFileSync(ledgerOf(folder)), readFileSync(join(folder, "dist/feeds/all.ics"))];
      const section = join(folder, year, "section-2.yaml");
      writeFileSync(
        section,
        readFileSync(section, "utf8").replace("text: до 24 мая, until: 05-24", "text: до 31 мая, until: 05-31"),
      );
      for (const words of [["check"], ["build", "--no-site"], ["publish", "--as-of", "2024-03-01"]]) {
        expect(srok(folder, ...words), words[0]).toMatchObject({
          status: 1,
          output: expect.stringContaining("[uncited-change]"),
        });
      }
      expect(readFileSync(ledgerOf(folder)).equals(ledger)).toBe(true);
      expect(readFileSync(join(folder, "dist/feeds/all.ics")).equals(feed)).toBe(true);
      expect(srokWell(folder, "publish", "--as-of", "2024-03-01", "--accept", "uncited-change", "--dry-run")).toContain(
        "Публикация изменит календари: с другой датой – 1.",
      );
      expect(readFileSync(ledgerOf(folder)).equals(ledger)).toBe(true);
      expect(srokWell(folder, "publish", "--as-of", "2024-03-01", "--accept", "uncited-change")).toMatch(
        /пт\s24\sмая.*→ пт\s31\sмая/,
      );
      expect(srokWell(folder, "check")).toContain("Публикация ничего не изменит для подписчиков.");
    });
  });

  test("a feed that loses much waits for somebody to agree", async () => {
    await withPlan((folder) => {
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      const section = join(folder, year, "section-3.yaml");
      writeFileSync(
        section,
        readFileSync(section, "utf8").replace(
          '- id: "3.5.4"\n',
          '- id: "3.5.4"\n    withdrawn: { reason: договор окончен }\n    corrected: [исключено]\n',
        ),
      );
      expect(srok(folder, "check")).toMatchObject({ status: 0, output: expect.stringContaining("[feed-ends]") });
      const refused = srok(folder, "publish", "--as-of", "2024-03-01");
      expect(refused).toMatchObject({ status: 1, output: expect.stringContaining("--accept feed-") });
      const codes = /--accept ([a-z,-]+)\)/.exec(refused.output)![1]!;
      srokWell(folder, "publish", "--as-of", "2024-03-01", "--accept", codes);
      srokWell(folder, "build", "--no-site");
      expect(readFileSync(join(folder, "dist/feeds/rmc.ics"), "utf8").replace(/\r\n /g, "")).toContain(
        "STATUS:CANCELLED",
      );
    });
  });

  test("a ledger that is torn, in conflict or edited stops everything", async () => {
    await withPlan((folder) => {
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      const whole = readFileSync(ledgerOf(folder), "utf8");
      for (const broken of [
        whole.slice(0, 5_000),
        whole.replace('"entries":[', '<<<<<<< HEAD\n"entries":['),
        whole.replace('"sequence":0', '"sequence":1'),
        "",
        "[]",
        "null",
        "{}",
      ]) {
        writeFileSync(ledgerOf(folder), broken);
        expect(srok(folder, "publish", "--as-of", "2024-03-01"), broken.slice(0, 40)).toMatchObject({
          status: 1,
          output: expect.stringContaining("[ledger-broken]"),
        });
        expect(readFileSync(ledgerOf(folder), "utf8")).toBe(broken);
      }
      writeFileSync(ledgerOf(folder), `\ufeff${whole.replace(/\n/g, "\r\n")}`);
      srokWell(folder, "publish", "--as-of", "2024-03-01");
    });
  });

  test("a target that cannot be written", async () => {
    await withPlan((folder) => {
      mkdirSync(ledgerOf(folder));
      expect(srok(folder, "publish", "--as-of", "2024-02-20")).toMatchObject({
        status: 1,
        output: expect.stringContaining(
          "не читается: plan/gis-obrazovanie/2024/ledger.json: на месте журнала публикаций не файл",
        ),
      });
      expect(readdirSync(join(folder, year)).filter((name) => name.includes("next"))).toEqual([]);
      rmSync(ledgerOf(folder), { recursive: true });
      writeFileSync(join(folder, "file"), "");
      for (const words of [
        ["--out", "file/dist"],
        ["--releases", "file"],
      ])
        expect(srok(folder, "build", "--no-site", ...words)).toMatchObject({
          status: 1,
          output: expect.stringMatching(/не записывается: .*: на пути стоит файл, а не папка \(ENOTDIR\)/),
        });
    });
  });

  test("a full disk", async (context) => {
    const disk = mkdtempSync(join(tmpdir(), "disk-"));
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], { stdio: "ignore" }).status !== 0) {
      rmSync(disk, { recursive: true });
      return context.skip("a small disk cannot be mounted here: run as root");
    }
    try {
      await withPlan((folder) => {
        spawnSync("cp", ["-r", join(folder, "plan"), disk]);
        srokWell(disk, "publish", "--first", "--as-of", "2024-02-20");
        const ledger = readFileSync(ledgerOf(disk));
        writeFileSync(join(disk, "old.txt"), "x");
        srok(disk, "build", "--no-site", "--releases", "srv");
        const before = readdirSync(disk).sort();
        const built = srok(disk, "build", "--no-site", "--out", "dist");
        expect(built).toMatchObject({
          status: 1,
          output: expect.stringMatching(/не записывается: .*: на диске нет места \(ENOSPC\)/),
        });
        expect(readdirSync(disk).sort()).toEqual(before);
        const free = Number(
          /\d+/.exec(spawnSync("df", ["--output=avail", "-B1", disk], { encoding: "utf8" }).stdout)?.[0] ?? 0,
        );
        writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, free - 100_000)));
        const section = join(disk, year, "section-2.yaml");
        writeFileSync(
          section,
          readFileSync(section, "utf8").replace("text: до 24 мая, until: 05-24", "text: до 31 мая, until: 05-31"),
        );
        expect(srok(disk, "publish", "--as-of", "2024-03-01", "--accept", "uncited-change")).toMatchObject({
          status: 1,
          output: expect.stringMatching(/не записывается: .*: на диске нет места \(ENOSPC\)/),
        });
        expect(readFileSync(ledgerOf(disk)).equals(ledger)).toBe(true);
        expect(readdirSync(join(disk, year)).filter((name) => name.includes("next"))).toEqual([]);
      });
    } finally {
      spawnSync("umount", [disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  });
});

/** The server of a test answers in this process, so the command must not block it. */
function publishAt(folder: string, address: string): Promise<{ status: number | null; output: string }> {
  return new Promise((done) => {
    const child = startSrok(
      folder,
      ["ignore", "pipe", "pipe"],
      "publish",
      "--as-of",
      "2024-02-27",
      "--against",
      address,
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("close", (status) => done({ status, output }));
  });
}

describe("--against", () => {
  let server: Server;
  let address = "";
  let answers = new Map<string, string | number>();
  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = answers.get((request.url ?? "").slice(1)) ?? 404;
      response
        .writeHead(typeof answer === "number" ? answer : 200, { "Content-Type": "text/calendar; charset=utf-8" })
        .end(typeof answer === "number" ? "" : answer);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  test("what is really out there is held against what would be: a folder, a site, no network, not a calendar", async () => {
    await withPlan(async (folder) => {
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      srokWell(folder, "build", "--no-site", "--out", "live");
      const publish = (place: string): ReturnType<typeof srok> =>
        srok(folder, "publish", "--as-of", "2024-02-27", "--against", place);
      const served = (name: string): string => readFileSync(join(folder, "live", "feeds", `${name}.ics`), "utf8");
      expect(publish("live")).toMatchObject({ status: 0, output: expect.stringContaining("сверены") });

      const other = join(folder, "other");
      mkdirSync(join(other, "feeds"), { recursive: true });
      writeFileSync(join(other, "feeds", "rmc.ics"), served("rmc").replace("SEQUENCE:0", "SEQUENCE:3"));
      expect(publish("other")).toMatchObject({
        status: 1,
        output: expect.stringMatching(/rmc: .*опубликован SEQUENCE 3, новый – 0/),
      });
      writeFileSync(join(other, "feeds", "rmc.ics"), served("rmc").replace(/UID:gis-obrazovanie/g, "UID:gis-other"));
      expect(publish("other")).toMatchObject({
        status: 1,
        output: expect.stringMatching(/rmc: запись gis-other.* её нет ни живой, ни отменённой/),
      });
      writeFileSync(
        join(other, "feeds", "rmc.ics"),
        served("rmc").replace(/DTSTART;VALUE=DATE:\d+/, "DTSTART;VALUE=DATE:20240102"),
      );
      expect(publish("other")).toMatchObject({
        status: 1,
        output: expect.stringContaining("изменилась, а SEQUENCE остался 0"),
      });
      for (const torn of [served("rmc").slice(0, 900), "<html>", "", served("rmc").replace(/UID:/g, "X-UID:")]) {
        writeFileSync(join(other, "feeds", "rmc.ics"), torn);
        expect(publish("other"), torn.slice(0, 20)).toMatchObject({
          status: 1,
          output: expect.stringContaining("feeds/rmc.ics: опубликованный календарь не читается: "),
        });
      }
      expect(publish("nowhere").status).toBe(1);
      const closed = createServer();
      await new Promise<void>((done) => closed.listen(0, "127.0.0.1", done));
      const { port } = closed.address() as AddressInfo;
      await new Promise((done) => closed.close(done));
      expect(publish(`http://127.0.0.1:${port}`)).toMatchObject({
        status: 1,
        output: expect.stringContaining("нет ответа: сервер не принимает соединений (ECONNREFUSED)"),
      });
      expect(publish("https://plan.invalid")).toMatchObject({
        status: 1,
        output: expect.stringMatching(
          /нет ответа: (такого имени в сети нет|сеть недоступна) \((ENOTFOUND|EAI_AGAIN)\)/,
        ),
      });
    });
  });

  test("over the network", async () => {
    await withPlan(async (folder) => {
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      srokWell(folder, "build", "--no-site", "--out", "live");
      const names = readdirSync(join(folder, "live", "feeds"));
      answers = new Map(
        names.map((name) => [`feeds/${name}`, readFileSync(join(folder, "live", "feeds", name), "utf8")]),
      );
      expect(await publishAt(folder, address)).toMatchObject({
        status: 0,
        output: expect.stringContaining(`сверены: ${names.length}`),
      });
      answers.set("feeds/doo.ics", 500);
      expect(await publishAt(folder, address)).toMatchObject({
        status: 1,
        output: expect.stringContaining("ответ 500"),
      });
      answers = new Map();
      expect(await publishAt(folder, address)).toMatchObject({
        status: 1,
        output: expect.stringContaining("нет ни одного календаря"),
      });
    });
  });
});
