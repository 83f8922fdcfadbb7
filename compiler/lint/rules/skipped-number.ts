import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Rule } from "../rule.ts";

/** The number before, on the same level: "1.2.4" → "1.2.3"; undefined for the first. */
function numberBefore(id: string): string | undefined {
  const [, above = "", number = "0"] = /^(.*[.-])(\d+)$/.exec(id) ?? [];
  return Number(number) > 1 ? `${above}${Number(number) - 1}` : undefined;
}

/** A number of its level is missing from the plan: a row was lost, or a number is mistyped. Rows that were taken out keep theirs. */
export const skippedNumber: Rule = {
  codes: ["skipped-number"],
  check: ({ items, byId }, report) => {
    for (const { id, source } of items) {
      const missing = numberBefore(id);
      if (missing !== undefined && !byId.has(missing))
        report({ code: "skipped-number", values: { id, missing }, span: spanOf(source.origin, ["id"]) });
    }
  },
};

/** A section is missing before another: its file was lost or not saved as part of the plan. */
export const skippedSection: Rule = {
  codes: ["skipped-section"],
  check: ({ plan: { sections } }, report) => {
    const ids = new Set(sections.map(({ data }) => data.id));
    for (const { data, origin } of sections) {
      const missing = Number(data.id) - 1;
      if (missing > 0 && !ids.has(String(missing)))
        report({ code: "skipped-section", values: { id: data.id, missing }, span: spanOf(origin, ["id"]) });
    }
  },
};
