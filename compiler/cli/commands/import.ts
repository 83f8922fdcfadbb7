import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { compile } from "../../compile.ts";
import { diagnosticJson, inReadingOrder } from "../../diagnostics/render.ts";
import { isSlug } from "../../document/draft/slug.ts";
import { importDocument, type Imported } from "../../document/import-document.ts";
import { limits, megabyte } from "../../document/read/limits.ts";
import { load } from "../../load/load.ts";
import { placeOf } from "../../load/file-layout.ts";
import type { SourceFile } from "../../source/span.ts";
import { choiceOption, numberOption, planFolder, readArguments, textOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { documentMessages } from "../messages/document-messages.ts";
import { writeDraft } from "../output/draft-folder.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { printFindings, summary, type Findings } from "../work/findings.ts";
import { reportJson, reportText } from "../work/import-report.ts";
import { filled } from "../messages/messages.ts";
import { root } from "../files/root.ts";
import { readSources } from "../files/sources.ts";
import { refusal } from "../terminal/system-errors.ts";

/** Drafts with more text than this are checked by a command of their own: a check needs many times the memory of the import. */
const checkedMegabytes = 4;

/** The file's bytes; one beyond the limit is not even opened. */
function readBytes(path: string, terminal: Terminal): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new UsageError(filled(terminal.say.cannotRead, { path }));
  try {
    // One byte more than is read says that it is too large.
    return stat.size > limits.fileMegabytes * megabyte
      ? new Uint8Array(limits.fileMegabytes * megabyte + 1)
      : readFileSync(path);
  } catch (error) {
    throw refusal("cannotRead", path, error, terminal);
  }
}

/** Calendars and rule sets by their path below `plan/`. */
function sharedFiles(sources: readonly SourceFile[]): SourceFile[] {
  return sources.flatMap(({ path, text }) => {
    const place = placeOf(path);
    if (place?.kind === "calendar") return [{ path: `calendars/${place.folder}/${place.name}.yaml`, text }];
    return place?.kind === "rule-set" ? [{ path: `rules/${place.name}.yaml`, text }] : [];
  });
}

/** What the check says of the draft, beside the calendars and rules of the plan; undefined where it is too large for that. */
function checkDraft({ draft }: Imported, shared: readonly SourceFile[]): Findings | undefined {
  if (draft.files.reduce((sum, { text }) => sum + text.length, 0) > checkedMegabytes * megabyte) return undefined;
  const sources = [...shared, ...draft.files].map(({ path, text }) => ({ path: `plan/${path}`, text }));
  return { ...compile(sources, { drafts: true }), texts: new Map(sources.map(({ path, text }) => [path, text])) };
}

/** `srok import`: a draft of a plan from the order that approves it, with a report of how it was read. */
export const importPlan: Command = (words, terminal) => {
  const say = documentMessages[terminal.language];
  const string = { type: "string" } as const;
  const { options, positionals } = readArguments(
    words,
    { out: string, year: string, series: string, format: string },
    ["FILE"],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(say.help.import), 0);
  const format = choiceOption(options, "format", ["text", "json"], terminal);
  const slug = textOption(options, "series");
  if (slug !== undefined && !isSlug(slug))
    throw new UsageError(filled(terminal.say.badValue, { name: "--series", value: slug, expected: "my-plan" }));
  const [path, out, plan] = [positionals[0]!, textOption(options, "out") ?? "draft", planFolder(options)];
  const year = numberOption(options, "year", [1900, 2199], terminal);
  const bytes = readBytes(path, terminal);
  const sources = existsSync(plan) || textOption(options, "plan") !== undefined ? readSources(plan, terminal) : [];
  const { value, diagnostics, text } = importDocument(bytes, {
    name: basename(path),
    year,
    series: slug,
    known: load(sources).value.series,
  });
  const texts = new Map([[basename(path), text]]);
  if (value === undefined) {
    if (format === "json")
      terminal.print(
        JSON.stringify(
          {
            file: path,
            diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, texts, terminal.language)),
          },
          null,
          1,
        ),
      );
    else {
      printFindings({ value: { workspace: load([]).value, plans: [] }, diagnostics, texts }, terminal);
      terminal.print(say.nothingWritten);
    }
    return 1;
  }
  // Beside no plan the draft leans on the calendars that are shipped.
  const shared = sharedFiles(sources.length > 0 ? sources : readSources(join(root, "plan"), terminal));
  const findings = checkDraft(value, shared);
  const written = writeDraft(value.draft, out, resolve(out) === resolve(plan) ? [] : shared, terminal);
  if (format === "json") {
    terminal.print(
      reportJson(
        value,
        path,
        findings === undefined
          ? null
          : inReadingOrder(findings.diagnostics).map((diagnostic) =>
              diagnosticJson(diagnostic, findings.texts, terminal.language),
            ),
        terminal,
      ),
    );
    return 0;
  }
  terminal.print(reportText(value, path, terminal));
  terminal.print(filled(say.draft, { folder: written.folder }));
  for (const name of written.extended) terminal.print(filled(say.extended, { path: name }));
  for (const name of written.kept) terminal.print(filled(say.kept, { path: name }));
  terminal.print(
    findings === undefined
      ? filled(say.tooManyToCheck, { plan: out })
      : `${filled(say.checked, { summary: summary(findings, terminal) })}\n${filled(say.next, { plan: out })}`,
  );
  return 0;
};
