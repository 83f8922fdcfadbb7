import type { my as russian } from "./my-ru.ts";

/** Words of the page “My calendar”, in English. */
export const my: typeof russian = {
  title: "My calendar",
  description:
    "All deadlines of your roles together, none of them twice, and the deadlines that count from events of your own – on a page, as a file or as a common subscription.",
  lede: "Tick your roles, and the page puts their deadlines together, none of them twice. Roles and days stay on this device.",
  link: "My calendar: the deadlines of all my roles together",
  roles: "My roles",
  plain:
    "A script puts the calendar of several roles together, and in this browser it does not run. Open your role: its deadlines and its subscription are there; a calendar program shows several subscriptions side by side.",
  subscribe: "subscription",
  events: "Events of my own",
  eventsNote:
    "These events come to each on a day of its own. Name the day, and what counts from it joins the calendar. There may be several days.",
  eventsOpen: "Name my days",
  dates: "My deadlines",
  datesNote: "only what has a date; the rest is on the pages of the roles",
  take: "Take it with you",
  texts: {
    pick: "Tick everything that fits",
    none: "Tick one role at least.",
    loading: "Loading the deadlines…",
    failed: "The deadlines could not be loaded: check the connection and try again.",
    again: "Try again",
    notKept: "This browser does not let pages keep anything: next time the roles have to be ticked again.",
    found: { one: "{n} entry", other: "{n} entries" },
    past: "Over already",
    over: "Nothing is ahead: all of it is over.",
    empty: "These roles have no deadlines with dates.",
    own: "your day",
    day: "The day of the event “{event}”",
    add: "Add",
    remove: "Remove",
    removeDay: "Remove the day {day}: {event}",
    badDay: "Name the whole day: day, month and year.",
    noEvents: "These roles have no events that come to each on a day of its own.",
    nothing: "No deadline of these roles follows from this day.",
    feed: "The subscription “{name}” renews itself.",
    subscribe: "Subscribe",
    covered: "The deadlines of “{role}” are in the calendar “{by}” already.",
    wider: "The nearest common calendar is “{name}”, but it has other deadlines too: {extra}.",
    apart: "There is no common subscription for these roles. Subscribe to each:",
    propose: "Propose a common subscription",
    proposeNote: "Whoever keeps the plan makes it: you write its name and hand the proposal over.",
    save: "Save an .ics file",
    saveNote:
      "It is a copy as of today and does not renew itself. When the plan changes, put it together again; a subscription renews itself.",
    saved: "The file “{name}” is saved: open it with your calendar.",
    file: "my-deadlines",
  },
};
