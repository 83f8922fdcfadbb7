import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, isError } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { importDocument, type Imported } from "../../compiler/document/import-document.ts";
import { load } from "../../compiler/load/load.ts";
import type { Series } from "../../compiler/load/workspace.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { plan2024, repository, shippedFiles } from "../plan-files.ts";

export const fixture = (name: string): Uint8Array =>
  readFileSync(join(repository, "test", "document", "fixtures", name));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The series that is published, for imports that are told of it. */
export const knownSeries = (): readonly Series[] => load(plan2024()).value.series;

interface Options {
  readonly name?: string;
  readonly year?: number;
  readonly series?: string;
  readonly known?: readonly Series[];
}

/** Imports a document that has a plan in it. */
export function imported(bytes: Uint8Array, { name = "order.txt", known = [], ...options }: Options = {}): Imported {
  const { value, diagnostics } = importDocument(bytes, { name, known, ...options });
  if (value === undefined) throw new Error(`not imported: ${JSON.stringify(diagnostics)}`);
  return value;
}

/** The diagnostics of a document that has none. */
export function refused(
  bytes: Uint8Array,
  name = "order.txt",
): { readonly diagnostics: readonly Diagnostic[]; readonly text: string } {
  const { value, diagnostics, text } = importDocument(bytes, { name, known: [] });
  if (value !== undefined) throw new Error("imported, though it should not be");
  return { diagnostics, text };
}

/** A draft compiled on the shipped calendars and rules; a draft that does not pass is a failure. */
export function compiledDraft({ draft }: Imported): ResolvedPlan {
  const shipped = shippedFiles();
  const { value, diagnostics } = compile(
    [...shipped, ...draft.files.map(({ path, text }) => ({ path: `plan/${path}`, text }))],
    { drafts: true },
  );
  const errors = diagnostics.filter(isError);
  if (errors.length > 0)
    throw new Error(
      `the draft has errors: ${JSON.stringify(errors.map(({ code, values, span }) => ({ code, values, span })))}`,
    );
  return value.plans[0]!;
}

/** The labels of parties: what two plans that name them differently have in common. */
export function labelsOf(plan: ResolvedPlan): (ids: readonly string[]) => string {
  const labels = new Map(plan.series.parties.map(({ data }) => [data.id, data.label]));
  return (ids) => ids.map((id) => labels.get(id) ?? id).join(", ");
}
