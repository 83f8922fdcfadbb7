import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plan2024Folder, repository } from "../../plan-files.ts";
import { deskIn, scratch, type Desk } from "./srok.ts";

/**
 * A whole contribution, as CONTRIBUTING.md tells it, with the scripts that the workflows call: clone, edit wrongly, be told,
 * fix, see what it changes, merge, publish. The published branch is a bare repository on this machine.
 */
const place = scratch();
/** What the scripts need of the project: its own command is in the bundle, so that no clone has to hold its sources. */
const project = ["compiler/ci", "compiler/srok.js", "schema", ".ci", "package.json"];
const section = "plan/gis-obrazovanie/2024/section-2.yaml";
const order = "plan/gis-obrazovanie/2024/order.yaml";
let editor: Desk;

const read = (desk: Desk, path: string): string => readFileSync(join(desk.folder, path), "utf8");
const edit = (desk: Desk, path: string, from: string, to: string): void => {
  const text = read(desk, path);
  if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${path}`);
  writeFileSync(join(desk.folder, path), text.replace(from, to));
};

/** Puts the bundle of the command where `npm ci` would; the packages are found in the folder around the clones. */
function installInto(folder: string): void {
  const [from, to] = [
    join(repository, "node_modules", ".cache", "srok"),
    join(folder, "node_modules", ".cache", "srok"),
  ];
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((each) => each.endsWith(".mjs")))
    copyFileSync(join(from, name), join(to, name));
}

/** A clone with the installed packages at hand, as after `npm ci`. */
function clone(name: string): Desk {
  execFileSync("git", ["clone", "--quiet", join(place, "origin.git"), join(place, name)]);
  installInto(join(place, name));
  const desk = deskIn(join(place, name));
  desk.git("config", "user.name", "Редактор");
  desk.git("config", "user.email", "editor@plan.example");
  return desk;
}

function runWith(
  env: Readonly<Record<string, string>>,
  desk: Desk,
  script: string,
  ...words: string[]
): { status: number; text: string } {
  const { status, stdout, stderr } = spawnSync(
    "bash",
    [join(desk.folder, script === "only-plan" ? ".ci" : join("compiler", "ci"), script), ...words],
    {
      cwd: desk.folder,
      encoding: "utf8",
      env: { ...process.env, SROK_SITE: "https://plan.example", SROK_BUNDLE: "ledger.bundle", NO_COLOR: "1", ...env },
    },
  );
  return { status: status ?? -1, text: stdout + stderr };
}
const runScript = runWith.bind(undefined, {});

/** What the publishing workflow does: builds, then pushes what the build made of the ledger by a step of its own. */
function publish(
  desk: Desk,
  day: string,
  env: Readonly<Record<string, string>> = {},
): { status: number; text: string } {
  const built = runWith(env, desk, "publish", day, "dist", "--no-site");
  if (built.status !== 0 || !existsSync(join(desk.folder, "ledger.bundle"))) return built;
  const pushed = runScript(desk, "push-ledger", "ledger.bundle", "main");
  return { status: pushed.status, text: built.text + pushed.text };
}

beforeAll(() => {
  symlinkSync(join(repository, "node_modules"), join(place, "node_modules"), "junction");
  const seed = join(place, "seed");
  for (const name of project) cpSync(join(repository, name), join(seed, name), { recursive: true });
  cpSync(plan2024Folder, join(seed, "plan"), { recursive: true });
  writeFileSync(join(seed, ".gitignore"), "node_modules\ndist\n*.bundle\n");
  const desk = deskIn(seed);
  desk.git("init", "--quiet", "--initial-branch=main");
  desk.git("add", "--all");
  desk.git("commit", "--quiet", "--message=План");
  execFileSync("git", ["clone", "--quiet", "--bare", seed, join(place, "origin.git")]);
  editor = clone("editor");
});
afterAll(() => rmSync(place, { recursive: true }));

test("the first publication writes the ledger and pushes it", () => {
  const publisher = clone("publisher");
  expect(publish(publisher, "2024-02-14")).toMatchObject({ status: 0 });
  expect(publisher.git("ls-remote", "origin", "main").split("\t")[0]).toBe(publisher.git("rev-parse", "HEAD").trim());
  expect(publisher.git("log", "--format=%s", "-1").trim()).toBe("Журнал публикаций за 2024-02-14");
  expect(existsSync(join(publisher.folder, "dist", "feeds", "mouo.ics"))).toBe(true);
  publisher.remove();
});

test("a wrong edit is told where and what to write; the fix makes it right", () => {
  editor.git("pull", "--quiet");
  editor.git("switch", "--quiet", "--create", "perenos");
  edit(
    editor,
    section,
    "deadline: { text: до 24 мая, until: 05-24 }\n    responsible: МОУО",
    "deadline: { text: до 28 мая, untl: 05-28 }\n    responsible: [muoo]",
  );
  const { status, out } = editor.srok("check", "--format", "github");
  expect(status).toBe(1);
  const at =
    read(editor, section)
      .split("\n")
      .findIndex((line) => line.includes("untl")) + 1;
  expect(out).toContain(
    `::error file=${section},line=${at},col=34,endLine=${at},endColumn=38,title=unknown-key::ключ «untl» здесь не бывает. возможно, «until»`,
  );
  expect(editor.srok("diff", "main", "--format", "md").out).toContain("В плане 1\u00a0ошибка, сроки не посчитаны");
  expect(editor.srok("check", "--fix").out).toContain("2\u00a0исправления");
  expect(read(editor, section)).toContain("deadline: { text: до 28 мая, until: 05-28 }\n    responsible: [mouo]");
});

test("a plan that is published changes by an order only, and the check asks for it", () => {
  expect(editor.srok("check")).toMatchObject({ status: 1, out: expect.stringContaining("amended-by") as string });
  const uncited = editor.srok("diff", "main", "--format", "md");
  expect(uncited.out).toMatch(/^<!-- srok diff -->\n### Что проверка нашла[^#]*\*\*ошибка\*\*[^#]*amended-by/);
  expect(uncited.out).toContain("### Что эта правка меняет в сроках");
  edit(
    editor,
    order,
    "source:\n",
    'amendments:\n  - { id: may, date: 2024-05-14, number: "5", title: О внесении изменений в План }\nsource:\n',
  );
  edit(
    editor,
    section,
    "until: 05-28 }\n    responsible: [mouo]\n",
    "until: 05-28 }\n    responsible: [mouo]\n    amended-by: [may]\n",
  );
  expect(editor.srok("fmt").status).toBe(0);
  expect(editor.srok("check")).toMatchObject({ status: 0 });
});

test("the comment tells the reviewer what changes, for whom and why", () => {
  editor.git("commit", "--quiet", "--all", "--message=Перенос срока");
  const { status, out } = editor.srok("diff", "--format", "md");
  expect(status).toBe(0);
  expect(out).toContain("**1\u00a0дата сдвигается, 1\u00a0правка слов.**");
  expect(out).toContain("Кого касается: МОУО.");
  expect(out).toContain("до пт\u00a024\u00a0мая");
  expect(out).toContain("до вт\u00a028\u00a0мая");
  expect(editor.srok("diff", "main", "--head", "perenos").out).toBe(editor.srok("diff").out);
});

test("what is published is a base to compare with", () => {
  expect(editor.srok("diff", "--published").out).toBe(editor.srok("diff").out);
  expect(editor.srok("diff", "main", "--published")).toMatchObject({
    status: 2,
    err: expect.stringContaining("--published") as string,
  });
});

test("the ledger is not for editors", () => {
  expect(editor.srok("check", "--base", "main").status).toBe(0);
  const ledger = "plan/gis-obrazovanie/2024/ledger.json";
  writeFileSync(join(editor.folder, ledger), `${read(editor, ledger)}\n`);
  editor.git("commit", "--quiet", "--all", "--message=Журнал");
  expect(editor.srok("check", "--base", "main")).toMatchObject({
    status: 1,
    err: expect.stringContaining(`правка меняет журнал публикаций ${ledger}`) as string,
  });
  editor.git("reset", "--quiet", "--hard", "HEAD~1");
});

test("merged, it is published: the same entry on another day", () => {
  editor.git("push", "--quiet", "origin", "perenos:main");
  const publisher = clone("publisher");
  const published = publish(publisher, "2024-05-15");
  expect(published.text).toContain("пт\u00a024\u00a0мая");
  expect(published.status).toBe(0);
  const entry = readFileSync(join(publisher.folder, "dist", "feeds", "mouo.ics"), "utf8")
    .split("BEGIN:VEVENT")
    .find((text) => text.includes("/2.1.3-1/work/"));
  expect(entry).toMatch(/DTSTART;VALUE=DATE:20240528/);
  expect(entry).toMatch(/SEQUENCE:1/);
  expect(publisher.srok("diff", "--published").out).toContain("не меняются");
  publisher.remove();
});

test("where git's history ends before the last publication, nothing is said of what changed since", () => {
  const shallow = join(place, "shallow");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${join(place, "origin.git")}`, shallow]);
  const desk = deskIn(shallow);
  desk.git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "--allow-empty", "--message=позже");
  expect(desk.srok("diff", "--published")).toMatchObject({
    status: 1,
    out: "",
    err: expect.stringContaining("git fetch --unshallow") as string,
  });
  desk.git("fetch", "--quiet", "--unshallow");
  expect(desk.srok("diff", "--published")).toMatchObject({ status: 0 });
  desk.remove();
});

