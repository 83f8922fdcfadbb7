import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { moveInto } from "../../../site/move-output.ts";
import { plan2024Folder, repository } from "../../plan-files.ts";
import { buildForTest } from "./built-site.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "srok-again-"));

/** Every file below a folder with its bytes, by path. */
function contents(of: string): Map<string, Buffer> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((path) => [relative(of, path), readFileSync(path)]));
}

/** The command itself, as somebody in another place would run it, who has ended the address with a slash. */
function build(cwd: string, plan: string, out: string, environment: Readonly<Record<string, string>>): void {
  execFileSync(
    process.execPath,
    [join(repository, "compiler", "srok.js"), "build", "--plan", plan, "--out", out, "--site", "https://plan.example/"],
    { cwd, env: { ...process.env, ...environment }, stdio: "pipe" },
  );
}

test("everything that is published is the same in another folder, time zone and locale, and outside the checkout", async () => {
  const place = folder();
  try {
    const there = join(place, "there");
    mkdirSync(there, { recursive: true });
    cpSync(plan2024Folder, join(there, "plan"), { recursive: true });
    // The target's name begins with the working folder's, and is not in it.
    build(there, "plan", `${there}-site`, {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
    });
    const { out } = await buildForTest({ site: "https://plan.example" });
    const [one, two] = [contents(out), contents(`${there}-site`)];
    expect(one.size).toBeGreaterThan(500);
    expect([...two.keys()]).toEqual([...one.keys()]);
    expect([...one].filter(([path, bytes]) => !bytes.equals(two.get(path)!)).map(([path]) => path)).toEqual([]);
  } finally {
    rmSync(place, { recursive: true });
  }
});

test("a build is put beside what lies in the folder already", () => {
  const place = folder();
  try {
    const [from, to] = [join(place, "from"), join(place, "to")];
    for (const path of ["data", "pages/a"]) mkdirSync(join(from, path), { recursive: true });
    mkdirSync(join(to, "data"), { recursive: true });
    writeFileSync(join(from, "data", "new.txt"), "new");
    writeFileSync(join(from, "pages", "a", "index.html"), "page");
    writeFileSync(join(to, "data", "old.txt"), "old");
    writeFileSync(join(to, "CNAME"), "plan.example");
    moveInto(from, to);
    expect([...contents(to).keys()].sort()).toEqual(["CNAME", "data/new.txt", "data/old.txt", "pages/a/index.html"]);
    expect(readdirSync(place)).toEqual(["to"]);
  } finally {
    rmSync(place, { recursive: true });
  }
});
