import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { classifyPath } from "../../load/file-layout.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import { numberOption, stringOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { UsageError } from "../terminal/terminal.ts";
import { bareCalendar, starters } from "../work/init-files.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { refusal } from "../terminal/system-errors.ts";
import { root } from "../files/root.ts";

/** The calendar and the rule set that a plan in a language begins with. */
const defaults: Readonly<Record<LanguageCode, { readonly calendar: string; readonly rules: string }>> = {
  ru: { calendar: "ru", rules: "ru-gk" },
  en: { calendar: "own", rules: "eu-1182-71" },
};

const usage: Localized = {
  ru: `srok init ПАПКА – начать новый план: ПАПКА/plan с примером, который сразу собирается

  --year ГОД        на какой год (по умолчанию текущий)
  --lang en         план и пояснения в нём по-английски

Что уже есть в папке, не трогается.`,
  en: `srok init FOLDER – begin a new plan: FOLDER/plan with an example that builds at once

  --year YEAR       of which year (default the current one)
  --lang ru         the plan and its comments in Russian

Nothing that is in the folder already is touched.`,
};

const messagesByLanguage = {
  ru: {
    done: "Новый план – в {folder}\nДальше:  srok check --plan {folder}\n         srok serve --plan {folder}",
    taken: "папка {folder} уже есть и не пуста",
  },
  en: {
    done: "The new plan is in {folder}\nNext:  srok check --plan {folder}\n       srok serve --plan {folder}",
    taken: "the folder {folder} exists and is not empty",
  },
};

/**
 * The files of the calendar: none where this year and the next are among the shipped official ones, which every plan has, else
 * two of weekends only.
 */
function calendarFiles(
  name: string,
  year: number,
  language: LanguageCode,
): { name: string; files: Record<string, string> } {
  const folder = join(root, "plan", "calendars", name);
  const years = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".yaml")) : [];
  if ([year, year + 1].every((needed) => years.includes(`${needed}.yaml`))) return { name, files: {} };
  return {
    name: "own",
    files: Object.fromEntries(
      [year, year + 1].map((each) => [`calendars/own/${each}.yaml`, bareCalendar(each, language)]),
    ),
  };
}

/** The line by which an editor program finds the schema of a file, where it has one. */
function modeline(path: string, folder: string): string {
  const kind = classifyPath(path)?.kind;
  const schema = join(root, "schema", `${kind}.schema.json`);
  if (kind === undefined || !existsSync(schema)) return "";
  return `# yaml-language-server: $schema=${relative(dirname(join(folder, path)), schema)
    .split(sep)
    .join("/")}\n`;
}

/** The files of a new plan by their paths below its folder. */
export function newPlan(folder: string, year: number, language: LanguageCode): ReadonlyMap<string, string> {
  const { calendar, rules } = defaults[language];
  const calendars = calendarFiles(calendar, year, language);
  const values = { year, calendar: calendars.name, rules };
  const own = Object.entries(starters[language]).map(
    ([path, text]) => [filled(path, values), filled(text, values)] as const,
  );
  const files = [...Object.entries(calendars.files), ...own];
  return new Map(
    files.map(([path, text]) => [path, modeline(path, folder) + text.replace(/^# yaml-language-server:.*\r?\n/, "")]),
  );
}

/** `srok init FOLDER`: writes a small plan that builds at once, to begin from. */
export const init: Command = {
  name: "init",
  usage,
  options: { year: stringOption },
  positionals: ["FOLDER"],
  run({ options, positionals }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const year = numberOption(options, "year", [1900, 2198], terminal) ?? new Date().getFullYear();
    const folder = resolve(positionals[0]!, "plan");
    const shown = relative(process.cwd(), folder) || folder;
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new UsageError(filled(own.taken, { folder: shown }));
    for (const [path, text] of newPlan(folder, year, terminal.language)) {
      const place = join(folder, path);
      try {
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, text, { flag: "wx" });
      } catch (error) {
        throw refusal("cannotWrite", place, error, terminal);
      }
    }
    terminal.print(filled(own.done, { folder: shown }));
    return 0;
  },
};
