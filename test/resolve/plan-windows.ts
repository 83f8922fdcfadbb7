import { afterMonthEnds, afterQuarters, afterThat, all, firsts, lastWorkingDays, monthEnds, monthly, months, on, provided, quarterly, range, until, weekly, wraps, type Wording } from "./wording.ts";

const appliesWhile = "при наличии свободных мест";
const admissionToColleges = all(range(["06-20", "08-15"]), provided(appliesWhile, range(["08-16", "11-25"])));
const assessment = months([2, 3], 3, 10, [9, 10]);
const routes = months([2, 3], [9, 11]);

/** Every dated cell of the plan, read from the order by hand: what its wording gives in a year (semantics.md, «Forms»). */
export const workWindows: Readonly<Record<string, Wording>> = {
  "1.1": range(["04-01", "09-06"]), "1.1.1": range(["04-01", "09-06"]), "1.1.2": range(["06-01", "08-31"]), "1.1.4": range(["07-01", "09-06"]),
  "1.1.5-1": range(["09-01", "09-06"]), "1.1.5-2": range(["09-01", "09-20"]), "1.2-1": months(4), "1.2-2": months(5),
  "1.3.2": wraps("09-01", "05-31"), "1.3.3": wraps("09-01", "05-31"), "1.3.4": monthly, "1.3.5": monthly,
  "1.5.1": quarterly, "1.5.2": quarterly, "1.5.3": quarterly, "1.5.4": quarterly, "1.5.5": quarterly, "1.5.6": quarterly,
  "2.1.1": months(2), "2.1.2-1": until("03-01"), "2.1.2-2": until("03-01"), "2.1.3-1": until("05-24"), "2.1.3-2": until("05-24"), "2.1.4": until("07-01"),
  "2.1.5": range(["04-01", "09-05"]), "2.1.6": wraps("09-01", "08-31"), "2.1.7-1": until("03-01"), "2.1.7-2": until("07-05"), "2.1.8": on("09-06"),
  "2.3": until("04-01"), "2.3.1": months(3), "2.3.2-1": until("03-15"), "2.3.2-2": until("03-15"), "2.3.2-3": until("03-20"), "2.3.2-4": until("03-20"),
  "2.3.3": until("03-22"), "2.3.4": range(["04-01", "09-05"]),
  "2.4": admissionToColleges, "2.4.1": until("04-26"), "2.4.2-1": until("05-27"), "2.4.2-2": until("05-27"), "2.4.2-3": until("05-27"), "2.4.3": on("08-16"), "2.4.4": admissionToColleges,
  "3.1": months(2), "3.5.4": until("01-29"), "3.5.5": until("02-01"), "3.5.6": until("02-07"), "3.5.7": until("02-14"), "3.5.8": until("02-22"),
  "3.5.11": monthEnds, "3.5.12": afterMonthEnds(2), "3.5.13": afterThat(3, afterMonthEnds(2)),
  "4.1-1": months(2, 3, 8, 11), "4.2": months(4, 5), "4.2.1": months(4, 5), "4.2.2": months(4, 5), "4.2.3": months(4, 5), "4.3": months(8),
  "4.4": assessment, "4.4.1": assessment, "4.4.2": assessment, "4.4.3": assessment, "4.5": months([9, 11]), "4.6": routes, "4.6.1": routes, "4.6.2": routes, "4.6.3": routes,
  "5.1": weekly(),
};

export const controlWindows: Readonly<Record<string, Wording>> = {
  "1.1": on("08-12", "08-23", "09-09"), "1.1.5-2": on("09-23"), "1.3.1": range(["02-12", "02-16"], ["03-11", "03-15"]), "1.3.2": until("02-01", "07-01"), "1.3.3": until("07-01"),
  "1.3.4": lastWorkingDays, "1.3.5": firsts, "1.4.4": on("04-26"),
  "1.5.1": afterQuarters, "1.5.2": afterQuarters, "1.5.3": afterQuarters, "1.5.4": afterQuarters, "1.5.5": afterQuarters, "1.5.6": afterQuarters,
  "2.1.2": on("03-04"), "2.1.3": on("05-27"), "2.1.4": on("07-01"), "2.1.5": weekly("04-01", "09-05"), "2.1.6": monthly, "2.1.8": on("09-09"),
  "2.2.1": until("05-01"), "2.2.3": monthly, "2.3.2": on("03-25"), "2.3.3": on("03-25"), "2.3.4": weekly("04-01", "09-05"), "2.4.2": on("05-29"), "2.4.3": on("08-19"),
  "2.4.4": all(range(["06-20", "06-30"], ["07-01", "07-31"], ["08-01", "08-15"]), provided(appliesWhile, range(["08-16", "08-31"], ["09-01", "09-30"], ["10-01", "10-31"], ["11-01", "11-25"]))),
  "3.3.1": monthly, "3.4.1": monthly, "3.5.5": on("02-05"), "4.2.1": on("04-29", "06-03"), "4.2.3": on("06-03"), "4.3": on("09-02"),
  "4.6.1": months(4, 11), "4.6.2": months(4, 11), "4.6.3": months(4, 11), "6.5.1": firsts, "6.5.2": firsts, "6.5.6": monthly,
};
