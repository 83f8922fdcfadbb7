import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { nameOf } from "../../explain/titles.ts";
import type { DayView } from "../days.ts";
import { allDues, type DueView } from "../dues.ts";
import { controlForm } from "../../query/controls.ts";
import { partyRef } from "../../query/labels.ts";
import { daysOf } from "../role/upcoming.ts";

/** A day by which something of an item is due. The browser picks the next one: a later day of a window once the earlier has passed. */
export interface SearchableDate {
  readonly kind: DueView["kind"];
  /** One of the days under which the window is listed. */
  readonly by: DayView;
  /** The day that the plan names. */
  readonly named: DayView;
}

/** An item in the search index: the texts by which it is found, and what a result shows. */
export interface SearchableItem {
  readonly id: string;
  readonly title: string;
  readonly section: { readonly number: string; readonly short: string };
  /** Its words and those of its cells, as the order has them; the parties by all their names. */
  readonly text: readonly string[];
  readonly state: "dated" | "on-event" | "continuous" | "external" | "none";
  /** By day, each day and kind once. */
  readonly dates: readonly SearchableDate[];
}

/** All names of some parties; a mark, a label and a name that are equal count once. */
function namesOf(plan: ResolvedPlan, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const { label, name, mark } = partyRef(plan, id);
    return [...new Set([label, name, mark])];
  });
}

function textOf(plan: ResolvedPlan, item: ResolvedItem): string[] {
  const texts = [
    item.source.data.name,
    item.source.data.activity,
    item.deadline?.text,
    ...namesOf(plan, item.responsible),
    controlForm(plan, item),
    item.control?.deadline?.text,
    ...namesOf(
      plan,
      (item.control?.controlled ?? []).filter((id) => !item.responsible.includes(id)),
    ),
  ];
  return texts.filter((text): text is string => text !== null && text !== undefined && text !== "");
}

function datesOf(dues: readonly DueView[]): SearchableDate[] {
  const dates = new Map(
    dues.flatMap((due) =>
      daysOf(due).map((by): [string, SearchableDate] => [
        `${by.iso} ${due.kind}`,
        { kind: due.kind, by, named: due.day },
      ]),
    ),
  );
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, date]) => date);
}

/** The search records of all items of a plan, in its order. */
export function searchableItems(plan: ResolvedPlan): SearchableItem[] {
  const sections = new Map(
    plan.plan.sections.map(({ data }) => [data.id, { number: data.number, short: data.short ?? data.title }]),
  );
  const byItem = Map.groupBy(allDues(plan), ({ item }) => item);
  return plan.items.map((item) => ({
    id: item.id,
    title: nameOf(item, plan.byId),
    section: sections.get(item.section)!,
    text: textOf(plan, item),
    state: item.deadline?.state ?? "none",
    dates: datesOf(byItem.get(item.id) ?? []),
  }));
}

/** A meaning of more words explains; it is no other name. */
const longestName = 8;

/** What else people call a party. */
export const namesByPeople = ({ series }: ResolvedPlan, party: string): string[] =>
  series.synonyms.flatMap(({ data }) => (data.party === party ? data.words : []));

/** Words that mean one thing: abbreviations with their meanings, the names of parties, the synonyms of the series. */
export function synonymsOf(plan: ResolvedPlan): string[][] {
  const { glossary, parties, synonyms } = plan.series;
  const groups = [
    ...glossary.data.terms.map(({ term, meaning }) => [term, meaning]),
    ...parties.map(({ data }) => {
      const { label, name, mark } = partyRef(plan, data.id);
      return [label, name, mark];
    }),
  ].map((group) => [...new Set(group)].filter((name) => name.split(/\s+/).length <= longestName));
  const own = synonyms.flatMap(({ data }) => (data.party === undefined ? [data.words] : []));
  return [...groups, ...own].filter(({ length }) => length > 1);
}
