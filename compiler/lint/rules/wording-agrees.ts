import type { Value } from "../../diagnostics/diagnostic.ts";
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

/** A rule as a phrase and its first dates. */
function meaning(rule: Deadline, windows: Cell["deadline"]["windows"], names: Names, event?: string): Value {
  const words = phraseOf(rule, { names, ...(event === undefined ? {} : { event }) });
  return { stretches: windows.slice(0, shown).map(({ start, end }) => ({ start, end })), more: windows.length > shown, ...(words === undefined ? {} : { words }) };
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

/** Each deadline in words that were compared: those without a reason of their own for reading them otherwise. */
function compared(resolved: ResolvedPlan): { cell: Cell; names: Names; found: Agreement }[] {
  if (resolved.series.data.language !== "ru") return [];
  const names = namesOf(resolved.series, resolved.plan);
  return cellsOf(resolved).filter(({ deadline }) => deadline.rule.reading === undefined && cyrillic.test(deadline.text))
    .map((cell) => ({ cell, names, found: agreement(cell.deadline.text, cell.deadline.rule, { year: resolved.plan.year, names }) }));
}

/** A deadline's words and its rule say different things: one of the two was typed wrongly, or lacks a `reading` with its reason. */
export const wordingDiffers: Rule = {
  codes: ["wording-differs"],
  check: (resolved, report) => {
    for (const { cell, names, found } of compared(resolved)) {
      if (found.kind !== "differs") continue;
      const [reading] = found.readings;
      const { deadline } = cell;
      report({
        code: "wording-differs", span: spanOf(deadline.origin, ["text"]),
        values: { said: meaning(reading.rule, datesSaid(reading, cell, resolved), names, reading.events[0]), ruled: meaning(deadline.rule, deadline.windows, names) },
      });
    }
  },
};

/** A deadline whose words the grammar does not know: its rule has to be compared by eye. */
export const wordingUnread: Rule = {
  codes: ["wording-unread"],
  check: (resolved, report) => {
    for (const { cell, found } of compared(resolved)) {
      if (found.kind !== "unread") continue;
      const { word, nearest } = found.fault;
      report({ code: "wording-unread", span: spanOfWord(cell, word), values: { word, ...(nearest === undefined ? {} : { nearest }) } });
    }
  },
};
