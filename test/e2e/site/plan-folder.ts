/** A plan on disk for a test of the site: its sources, and the ledgers that playing its publications leaves. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseDate } from "../../../compiler/calendar/day.ts";
import { compile } from "../../../compiler/compile.ts";
import { checkPublications } from "../../../compiler/ledger/check-publication.ts";
import { writeLedger } from "../../../compiler/ledger/write-ledger.ts";
import type { SourceFile } from "../../../compiler/source/span.ts";

/** Publishes the plans of the steps one after another; the ledgers that are there in the end. */
export function playedLedgers(
  steps: readonly (readonly [day: string, sources: readonly SourceFile[]])[],
): SourceFile[] {
  let ledgers: SourceFile[] = [];
  for (const [day, sources] of steps) {
    const { value } = checkPublications(compile(sources).value.plans, ledgers, { today: parseDate(day)! });
    ledgers = value.flatMap(({ after }) => after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) })));
  }
  return ledgers;
}

/** Writes files named `plan/…` into a new folder; the path of the plan in it. */
export function planFolder(files: readonly SourceFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), "srok-plan-"));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return join(folder, "plan");
}
