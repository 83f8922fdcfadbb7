import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Rule } from "../rule.ts";

/** A row with a deadline that nobody is responsible for: it reaches no party's page and no feed but that of everything. */
export const nobodyResponsible: Rule = {
  codes: ["nobody-responsible"],
  check: ({ items }, report) => {
    for (const { id, deadline, responsible, source } of items) {
      if (deadline !== null && responsible.length === 0)
        report({ code: "nobody-responsible", values: { id }, span: spanOf(source.origin, ["deadline"], "key") });
    }
  },
};
