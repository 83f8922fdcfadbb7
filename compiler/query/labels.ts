/** The names by which outputs call parties, profiles and a plan's language. */
import { languages, type Language } from "../locale/languages.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { memoizeByPlan } from "./plan-index.ts";

/** A party or a profile with its names. */
export interface PartyRef {
  readonly id: string;
  /** Short enough for a margin: «ЧИРО». */
  readonly mark: string;
  /** As in the order: «Оператор ГИС «Образование»». */
  readonly label: string;
  /** In plain words: «Детские сады». */
  readonly name: string;
  /** The mark as printed beside the name; empty where it repeats a word of the name or is too long for a margin. */
  readonly margin: string;
}

/** Letters of the longest mark that a margin has room for. */
const longestMargin = 8;

const partyRefs = memoizeByPlan(
  (plan): ReadonlyMap<string, PartyRef> =>
    new Map([
      ...plan.series.parties.map(({ data: { id, label, name, mark = label } }): [string, PartyRef] => [
        id,
        {
          id,
          mark,
          label,
          name,
          margin: name.toLowerCase().includes(mark.toLowerCase()) || mark.length > longestMargin ? "" : mark,
        },
      ]),
      // A profile is known by its name alone: no order has an abbreviation for it.
      ...plan.series.profiles.map(({ data: { id, label, name } }): [string, PartyRef] => [
        id,
        { id, mark: name, label, name, margin: "" },
      ]),
    ]),
);

/** The party or the profile with this id; an id that the plan does not know stands for all of its names. */
export const partyRef = (plan: ResolvedPlan, id: string): PartyRef =>
  partyRefs(plan).get(id) ?? { id, mark: id, label: id, name: id, margin: "" };

/** The language in which a plan is published: that of its series. */
export const languageOf = (plan: ResolvedPlan): Language => languages[plan.series.data.language];
