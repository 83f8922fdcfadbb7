import type { Language } from "./language.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** English. */
export const english: Language = {
  code: "en",
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  weekdaysShort: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  months,
  monthsInDate: months,
  monthsShort: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  form: (n) => (n === 1 ? 0 : 2),
  date: (day, month) => `${day}\u00a0${month}`,
  year: (year) => `${year}`,
  ofYear: (year) => `of ${year}`,
  named: (id) => id,
  fromTo: (from, to) => `from ${from} to ${to}`,
  quotes: ["“", "”"],
};
