import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Rule } from "../rule.ts";

/** One happening is recorded twice, under two names: every deadline that counts from it would have two dates. */
export const repeatedRecord: Rule = {
  codes: ["repeated-record"],
  check: ({ plan: { occurrences } }, report) => {
    const first = new Map<string, (typeof occurrences)[number]>();
    for (const record of occurrences) {
      const { id, event, date, period = "", title = "" } = record.data;
      const key = [event, date, period, title.trim().toLowerCase()].join("\n");
      const known = first.get(key);
      if (known === undefined) first.set(key, record);
      else
        report({
          code: "repeated-record",
          values: { id, first: known.data.id },
          span: spanOf(record.origin, ["id"]),
          related: [{ span: spanOf(known.origin, ["id"]), code: "first-here" }],
        });
    }
  },
};
