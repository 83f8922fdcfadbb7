/**
 * Whether two checkouts publish the same: `node bench/same-dist.ts write FOLDER [CHECKOUT]` builds the real plan, the same
 * as 2025, and every good case with the command of a checkout (this one unless another is named) into FOLDER; `node
 * bench/same-dist.ts compare BEFORE AFTER` tells every file that differs. Scripts, styles and the search index are not
 * compared: the tests hold what they do. Of a page the text and its inline spaces are compared to the letter, spaces beside
 * the tags of blocks are not.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function build(checkout: string, out: string, words: readonly string[]): void {
  const program = join(checkout, "compiler", "srok.js");
  const site = ["--site", "https://plan.example/"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "build", "--out", out, ...site, ...words], {
    cwd: checkout,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${out}: ${stdout}${stderr}`);
}

/** The plan of a good case: shipped calendars and rules, the base plan over them, the case's own files over both. */
function planOfCase(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "srok-case-"));
  const cases = join(root, "test", "cases");
  for (const shipped of ["calendars", "rules"])
    cpSync(join(root, "plan", shipped), join(folder, shipped), { recursive: true });
  for (const part of [join(cases, "base", "plan"), join(cases, "good", name, "plan")])
    if (existsSync(part)) cpSync(part, folder, { recursive: true });
  const settings = join(cases, "good", name, "case.json");
  const { without = [] } = existsSync(settings)
    ? (JSON.parse(readFileSync(settings, "utf8")) as { without?: readonly string[] })
    : {};
  for (const path of without) rmSync(join(folder, path), { recursive: true, force: true });
  return folder;
}

function write(folder: string, checkout: string): void {
  mkdirSync(folder, { recursive: true });
  build(checkout, join(folder, "real"), ["--plan", join(root, "plan")]);
  build(checkout, join(folder, "as-2025"), ["--plan", join(root, "plan"), "--as-year", "2025"]);
  for (const name of readdirSync(join(root, "test", "cases", "good"))) {
    const plan = planOfCase(name);
    build(checkout, join(folder, name), ["--plan", plan]);
    rmSync(plan, { recursive: true });
  }
}

const blocks =
  "html|head|body|title|meta|link|script|main|header|footer|nav|section|article|aside|h[1-6]|p|ul|ol|li|dl|dt|dd|div|table|caption|thead|tbody|tfoot|tr|td|th|figure|figcaption|form|fieldset|legend|details|summary|svg|g|rect|line|path|circle|text|title|desc|defs|pattern|option|select|dialog|template|noscript|blockquote|hr|address|output";

/** What of a file is compared. */
function essence(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith(".html")) return bytes.toString("latin1");
  return bytes
    .toString("utf8")
    .replace(/assets\/[\w.~-]+\.(css|js)/g, "assets/….$1")
    .replace(/[ \t\r\n]+/g, " ")
    .replace(new RegExp(` ?(</?(?:${blocks})(?:\\s[^<>]*)?>) ?`, "g"), "$1");
}

const compared = (path: string): boolean => !/(^|\/)(assets|search\/engine|fonts)\//.test(path);

function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), path] as const)
      .filter(([path]) => compared(path)),
  );
}

function compare(before: string, after: string): number {
  const [old, young] = [filesOf(before), filesOf(after)];
  const paths = [...new Set([...old.keys(), ...young.keys()])].sort();
  let differing = 0;
  for (const path of paths) {
    const [was, is] = [old.get(path), young.get(path)];
    const [a, b] = [was === undefined ? undefined : essence(was), is === undefined ? undefined : essence(is)];
    if (a === b) continue;
    differing += 1;
    if (a === undefined || b === undefined) console.log(`${path}: only ${a === undefined ? "after" : "before"}`);
    else {
      const at = [...a].findIndex((character, index) => character !== b[index]);
      const from = Math.max(0, (at === -1 ? a.length : at) - 60);
      console.log(
        `${path}\n  before: ${JSON.stringify(a.slice(from, from + 160))}\n  after:  ${JSON.stringify(b.slice(from, from + 160))}`,
      );
    }
  }
  console.log(`${paths.length} files compared, ${differing} differ`);
  return differing === 0 && paths.length > 0 ? 0 : 1;
}

const [verb, first, second] = process.argv.slice(2);
if (verb === "write" && first !== undefined) write(resolve(first), resolve(second ?? root));
else if (verb === "compare" && first !== undefined && second !== undefined)
  process.exitCode = compare(resolve(first), resolve(second));
else {
  console.log("node bench/same-dist.ts write FOLDER [CHECKOUT] | compare BEFORE AFTER");
  process.exitCode = 2;
}
