/**
 * Gets a browser for the tests where none is installed: `npm cit` is to run them on a fresh machine with nothing done by
 * hand. A way that cannot work here is not tried; one that fails leaves the word to the next.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { inPath } from "../in-path.ts";
import { findBrowser } from "./browser.ts";

/** A browser's program, or what stood in the way of each way to get one. */
export type Obtained = { readonly program: string } | { readonly reasons: readonly string[] };

export interface Way {
  readonly name: string;
  readonly fits: () => boolean;
  readonly commands: readonly (readonly string[])[];
  /** Where the program is afterwards. */
  readonly program: () => string | undefined;
}

/** A download that takes longer is taken for one that hangs. Milliseconds. */
const patience = 240_000;

const root = (): boolean => process.getuid?.() === 0;
const playwright = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");

/** Playwright keeps its browsers in a folder of the user's own, so a second run finds the first one's. */
const ownProgram = (): string | undefined =>
  existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;

const usualWays: readonly Way[] = [
  {
    name: "apt-get install chromium",
    fits: () => root() && inPath(["apt-get"]) !== undefined,
    program: findBrowser,
    commands: [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ],
  },
  {
    name: "playwright-core install chromium",
    fits: () => true,
    program: ownProgram,
    commands: [
      ...(process.platform === "linux" && root() ? [[process.execPath, playwright, "install-deps", "chromium"]] : []),
      [process.execPath, playwright, "install", "chromium", "--no-shell"],
    ],
  },
];

/** Whether a program starts: one whose libraries are missing is as good as none. */
const starts = (program: string): boolean =>
  process.platform === "win32" ||
  spawnSync(program, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 30_000 }).status === 0;

/** Runs a command; what it said last when it failed. */
function failureOf([command, ...words]: readonly string[]): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(command!, words, {
    encoding: "utf8",
    timeout: patience,
    maxBuffer: 64 << 20,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status === 0) return undefined;
  if (error) return error.message;
  const lines = `${stdout}\n${stderr}`
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.find((line) => /^(E:|Error:)/.test(line)) ?? lines.at(-1) ?? `ended with ${status}`;
}

/** Finds a Chromium, Chrome or Edge, else installs one. `say` is told of an installation before it starts, because it takes a while. */
export function obtainBrowser(
  say: (text: string) => void,
  ways: readonly Way[] = usualWays,
  find: () => string | undefined = () => findBrowser() ?? ownProgram(),
): Obtained {
  const found = find();
  if (found !== undefined && starts(found)) return { program: found };
  const reasons: string[] = found === undefined ? [] : [`${found} does not start`];
  for (const { name, fits, commands, program } of ways) {
    if (!fits()) continue;
    say(`no browser for the tests was found: ${name} …`);
    const failure = commands
      .map(failureOf)
      .filter((text) => text !== undefined)
      .at(-1);
    const installed = program();
    if (installed !== undefined && starts(installed)) return { program: installed };
    reasons.push(
      `${name}: ${failure ?? (installed === undefined ? "no program came of it" : `${installed} does not start`)}`,
    );
  }
  return { reasons };
}
