import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { megabyte } from "../../../compiler/document/read/limits.ts";
import { plan2024Folder, repository } from "../../plan-files.ts";
import { thorough } from "../../fuzz-runs.ts";

/** A document of many years of orders; a part of it where somebody waits. */
const megabytes = thorough ? 20 : 3;
/**
 * Peak memory that is allowed, in megabytes: Node itself, and for each byte the draft, its proof and the answer as text, and what the
 * collector leaves lying for a while: 1,584 for 20 megabytes.
 */
const allowedMegabytes = 300 + 70 * megabytes;
const size = (megabytes - 0.5) * megabyte;

/** The order's table over and over, each time with the numbers of six further sections. */
function largeOrder(): string {
  const order = readFileSync(join(repository, "test", "document", "fixtures", "order-2024.txt"), "utf8");
  const at = order.indexOf("№ п/п");
  const rows = order.slice(at).split("\n");
  const parts = [order.slice(0, at)];
  const romans = ["I", "II", "III", "IV", "V", "VI"];
  for (let [round, length] = [0, 0]; length < size; round++) {
    const text = rows
      .map((line) => {
        const section = /^([IVX]+)\.\s/.exec(line)?.[1];
        if (section !== undefined) return line.replace(section, String(round * 6 + romans.indexOf(section) + 1));
        return line.replace(/^(\d+)(?=\.\d)/, (number) => String(round * 6 + Number(number)));
      })
      .join("\n");
    parts.push(text, "\n");
    length += Buffer.byteLength(text);
  }
  return parts.join("");
}

const folder = mkdtempSync(join(tmpdir(), "srok-large-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a long document is imported in bounded memory", () => {
  writeFileSync(join(folder, "large.txt"), largeOrder());
  const report = join(folder, "memory");
  writeFileSync(
    join(folder, "measure.mjs"),
    `import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS / 1024)));`,
  );
  const words = [
    "--import",
    join(folder, "measure.mjs"),
    join(repository, "compiler", "srok.js"),
    "import",
    "large.txt",
    "--plan",
    plan2024Folder,
    "--series",
    "large",
    "--format",
    "json",
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 << 20,
  });
  expect(status, stderr).toBe(0);
  const { notes } = JSON.parse(stdout) as { notes: { code: string; values: { count?: number } }[] };
  expect(notes.find(({ code }) => code === "table-read")!.values.count).toBeGreaterThan(2_500 * megabytes);
  expect(Number(readFileSync(report, "utf8"))).toBeLessThan(allowedMegabytes);
});
