import type { Party } from "../../generated/types.ts";
import { partyWords } from "../../load/party-words.ts";
import { emptyGlossary, unwritten } from "../../load/placeholders.ts";
import type { Series } from "../../load/workspace.ts";
import type { AddNote } from "../report.ts";
import { limits } from "../read/limits.ts";
import { DocumentError } from "../read/document-error.ts";
import type { RecognisedGlossary } from "../recognise/glossary.ts";
import type { RecognisedPlan } from "../recognise/recognise.ts";
import { labelsIn, sameLabel } from "./party-cells.ts";
import { likelyDoubles } from "./party-doubles.ts";
import { freeSlug, slugOf } from "./slug.ts";
import { memoizeByKey } from "../../source/memoize.ts";

/** The parties of a draft: those of the series, and those that its document names for the first time. */
export interface DraftParties {
  readonly all: readonly Party[];
  readonly added: readonly Party[];
  idOf(label: string): string | undefined;
  /** The parties of a cell, in its order. */
  inCell(cell: string): readonly string[];
  /** Their labels with commas. */
  labels(ids: readonly string[]): string;
  /** Whether their labels with commas are the cell's words. */
  spells(cell: string, ids: readonly string[]): boolean;
  /** Whether the words of a cell are read into exactly these parties: then they stand in the plan as they are. */
  readsAs(cell: string, ids: readonly string[]): boolean;
}

type MutableParty = { -readonly [K in keyof Party]: Party[K] };

/** A label with brackets: the label before them, and what stands in them. */
const bracketed = /^(?<base>.*\S)\s*\((?<inner>[^()]+)\)$/;

/** A group names its members in brackets: «Образовательные организации (ДОО, ОДО, ООО, ПОО)». */
function membersIn(meaning: string, labels: readonly string[]): readonly string[] {
  const inner = /\(([^()]+)\)/.exec(meaning)?.[1];
  const found = inner === undefined ? [] : labelsIn(inner, labels);
  return found.length >= 2 && found.every(({ known }) => known) ? found.map(({ label }) => label) : [];
}

/** Adds the relations that the document states: members of groups, and parties that are a part of another. */
function relate(
  added: readonly MutableParty[],
  all: readonly MutableParty[],
  glossary: RecognisedGlossary | undefined,
  addNote: AddNote,
): void {
  const byLabel = (label: string): MutableParty | undefined => all.find((party) => sameLabel(party.label, label));
  for (const group of added) {
    const meaning = glossary?.terms.find(({ term }) => sameLabel(term, group.label))?.meaning ?? "";
    const members = membersIn(
      meaning,
      (glossary?.terms ?? []).map(({ term }) => term),
    )
      .flatMap((label) => byLabel(label) ?? [])
      .filter((member) => member !== group);
    for (const member of members)
      if (member["member-of"]?.includes(group.id) !== true)
        member["member-of"] = [...(member["member-of"] ?? []), group.id];
    if (members.length > 0)
      addNote({
        certainty: "certain",
        code: "party-group",
        values: { label: group.label, members: members.map(({ label }) => label).join(", ") },
      });
    const part = bracketed.exec(group.label)?.groups;
    const base = part === undefined ? undefined : byLabel(part["base"]!);
    if (base === undefined) continue;
    // An abbreviation of a person of that body makes an officer of it, any other addition a part of it.
    const officer = glossary?.terms.some(({ term }) => sameLabel(term, part!["inner"]!)) ?? false;
    group[officer ? "officer-of" : "member-of"] = [base.id];
    addNote({ certainty: "guessed", code: "party-part", values: { label: group.label, id: base.id } });
  }
}

/** The words of each cell that names those responsible. */
function* partyCells({ sections }: RecognisedPlan): Generator<string> {
  for (const { rows } of sections) for (const { cells } of rows) if (cells.responsible !== "") yield cells.responsible;
}

