import type { calculator as russian } from "./calculator-ru.ts";

/** Words of the calculator, in English. */
export const calculator: typeof russian = {
  title: "Deadline calculator", heading: "Compute a deadline", description: "Compute a deadline in working or calendar days from any date: the last day, the days skipped and why, a file for your calendar.",
  lede: "The last day of a deadline, explained: which days are skipped, why, and by which rule.",
  calendars: (first, last) => (first === last ? `The official calendar covers ${first}.` : `Official calendars cover ${first}–${last}.`),
  privacy: "Your browser computes everything: no date and no word is sent anywhere.", noScripts: "To compute with a date of your own, scripts are needed: they are off in this browser. Worked examples stand below.",
  byDays: "Days from a date", byDaysNote: "working days, calendar days or months", byPhrase: "In words", byPhraseNote: "as the document puts it", plan: (year) => `Deadlines of the ${year} plan`, planNote: "that wait for an event", planLede: "Find your item and say when the event happened for you.",
  samplesLabel: "For example:", samples: [],
  example: (event, day) => `Example: ${event} on ${day}.`, exampleTitle: (text) => `Example: ${text}.`, examplePhrase: "",
  item: "Compute the deadline", itemNote: "for your own date", more: "Deadline calculator", homeLink: "Compute a deadline from your own date", roleLink: "Compute another deadline",
  eventLabel: (title) => `${title.charAt(0).toUpperCase()}${title.slice(1)} – on which day?`, cell: (kind, event) => (kind === "control" ? `${event} (deadline of the check)` : event),
  yearOption: (year) => String(year),
  texts: {
    open: "Compute the date", eventDate: "Date of the event", which: "What happened?", date: "Date", compute: "Compute",
    more: "More dates: {count}. All of them are in the file.",
    download: "Add to the calendar", downloadNote: "An .ics file: open it and the deadline appears in your calendar.", recorded: "This date is on record: the deadline stands in the calendars of the roles. Their subscribers need no file.",
    provisional: "The official calendar of {year} is not final yet: the date may move.",
    noDate: "Give a date.", impossible: "There is no such date. Check the day and the month.", beyond: "The count reaches {year}, and official calendars cover {first}–{last} only. The calculator does not guess by weekends.",
    nothing: "This rule has no date in the year chosen.", failed: "The data could not be loaded. Check the connection and press “Compute” again.", badCount: "Give a whole number from 1 to 1000.",
    phrase: "The deadline in words", year: "Year, if the deadline names a day or a month", count: "How many", unit: "Of what", direction: "Which way", read: "Understood as:", choose: "These words can mean several things. Which one?", maybe: "It can be read like this:",
    unread: "Could not be read: {message}.", askEvent: "It counts from an event: {event}. Give its date.", askAnyEvent: "It counts from an event. Give its date.",
    undated: { continuous: "It holds all the time: there is no last day.", external: "Another document sets the date: these words do not give it." }, noPhrase: "Write the deadline in words.",
    units: { "working-days": "working days", "calendar-days": "calendar days", months: "months" }, directions: { after: "after the date", before: "before the date" },
  },
};
