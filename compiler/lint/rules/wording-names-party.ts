import { spanOf, writtenAt } from "../../load/yaml/parsed-yaml.ts";
import { rulesIn } from "../../rule/visit-rule.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";
import { audiencesRead, partyWordsOf } from "./audience-differs.ts";

/** The addressees of a list of dates: after a dash, «12, 23 августа – ДОО, ОО». */
const addressed = /(?<=\d\S*\s+\S*\s*[–-]\s).*/u;

/**
 * The responsible as the order prints them and the `responsible` of the row name different parties; or a rule has
 * addressees, and its words name nobody, or are not read and name others.
 */
export const wordingNamesParty: Rule = {
  codes: ["wording-names-party"],
  check: (resolved, report) => {
    const words = partyWordsOf(resolved.series);
    /** The parties that only the words name, then those that only the list has. */
    const disagreement = (text: string, parties: readonly string[]): string[] => {
      const named = words.read(text).parties;
      return [...named.filter((id) => !parties.includes(id)), ...parties.filter((id) => !named.includes(id))];
    };
    const names = (list: readonly string[]): { list: string[] } => ({ list: list.map((id) => words.write([id])) });
    for (const { source } of resolved.items) {
      const { data, origin } = source;
      // Where the words are the source, they were held to the parties when they were read.
      if (data.responsible === undefined || !Array.isArray(writtenAt(origin, ["responsible"]))) continue;
      const text = data["responsible-text"];
      const list = text === undefined ? [] : disagreement(text, data.responsible);
      if (list.length > 0)
        report({
          code: "wording-names-party",
          values: { names: names(list) },
          span: spanOf(origin, ["responsible-text"]),
        });
    }
    const read = new Set(audiencesRead(resolved).map(({ cell }) => cell));
    for (const { cell, differing } of audiencesRead(resolved)) {
      const list = [...new Set(differing.flatMap(({ said, ruled }) => (said.length > 0 ? [] : ruled.parties)))];
      if (list.length > 0)
        report({
          code: "wording-names-party",
          values: { names: names(list) },
          span: spanOf(cell.deadline.origin, ["text"]),
        });
    }
    for (const cell of cellsOf(resolved)) {
      const { rule, text, origin } = cell.deadline;
      const audience = [...new Set(rulesIn(rule).flatMap((each) => each.audience ?? []))];
      if (read.has(cell) || audience.length === 0) continue;
      const after = addressed.exec(text)?.[0];
      // Of work the words after a dash may be the subject: «до 3 июня – итоги».
      const isSubject = after === undefined || (cell.kind === "work" && words.read(after).parties.length === 0);
      const list = isSubject ? [] : disagreement(after, audience);
      if (list.length > 0)
        report({ code: "wording-names-party", values: { names: names(list) }, span: spanOf(origin, ["text"]) });
    }
  },
};
