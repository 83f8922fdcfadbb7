import { english } from "../../locale/en.ts";
import { counted, type Forms } from "../../locale/languages.ts";
import type { FeedMessages } from "./feed-messages.ts";

const items: Forms = ["item", "items", "items"];

/** English. */
export const englishFeedMessages: FeedMessages = {
  name: (party, plan) => `${party} – ${plan}`,
  coordinates: (party) => `${party} (coordination)`,
  withAlarms: (name) => `${name} (with reminders)`,
  all: "All deadlines",
  lead: (party, plan) => `${party}. Deadlines and checks. ${plan}.`,
  leadAll: (plan) => `All deadlines and checks. ${plan}.`,
  ofGroups: (groups) => `With what is assigned to its groups: ${groups}.`,
  ofOfficers: (officers) => `With the duties of its officers: ${officers}.`,
  ofController: "With every check of the plan.",
  ofOverseen: (parties, clause, scope) =>
    `Coordinated${clause === undefined ? "" : ` (clause ${clause})`}; the responsible: ${parties ?? "everybody in the plan"}.${scope.length === 0 ? "" : ` As worded: ${scope.map((text) => `“${text}”`).join("; ")}.`}`,
  ended: (party, plan) => `${party} has no calendar any more: its entries are cancelled. ${plan}.`,
  ofParties: (parties) => `All of these in one, nothing twice: ${parties}.`,
  ofMembers: (members) => `Assigned to the whole group: ${members}. Each member's own calendar holds it too.`,
  undated: ({ onEvent, continuous, external, none }, plan) => {
    const parts = [
      onEvent > 0 ? `${counted(english, onEvent, items)} on an event` : "",
      continuous > 0 ? `${counted(english, continuous, items)} all the time` : "",
      external > 0 ? `${counted(english, external, items)} by another act` : "",
      none > 0 ? `${counted(english, none, items)} without a deadline` : "",
    ].filter((text) => text !== "");
    return parts.length === 0 ? "" : `Without a date, so not in this calendar (${plan}): ${parts.join(", ")}.`;
  },
  shortened:
    "For the calendar to fit into programs its entries say less: the wording, the responsible and the computation are on the items’ pages, by the link in the entry.",
  pastLeftOut: (day) =>
    `So that the calendar fits into programs, deadlines that were over before ${day} are not in it: they are on the pages of the items.`,
  verified: (day) => `Checked against the plan on ${day}.`,
  page: (address) => `All deadlines and how they were computed: ${address}`,
};