/** @throws DocumentError when there are more parties than a plan may have; each is searched for in every cell */
function holdToLimit(count: number): void {
  if (count > limits.parties)
    throw new DocumentError("document-limit", { what: { terms: ["limit-parties"] }, limit: limits.parties });
}

/** The parties that a document names, matched to those of its series and to its glossary. */
export function draftParties(plan: RecognisedPlan, series: Series | undefined, addNote: AddNote): DraftParties {
  const known: MutableParty[] = (series?.parties ?? []).map(({ data }) => ({ ...data }));
  const terms = plan.glossary?.terms ?? [];
  const seriesTerms = series?.glossary.data.terms ?? [];
  /** Words that mean a party of the series besides its label. */
  const aliases = seriesTerms.flatMap(({ term, party }) => (party === undefined ? [] : [{ label: term, id: party }]));
  const labels = [
    ...new Set([
      ...known.map(({ label }) => label),
      ...aliases.map(({ label }) => label),
      ...terms.map(({ term }) => term),
    ]),
  ];
  holdToLimit(terms.length);
  const cells = [...partyCells(plan)];
  const used = new Map<string, string>();
  for (const cell of new Set(cells)) {
    for (const { label } of labelsIn(cell, labels))
      used.set(label.toLowerCase(), used.get(label.toLowerCase()) ?? label);
    holdToLimit(used.size);
  }

  if (used.size === 0) addNote({ certainty: "left", code: "parties-none", values: {} });
  const taken = new Set(known.map(({ id }) => id));
  const added: MutableParty[] = [];
  const order = [...terms.map(({ term }) => term).filter((term) => used.has(term.toLowerCase())), ...used.values()];
  for (const label of order) {
    const party =
      known.find((each) => sameLabel(each.label, label) || sameLabel(each.name, label)) ??
      known.find(({ id }) => aliases.some((alias) => alias.id === id && sameLabel(alias.label, label)));
    if (party !== undefined) {
      if (used.has(label.toLowerCase()))
        addNote({ certainty: "certain", code: "party-known", values: { label, id: party.id } });
      used.delete(label.toLowerCase());
      continue;
    }
    if (added.some((each) => sameLabel(each.label, label))) continue;
    const meaning = terms.find(({ term }) => sameLabel(term, label))?.meaning;
    const id = freeSlug(slugOf(label, `party-${known.length + added.length + 1}`), taken);
    added.push({ id, label, name: meaning !== undefined && meaning.length <= 120 ? meaning : label });
    addNote({ certainty: meaning === undefined ? "guessed" : "certain", code: "party-new", values: { label, id } });
  }
  const all = [...known, ...added];
  relate(added, all, plan.glossary, addNote);
  const fresh = new Set(added.map(({ label }) => label));
  for (const [first, second] of likelyDoubles(all.map(({ label }) => label)))
    if (fresh.has(second)) addNote({ certainty: "guessed", code: "party-doubles", values: { first, second } });

  const idOf = (label: string): string | undefined =>
    (all.find((party) => sameLabel(party.label, label)) ?? all.find((party) => sameLabel(party.name, label)))?.id ??
    aliases.find((alias) => sameLabel(alias.label, label))?.id;
  const labelsOf = (ids: readonly string[]): string =>
    ids.map((id) => all.find((party) => party.id === id)?.label ?? id).join(", ");
  const names = [...new Set([...labels, ...all.map(({ label }) => label)])];
  const inCell = memoizeByKey((cell: string): readonly string[] => [
    ...new Set(labelsIn(cell, names).flatMap(({ label }) => idOf(label) ?? [])),
  ]);
  const words = partyWords({ parties: all.map(unwritten), glossary: series?.glossary ?? emptyGlossary });
  return {
    all,
    added,
    readsAs: (cell, ids) => {
      const { parties, unread } = words.read(cell);
      return unread.length === 0 && parties.join() === ids.join();
    },
    idOf,
    inCell,
    labels: labelsOf,
    spells: (cell, ids) => labelsOf(ids) === cell.replaceAll("\n", " "),
  };
}
