import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestContext } from "vitest";
import { inPath } from "../in-path.ts";

/** Found by name: to start LibreOffice for an answer takes a second. */
const programs = [
  {
    name: "LibreOffice",
    install: "apt-get install --no-install-recommends libreoffice-writer libreoffice-calc",
    present: inPath(["soffice"]) !== undefined,
  },
  { name: "pdftotext", install: "apt-get install poppler-utils", present: inPath(["pdftotext"]) !== undefined },
] as const;

type Program = (typeof programs)[number]["name"];

/** Whether all that some tests need is there. */
export const has = (name: Program): boolean => programs.some((program) => program.name === name && program.present);

/** Without a program the test is not run and named at the end; where nothing may be left out, that is a failure. */
export function needs(names: readonly Program[], context: TestContext): void {
  const missing = programs.filter(({ name, present }) => names.includes(name) && !present);
  if (missing.length === 0) return;
  const note = missing.map(({ name, install }) => `${name} is missing: ${install}`).join("; ");
  if (process.env["CI"] === "true") throw new Error(note);
  context.skip(note);
}

/** A file that LibreOffice opens, and what it saves of it; filters by their names there. */
export interface Saving {
  readonly from: string;
  /** By which filter it is opened, where the file does not say it. */
  readonly reader?: { readonly filter: string; readonly options?: string };
  readonly to: string;
  readonly writer: string;
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** The private profile: that it was set up, else the macro is replaced when it is; the library; the macro. */
const profile = (savings: readonly Saving[]): Readonly<Record<string, string>> => ({
  "registrymodifications.xcu": `<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>`,
  "basic/script.xlc": `<library:libraries xmlns:library="http://openoffice.org/2000/library">
  <library:library library:name="Standard" library:link="false"/>
</library:libraries>`,
  "basic/Standard/script.xlb": `<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
  <library:element library:name="Saving"/>
</library:library>`,
  "basic/Standard/Saving.xba": `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Saving" script:language="StarBasic">
Sub SaveAll
${savings
  .map(({ from, reader, to, writer }) =>
    [pathToFileURL(from).href, reader?.filter ?? "", reader?.options ?? "", pathToFileURL(to).href, writer]
      .map((word) => `"${word.replaceAll("&", "&amp;")}"`)
      .join(", "),
  )
  .map((words) => `  Save ${words}`)
  .join("\n")}
  StarDesktop.terminate()
End Sub

Sub Save(given, reader, options, saved, writer)
  On Error Resume Next
  Dim reading(2) As New com.sun.star.beans.PropertyValue
  Dim writing(0) As New com.sun.star.beans.PropertyValue
  reading(0).Name = "Hidden"
  reading(0).Value = True
  If reader &lt;&gt; "" Then
    reading(1).Name = "FilterName"
    reading(1).Value = reader
    reading(2).Name = "FilterOptions"
    reading(2).Value = options
  End If
  writing(0).Name = "FilterName"
  writing(0).Value = writer
  document = StarDesktop.loadComponentFromURL(given, "_blank", 0, reading())
  document.storeToURL(saved, writing())
  document.close(True)
End Sub
</script:module>`,
});

/**
 * Has LibreOffice save files one after another, with a profile in `folder`, so that nothing of the machine takes part. A start takes it
 * five seconds of work and a document a tenth of one: a macro has all of them saved by one. What it can't open or save is not there afterwards.
 */
export function saveAll(savings: readonly Saving[], folder: string): void {
  for (const [path, text] of Object.entries(profile(savings))) {
    const file = join(folder, "profile", "user", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${xml}${text}\n`);
  }
  for (const { to } of savings) mkdirSync(dirname(to), { recursive: true });
  const { status, stderr } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--norestore",
      "macro:///Standard.Saving.SaveAll",
    ],
    { encoding: "utf8", timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
}
