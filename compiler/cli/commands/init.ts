import { relative, resolve, sep } from "node:path";
import { planFiles } from "../../create/plan-files.ts";
import { questions } from "../../create/questions.ts";
import { ask } from "../work/ask.ts";
import { contextHere } from "../work/context-here.ts";
import { shippedCalendars } from "../files/shipped-calendars.ts";
import { schemaFolder } from "../files/schema-folder.ts";
import { readSources } from "../files/sources.ts";
import { withShipped } from "../files/shipped.ts";
import { layOutSchemas } from "../files/write-names.ts";
import { asTyped, requireEmpty, writeNew } from "../files/write-new.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { stringOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";

const usage: Localized = {
  ru: `srok init ПАПКА – начать новый план: ПАПКА/plan с примером, который сразу собирается

  --title ТЕКСТ         название плана без года
  --organisation ТЕКСТ  чей это план
  --slug ИМЯ            имя латиницей: входит в адреса и записи календарей, потом не меняется
  --domain ДОМЕН        домен организации: входит в записи календарей, потом не меняется
  --time-zone ПОЯС      Europe/Moscow
  --calendar ИМЯ        производственный календарь страны; none – только выходные
  --year ГОД            на какой год (по умолчанию текущий)
  --lang en             план и пояснения в нём по-английски

Чего не указано, о том спросят. Что уже есть в папке, не трогается.`,
  en: `srok init FOLDER – begin a new plan: FOLDER/plan with an example that builds at once

  --title TEXT          title of the plan without its year
  --organisation TEXT   whose plan it is
  --slug NAME           its name in addresses and calendar entries; never changes
  --domain DOMAIN       domain of the organisation: part of calendar entries, never changes
  --time-zone ZONE      Europe/London
  --calendar NAME       working calendar of the country; none: weekends only
  --year YEAR           of which year (default the current one)
  --lang ru             the plan and its comments in Russian

You are asked for what is not given. Nothing that is in the folder already is touched.`,
};

const done: Localized = {
  ru: "Новый план – в {folder}\nДальше:  npx srok check --plan {folder}\n         npx srok serve --plan {folder}",
  en: "The new plan is in {folder}\nNext:  npx srok check --plan {folder}\n       npx srok serve --plan {folder}",
};

/** A path as the shell takes it: in quotes where it has more than plain characters. */
const quoted = (path: string): string => (/^[\p{L}\p{N}._/\\:-]+$/u.test(path) ? path : JSON.stringify(path));

/** `srok init FOLDER`: writes a small plan that builds at once, to begin from. */
export const init: Command = {
  name: "init",
  usage,
  options: Object.fromEntries(
    questions
      .map(({ flag }) => flag)
      .filter((flag) => flag !== "forge" && flag !== "lang")
      .map((flag) => [flag, stringOption]),
  ),
  positionals: ["FOLDER"],
  async run({ options, positionals }, terminal) {
    const plan = resolve(positionals[0]!, "plan");
    requireEmpty(plan, terminal);
    const release = { calendars: shippedCalendars() };
    const answers = await ask(options, contextHere(release), terminal, { language: terminal.language, forge: "none" });
    const { folder: schemas } = schemaFolder(plan);
    const toSchemas = relative(plan, schemas).split(sep).join("/");
    writeNew(plan, planFiles(answers, release, toSchemas), terminal);
    layOutSchemas(plan, () => withShipped(readSources(plan, terminal)), terminal);
    terminal.print(filled(done[terminal.language], { folder: quoted(asTyped(plan)) }));
    return 0;
  },
};
