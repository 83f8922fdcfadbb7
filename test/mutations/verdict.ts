import { compile } from "../../compiler/compile.ts";
import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { currentEntries } from "../../compiler/ledger/current-entry.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";

/** What a slip does: nothing that is published; something that is found; something that nobody is told of. */
export type Verdict = "harmless" | "found by check" | "found by the contract" | "silent";

/** Every date and addressee that subscribers see. */
function published(plans: readonly ResolvedPlan[]): ReadonlyMap<string, string> {
  return new Map(
    [...currentEntries(plans)].map(([uid, { start, end, feeds, entry }]) => {
      const { window, audience, parties } = entry.due;
      const { rolled, planBy, conditional } = window;
      const sorted = [feeds, audience, parties].map((names) => [...names].sort());
      return [uid, JSON.stringify([start, end, rolled, planBy, conditional, window.start, window.end, ...sorted])];
    }),
  );
}

const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([uid, entry]) => b.get(uid) === entry);

/** Findings of check without notes, wherever they stand: a finding that moves with the text is none. */
const findings = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics
    .filter(({ code }) => severityOf(code) !== "info")
    .map(({ code, values }) => `${code} ${JSON.stringify(values)}`);

/** Publishes a plan on a day and returns what becomes of a changed one that is published after it. */
export function judge(sources: readonly SourceFile[], day: number): (changed: readonly SourceFile[]) => Verdict {
  const { value, diagnostics } = compile(sources);
  const known = new Set(findings(diagnostics));
  const before = published(value.plans);
  const ledgers = checkPublications(value.plans, [], { today: day }).value.flatMap(({ after }) =>
    after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) })),
  );
  return (changed) => {
    const found = compile(changed);
    if (findings(found.diagnostics).some((finding) => !known.has(finding))) return "found by check";
    if (isSame(before, published(found.value.plans))) return "harmless";
    const held = checkPublications(found.value.plans, ledgers);
    return held.diagnostics.length > 0 ? "found by the contract" : "silent";
  };
}
