import type { Day } from "../calendar/day.ts";
import { dateText, languages } from "../locale/languages.ts";
import type { Relation, ResolvedPlan } from "../resolve/model.ts";
import { feedMessages } from "./messages/feeds.ts";
import type { FeedMessages } from "./messages/feed-messages.ts";
import type { CalendarColour, CalendarProperties } from "../ical/vcalendar.ts";
import type { Feed } from "./feed-selection.ts";
import { productId } from "./product-id.ts";
import { countUndated } from "./undated.ts";
import { partyRef } from "../query/labels.ts";
import { fnv1a } from "../source/fnv1a.ts";

/** How often a program should fetch a feed: twice a day. */
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

/** The colour of a party's feed: it depends on the party's id alone, so that it stays when others come and go. */
const colourOf = (party: string): CalendarColour => colours[fnv1a(party) % colours.length]!;

/** Whom a party's feed covers beside the party, and why: one sentence a relation; empty where a relation does not occur. */
function coverage(
  party: string,
  relations: ReadonlySet<Relation>,
  plan: ResolvedPlan,
  messages: FeedMessages,
): string[] {
  const labels = (ids: readonly string[]): string => ids.map((id) => partyRef(plan, id).label).join(", ");
  const data = plan.series.parties.find((candidate) => candidate.data.id === party)?.data;
  const members = plan.parties.members(party);
  return [
    members.length > 0 ? messages.ofMembers(labels(members)) : "",
    relations.has("group") ? messages.ofGroups(labels(plan.parties.groupsOf(party))) : "",
    relations.has("officer") ? messages.ofOfficers(labels(plan.parties.officersOf(party))) : "",
    relations.has("controller") ? messages.ofController : "",
    relations.has("oversight")
      ? messages.ofOverseen(
          data?.oversees === "all" ? undefined : labels([data?.oversees ?? []].flat()),
          data?.clause,
          data?.scope ?? [],
        )
      : "",
  ];
}

/** A feed to be written: with or without reminders, and the relations by which its entries belong to it. */
export interface FeedSubject {
  readonly feed: Feed;
  readonly relations: ReadonlySet<Relation>;
  readonly alarms: boolean;
  /** Whether its entries say less than those of other feeds, so that it is not too large. */
  readonly shortened?: boolean;
  /** The day as of which it was last told to be as planned. */
  readonly verified?: Day | undefined;
  /** The day before which it leaves out what was over, so that it is not too large. */
  readonly shownFrom?: Day;
}

/** The name of a feed, and sentences on whom it covers. */
function subjectOf(
  { feed, relations }: FeedSubject,
  plan: ResolvedPlan,
): { readonly label: string; readonly about: readonly string[] } {
  const { title, language } = plan.series.data;
  const messages = feedMessages[language];
  if (feed.kind === "ended")
    return { label: feed.label ?? feed.name, about: [messages.ended(feed.label ?? feed.name, title)] };
  if (feed.kind === "all") return { label: messages.all, about: [messages.leadAll(title)] };
  if (feed.kind === "party") {
    const { label } = partyRef(plan, feed.name);
    const coordinates = relations.size === 1 && relations.has("oversight");
    return {
      label: coordinates ? messages.coordinates(label) : label,
      about: [messages.lead(label, title), ...coverage(feed.name, relations, plan, messages)],
    };
  }
  const { label, name } = plan.series.profiles.find(({ data }) => data.id === feed.name)!.data;
  const parties = (feed.parties ?? []).map((id) => partyRef(plan, id).label).join(", ");
  return { label, about: [messages.lead(name, title), messages.ofParties(parties)] };
}

/** The calendar properties of a feed: name, description, colour, addresses. `plan` is the newest, `path` that of the file below `site`. */
export function feedMetadata(subject: FeedSubject, plan: ResolvedPlan, site: string, path: string): CalendarProperties {
  const { feed, alarms } = subject;
  const { name: planName, language, "time-zone": timeZone } = plan.series.data;
  const messages = feedMessages[language];
  const { label, about } = subjectOf(subject, plan);
  const name = messages.name(label, planName);
  const url = feed.kind === "all" ? `${site}/` : `${site}/roles/${feed.name}/`;
  const undated = feed.kind === "ended" ? "" : messages.undated(countUndated(plan, feed.parties), plan.id);
  const sentences = [
    ...about,
    undated,
    subject.shortened === true ? messages.shortened : "",
    subject.shownFrom === undefined ? "" : messages.pastLeftOut(dateText(languages[language], subject.shownFrom)),
    subject.verified === undefined ? "" : messages.verified(dateText(languages[language], subject.verified)),
    messages.page(url),
  ];
  return {
    prodid: productId(plan.series.data),
    name: alarms ? messages.withAlarms(name) : name,
    description: sentences.filter((text) => text !== "").join("\n"),
    timeZone,
    refresh,
    colour: colourOf(feed.kind === "all" ? "" : feed.name),
    source: `${site}/${path}`,
    url,
  };
}
