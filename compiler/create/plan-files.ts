import { scalarText } from "../edit/yaml-text.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { classifyPath } from "../load/file-layout.ts";
import { noCalendar, type Answers, type Release } from "./answers.ts";
import { bareCalendar } from "./bare-calendar.ts";
import { filledIn } from "./filled-in.ts";
import { english } from "./starter/en.ts";
import { russian } from "./starter/ru.ts";
import type { Starter } from "./starter/starter.ts";

const starters: Readonly<Record<LanguageCode, Starter>> = { ru: russian, en: english };

/** The calendar of a plan that has none of a country. */
const ownCalendar = "own";

const titleOfYear: Readonly<Record<LanguageCode, (title: string, year: number) => string>> = {
  ru: (title, year) => `${title} на ${year} год`,
  en: (title, year) => `${title} for ${year}`,
};

/** The rule set that belongs to a calendar: that of the country's law where one is shipped, else plain counting. */
const rulesOf = (calendar: string): string => (calendar === "ru" ? "ru-gk" : "plain");

/** Whether the shipped calendar has the year and the next one: a deadline may run into it. */
const isShipped = (calendar: string, year: number, { calendars }: Pick<Release, "calendars">): boolean =>
  calendar !== noCalendar && [year, year + 1].every((each) => calendars[calendar]?.includes(each));

/** The line by which an editor program finds the schema of a file, where it has one; `schemas` is the way there from `plan/`. */
function modeline(path: string, schemas: string): string {
  const kind = classifyPath(path)?.kind;
  if (kind === undefined) return "";
  return `# yaml-language-server: $schema=${"../".repeat(path.split("/").length - 1)}${schemas}/${kind}.schema.json\n`;
}

/**
 * The files of a new plan by their paths below `plan/`: one that has no error and builds at once. A calendar is among them only
 * where no shipped one has the years. `schemas` is the way from `plan/` to the folder of schemas.
 */
export function planFiles(
  answers: Answers,
  release: Pick<Release, "calendars">,
  schemas: string,
): ReadonlyMap<string, string> {
  const { language, year, title } = answers;
  const shipped = isShipped(answers.calendar, year, release);
  const calendar = shipped ? answers.calendar : ownCalendar;
  const texts = {
    slug: answers.slug,
    domain: answers.domain,
    zone: answers.timeZone,
    title: scalarText(title),
    titleOfYear: scalarText(titleOfYear[language](title, year)),
    organisation: scalarText(answers.organisation),
    calendar,
    rules: rulesOf(answers.calendar),
    year: String(year),
  };
  const calendars = shipped
    ? []
    : [year, year + 1].map((each) => [`calendars/${ownCalendar}/${each}.yaml`, bareCalendar(each, language)] as const);
  const own = Object.entries(starters[language]).map(
    ([path, text]) => [filledIn(path, texts), filledIn(text, texts)] as const,
  );
  return new Map([...calendars, ...own].map(([path, text]) => [path, modeline(path, schemas) + text]));
}
