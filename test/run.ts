/**
 * `npm test`: all tests, then what was not run and why, then one line of figures. `--fast` leaves out what runs programs (no browser, no
 * server, no office program) and what takes many seconds (`*.slow.test.ts`), tries fewer random cases and stays in one process; `--long`
 * tries random cases twenty times as often, measures pages, and runs what takes minutes (`*.long.test.ts`). Other words go to vitest.
 *
 * Under CI=true anything not run is a failure: a test that did not run has shown nothing. A browser is installed where there is none;
 * where that cannot be, the tests that need one are left out and named.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./e2e/browser/browser.ts";
import { obtainBrowser } from "./e2e/browser/obtain-browser.ts";
import { leaveOut } from "./leave-out.ts";
import { filesBelow } from "./plan-files.ts";

interface Assertion {
  readonly fullName: string;
  readonly status: "passed" | "failed" | "pending" | "skipped" | "todo" | "disabled";
}
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const strict = process.env["CI"] === "true";
const folder = mkdtempSync(join(tmpdir(), "srok-test-"));
const reportFile = join(folder, "report.json");
const words = process.argv.slice(2);
const fast = words.includes("--fast");
const long = words.includes("--long");
const chosen = words.filter((word) => word !== "--fast" && word !== "--long");

/** How often the random tests of a fast and of a long run try their cases, where nobody says it: `FUZZ` of test/fuzz-runs.ts. */
const [fastFuzz, longFuzz] = ["0.1", "5"];

/** The test files that open a browser. */
const needBrowser = filesBelow(join(root, "test", "e2e", "browser"))
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => `test/e2e/browser/${name}`)
  .filter((path) => /\bopen(Browser|Site)\b/.test(readFileSync(join(root, path), "utf8")));

/** Sees to a browser before the tests start, unless the call names other tests; what stood in the way, if anything. */
function seeToBrowser(): readonly string[] {
  if (fast || (chosen.length > 0 && !needBrowser.some((path) => chosen.some((word) => path.includes(word))))) return [];
  const obtained = obtainBrowser((text) => console.log(text));
  if ("reasons" in obtained) return obtained.reasons;
  // One that the tests find themselves is left to them.
  if (obtained.program !== findBrowser()) process.env["CHROME_PATH"] = obtained.program;
  return [];
}

try {
  const noBrowser = seeToBrowser();
  const leftOut = noBrowser.length > 0 ? needBrowser : [];
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const options = [
    "run",
    "--passWithNoTests",
    ...chosen,
    ...(fast ? ["--project", "compiler", "--pool=threads", "--maxWorkers=1"] : []),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reportFile}`,
  ];
  const { status } = spawnSync(process.execPath, [vitest, ...options], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      LEFT_OUT: leaveOut(
        ...leftOut,
        ...(fast ? ["**/*.slow.test.ts"] : []),
        ...(long ? [] : ["**/*.long.test.ts"]),
      ).join(","),
      ...(fast ? { FUZZ: process.env["FUZZ"] ?? fastFuzz } : long ? { FUZZ: process.env["FUZZ"] ?? longFuzz } : {}),
      ...(long ? { LONG: "true" } : {}),
    },
  });
  const { testResults } = JSON.parse(readFileSync(reportFile, "utf8")) as Report;
  const assertions = testResults.flatMap((file) => file.assertionResults);
  const passed = assertions.filter((test) => test.status === "passed").length;
  const brokenFiles = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = assertions.filter((test) => test.status === "failed").length + brokenFiles;
  const notRun = assertions.filter((test) => test.status !== "passed" && test.status !== "failed");

  const missed = notRun.length + leftOut.length;
  for (const { fullName } of notRun) console.log(`not run: ${fullName}`);
  for (const path of leftOut) console.log(`not run: all of ${path} – the pages in a real browser`);
  for (const reason of noBrowser) console.log(`no browser could be installed: ${reason}`);
  if (leftOut.length > 0)
    console.log("To run them: install Chromium, Chrome or Edge, or name its program in CHROME_PATH.");
  if (notRun.length > 0)
    console.log(
      "To run these too: apt-get install khal python3-vobject calcurse vdirsyncer nginx libreoffice-writer libreoffice-calc poppler-utils zbar-tools",
    );
  if (strict && missed > 0) console.log("Under CI what was not run counts as failed.");
  const failures = failed + (strict ? missed : 0);
  console.log(`${passed} passed, ${failures} failed`);
  process.exitCode = status === 0 && failures === 0 && passed > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
