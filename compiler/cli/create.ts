/** The program `create-srok`: `npm create srok FOLDER` makes a repository with a plan in it, ready to be checked and built. */
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Answers, Release } from "../create/answers.ts";
import { planFiles } from "../create/plan-files.ts";
import { questions } from "../create/questions.ts";
import { repositoryFiles } from "../create/repository-files.ts";
import { asTyped, requireEmpty, writeNew } from "./files/write-new.ts";
import { filled, type Localized } from "./messages/messages.ts";
import { readArguments, stringOption, textOption, type Options } from "./terminal/arguments.ts";
import { openTerminal, shown, SystemError, UsageError, type Terminal } from "./terminal/terminal.ts";
import { ask } from "./work/ask.ts";
import { contextHere } from "./work/context-here.ts";

const usage: Localized = {
  ru: `npm create srok ПАПКА – хранилище с планом, который сразу проверяется и собирается

  --lang ru|en          язык плана
  --title ТЕКСТ         название плана без года
  --organisation ТЕКСТ  чей это план
  --slug ИМЯ            имя латиницей: входит в адреса и записи календарей, потом не меняется
  --domain ДОМЕН        домен организации: входит в записи календарей, потом не меняется
  --time-zone ПОЯС      Europe/Moscow
  --calendar ИМЯ        производственный календарь страны; none – только выходные
  --year ГОД            на какой год (по умолчанию текущий)
  --forge ГДЕ           github, gitlab или none
  --srok ОТКУДА         откуда взять программу: версия, адрес или файл srok-….tgz

Чего не указано, о том спросят. Что уже есть, не трогается.`,
  en: `npm create srok FOLDER – a repository with a plan in it that can be checked and built at once

  --lang ru|en          language of the plan
  --title TEXT          title of the plan without its year
  --organisation TEXT   whose plan it is
  --slug NAME           its name in addresses and calendar entries; never changes
  --domain DOMAIN       domain of the organisation: part of calendar entries, never changes
  --time-zone ZONE      Europe/London
  --calendar NAME       working calendar of the country; none: weekends only
  --year YEAR           of which year (default the current one)
  --forge WHERE         github, gitlab or none
  --srok FROM           where the program comes from: a version, an address or a file srok-….tgz

You are asked for what is not given. Nothing that is there is touched.`,
};

const messages = {
  ru: {
    done: "План – в папке {folder}\nДальше:  cd {folder}\n         npm install\n         npm start",
    unpublished:
      "программа ещё нигде не опубликована под своим именем; укажите, откуда её взять: --srok ПУТЬ/srok-{version}.tgz",
    noSuchFile: "--srok: файла {path} нет",
  },
  en: {
    done: "The plan is in the folder {folder}\nNext:  cd {folder}\n       npm install\n       npm start",
    unpublished:
      "the program has not been published under its name yet; tell where it comes from: --srok PATH/srok-{version}.tgz",
    noSuchFile: "--srok: there is no file {path}",
  },
};

/** What the package knows of the release that it belongs to, beside this program. */
type Packaged = Omit<Release, "dependency"> & { readonly dependency?: string };

/** The release that a plan is to use: the one of `--srok`, else that of this package. Throws a UsageError where neither can be had. */
function releaseFor(folder: string, options: Options, packaged: Packaged, terminal: Terminal): Release {
  const own = messages[terminal.language];
  const from = textOption(options, "srok")?.trim();
  if (from === undefined) {
    if (packaged.dependency === undefined) throw new UsageError(filled(own.unpublished, { version: packaged.version }));
    return { ...packaged, dependency: packaged.dependency };
  }
  const { locked: _, ...release } = packaged;
  if (!/\.tgz$/.test(from) || /^[a-z]+:\/\//i.test(from)) return { ...release, dependency: from };
  if (!existsSync(from)) throw new UsageError(filled(own.noSuchFile, { path: from }));
  return { ...release, dependency: `file:${relative(folder, resolve(from)).split(sep).join("/")}` };
}

async function run(words: readonly string[], terminal: Terminal): Promise<void> {
  const options = Object.fromEntries(
    [...questions.map(({ flag }) => flag), "srok"].map((name) => [name, stringOption]),
  );
  const call = readArguments(words, { options, positionals: ["FOLDER"] }, terminal);
  if (call.options["help"] === true) return terminal.print(usage[terminal.language]);
  const folder = resolve(call.positionals[0]!);
  requireEmpty(folder, terminal);
  const packaged = JSON.parse(readFileSync(new URL("release.json", import.meta.url), "utf8")) as Packaged;
  const release = releaseFor(folder, call.options, packaged, terminal);
  const given: Partial<Answers> = process.stdin.isTTY ? {} : { language: terminal.language };
  const answers = await ask(call.options, contextHere(release), terminal, given);
  writeNew(folder, repositoryFiles(answers, release), terminal);
  const plan = planFiles(answers, release, "../node_modules/.cache/srok/schema");
  writeNew(resolve(folder, "plan"), plan, terminal);
  terminal.print(filled(messages[answers.language].done, { folder: asTyped(folder) }));
}

/** The language of the words, else of the person's system. */
function languageHere(words: readonly string[]): "ru" | "en" {
  const at = words.findIndex((word) => /^--lang(=|$)/.test(word));
  const value = at === -1 ? undefined : (words[at]!.split("=")[1] ?? words[at + 1]);
  if (value === "ru" || value === "en") return value;
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith("ru") ? "ru" : "en";
}

const words = process.argv.slice(2);
const terminal = openTerminal(languageHere(words));
try {
  await run(words, terminal);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof SystemError)) throw error;
  process.stderr.write(shown(`create-srok: ${error.message}\n`));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
