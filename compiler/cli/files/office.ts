import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { termOf, type OfficeFormat } from "../../document/read/foreign-format.ts";
import { limits, megabyte } from "../../document/read/limits.ts";

/** What each format is saved as, by LibreOffice's names of its filters. */
const targets: Readonly<Record<OfficeFormat, { readonly ending: "docx" | "xlsx"; readonly filter: string }>> = {
  rtf: { ending: "docx", filter: "docx:Office Open XML Text" },
  doc: { ending: "docx", filter: "docx:Office Open XML Text" },
  xls: { ending: "xlsx", filter: "xlsx:Calc MS Excel 2007 XML" },
};

/** Where LibreOffice is: on the path, else where its installers put it. */
const programs = [
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/** How long it may take, in seconds; a start by itself takes several on a slow machine. */
export const officeSeconds = 120;

/** Settings of the private profile: no macro runs, nothing that a document links to is fetched. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${[
  ["Common/Security/Scripting", "DisableMacrosExecution", "true"],
  ["Common/Security/Scripting", "MacroSecurityLevel", "3"],
  ["Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"],
  ["Common/Security/Scripting", "DisableActiveContent", "true"],
  ["Writer/Content/Update", "Link", "0"],
  ["Calc/Content/Update", "Link", "2"],
]
  .map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join("\n")}
</oor:items>
`;

/** Runs the first LibreOffice that is there; undefined where none is. What it started ends with it. */
function run(words: readonly string[], folder: string, seconds: number): "ended" | "slow" | undefined {
  for (const program of programs) {
    // `detached` gives it a process group: the program is a script that starts others, which a time limit has to reach.
    const options = {
      timeout: seconds * 1000,
      killSignal: "SIGKILL",
      stdio: "ignore",
      windowsHide: true,
      cwd: folder,
      env: { ...process.env, HOME: folder, TMPDIR: folder },
      detached: process.platform !== "win32",
    } as const;
    const { error, pid } = spawnSync(program, words, options);
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (code === "ENOENT") continue;
    if (code !== "ETIMEDOUT") return "ended";
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // All of them have ended.
    }
    return "slow";
  }
  return undefined;
}

/**
 * Has LibreOffice save a document in a format that is read, in a folder and with a profile of its own, which are gone
 * afterwards. Returns the bytes with the ending of their format; undefined where LibreOffice is not installed; a
 * diagnostic where it fails or takes too long.
 */
export function savedAnew(
  bytes: Uint8Array,
  format: OfficeFormat,
  name: string,
  seconds = officeSeconds,
): { readonly bytes: Uint8Array; readonly ending: string } | Diagnostic | undefined {
  const folder = mkdtempSync(join(tmpdir(), "srok-office-"));
  const { ending, filter } = targets[format];
  const trouble = (code: "document-office-failed" | "document-office-slow"): Diagnostic => ({
    code,
    values: { what: { terms: [termOf(format)] }, limit: seconds },
    span: { file: name, start: 0, end: 1 },
  });
  try {
    const [profile, given] = [join(folder, "profile"), join(folder, `document.${format}`)];
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings);
    writeFileSync(given, bytes);
    const out = join(folder, "out");
    const words = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      "--nolockcheck",
    ];
    const ended = run([...words, "--convert-to", filter, "--outdir", out, given], folder, seconds);
    if (ended === undefined) return undefined;
    if (ended === "slow") return trouble("document-office-slow");
    const saved = join(out, `document.${ending}`);
    if (!existsSync(saved) || statSync(saved).size > limits.fileMegabytes * megabyte)
      return trouble("document-office-failed");
    return { bytes: readFileSync(saved), ending };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
