import { counted, languages, type LanguageCode } from "../locale/languages.ts";
import { byParty, ofNobody, type Seen } from "./by-party.ts";
import {
  isDateChange,
  isYearChange,
  type Change,
  type DateChange,
  type Difference,
  type ItemChange,
} from "./change.ts";
import {
  causeEdit,
  distinctEdits,
  entriesFor,
  itemEntry,
  labelIn,
  type Edit,
  type Entry,
  type Reader,
  type Texts,
} from "./entries.ts";
import { englishDiff } from "./wording-en.ts";
import { russianDiff } from "./wording-ru.ts";
import type { DiffWording } from "./wording.ts";

/** The wording of comparisons by language. */
export const diffWordings: Readonly<Record<LanguageCode, DiffWording>> = { ru: russianDiff, en: englishDiff };

export interface PartySection {
  readonly party: string;
  readonly label: string;
  readonly summary: string;
  readonly entries: readonly Entry[];
}

/** A comparison as it is read: a summary, what was edited, and what it means for each party. */
export interface DiffView {
  readonly summary: string;
  readonly notes: readonly string[];
  readonly edits: readonly Edit[];
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
function countsText(kinds: readonly Change["kind"][], { say, language }: Pick<Reader, "say" | "language">): string {
  return summaryOrder
    .flatMap((kind) => {
      const count = kinds.filter((each) => each === kind).length;
      return count === 0 ? [] : [counted(languages[language], count, say.counts[kind])];
    })
    .join(", ");
}

/** Puts a comparison into words. */
export function viewOf(difference: Difference, texts: Texts, language: LanguageCode): DiffView {
  const say = diffWordings[language];
  const reader: Reader = { difference, say, texts, language };
  const all = byParty(difference);
  const label = (party: string): string => labelIn(difference, party);
  const direct = all
    .map(({ party, seen }) => ({ party, seen: seen.filter(({ relation }) => relation !== "oversight") }))
    .filter(({ seen }) => seen.length > 0);
  const coordinating = all
    .filter(({ party }) => !direct.some((entry) => entry.party === party))
    .map(({ party }) => label(party));
  const nobody = ofNobody(difference).map((change): Seen => ({ change, kind: change.kind, relation: "own" }));
  const section = (party: string, name: string, seen: readonly Seen[]): PartySection => ({
    party,
    label: name,
    summary: countsText(
      seen.map(({ kind }) => kind),
      reader,
    ),
    entries: entriesFor(seen, reader),
  });
  const years = difference.changes.filter(isYearChange).map(say.years);
  const listed = difference.changes.filter((change): change is DateChange | ItemChange => !isYearChange(change));
  const counts = countsText(
    listed.map(({ kind }) => kind),
    reader,
  );
  const edits = distinctEdits(
    listed.flatMap((change) =>
      isDateChange(change)
        ? change.causes.map((cause) => causeEdit({ ...cause, chain: [] }, reader))
        : itemEntry(change, reader).why.map((edit) => ({
            ...edit,
            text: `${say.item.toLowerCase()} ${change.item}: ${itemEntry(change, reader).what}`,
          })),
    ),
  );
  return {
    summary:
      difference.changes.length === 0
        ? say.nothing
        : [...years, ...(counts === "" ? [] : [`${counts.slice(0, 1).toUpperCase()}${counts.slice(1)}.`])].join(" "),
    notes: [
      ...(direct.length === 0 ? [] : [say.concerns(direct.map(({ party }) => label(party)).join(", "))]),
      ...(coordinating.length === 0 ? [] : [say.coordinators(coordinating.join(", "))]),
    ],
    edits,
    empty: difference.changes.length === 0,
    parties: [
      ...direct.map(({ party, seen }) => section(party, label(party), seen)),
      ...(nobody.length === 0 ? [] : [section("", say.nobody, nobody)]),
    ],
  };
}
