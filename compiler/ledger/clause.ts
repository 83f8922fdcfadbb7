import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Publication, PublicationInput } from "./publication.ts";

/** A clause of the contract with subscribers. `check` reports where a publication breaks it. */
export interface Clause {
  readonly codes: readonly DiagnosticCode[];
  readonly check: (input: PublicationInput, publication: Publication, report: Report) => void;
}
