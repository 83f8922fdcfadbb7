/**
 * Mutation testing of the calendar and the resolver: changes their code in every small way, and names the changes that no test
 * notices. `npm run bench:mutation [-- FILE,…]`. What is left, and why: `README.md`.
 *
 * The changes are Stryker's. Its instrumenter is no dependency: it is installed into a copy of the checkout that this makes.
 */
import { fork, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Ready, Tried } from "./trial.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Not below node_modules, where no types are stripped. */
const copy = join(tmpdir(), "srok-mutation");
const mutated = process.argv[2] ?? "compiler/calendar/*.ts,compiler/resolve/**/*.ts";
const processes = Number(process.env["MUTATION_PROCESSES"] ?? 2);
/** A mutant that takes longer hangs, in ms. */
const patience = 120_000;

const versionOf = (name: string): string => (JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as { version: string }).version;
const packages = ["@stryker-mutator/instrumenter@10.1.1", `@vitest/expect@${versionOf("vitest")}`];

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

function run(program: string, words: readonly string[]): void {
  const { status } = spawnSync(program, words, { cwd: copy, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} has failed`);
}

/** Whether the copy has the packages that the checkout asks for. */
function isInstalled(): boolean {
  const [instrumenter, lock] = [join(copy, "node_modules/@stryker-mutator/instrumenter"), join(copy, "package-lock.json")];
  return existsSync(instrumenter) && existsSync(lock) && readFileSync(lock, "utf8") === readFileSync(join(root, "package-lock.json"), "utf8");
}

function makeCopy(): void {
  mkdirSync(copy, { recursive: true });
  const wasInstalled = isInstalled();
  for (const name of ["bench", "compiler", "plan", "schema", "test", "package.json", "package-lock.json", "tsconfig.json"]) {
    rmSync(join(copy, name), { recursive: true, force: true });
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  if (wasInstalled) return;
  run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", ...packages]);
}

/** Puts every mutant of some files into the copy, each behind its switch. */
async function instrument(names: readonly string[]): Promise<readonly Mutant[]> {
  const { Instrumenter } = await import(pathToFileURL(join(copy, "node_modules/@stryker-mutator/instrumenter/dist/src/index.js")).href);
  const silent = new Proxy({}, { get: () => () => false });
  const files = names.map((name) => ({ name, content: readFileSync(join(copy, name), "utf8"), mutate: true }));
  const result = await new Instrumenter(silent).instrument(files, { excludedMutations: [], ignorers: [], plugins: null, noHeader: false });
  for (const { name, content } of result.files) writeFileSync(join(copy, name), content);
  return result.mutants;
}

const start = (mutant?: string): ChildProcess =>
  fork(join(copy, "bench/mutation/trial.ts"), { cwd: copy, stdio: ["ignore", "ignore", "inherit", "ipc"], env: { ...process.env, ...(mutant === undefined ? {} : { __STRYKER_ACTIVE_MUTANT__: mutant }) } });

/** The next message of a process; undefined when it ends or hangs, and then it is ended. */
function heard<T>(child: ChildProcess): Promise<T | undefined> {
  return new Promise((done) => {
    const settle = (value: T | undefined): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (value === undefined) child.kill("SIGKILL");
      done(value);
    };
    const timer = setTimeout(() => settle(undefined), patience);
    child.once("message", (value) => settle(value as T)).once("exit", () => settle(undefined));
  });
}

async function begin(): Promise<{ readonly child: ChildProcess; readonly ready: Ready }> {
  const child = start();
  const ready = await heard<Ready>(child);
  if (ready === undefined) throw new Error("the tests do not pass by themselves");
  return { child, ready };
}

/** Tries what is left of a list in one process, which is started anew when a mutant hangs. */
async function tryMutants(waiting: string[], found: Set<string>): Promise<void> {
  let { child } = await begin();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    child.send(id);
    const tried = await heard<Tried>(child);
    if (tried?.isFound !== false) found.add(id);
    if (tried === undefined) ({ child } = await begin());
  }
  child.kill();
}

/** Tries each of a list with the tests loaded anew. */
async function tryFromTheStart(waiting: string[], found: Set<string>): Promise<void> {
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const child = start(id);
    if ((await heard<Tried>(child))?.isFound !== false) found.add(id);
    child.kill();
  }
}

const together = async (work: () => Promise<void>): Promise<void> => void (await Promise.all(Array.from({ length: processes }, work)));

/** The part of the code that a mutant replaces, on one line. */
function replaced(source: string, { start: from, end: to }: Mutant["location"]): string {
  const lines = source.split("\n").slice(from.line, to.line + 1);
  const last = lines.length - 1;
  return lines.map((line, index) => line.slice(index === 0 ? from.column : 0, index === last ? to.column : undefined)).join(" ").replace(/\s+/g, " ");
}

function print(names: readonly string[], mutants: readonly Mutant[], found: ReadonlySet<string>, reached: ReadonlySet<string>): void {
  for (const name of names) {
    const source = readFileSync(join(root, name), "utf8");
    const own = mutants.filter(({ fileName }) => fileName === name);
    const left = own.filter(({ id }) => !found.has(id));
    console.log(`${name}: ${own.length - left.length} of ${own.length} found, ${((100 * (own.length - left.length)) / Math.max(1, own.length)).toFixed(1)} %`);
    for (const { id, location, replacement } of left) console.log(`  ${location.start.line + 1}:${location.start.column + 1} ${reached.has(id) ? "survived" : "not reached"}: ${replaced(source, location)}  →  ${replacement.replace(/\s+/g, " ")}`);
  }
}

makeCopy();
const names = globSync(mutated.split(","), { cwd: copy }).sort();
const mutants = await instrument(names);
const { child, ready } = await begin();
child.kill();
const found = new Set<string>();
const waiting = [...ready.tested].reverse();
await together(() => tryMutants(waiting, found));
const tested = new Set(ready.tested);
const onlyLoaded = ready.loaded.filter((id) => !tested.has(id)).reverse();
await together(() => tryFromTheStart(onlyLoaded, found));
print(names, mutants, found, new Set([...ready.tested, ...ready.loaded]));
