import { severityOf } from "../../diagnostics/catalogue.ts";
import { describe } from "../../diagnostics/render.ts";
import type { Imported } from "../../document/import-document.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import type { Findings } from "./findings.ts";

/** Returns the errors and warnings of a draft's rows, by the row's id; what the report says once of the whole draft is left out. */
export function remarksOf(
  { value, diagnostics }: Pick<Findings, "value" | "diagnostics">,
  { notes }: Imported,
  language: LanguageCode,
): ReadonlyMap<string, readonly string[]> {
  const nobody = notes.some(({ code }) => code === "parties-none");
  const items = value.workspace.series.flatMap(({ plans }) => plans.flatMap((plan) => plan.items));
  const places = items.map(({ data, origin }) => ({ id: data.id, span: spanOf(origin, []) }));
  const remarks = new Map<string, string[]>();
  for (const diagnostic of diagnostics) {
    const { code, span } = diagnostic;
    if (severityOf(code) === "info" || (nobody && code === "nobody-responsible")) continue;
    const place = places.findLast((each) => each.span.file === span.file && each.span.start <= span.start);
    if (place === undefined) continue;
    const { message } = describe(diagnostic, language);
    const before = remarks.get(place.id) ?? [];
    if (!before.includes(message)) remarks.set(place.id, [...before, message]);
  }
  return remarks;
}
