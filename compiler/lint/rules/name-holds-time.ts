import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Language } from "../../locale/language.ts";
import { languages } from "../../locale/languages.ts";
import type { Rule } from "../rule.ts";

/** A day, as figures or with its month, and a year; a number of a class or a point is neither. */
function timePattern({ months, monthsInDate }: Language): RegExp {
  const month = [...new Set([...monthsInDate, ...months])].join("|");
  const forms = [
    String.raw`\d{1,2}\.\d{1,2}\.\d{2,4}`,
    String.raw`\d{1,2}\s+(?:${month})`,
    String.raw`(?:${month})\s+\d{1,4}`,
    String.raw`(?:19|20|21)\d\d`,
  ];
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${forms.join("|")})(?![\p{L}\d])`, "iu");
}

/** A plain name says what is done and never when: a date in it would stay when the deadline moves, or the next year comes. */
export const nameHoldsTime: Rule = {
  codes: ["name-holds-time"],
  check: ({ items, series }, report) => {
    const time = timePattern(languages[series.data.language]);
    for (const {
      source: { data, origin },
    } of items) {
      const part = data.name === undefined ? undefined : time.exec(data.name)?.[0];
      if (part !== undefined) report({ code: "name-holds-time", values: { part }, span: spanOf(origin, ["name"]) });
    }
  },
};
