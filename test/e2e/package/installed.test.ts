import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildForTest } from "../site/built-site.ts";
import { plan2024Folder, repository } from "../../plan-files.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-installed-"));
const project = join(folder, "project");
const environment = { ...process.env, NODE_ENV: undefined, VITEST: undefined, SROK_SITE: "", SROK_BASE: "" };
const run = (cwd: string, ...words: readonly string[]): string =>
  execFileSync(process.execPath, words, { cwd, encoding: "utf8", env: environment, stdio: "pipe" });
const program = join(project, "node_modules", "srok", "compiler", "srok.js");
const srok = (...words: readonly string[]): string => run(project, program, ...words);

/** Lays the packed program into a project beside the packages that it needs, as npm would, without asking a registry. */
beforeAll(() => {
  run(repository, join(repository, "compiler", "pack", "package.ts"), "--out", folder);
  const packages = join(project, "node_modules");
  mkdirSync(join(packages, "srok"), { recursive: true });
  const tarball = readdirSync(folder).find((name) => /^srok-.*\.tgz$/.test(name))!;
  execFileSync("tar", ["xzf", join(folder, tarball), "--strip-components=1", "-C", join(packages, "srok")]);
  const { dependencies } = JSON.parse(readFileSync(join(packages, "srok", "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(packages, name)), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), join(packages, name));
  }
  cpSync(plan2024Folder, join(project, "plan"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file of a build with its bytes, by path. */
function contents(of: string): Map<string, Buffer> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(of, path), readFileSync(path)]));
}

/** A repository made by the package `create-srok`, with the installed program in it. */
function created(name: string, ...words: readonly string[]): string {
  const packed = join(folder, "create");
  if (!existsSync(packed)) {
    mkdirSync(packed);
    const tarball = readdirSync(folder).find((file) => /^create-srok-.*\.tgz$/.test(file))!;
    execFileSync("tar", ["xzf", join(folder, tarball), "--strip-components=1", "-C", packed]);
  }
  const tarball = readdirSync(folder).find((file) => /^srok-.*\.tgz$/.test(file))!;
  const said = run(folder, join(packed, "create-srok.js"), name, "--srok", join(folder, tarball), ...words);
  expect(said).toContain("npm install");
  // The two plans share their packages here, and what is laid out beside those.
  rmSync(join(project, "node_modules", ".cache", "srok", "schema"), { recursive: true, force: true });
  symlinkSync(join(project, "node_modules"), join(folder, name, "node_modules"));
  return join(folder, name);
}

describe("the package create-srok", () => {
  test.each([
    ["school", "ru", "Школа № 5", "Ошибок нет"],
    ["team", "en", "The team", "No errors"],
  ])("makes %s, which is checked, formatted and built at once", (name, lang, organisation, clean) => {
    const place = created(name, "--lang", lang, "--organisation", organisation, "--year", "2026", "--forge", "github");
    expect(run(place, program, "check", "--lang", lang)).toContain(clean);
    run(place, program, "fmt", "--check");
    const first = readdirSync(join(place, "plan")).find((entry) => !["calendars", "rules"].includes(entry))!;
    const text = readFileSync(join(place, "plan", first, "series.yaml"), "utf8");
    const schema = /\$schema=(\S+)/.exec(text)![1]!;
    const laidOut = readFileSync(join(place, "plan", first, schema), "utf8");
    expect(/\p{Script=Cyrillic}/u.test(laidOut)).toBe(lang === "ru");
    expect(readdirSync(place).sort()).toEqual(
      [
        ".github",
        ".gitignore",
        ".vscode",
        "CONTRIBUTING.md",
        "README.md",
        "node_modules",
        "package.json",
        "plan",
      ].sort(),
    );
  });

  test("writes over nothing, and says what it has to be told", () => {
    const asked =
      (...words: readonly string[]) =>
      (): string =>
        run(folder, join(folder, "create", "create-srok.js"), ...words);
    expect(asked("school", "--organisation", "X", "--lang", "ru")).toThrow(/school уже есть и не пуста/);
    expect(asked("new", "--organisation", "X", "--lang", "ru")).toThrow(/--srok/);
    expect(asked("new", "--srok", "missing.tgz", "--lang", "ru")).toThrow(/файла missing\.tgz нет/);
    expect(asked("new", "--srok", "1.0.0", "--lang", "ru")).toThrow(/--organisation/);
    expect(asked("new", "--srok", "1.0.0", "--organisation", "X", "--time-zone", "Omsk", "--lang", "ru")).toThrow(
      /--time-zone: «Omsk» не годится/,
    );
    expect(existsSync(join(folder, "new"))).toBe(false);
  });
});

describe("the installed package", () => {
  test("checks a plan outside the checkout", () => expect(srok("check")).toContain("Ошибок нет"));

  test("has the calendars and the rule sets that a plan lacks; a plan's own win", () => {
    const own = ["calendars", "rules"].map((name) => ({ own: join(project, "plan", name), kept: join(folder, name) }));
    for (const { own: from, kept } of own) renameSync(from, kept);
    const year = join(project, "plan", "calendars", "ru", "2024.yaml");
    try {
      expect(srok("check")).toContain("Ошибок нет");
      mkdirSync(dirname(year), { recursive: true });
      writeFileSync(year, "calendar: ru\nyear: 2024\n");
      expect(() => srok("check")).toThrow(/Command failed/);
    } finally {
      rmSync(dirname(dirname(year)), { recursive: true, force: true });
      for (const { own: to, kept } of own) renameSync(kept, to);
    }
  });

  test("builds the same bytes as the checkout, in another folder, time zone and locale", async () => {
    const target = { site: "https://plan.example", base: "/plan/" };
    const elsewhere = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    // The address may end with a slash; the target's name begins with the working folder's, and is not in it.
    const words = ["build", "--out", `${project}-site`, "--site", `${target.site}/`, "--base", target.base];
    execFileSync(process.execPath, [program, ...words], {
      cwd: project,
      env: { ...environment, ...elsewhere },
      stdio: "pipe",
    });
    const built = await buildForTest(target);
    const [installed, checkout] = [contents(`${project}-site`), contents(built.out)];
    expect(installed.size).toBeGreaterThan(500);
    expect([...installed.keys()]).toEqual([...checkout.keys()]);
    expect([...checkout].filter(([path, bytes]) => !bytes.equals(installed.get(path)!)).map(([path]) => path)).toEqual(
      [],
    );
  });

  test("says that another version is named than is installed, and that a package is missing", () => {
    const manifest = join(project, "package.json");
    writeFileSync(manifest, JSON.stringify({ dependencies: { srok: "9.9.9" } }));
    const told = spawnSync(process.execPath, [program, "check"], { cwd: project, encoding: "utf8", env: environment });
    expect(told.stderr).toMatch(/называет версию 9\.9\.9, а установлена \d+\.\d+\.\d+; выполните npm install/);
    expect(told.status).toBe(0);
    rmSync(manifest);
    const astro = join(project, "node_modules", "astro");
    renameSync(astro, `${astro}.away`);
    try {
      expect(() => srok("build", "--out", "half")).toThrow(/не все пакеты программы установлены; выполните npm ci/);
    } finally {
      renameSync(`${astro}.away`, astro);
    }
  });

  test("is a library: compile, the calculator, schemas", () => {
    writeFileSync(
      join(project, "use.mjs"),
      `import { compile, emit } from "srok";
       import { answerRule } from "srok/calculate";
       import schema from "srok/schema/order.schema.json" with { type: "json" };
       const { diagnostics } = compile([{ path: "plan/demo/2024/order.yaml", text: "yaer: 2024" }]);
       console.log(diagnostics.length > 0, typeof emit, typeof answerRule, typeof schema.title);`,
    );
    expect(run(project, join(project, "use.mjs")).trim()).toBe("true function function string");
  });
});
