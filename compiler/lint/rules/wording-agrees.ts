import type { Report, Value } from "../../diagnostics/diagnostic.ts";
import type { Deadline } from "../../load/generated/types.ts";
import { spanOf } from "../../load/parsed-file.ts";
import type { Span } from "../../source/span.ts";
import { resolvePlan } from "../../resolve/resolve.ts";
import type { ResolvedPlan } from "../../resolve/resolved.ts";
import { agreement, type Agreement } from "../../wording/agreement.ts";
import { phraseOf } from "../../wording/canonical.ts";
import { namesOf } from "../../wording/plan-names.ts";
import type { Names } from "../../wording/names.ts";
import type { Reading } from "../../wording/read.ts";
import { cellsOf, type Cell } from "../cells.ts";
import type { Rule } from "../rule.ts";

/** Enough windows to see where two rules part. */
const shown = 3;

/** A rule as it is written in a file: what an English message says for a Russian phrase. */
function written({ text: _, reading: _reason, ...rule }: Deadline): string {
  return JSON.stringify(rule).slice(1, -1).replace(/"([\w-]+)":/g, "$1: ").replace(/,/g, ", ").replace(/"/g, "");
}

/** A rule as a phrase and its first dates. */
function meaning(rule: Deadline, windows: Cell["deadline"]["windows"], names: Names, event?: string): Value {
  const words = phraseOf(rule, { names, ...(event === undefined ? {} : { event }) });
  return { stretches: windows.slice(0, shown).map(({ start, end }) => ({ start, end })), more: windows.length > shown, ...(words === undefined ? {} : { words: { ru: words, en: written(rule) } }) };
}

/** The dates that the words would give in the place of the rule. */
function datesSaid(reading: Reading, { item, kind }: Cell, { series, plan, year, calendar, rules }: ResolvedPlan): Cell["deadline"]["windows"] {
  const items = plan.items.map((row) => {
    if (row.data.id !== item.id) return row;
    const { data } = row;
    return { ...row, data: kind === "work" ? { ...data, deadline: reading.rule } : { ...data, control: { ...data.control, deadline: reading.rule } } };
  });
  const found = resolvePlan(series, { ...plan, items }, { calendar, rules }, { asYear: year }, () => {}).byId.get(item.id);
  return (kind === "work" ? found?.deadline : found?.control?.deadline)?.windows ?? [];
}

/** The word at fault inside the text, where the file writes the text as it is; else the whole text. */
function spanOfWord({ deadline }: Cell, word: string): Span {
  const whole = spanOf(deadline.origin, ["text"]);
  const written = deadline.origin.file.source.text.slice(whole.start, whole.end);
  const at = word === "" ? -1 : written.indexOf(word);
  return at === -1 ? whole : { ...whole, start: whole.start + at, end: whole.start + at + word.length };
}

/** Words in another alphabet are not an order's. */
const cyrillic = /\p{Script=Cyrillic}/u;

/** For so many differences the plan is resolved once more, to show the dates that the words would give. */
const mostWithDates = 20;

function reportDifference(cell: Cell, [reading]: readonly [Reading, ...Reading[]], names: Names, resolved: ResolvedPlan, withDates: boolean, report: Report): void {
  const { deadline } = cell;
  const said = meaning(reading.rule, withDates ? datesSaid(reading, cell, resolved) : [], names, reading.events[0]);
  report({ code: "wording-differs", span: spanOf(deadline.origin, ["text"]), values: { said, ruled: meaning(deadline.rule, deadline.windows, names) } });
}

/**
 * A deadline's words and its rule say different things: one of the two was typed wrongly, or lacks a `reading` with its
 * reason. Words that the grammar does not know are told too, because then somebody has to compare by eye.
 */
export const wordingAgrees: Rule = {
  codes: ["wording-differs", "wording-unread"],
  check: (resolved, report) => {
    if (resolved.series.data.language !== "ru") return;
    const names = namesOf(resolved.series, resolved.plan);
    const known = new Map<string, Agreement>();
    let differences = 0;
    for (const cell of cellsOf(resolved)) {
      const { text, rule } = cell.deadline;
      if (rule.reading !== undefined || !cyrillic.test(text)) continue;
      // Most phrases of a plan return, with the same rule.
      const key = JSON.stringify(rule);
      const found = known.get(key) ?? agreement(text, rule, { year: resolved.plan.year, names });
      known.set(key, found);
      if (found.kind === "differs") reportDifference(cell, found.readings, names, resolved, (differences += 1) <= mostWithDates, report);
      if (found.kind !== "unread") continue;
      const { word, nearest } = found.fault;
      report({ code: "wording-unread", span: spanOfWord(cell, word), values: { word, ...(nearest === undefined ? {} : { nearest }) } });
    }
  },
};
