import { dayOf, daysInMonth } from "../calendar/day.ts";
import { createWorkingCalendar } from "../calendar/working-calendar.ts";
import type { LanguageCode } from "../locale/languages.ts";

const calendarHeads: Readonly<Record<LanguageCode, string>> = {
  ru: "# Календарь без праздников: впишите их с нормой закона, поправьте числа workdays и смените status на approved.\n",
  en: "# A calendar without holidays: add them with the act that sets them, correct workdays, and change status to approved.\n",
};

/** A provisional calendar of a year that knows weekends only, with its working days a month. */
export function bareCalendar(year: number, language: LanguageCode): string {
  const calendar = createWorkingCalendar("own", [
    { year, provisional: true, weekend: [6, 7], holidays: [], transfers: [] },
  ]);
  const workdays = Array.from({ length: 12 }, (_, index) =>
    calendar.workingDaysIn(dayOf(year, index + 1, 1), dayOf(year, index + 1, daysInMonth(year, index + 1))),
  );
  return `${calendarHeads[language]}calendar: own\nyear: ${year}\nstatus: provisional\nweekend: [sat, sun]\nholidays: []\nworkdays: [${workdays.join(", ")}]\n`;
}