test("two edits that know nothing of each other or of a publication between them: git merges the plan, nobody merges the ledger", () => {
  editor.git("fetch", "--quiet");
  const change = (name: string, path: string, from: string, to: string): void => {
    editor.git("switch", "--quiet", "--create", name, "origin/main~1");
    edit(editor, path, from, to);
    editor.git("commit", "--quiet", "--all", `--message=${name}`);
  };
  editor.git("switch", "--quiet", "--detach", "origin/main");
  const words = read(editor, "plan/gis-obrazovanie/2024/section-3.yaml").split('  - id: "3.5.4"\n')[1]!.split("\n")[0]!;
  change(
    "words",
    "plan/gis-obrazovanie/2024/section-3.yaml",
    `  - id: "3.5.4"\n${words}\n`,
    `  - id: "3.5.4"\n    corrected: [слова сверены с приказом]\n${words}\n`,
  );
  change(
    "office",
    "plan/gis-obrazovanie/2024/section-3.yaml",
    '  - id: "3.5.5"\n',
    '  - id: "3.5.5"\n    withdrawn: { reason: исключено приказом }\n    corrected: [исключено]\n',
  );
  const merger = clone("merger");
  for (const name of ["words", "office"])
    merger.git("pull", "--quiet", "--no-rebase", "--no-edit", editor.folder, name);
  merger.git("push", "--quiet", "origin", "main");
  expect(merger.srok("check").out).toContain("отменены – ");
  merger.remove();
});

