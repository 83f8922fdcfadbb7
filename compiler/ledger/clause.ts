import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Publication, PublicationInput } from "./publication.ts";

/** One clause of the contract with subscribers, held against what was published before. */
export interface Clause {
  readonly codes: readonly DiagnosticCode[];
  readonly check: (input: PublicationInput, publication: Publication, report: Report) => void;
}
