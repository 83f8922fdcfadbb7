/** Where commands write: what stands there already and is not theirs is never lost, and what the system refuses is told. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { casesFolder } from "../../cases/case.ts";
import { filesBelow, plan2024Folder, repository } from "../../plan-files.ts";
import { srok, srokWell } from "../serving/srok.ts";

let desk = "";
const at = (...names: readonly string[]): string => join(desk, ...names);
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), "srok-places-"));
  cpSync(join(casesFolder, "base", "plan"), at("plan"), { recursive: true });
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

const build = (...words: readonly string[]): ReturnType<typeof srok> => srok(desk, "build", "--no-site", ...words);

describe("a build takes the place of a build, and of nothing else", () => {
  test.each([
    ["the plan", "plan"],
    ["a folder in it", "plan/demo"],
    ["a new folder in it", "plan/dist"],
    ["the folder around it", "."],
    ["no name at all", ""],
  ])("%s", (_, out) => {
    const before = filesBelow(desk);
    expect(build("--out", out)).toEqual({
      status: 2,
      output: expect.stringMatching(
        /^srok: в «.*» сборке не место: там план; назовите другую папку: --out dist\n$/,
      ) as string,
    });
    expect(filesBelow(desk)).toEqual(before);
  });

  test("releases neither", () => {
    const before = filesBelow(desk);
    expect(build("--releases", "plan").status).toBe(2);
    expect(filesBelow(desk)).toEqual(before);
  });

  test.each<[string, () => void]>([
    [
      "a folder of somebody's work",
      () => {
        mkdirSync(at("dist"));
        writeFileSync(at("dist", "thesis.docx"), "mine");
      },
    ],
    ["a file", () => writeFileSync(at("dist"), "mine")],
    [
      "a link",
      () => {
        mkdirSync(at("elsewhere"));
        symlinkSync("elsewhere", at("dist"));
      },
    ],
    ["a link to nothing", () => symlinkSync("nowhere", at("dist"))],
    ["a link to itself", () => symlinkSync("dist", at("dist"))],
  ])("%s", (_, put) => {
    put();
    const before = [filesBelow(desk), lstatSync(at("dist")).isSymbolicLink()];
    expect(build()).toEqual({
      status: 2,
      output:
        "srok: в «dist» лежит не сборка, и сборка это стёрла бы; уберите его сами или назовите другую папку: --out\n",
    });
    expect([filesBelow(desk), lstatSync(at("dist")).isSymbolicLink()]).toEqual(before);
  });

  test("an empty folder and the last build are taken, a part of a site too", () => {
    mkdirSync(at("dist"));
    for (const _ of [1, 2]) expect(build().status).toBe(0);
    cpSync(join(casesFolder, "good", "grants-and-docket", "plan"), at("two", "plan"), { recursive: true });
    cpSync(join(plan2024Folder, "rules"), at("two", "plan", "rules"), { recursive: true });
    const root = at("two", "plan", "grants", "series.yaml");
    writeFileSync(root, `${readFileSync(root, "utf8")}root: true\n`);
    for (const _ of [1, 2]) srokWell(at("two"), "build", "--no-site", "--series", "docket");
    expect(filesBelow(at("two", "dist")).filter((path) => path.endsWith("all.ics"))).toEqual(["docket/feeds/all.ics"]);
  });
});

describe("a document and a comparison", () => {
  const words = { export: ["export", "--format", "csv"], diff: ["diff", "plan"] } as const;

  test.each(Object.entries(words))(
    "%s goes into a pipe or a device that is named, and leaves it what it is",
    (_, command) => {
      spawnSync("mkfifo", [at("pipe")]);
      if (!existsSync(at("pipe"))) return;
      const reader = spawnSync(
        "sh",
        [
          "-c",
          `cat pipe > read & "$@" > /dev/null; wait`,
          "sh",
          process.execPath,
          join(repository, "compiler", "srok.js"),
          ...command,
          "--out",
          "pipe",
        ],
        { cwd: desk, encoding: "utf8", timeout: 20_000 },
      );
      expect(reader).toMatchObject({ status: 0, stderr: "" });
      expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
      expect(readFileSync(at("read"), "utf8").length).toBeGreaterThan(10);
    },
  );

  test.each(Object.entries(words))("%s does not go through a link to a file", (_, command) => {
    writeFileSync(at("outside"), "mine");
    symlinkSync("outside", at("link"));
    expect(srok(desk, ...command, "--out", "link")).toEqual({
      status: 1,
      output: expect.stringContaining("это ссылка") as string,
    });
    expect([readFileSync(at("outside"), "utf8"), lstatSync(at("link")).isSymbolicLink()]).toEqual(["mine", true]);
  });

  test("a document is not written over the plan", () => {
    const order = readFileSync(at("plan", "demo", "2024", "order.yaml"), "utf8");
    expect(srok(desk, "export", "--out", "plan/demo/2024/order.yaml")).toEqual({
      status: 2,
      output: expect.stringContaining("--out: «plan/demo/2024/order.yaml» не годится") as string,
    });
    expect(readFileSync(at("plan", "demo", "2024", "order.yaml"), "utf8")).toBe(order);
  });
});

describe("what stands in the place of a ledger is not taken for no ledger", () => {
  const ledger = (): string => at("plan", "demo", "2024", "ledger.json");
  beforeEach(() => {
    srokWell(desk, "publish", "--first", "--as-of", "2024-03-05");
  });

  test.each<[string, () => void]>([
    [
      "a link to one",
      () => {
        cpSync(ledger(), at("kept.json"));
        rmSync(ledger());
        symlinkSync(at("kept.json"), ledger());
      },
    ],
    [
      "a link to nothing",
      () => {
        rmSync(ledger());
        symlinkSync("nowhere", ledger());
      },
    ],
    [
      "a folder",
      () => {
        rmSync(ledger());
        mkdirSync(ledger());
      },
    ],
    [
      "a pipe",
      () => {
        rmSync(ledger());
        spawnSync("mkfifo", [ledger()]);
        if (!existsSync(ledger())) mkdirSync(ledger());
      },
    ],
  ])("%s", (_, put) => {
    put();
    for (const command of [["check"], ["build", "--no-site"], ["publish", "--as-of", "2024-03-06"]]) {
      expect(srok(desk, ...command), command[0]).toEqual({
        status: 1,
        output:
          "srok: не читается: plan/demo/2024/ledger.json: на месте журнала публикаций не файл; верните опубликованный: git checkout origin/HEAD -- plan/demo/2024/ledger.json\n",
      });
    }
  });
});

describe("what the system refuses", () => {
  test.each<[string, () => void, readonly string[], RegExp]>([
    [
      "a file where a new plan goes",
      () => writeFileSync(at("new"), ""),
      ["init", "new", "--organisation", "Школа"],
      /new.*на пути стоит файл/,
    ],
    [
      "a file in the place of its folder",
      () => {
        mkdirSync(at("new"));
        writeFileSync(at("new", "plan"), "");
      },
      ["init", "new", "--organisation", "Школа"],
      /на пути стоит файл/,
    ],
    [
      "a feed that is a folder",
      () => mkdirSync(at("live", "feeds", "x.ics"), { recursive: true }),
      ["publish", "--as-of", "2024-03-05", "--against", "live"],
      /это папка \(EISDIR\)/,
    ],
    [
      "a feed that is a ring",
      () => {
        mkdirSync(at("live", "feeds"), { recursive: true });
        symlinkSync("x.ics", at("live", "feeds", "x.ics"));
      },
      ["publish", "--as-of", "2024-03-05", "--against", "live"],
      /ссылка ведёт сама на себя \(ELOOP\)/,
    ],
    ["a name of many letters", () => {}, ["build", "--no-site", "--out", "a".repeat(255)], /слишком длинное имя/],
    ["an order of the same", () => {}, ["import", "a".repeat(300)], /слишком длинное имя/],
  ])("%s is told in a line", (_, put, words, told) => {
    put();
    const { status, output } = srok(desk, ...words);
    expect(output).toMatch(told);
    expect(output).toMatch(/^srok: [^\n]*\n$/);
    expect([1, 2]).toContain(status);
  });

  test("an address that is none", () => {
    expect(build("--site", "https://plan.example:99999")).toEqual({
      status: 2,
      output: "srok: --site: «https://plan.example:99999» не годится; нужно: https://plan.example\n",
    });
  });
});

describe("a former build that cannot be removed", () => {
  /** Runs the command as somebody whom the system refuses: the tests may run as root, whom it does not. */
  function buildAs(user: number | undefined, ...words: readonly string[]): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(repository, "compiler", "srok.js"), "build", "--no-site", ...words],
      {
        cwd: desk,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
        ...(user === undefined ? {} : { uid: user, gid: user }),
      },
    );
    return { status, output: stdout + stderr };
  }
  const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
  const setWritable = (folder: string, isWritable: boolean): void => {
    for (const path of [
      folder,
      ...readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name)),
    ])
      chmodSync(path, isWritable ? 0o755 : 0o555);
  };

  test("is made writable where it is ours", () => {
    if (nobody !== undefined) chownSync(desk, nobody, nobody);
    expect(buildAs(nobody).status).toBe(0);
    setWritable(at("dist"), false);
    for (const time of [1, 2]) expect(buildAs(nobody), String(time)).toMatchObject({ status: 0 });
    expect(readdirSync(desk).filter((name) => name.startsWith("dist"))).toEqual(["dist"]);
  });

  test.runIf(nobody !== undefined)(
    "stays where it is another's: the new one is in its place, says so, and so does the next",
    () => {
      expect(buildAs(undefined).status).toBe(0);
      setWritable(at("dist"), false);
      chownSync(desk, nobody!, nobody!);
      const { status, output } = buildAs(nobody);
      expect(status, output).toBe(0);
      expect(output).toMatch(/прежняя сборка осталась в \S*dist\.previous-\d+/);
      expect(buildAs(nobody).status).toBe(0);
      expect(existsSync(at("dist", "feeds", "all.ics"))).toBe(true);
    },
  );
});
