import { counted, languages, type LanguageCode } from "../locale/languages.ts";
import { byParty, ofNobody, type PartyChange } from "./by-party.ts";
import {
  isDateChange,
  isPlanChange,
  type Change,
  type DateChange,
  type Difference,
  type ItemChange,
} from "./change.ts";
import {
  causeLine,
  distinctLines,
  diffEntries,
  itemEntry,
  labelIn,
  type EditedLine,
  type DiffEntry,
  type DiffWriter,
  type PlanTexts,
} from "./entries.ts";
import { englishDiffMessages } from "./messages-en.ts";
import { russianDiffMessages } from "./messages-ru.ts";
import type { DiffMessages } from "./messages.ts";

/** The texts of comparisons by language. */
export const diffMessages: Readonly<Record<LanguageCode, DiffMessages>> = {
  ru: russianDiffMessages,
  en: englishDiffMessages,
};

export interface PartySection {
  readonly party: string;
  readonly label: string;
  readonly summary: string;
  readonly entries: readonly DiffEntry[];
}

/** A worded comparison: a summary, what was edited, and what it means for each party. */
export interface DiffView {
  readonly summary: string;
  readonly notes: readonly string[];
  readonly edits: readonly EditedLine[];
  readonly parties: readonly PartySection[];
  readonly empty: boolean;
}

const summaryOrder = [
  "moved",
  "new",
  "gone",
  "reassigned",
  "noted",
  "row-new",
  "row-gone",
  "withdrawn",
  "restored",
  "standing",
  "responsible",
  "reworded",
] as const;

/** «3 даты сдвигаются, 1 новая дата», in the order of what matters most. */
function countsText(
  kinds: readonly Change["kind"][],
  { messages, language }: Pick<DiffWriter, "messages" | "language">,
): string {
  return summaryOrder
    .flatMap((kind) => {
      const count = kinds.filter((each) => each === kind).length;
      return count === 0 ? [] : [counted(languages[language], count, messages.counts[kind])];
    })
    .join(", ");
}

/** The sections that a plan of both sides had and has no more, with the number of their items. */
function lostSections({ before, after }: Difference): { readonly number: string; readonly items: number }[] {
  return before.flatMap((planBefore) => {
    const planAfter = after.find(({ id }) => id === planBefore.id);
    if (planAfter === undefined) return [];
    const left = new Set(planAfter.plan.sections.map(({ data }) => data.id));
    return planBefore.plan.sections
      .filter(({ data }) => !left.has(data.id))
      .map(({ data }) => ({
        number: data.number,
        items: planBefore.items.filter(({ section }) => section === data.id).length,
      }));
  });
}

/** Words a comparison in a language; `texts` are the files of both plans. */
export function diffView(difference: Difference, texts: PlanTexts, language: LanguageCode): DiffView {
  const messages = diffMessages[language];
  const writer: DiffWriter = { difference, messages, texts, language };
  const all = byParty(difference);
  const label = (party: string): string => labelIn(difference, party);
  const direct = all
    .map(({ party, changes }) => ({ party, changes: changes.filter(({ relation }) => relation !== "oversight") }))
    .filter(({ changes }) => changes.length > 0);
  const coordinating = all
    .filter(({ party }) => !direct.some((entry) => entry.party === party))
    .map(({ party }) => label(party));
  const nobody = ofNobody(difference).map((change): PartyChange => ({ change, kind: change.kind, relation: "own" }));
  const section = (party: string, name: string, changes: readonly PartyChange[]): PartySection => ({
    party,
    label: name,
    summary: countsText(
      changes.map(({ kind }) => kind),
      writer,
    ),
    entries: diffEntries(changes, writer),
  });
  const planChanges = difference.changes.filter(isPlanChange).map(messages.planChange);
  const listed = difference.changes.filter((change): change is DateChange | ItemChange => !isPlanChange(change));
  const lost = lostSections(difference).map(({ number, items }) => messages.sectionGone(number, items));
  const counts = countsText(
    listed.map(({ kind }) => kind),
    writer,
  );
  const edits = distinctLines(
    listed.flatMap((change) =>
      isDateChange(change)
        ? change.causes.map((cause) => causeLine({ ...cause, chain: [] }, writer))
        : itemEntry(change, writer).why.map((edit) => ({
            ...edit,
            text: `${messages.item.toLowerCase()} ${change.item}: ${itemEntry(change, writer).what}`,
          })),
    ),
  );
  return {
    summary:
      difference.changes.length === 0
        ? messages.nothing
        : [
            ...planChanges,
            ...lost,
            ...(counts === "" ? [] : [`${counts.slice(0, 1).toUpperCase()}${counts.slice(1)}.`]),
          ].join(" "),
    notes: [
      ...(direct.length === 0 ? [] : [messages.concerns(direct.map(({ party }) => label(party)).join(", "))]),
      ...(coordinating.length === 0 ? [] : [messages.coordinators(coordinating.join(", "))]),
    ],
    edits,
    empty: difference.changes.length === 0,
    parties: [
      ...direct.map(({ party, changes }) => section(party, label(party), changes)),
      ...(nobody.length === 0 ? [] : [section("", messages.nobody, nobody)]),
    ],
  };
}
