/** Lighthouse as a program. It brings 114 packages, 176 MB, so nobody has it who did not ask for the long tests. */
import { execFile, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../plan-files.ts";

const own = join(repository, "test", "e2e", "measured", "packages");
const installed = join(repository, "node_modules", ".cache", "srok", "lighthouse");
const program = join(installed, "node_modules", "lighthouse", "cli", "index.js");

/** Installs Lighthouse as the lock file has it; what stood in the way, if anything. */
export function obtainLighthouse(): string | undefined {
  mkdirSync(installed, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(own, file), join(installed, file));
  const { status, stderr, error } = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"],
    { cwd: installed, encoding: "utf8", shell: process.platform === "win32" },
  );
  return status === 0 && existsSync(program) ? undefined : (error?.message ?? stderr.trim());
}

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof categories)[number];

interface Report {
  readonly runtimeError?: { readonly code: string };
  readonly categories: Readonly<Record<Category, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly displayValue?: string }>>;
}

/** What one run found of a page on a phone: scores of a hundred, and what its speed was. */
export interface Measured {
  readonly scores: Readonly<Record<Category, number>>;
  readonly speed: string;
}

const timings = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
];
/** How often a page may fail to be measured at all: a browser that is slow to start loses the beginning of its record. */
const attempts = 3;

/** The report of one run; undefined where the page could not be measured. */
async function reportOf(address: string, chrome: string): Promise<Report | undefined> {
  const words = [
    "--quiet",
    "--output=json",
    "--output-path=stdout",
    "--chrome-flags=--headless=new --no-sandbox",
    `--only-categories=${categories.join()}`,
  ];
  const run = promisify(execFile)(process.execPath, [program, address, ...words], {
    maxBuffer: 256 << 20,
    env: { ...process.env, CHROME_PATH: chrome },
  });
  const stdout = await run.then(
    (ended) => ended.stdout,
    () => undefined,
  );
  const report = stdout === undefined ? undefined : (JSON.parse(stdout) as Report);
  return report?.runtimeError === undefined && report?.categories.performance.score !== null ? report : undefined;
}

/** Measures a page once in a browser, whose program is `chrome`. */
export async function measure(address: string, chrome: string): Promise<Measured> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const report = await reportOf(address, chrome);
    if (report === undefined) continue;
    const score = (category: Category): number => Math.round((report.categories[category].score ?? 0) * 100);
    return {
      scores: {
        performance: score("performance"),
        accessibility: score("accessibility"),
        "best-practices": score("best-practices"),
        seo: score("seo"),
      },
      speed: timings.map((name) => `${name} ${report.audits[name]?.displayValue ?? "–"}`).join(", "),
    };
  }
  throw new Error(`${address} cannot be measured`);
}
