import { spanOf } from "../../load/parsed-file.ts";
import type { Rule } from "../rule.ts";

/** «1.2.4» → the level above, the separator, and its own number. */
function lastNumber(id: string): { above: string; number: number } {
  const [, above = "", number = "0"] = /^(.*[.-])(\d+)$/.exec(id) ?? [];
  return { above, number: Number(number) };
}

/** A number is left out between two rows of one level: a row was lost, or a number is mistyped. Rows that were taken out keep theirs. */
export const skippedNumber: Rule = {
  codes: ["skipped-number"],
  check: ({ items }, report) => {
    const last = new Map<string, number>();
    for (const { id, source } of items) {
      const { above, number } = lastNumber(id);
      const before = last.get(above) ?? 0;
      if (number > before + 1) report({ code: "skipped-number", values: { id, missing: `${above}${before + 1}` }, span: spanOf(source.origin, ["id"]) });
      last.set(above, Math.max(before, number));
    }
  },
};
