import type { Relation, ResolvedPlan } from "../resolve/resolved.ts";
import type { Words } from "../words/shape.ts";
import { words } from "../words/words.ts";
import type { CalendarColour, CalendarHead } from "./calendar-document.ts";
import { countUndated } from "./feed-undated.ts";
import { partyRef } from "./site-dues.ts";

/** Half a day: no program asks more often than it wants, and none needs a change sooner. */
const refresh = "PT12H";

/** Colours that stand on white and on black, by their CSS names. */
const colours: readonly CalendarColour[] = [
  { name: "steelblue", hex: "#4682B4" }, { name: "seagreen", hex: "#2E8B57" }, { name: "peru", hex: "#CD853F" }, { name: "mediumpurple", hex: "#9370DB" },
  { name: "indianred", hex: "#CD5C5C" }, { name: "cadetblue", hex: "#5F9EA0" }, { name: "goldenrod", hex: "#DAA520" }, { name: "palevioletred", hex: "#DB7093" },
  { name: "olivedrab", hex: "#6B8E23" }, { name: "slateblue", hex: "#6A5ACD" }, { name: "chocolate", hex: "#D2691E" }, { name: "teal", hex: "#008080" },
];

/** A party's colour follows from its name, so that it stays when others come and go (FNV-1a, 32 bits). */
function colourOf(party: string): CalendarColour {
  let hash = 0x811c9dc5;
  for (const character of party) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return colours[hash % colours.length]!;
}

/** Whom a party's feed covers beside itself, and why: one sentence for each relation that its entries have. */
function coverage(party: string, relations: ReadonlySet<Relation>, plan: ResolvedPlan, say: Words["feed"]): string[] {
  const labels = (ids: readonly string[]): string => ids.map((id) => partyRef(plan, id).label).join(", ");
  const data = plan.series.parties.find((candidate) => candidate.data.id === party)?.data;
  const members = plan.parties.members(party);
  return [
    members.length > 0 ? say.ofMembers(labels(members)) : "",
    relations.has("group") ? say.ofGroups(labels(plan.parties.groupsOf(party))) : "",
    relations.has("officer") ? say.ofOfficers(labels(plan.parties.officersOf(party))) : "",
    relations.has("controller") ? say.ofController : "",
    relations.has("oversight") ? say.ofOverseen(data?.oversees === "all" ? undefined : labels([data?.oversees ?? []].flat()), data?.clause, data?.scope ?? []) : "",
  ];
}

/** A feed before it is written: whose it is, and why each of its entries is in it. `party` undefined: everything. */
export interface FeedSubject {
  readonly party: string | undefined;
  readonly relations: ReadonlySet<Relation>;
  readonly alarms: boolean;
}

/** What the feed of a party, or of all, says of itself; `plan` is the newest year. */
export function feedHead({ party, relations, alarms }: FeedSubject, plan: ResolvedPlan, site: string, path: string): CalendarHead {
  const { slug, title, name: planName, language, "time-zone": timeZone } = plan.series.data;
  const say = words[language].feed;
  const label = party === undefined ? say.all : partyRef(plan, party).label;
  const coordinates = relations.size === 1 && relations.has("oversight");
  const name = say.name(coordinates ? say.coordinates(label) : label, planName);
  const url = party === undefined ? `${site}/` : `${site}/roles/${party}/`;
  const about = party === undefined ? [say.leadAll(title)] : [say.lead(label, title), ...coverage(party, relations, plan, say)];
  const sentences = [...about, say.undated(countUndated(plan, party), plan.year), say.page(url)];
  return {
    prodid: `-//srok//${slug}//${language.toUpperCase()}`, name: alarms ? say.withAlarms(name) : name, description: sentences.filter((text) => text !== "").join("\n"),
    timeZone, refresh, colour: colourOf(party ?? ""), source: `${site}/${path}`, url,
  };
}
