import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Series } from "../workspace.ts";

/** What a person calls a party, an event or a period, and the name that the plan has for it. */
function namesByLabel(series: readonly Series[]): ReadonlyMap<string, string> {
  const parties = series.flatMap(({ parties: rows }) =>
    rows.flatMap(
      ({ data: { id, label, name } }) =>
        [
          [label, id],
          [name, id],
        ] as const,
    ),
  );
  const titled = series.flatMap(({ plans }) =>
    plans.flatMap(({ events, periods }) =>
      [...events, ...periods].map(({ data: { id, title } }) => [title, id] as const),
    ),
  );
  return new Map([...titled, ...parties].map(([label, id]) => [label.toLowerCase(), id]));
}

/** Where a label stands in the place of a name («ДОО»), the name that was meant is proposed; what defines a name is left as it is. */
export function suggestIdsForLabels(
  diagnostics: readonly Diagnostic[],
  series: readonly Series[],
): readonly Diagnostic[] {
  if (!diagnostics.some(({ code }) => code === "bad-slug")) return diagnostics;
  const names = namesByLabel(series);
  return diagnostics.map((diagnostic) => {
    const { code, values, span } = diagnostic;
    const name =
      code === "bad-slug" && values["suggestion"] === undefined && values["refers"] !== undefined
        ? names.get(String(values["value"]).toLowerCase())
        : undefined;
    return name === undefined
      ? diagnostic
      : { ...diagnostic, values: { ...values, suggestion: name }, fix: { span, text: name } };
  });
}
