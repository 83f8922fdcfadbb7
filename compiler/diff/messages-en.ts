import { counted } from "../locale/languages.ts";
import { english } from "../locale/en.ts";
import type { Standing } from "./change.ts";
import type { DiffMessages } from "./messages.ts";

const standing: Readonly<Record<Standing, string>> = {
  dated: "dated",
  waiting: "waits for an event",
  continuous: "holds all the time",
  external: "set by another act",
  none: "no deadline",
};
const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");
const changed = { added: "added", removed: "removed", changed: "changed" } as const;

/** English. */
export const englishDiffMessages: DiffMessages = {
  title: "What this change does to the dates",
  nothing: "Dates, items and those responsible do not change.",
  counts: {
    new: ["new date", "new dates", "new dates"],
    gone: ["date goes", "dates go", "dates go"],
    moved: ["date moves", "dates move", "dates move"],
    reassigned: ["date passes to others", "dates pass to others", "dates pass to others"],
    noted: ["date noted anew", "dates noted anew", "dates noted anew"],
    "row-new": ["new item", "new items", "new items"],
    "row-gone": ["item removed", "items removed", "items removed"],
    withdrawn: ["item withdrawn", "items withdrawn", "items withdrawn"],
    restored: ["item restored", "items restored", "items restored"],
    reworded: ["rewording", "rewordings", "rewordings"],
    responsible: ["item with others responsible", "items with others responsible", "items with others responsible"],
    standing: ["deadline of another kind", "deadlines of another kind", "deadlines of another kind"],
  },
  concerns: (parties) => `Concerns: ${parties}.`,
  coordinators: (parties) => `Coordinators see the same: ${parties}.`,
  changes: ["change", "changes", "changes"],
  nobody: "Nobody responsible",
  work: "due",
  control: "check",
  dates: { new: "new date", gone: "date goes", moved: "moves", reassigned: "passes to others", noted: "noted anew" },
  handedOver: { new: "newly assigned", gone: "no longer assigned" },
  rows: { "row-new": "new item", "row-gone": "item removed", withdrawn: "item withdrawn", restored: "item restored" },
  reworded: {
    activity: "activity reworded",
    deadline: "deadline reworded",
    form: "another form of control",
    "control-deadline": "deadline of control reworded",
    note: "another note",
  },
  responsible: "others responsible",
  standing: (from, to, events) => {
    if (to === "waiting") return `now waits for ${list(events)}`;
    if (from === "waiting" && to === "dated")
      return events.length === 0 ? "waits no longer, has a date" : `no longer waits for ${list(events)}, has a date`;
    return `was: ${standing[from]}; now: ${standing[to]}`;
  },
  planChange: ({ kind, plan, items, dates, draft }) => {
    const figures = `${counted(english, items, ["item", "items", "items"])}, ${counted(english, dates, ["date", "dates", "dates"])}`;
    if (kind === "year-new") return `New plan of ${plan}${draft ? " – a draft, not published" : ""}: ${figures}.`;
    return kind === "year-gone"
      ? `The plan of ${plan} is removed: ${figures}.`
      : `The plan of ${plan} is no draft any more and will be published: ${figures}.`;
  },
  sectionGone: (number, items) =>
    `Section ${number} is gone as a whole: ${counted(english, items, ["item", "items", "items"])}.`,
  until: (day) => `until ${day}`,
  planBy: (day) => `plan by ${day}`,
  rolled: (day) => `next working day ${day}`,
  conditional: (condition) => `on condition: ${condition}`,
  was: "Was",
  now: "Now",
  why: "Why",
  item: "Item",
  what: "What",
  edits: "What was edited",
  more: (count) => `and ${count} more`,
  cause: ({ kind, change, name, days }, day) => {
    switch (kind) {
      case "rule":
        return `deadline of item ${name} ${changed[change]}`;
      case "item":
        return `item ${name} ${changed[change]}`;
      case "withdrawal":
        return change === "removed" ? `item ${name} restored` : `item ${name} withdrawn`;
      case "period":
        return `period “${name}” ${changed[change]}`;
      case "event":
        return `event “${name}” ${changed[change]}`;
      case "occurrence":
        return `record of “${name}” ${changed[change]}`;
      case "calendar":
        return `the working calendar changed: ${(days ?? [])
          .slice(0, 3)
          .map(({ day: each, working }) => `${day(each)} is now ${working ? "a working day" : "a day off"}`)
          .join(", ")}${(days ?? []).length > 3 ? ", …" : ""}`;
      case "rule-set":
        return `rule set ${name} changed`;
      case "responsible":
        return `others responsible for item ${name}`;
      case "reading":
        return `the party's word in item ${name} is read otherwise`;
      case "membership":
        return "the members of groups changed in parties.yaml";
      case "order":
        return "the order changed";
    }
  },
  chain: (items) => `through ${items.join(" → ")}`,
  filesOnly: (files) => `Files changed: ${files}; no date depends on it.`,
  cutOff: "The rest did not fit: srok diff prints all of it.",
  errors: (count) => `The plan has ${counted(english, count, ["error", "errors", "errors"])}, dates were not computed`,
  findings: "What the check found in what this change touches",
  notes: (count) => `Good to know: ${count}`,
  baseErrors: "The plan to compare with has errors: there is nothing to compare with",
  none: "none",
};
