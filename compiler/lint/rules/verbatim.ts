import type { Slips } from "../../generated/types.ts";
import { spanOf, type Located, type Path } from "../../load/yaml/parsed-yaml.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

function checkSlips(
  slips: Slips | undefined,
  texts: readonly (string | null | undefined)[],
  at: Located<unknown>,
  path: Path,
  report: Report,
): void {
  (slips ?? []).forEach(({ text }, index) => {
    if (!texts.some((whole) => whole?.includes(text)))
      report({ code: "slip-not-found", values: { text }, span: spanOf(at.origin, [...path, index, "text"]) });
  });
}

/** A slip quotes the order: its words must stand in the text that it is marked in. */
export const slipNotFound: Rule = {
  codes: ["slip-not-found"],
  check: ({ plan, items, series }, report) => {
    for (const {
      number,
      source: { data, origin },
    } of items) {
      const { control } = data;
      checkSlips(
        data.slips,
        [number, data.activity, data.deadline?.text, data["responsible-text"], control?.form, control?.deadline?.text],
        { data, origin },
        ["slips"],
        report,
      );
    }
    for (const section of plan.sections)
      checkSlips(section.data.slips, [section.data.title], section, ["slips"], report);
    const { data: order } = plan.order;
    checkSlips(
      order.slips,
      [order.title, order.preamble, order["plan-title"], order.mailing],
      plan.order,
      ["slips"],
      report,
    );
    order.clauses.forEach((clause, index) =>
      checkSlips(
        clause.slips,
        [clause.text, ...(clause.parts ?? []).map(({ text }) => text)],
        plan.order,
        ["clauses", index, "slips"],
        report,
      ),
    );
    series.glossary.data.terms.forEach((term, index) =>
      checkSlips(term.slips, [term.term, term.meaning], series.glossary, ["terms", index, "slips"], report),
    );
  },
};

/** The first part of a short text, cut at «…», that the long one does not have after the parts before it; undefined where it has all. */
function firstForeignPart(short: string, text: string): string | undefined {
  let from = 0;
  for (const part of short
    .split("…")
    .map((piece) => piece.trim().replace(/[:,;]$/, ""))
    .filter((piece) => piece !== "")) {
    const at = text.indexOf(part, from);
    if (at === -1) return part;
    from = at + part.length;
  }
  return undefined;
}

/** A shortened activity may only leave words out, each gap marked «…»: the ministry's words are not rewritten. */
export const shortNotExcerpt: Rule = {
  codes: ["short-not-excerpt"],
  check: ({ items }, report) => {
    for (const {
      source: { data, origin },
    } of items) {
      const part = data.short === undefined ? undefined : firstForeignPart(data.short, data.activity);
      if (part !== undefined) report({ code: "short-not-excerpt", values: { part }, span: spanOf(origin, ["short"]) });
    }
  },
};
