import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Clause } from "./clause.ts";
import { checkAddressees } from "./rules/addressees.ts";
import { checkCitations } from "./rules/citations.ts";
import { checkFeeds } from "./rules/feeds.ts";
import { checkKeys } from "./rules/keys.ts";
import { checkNames } from "./rules/names.ts";
import { checkInputs } from "./rules/inputs.ts";
import { checkOrdinals } from "./rules/ordinals.ts";
import { checkPastDates } from "./rules/past-dates.ts";
import { checkUids } from "./rules/uids.ts";
import type { Publication, PublicationInput } from "./publication.ts";

/** Every clause, in the order they are checked. */
export const clauses: readonly Clause[] = [
  checkUids,
  checkOrdinals,
  checkKeys,
  checkNames,
  checkCitations,
  checkInputs,
  checkAddressees,
  checkPastDates,
  checkFeeds,
];

/** The codes that `--accept` lets a publication pass: decisions, not mistakes. */
export const acceptable: readonly DiagnosticCode[] = [
  "feed-shrinks",
  "feed-ends",
  "published-key-changed",
  "uncited-change",
  "uncited-cause",
  "uncited-addressee",
];

/** Codes that say why entries are missing: that feeds lose them follows. */
const missing: ReadonlySet<DiagnosticCode> = new Set([
  "published-year-gone",
  "published-section-gone",
  "published-item-gone",
]);
const follows: ReadonlySet<DiagnosticCode> = new Set(["feed-shrinks", "feed-ends"]);

/** What every clause of the contract reports on a publication, before anything is written. */
export function checkContract(input: PublicationInput, publication: Publication): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { check } of clauses) check(input, publication, (diagnostic) => diagnostics.push(diagnostic));
  return diagnostics.some(({ code }) => missing.has(code))
    ? diagnostics.filter(({ code }) => !follows.has(code))
    : diagnostics;
}