test("what stops a publication is agreed to by whoever starts it by hand", () => {
  const publisher = clone("publisher");
  edit(
    publisher,
    "plan/gis-obrazovanie/2024/section-3.yaml",
    '- id: "3.5.4"\n',
    '- id: "3.5.4"\n    withdrawn: { reason: договор окончен }\n',
  );
  publisher.git("commit", "--quiet", "--all", "--message=РМЦ");
  publisher.git("push", "--quiet", "origin", "HEAD:main");
  const stopped = publish(publisher, "2024-05-20");
  expect(stopped.status).toBe(1);
  const codes = /--accept ([a-z,-]+)\)/.exec(stopped.text)![1]!;
  expect(publisher.git("status", "--porcelain")).toBe("");
  expect(publish(publisher, "2024-05-20", { SROK_ACCEPT: codes })).toMatchObject({
    status: 0,
    text: expect.stringContaining("отменены – ") as string,
  });
  publisher.git("fetch", "--quiet");
  expect(publisher.git("log", "--format=%s", "-1", "origin/main").trim()).toBe("Журнал публикаций за 2024-05-20");
  publisher.remove();
});

test("style stops nobody: what a browser's editor leaves behind is checked as it is, and brought to the common form by the publication", () => {
  const desk = clone("browser");
  const typed = read(desk, section)
    .replace('id: "2.1.8"', "id: '2.1.8'   ")
    .replace("responsible: [", "responsible: [ ")
    .replace(/\n+$/, "")
    .replace(/\n/g, "\r\n");
  writeFileSync(join(desk.folder, section), typed);
  expect(desk.srok("check")).toMatchObject({ status: 0 });
  expect(desk.srok("fmt", "--check").status).toBe(1);
  desk.git("commit", "--quiet", "--all", "--message=Правка в браузере");
  desk.git("push", "--quiet", "origin", "HEAD:main");
  expect(runWith({ SROK_BUNDLE: "" }, desk, "publish", "2024-05-21", "dist", "--no-site").status).toBe(0);
  expect(read(desk, section), "left alone where the commit cannot go back").toBe(typed);
  expect(publish(desk, "2024-05-21")).toMatchObject({ status: 0 });
  expect(desk.git("log", "--format=%s", "-1").trim()).toBe("Общий вид файлов плана за 2024-05-21");
  expect(desk.srok("fmt", "--check").status).toBe(0);
  expect(desk.srok("publish", "--as-of", "2024-05-22").out).toContain("ничего не изменилось");
  expect(desk.git("status", "--porcelain", "plan")).toBe("");
  desk.remove();
});

