import { spanOf, type Path } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { rulesIn } from "../../rule/visit-rule.ts";
import type { Rule } from "../rule.ts";

interface Label {
  readonly id: string;
  readonly label: string;
}

const letter = /[\p{L}\p{N}]/u;

/** The parties that a text names by their labels, longer labels first, so that «ОО (частные)» is not read as «ОО». */
function partiesIn(text: string, labels: readonly Label[]): Set<string> {
  const found = new Set<string>();
  let rest = text;
  for (const { id, label } of labels) {
    for (let at = rest.indexOf(label); at !== -1; at = rest.indexOf(label, at + 1)) {
      if (letter.test(rest[at - 1] ?? " ") || letter.test(rest[at + label.length] ?? " ")) continue;
      found.add(id);
      rest = rest.slice(0, at) + " ".repeat(label.length) + rest.slice(at + label.length);
    }
  }
  return found;
}

/** The labels of the parties that only the text names, then of those that only the rule names. */
function disagreement(text: string, parties: readonly string[], labels: readonly Label[]): string[] {
  const named = partiesIn(text, labels);
  const label = (id: string): string => labels.find((entry) => entry.id === id)?.label ?? id;
  return [...[...named].filter((id) => !parties.includes(id)), ...parties.filter((id) => !named.has(id))].map(label);
}

/** The addressees of a list of dates: after a dash, «12, 23 августа – ДОО, ОО». */
const addressed = /(?<=\d\S*\s+\S*\s*[–-]\s).*/u;

/**
 * The responsible as the order prints them and the `responsible` of the row name different parties, or a control's dates
 * name addressees that its rule does not have.
 */
export const wordingNamesParty: Rule = {
  codes: ["wording-names-party"],
  check: ({ items, series }: ResolvedPlan, report) => {
    const labels = series.parties
      .map(({ data }): Label => ({ id: data.id, label: data.label }))
      .sort((a, b) => b.label.length - a.label.length);
    for (const { source } of items) {
      const { data, origin } = source;
      const compare = (text: string, parties: readonly string[], path: Path): void => {
        const list = disagreement(text, parties, labels);
        if (list.length > 0)
          report({ code: "wording-names-party", values: { names: { list } }, span: spanOf(origin, path) });
      };
      if (data["responsible-text"] !== undefined && data.responsible !== undefined)
        compare(data["responsible-text"], data.responsible, ["responsible-text"]);
      const control = data.control?.deadline;
      const audience = control === undefined ? [] : rulesIn(control).flatMap((rule) => rule.audience ?? []);
      const words =
        control?.text === undefined || audience.length === 0 ? undefined : addressed.exec(control.text)?.[0];
      if (words !== undefined) compare(words, [...new Set(audience)], ["control", "deadline", "text"]);
    }
  },
};
