import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestContext } from "vitest";

const runs = (command: string, ...words: readonly string[]): boolean =>
  spawnSync(command, words, { stdio: "ignore" }).status === 0;
const programs = [
  {
    name: "LibreOffice",
    install: "apt-get install --no-install-recommends libreoffice-writer libreoffice-calc",
    present: runs("soffice", "--version"),
  },
  { name: "pdftotext", install: "apt-get install poppler-utils", present: runs("pdftotext", "-v") },
] as const;

type Program = (typeof programs)[number]["name"];

/** Without a program the test is not run and named at the end; where nothing may be left out, that is a failure. */
export function needs(names: readonly Program[], context: TestContext): void {
  const missing = programs.filter(({ name, present }) => names.includes(name) && !present);
  if (missing.length === 0) return;
  const note = missing.map(({ name, install }) => `${name} is missing: ${install}`).join("; ");
  if (process.env["CI"] === "true") throw new Error(note);
  context.skip(note);
}

/**
 * Has LibreOffice open files and save them in `out`, with a profile in `folder`, so that nothing of the machine takes part.
 * `more` are options of its own.
 */
export function convert(
  files: readonly string[],
  filter: string,
  { folder, out, more = [] }: { readonly folder: string; readonly out: string; readonly more?: readonly string[] },
): void {
  const { status, stderr } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      ...more,
      "--convert-to",
      filter,
      "--outdir",
      out,
      ...files,
    ],
    { encoding: "utf8", timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
}
