import type { Relation, ResolvedPlan } from "../resolve/model.ts";
import { feedWords } from "./messages/feeds.ts";
import type { FeedWords } from "./messages/feed-messages.ts";
import { prodidOf, type CalendarColour, type CalendarHead } from "../ical/vcalendar.ts";
import type { Feed } from "./feed-selection.ts";
import { countUndated } from "./undated.ts";
import { partyRef } from "../query/labels.ts";

/** Half a day: no program asks more often than it wants, and none needs a change sooner. */
const refresh = "PT12H";

/** Colours that stand on white and on black, by their CSS names. */
const colours: readonly CalendarColour[] = [
  { name: "steelblue", hex: "#4682B4" },
  { name: "seagreen", hex: "#2E8B57" },
  { name: "peru", hex: "#CD853F" },
  { name: "mediumpurple", hex: "#9370DB" },
  { name: "indianred", hex: "#CD5C5C" },
  { name: "cadetblue", hex: "#5F9EA0" },
  { name: "goldenrod", hex: "#DAA520" },
  { name: "palevioletred", hex: "#DB7093" },
  { name: "olivedrab", hex: "#6B8E23" },
  { name: "slateblue", hex: "#6A5ACD" },
  { name: "chocolate", hex: "#D2691E" },
  { name: "teal", hex: "#008080" },
];

/** A party's colour follows from its name, so that it stays when others come and go (FNV-1a, 32 bits). */
function colourOf(party: string): CalendarColour {
  let hash = 0x811c9dc5;
  for (const character of party) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return colours[hash % colours.length]!;
}

/** Whom a party's feed covers beside itself, and why: one sentence for each relation that its entries have. */
function coverage(party: string, relations: ReadonlySet<Relation>, plan: ResolvedPlan, say: FeedWords): string[] {
  const labels = (ids: readonly string[]): string => ids.map((id) => partyRef(plan, id).label).join(", ");
  const data = plan.series.parties.find((candidate) => candidate.data.id === party)?.data;
  const members = plan.parties.members(party);
  return [
    members.length > 0 ? say.ofMembers(labels(members)) : "",
    relations.has("group") ? say.ofGroups(labels(plan.parties.groupsOf(party))) : "",
    relations.has("officer") ? say.ofOfficers(labels(plan.parties.officersOf(party))) : "",
    relations.has("controller") ? say.ofController : "",
    relations.has("oversight")
      ? say.ofOverseen(
          data?.oversees === "all" ? undefined : labels([data?.oversees ?? []].flat()),
          data?.clause,
          data?.scope ?? [],
        )
      : "",
  ];
}

/** A feed before it is written, and why each of its entries is in it. */
export interface FeedSubject {
  readonly feed: Feed;
  readonly relations: ReadonlySet<Relation>;
  readonly alarms: boolean;
}

/** What a feed calls itself, and whom it covers. */
function subjectOf(
  { feed, relations }: FeedSubject,
  plan: ResolvedPlan,
): { readonly label: string; readonly about: readonly string[] } {
  const { title, language } = plan.series.data;
  const say = feedWords[language];
  if (feed.kind === "ended")
    return { label: feed.label ?? feed.name, about: [say.ended(feed.label ?? feed.name, title)] };
  if (feed.kind === "all") return { label: say.all, about: [say.leadAll(title)] };
  if (feed.kind === "party") {
    const { label } = partyRef(plan, feed.name);
    const coordinates = relations.size === 1 && relations.has("oversight");
    return {
      label: coordinates ? say.coordinates(label) : label,
      about: [say.lead(label, title), ...coverage(feed.name, relations, plan, say)],
    };
  }
  const { label, name } = plan.series.profiles.find(({ data }) => data.id === feed.name)!.data;
  const parties = (feed.parties ?? []).map((id) => partyRef(plan, id).label).join(", ");
  return { label, about: [say.lead(name, title), say.ofParties(parties)] };
}

/** What a feed says of itself; `plan` is the newest year. */
export function feedHead(subject: FeedSubject, plan: ResolvedPlan, site: string, path: string): CalendarHead {
  const { feed, alarms } = subject;
  const { name: planName, language, "time-zone": timeZone } = plan.series.data;
  const say = feedWords[language];
  const { label, about } = subjectOf(subject, plan);
  const name = say.name(label, planName);
  const url = feed.kind === "all" ? `${site}/` : `${site}/roles/${feed.name}/`;
  const undated = feed.kind === "ended" ? "" : say.undated(countUndated(plan, feed.parties), plan.year);
  const sentences = [...about, undated, say.page(url)];
  return {
    prodid: prodidOf(plan.series.data),
    name: alarms ? say.withAlarms(name) : name,
    description: sentences.filter((text) => text !== "").join("\n"),
    timeZone,
    refresh,
    colour: colourOf(feed.kind === "all" ? "" : feed.name),
    source: `${site}/${path}`,
    url,
  };
}
