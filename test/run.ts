/**
 * `npm test`: all tests, then what was not run and why, then one line of figures. Under CI=true anything not run is a
 * failure: a test that did not run has shown nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Assertion {
  readonly fullName: string;
  readonly status: "passed" | "failed" | "pending" | "skipped" | "todo" | "disabled";
}
interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string; readonly assertionResults: readonly Assertion[] }[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const strict = process.env["CI"] === "true";
const folder = mkdtempSync(join(tmpdir(), "srok-test-"));
const reportFile = join(folder, "report.json");

try {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const words = ["run", ...process.argv.slice(2), "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const { status } = spawnSync(process.execPath, [vitest, ...words], { cwd: root, stdio: "inherit" });
  const { testResults } = JSON.parse(readFileSync(reportFile, "utf8")) as Report;
  const assertions = testResults.flatMap((file) => file.assertionResults);
  const passed = assertions.filter((test) => test.status === "passed").length;
  const brokenFiles = testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed")).length;
  const failed = assertions.filter((test) => test.status === "failed").length + brokenFiles;
  const notRun = assertions.filter((test) => test.status !== "passed" && test.status !== "failed");

  for (const { fullName } of notRun) console.log(`not run: ${fullName}`);
  if (notRun.length > 0) console.log(strict ? "Under CI what was not run counts as failed." : "To run these too: apt-get install chromium khal python3-vobject calcurse vdirsyncer nginx libreoffice-writer poppler-utils (or any Chrome or Edge).");
  const failures = failed + (strict ? notRun.length : 0);
  console.log(`${passed} passed, ${failures} failed`);
  process.exitCode = status === 0 && failures === 0 && passed > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
