/** The commands by name, and the listing that `srok --help` prints. */
import type { Localized } from "../messages/messages.ts";
import type { RequiredPositional } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import type { Terminal } from "../terminal/terminal.ts";

/**
 * A command as the listing names it. The command itself is loaded only when it is called: `check` has to start fast.
 */
export interface CommandEntry {
  readonly name: string;
  readonly argument?: RequiredPositional;
  readonly summary: Localized;
  readonly load: () => Promise<Command>;
}

/** Groups of the listing: reading and building a plan, edits, documents. */
const groups: readonly (readonly CommandEntry[])[] = [
  [
    {
      name: "init",
      argument: "FOLDER",
      summary: { ru: "начать новый план", en: "begin a new plan" },
      load: async () => (await import("./init.ts")).init,
    },
    {
      name: "check",
      summary: { ru: "проверить план", en: "check the plan" },
      load: async () => (await import("./check.ts")).check,
    },
    {
      name: "build",
      summary: {
        ru: "проверить и собрать сайт, календари и данные",
        en: "check it and build site, calendars and data",
      },
      load: async () => (await import("./build.ts")).build,
    },
    {
      name: "serve",
      summary: { ru: "собрать и показать на этом компьютере", en: "build and show on this computer" },
      load: async () => (await import("./serve.ts")).serve,
    },
    {
      name: "dev",
      summary: { ru: "показывать и пересобирать при каждом сохранении", en: "show and rebuild on every save" },
      load: async () => (await import("./dev.ts")).dev,
    },
    {
      name: "explain",
      argument: "ITEM",
      summary: { ru: "как посчитан срок пункта", en: "how an item's deadline was computed" },
      load: async () => (await import("./explain.ts")).explain,
    },
    {
      name: "list",
      summary: { ru: "сроки по датам", en: "deadlines by date" },
      load: async () => (await import("./list.ts")).list,
    },
    {
      name: "wording",
      argument: "PHRASE",
      summary: { ru: "что значит срок словами приказа", en: "what a deadline means, worded as orders word it" },
      load: async () => (await import("./wording.ts")).wording,
    },
    {
      name: "publish",
      summary: {
        ru: "довести журнал публикаций до нынешнего плана",
        en: "bring the ledger of publications up to the plan",
      },
      load: async () => (await import("./publish.ts")).publish,
    },
  ],
  [
    {
      name: "diff",
      summary: { ru: "что правка меняет в сроках и для кого", en: "what a change does to the dates, and for whom" },
      load: async () => (await import("./diff.ts")).diff,
    },
    {
      name: "record",
      argument: "EVENT",
      summary: { ru: "записать, что событие произошло", en: "record that an event happened" },
      load: async () => (await import("./record.ts")).record,
    },
    {
      name: "amend",
      argument: "NAME",
      summary: { ru: "записать приказ, который меняет план", en: "record an order that changes the plan" },
      load: async () => (await import("./amend.ts")).amend,
    },
    {
      name: "move",
      argument: "ITEM",
      summary: { ru: "перенести срок", en: "move a deadline" },
      load: async () => (await import("./move.ts")).move,
    },
    {
      name: "withdraw",
      argument: "ITEM",
      summary: { ru: "исключить пункт", en: "take an item out" },
      load: async () => (await import("./withdraw.ts")).withdraw,
    },
    {
      name: "add",
      argument: "ITEM",
      summary: { ru: "добавить пункт", en: "add an item" },
      load: async () => (await import("./add.ts")).add,
    },
    {
      name: "new-year",
      argument: "YEAR",
      summary: { ru: "начать план нового года как черновик", en: "begin a new year's plan as a draft" },
      load: async () => (await import("./new-year.ts")).newYear,
    },
    {
      name: "propose",
      argument: "FILE",
      summary: { ru: "принять предложение с сайта", en: "take a proposal from the site" },
      load: async () => (await import("./propose.ts")).propose,
    },
    {
      name: "undo",
      summary: {
        ru: "отменить последнюю правку, сделанную командой",
        en: "take back the last edit that a command made",
      },
      load: async () => (await import("./undo.ts")).undo,
    },
    {
      name: "fmt",
      summary: { ru: "привести файлы к одному виду", en: "put the files into one style" },
      load: async () => (await import("./fmt.ts")).fmt,
    },
  ],
  [
    {
      name: "export",
      summary: {
        ru: "план как документ: DOCX, HTML, XLSX, CSV, Markdown",
        en: "the plan as a document: DOCX, HTML, XLSX, CSV, Markdown",
      },
      load: async () => (await import("./export.ts")).exportDocument,
    },
    {
      name: "import",
      argument: "FILE",
      summary: { ru: "черновик плана из приказа", en: "a draft of a plan from its order" },
      load: async () => (await import("./import.ts")).importPlan,
    },
    {
      name: "calendar",
      argument: "YEAR",
      summary: {
        ru: "рабочий календарь года из опубликованного",
        en: "a year's working calendar from what is published",
      },
      load: async () => (await import("./calendar.ts")).calendar,
    },
  ],
];

/** Called by workflows only, so the listing leaves it out. */
const unlisted: readonly CommandEntry[] = [
  {
    name: "comment",
    argument: "FILE",
    summary: { ru: "поместить текст в запрос на слияние", en: "put a text into a pull request" },
    load: async () => (await import("./comment.ts")).comment,
  },
];

const entries = [...groups.flat(), ...unlisted];

export const commandNames: readonly string[] = entries.map(({ name }) => name);

/** Loads a command; undefined for a name that no command has. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return await entries.find((entry) => entry.name === name)?.load();
}

/** The column in which the summaries begin. */
const summaryColumn = 24;

const frame = {
  ru: {
    title: "srok – план с рассчитанными сроками",
    more: "  srok КОМАНДА --help     подробнее о команде",
    everywhere:
      "Общие ключи: --plan ПАПКА (по умолчанию plan), --lang ru|en (иначе SROK_LANG, язык плана, язык терминала)",
  },
  en: {
    title: "srok – a plan with computed deadlines",
    more: "  srok COMMAND --help     more about a command",
    everywhere: "Everywhere: --plan FOLDER (default plan), --lang ru|en (else SROK_LANG, the plan’s, the terminal’s)",
  },
};

/** The general usage: every command in a line, by group. */
export function generalUsage({ language, messages }: Terminal): string {
  const { title, more, everywhere } = frame[language];
  const line = ({ name, argument, summary }: CommandEntry): string => {
    const call = `srok ${name}${argument === undefined ? "" : ` ${messages.positionals[argument]}`}`;
    return `  ${call.padEnd(summaryColumn)}${summary[language]}`;
  };
  return [title, ...groups.map((group) => group.map(line).join("\n")), `${more}\n${everywhere}`].join("\n\n");
}