test("the step that may push takes one commit of plain files of the plan on the branch's head, nothing else", () => {
  const desk = clone("pusher");
  const base = desk.git("rev-parse", "HEAD").trim();
  const main = (): string => desk.git("ls-remote", "origin", "main").split("\t")[0]!;
  const push = (change: () => void): { status: number; text: string } => {
    desk.git("reset", "--quiet", "--hard", base);
    change();
    desk.git("bundle", "create", "--quiet", "ledger.bundle", "HEAD", `^${base}`);
    return runScript(desk, "push-ledger", "ledger.bundle", "main");
  };
  const commit = (path: string, make: (at: string) => void): void => {
    mkdirSync(join(desk.folder, path, ".."), { recursive: true });
    make(join(desk.folder, path));
    desk.git("add", "--all", "--force", "--", path);
    desk.git("commit", "--quiet", `--message=${path}`);
  };
  const text = (at: string): void => writeFileSync(at, "x\n");
  for (const [path, make] of [
    [".github/workflows/publish.yml", text],
    ["compiler/cli/main.ts", text],
    ["plan/gis-obrazovanie/2024/.gitattributes", text],
    ["plan/gis-obrazovanie/2024/section-7.yaml", (at: string) => symlinkSync("/etc/passwd", at)],
    ["plan/gis-obrazovanie/2024/section-8.yaml", (at: string) => writeFileSync(at, "x\n", { mode: 0o755 })],
  ] as const) {
    const refused = push(() => commit(path, make));
    expect(refused, path).toMatchObject({ status: 1 });
    expect(refused.text).toContain(path);
  }
  const deleted = push(() => {
    desk.git("rm", "--quiet", section);
    desk.git("commit", "--quiet", "--message=удаление");
  });
  expect(deleted.status).toBe(1);
  const twice = push(() => ["a", "b"].forEach((name) => commit(`plan/x/2024/${name}.yaml`, text)));
  expect(twice).toMatchObject({ status: 1, text: expect.stringContaining("изменилась") as string });
  expect(main()).toBe(base);
  expect(push(() => commit("plan/gis-obrazovanie/2024/ledger.json", text)).status).toBe(0);
  expect(main()).not.toBe(base);
  desk.git("push", "--quiet", "--force", "origin", `${base}:main`);
  desk.remove();
});

test("the step that may push a proposal takes one commit of plain files of the plan, to a branch of proposals", () => {
  const desk = clone("proposer");
  const base = desk.git("rev-parse", "HEAD").trim();
  const push = (path: string, name = "proposal-7"): { status: number; text: string } => {
    desk.git("switch", "--quiet", "--force-create", "proposal-7", base);
    mkdirSync(join(desk.folder, path, ".."), { recursive: true });
    writeFileSync(join(desk.folder, path), "x\n");
    desk.git("add", "--all", "--force", "--", path);
    desk.git("commit", "--quiet", `--message=${path}`);
    desk.git("bundle", "create", "--quiet", "proposal.bundle", "refs/heads/proposal-7", `^${base}`);
    return runScript(desk, "push-proposal", "proposal.bundle", "main", name);
  };
  for (const path of [
    "compiler/cli/main.ts",
    ".github/workflows/publish.yml",
    "plan/gis-obrazovanie/2024/ledger.json",
    "plan/gis-obrazovanie/2024/.gitattributes",
  ])
    expect(push(path), path).toMatchObject({ status: 1, text: expect.stringContaining(path) as string });
  expect(push("plan/gis-obrazovanie/2024/section-7.yaml", "main")).toMatchObject({ status: 1 });
  expect(desk.git("ls-remote", "origin", "proposal-7")).toBe("");
  for (const path of ["plan/gis-obrazovanie/2024/section-7.yaml", "plan/releases/1.31/section-1.yaml"]) {
    expect(push(path), path).toMatchObject({ status: 0 });
    expect(desk.git("ls-remote", "origin", "proposal-7").split("\t")[0]).toBe(desk.git("rev-parse", "HEAD").trim());
  }
  expect(desk.git("ls-remote", "origin", "main").split("\t")[0]).toBe(base);
  desk.git("push", "--quiet", "origin", "--delete", "proposal-7");
  desk.remove();
});

test("a change of the plan alone is told from one that touches code", () => {
  const desk = clone("scope");
  const base = desk.git("rev-parse", "HEAD").trim();
  const only = (): number => runScript(desk, "only-plan", base).status;
  const commit = (path: string): void => {
    writeFileSync(join(desk.folder, path), `${existsSync(join(desk.folder, path)) ? read(desk, path) : ""}# строка\n`);
    desk.git("add", "--all");
    desk.git("commit", "--quiet", `--message=${path}`);
  };
  expect(only()).toBe(1);
  expect(runScript(desk, "only-plan", "").status).toBe(1);
  commit(section);
  expect(only()).toBe(0);
  commit("plan/строка\nplan.yaml");
  expect(only()).toBe(1);
  desk.git("reset", "--quiet", "--hard", "HEAD~1");
  commit("plans.yaml");
  expect(only()).toBe(1);
  desk.git("reset", "--quiet", "--hard", "HEAD~1");
  desk.git("mv", "package.json", "plan/package.json");
  desk.git("commit", "--quiet", "--message=перенос");
  expect(only()).toBe(1);
  desk.remove();
});
