import type { Forms, LanguageCode } from "../../locale/languages.ts";

/** A text in each language that the command speaks. */
export type Localized = Readonly<Record<LanguageCode, string>>;

/** The forms of a noun after a number. */
export const forms = (...words: Forms): Forms => words;

/** Messages that several modules print. Findings about a plan are worded in the catalogue of diagnostics. */
const russian = {
  unknownCommand: "команды «{name}» нет",
  didYouMean: "возможно, {suggestion}",
  otherVersion: "srok: package.json называет версию {wanted}, а установлена {installed}; выполните npm install",
  unknownOption: "ключа {name} у этой команды нет",
  badValue: "{name}: «{value}» не годится; нужно: {expected}",
  noSuchDay: "{name}: дня {value} нет в календаре",
  dayShape: "год-месяц-день, например 2024-04-26",
  missingArgument: "не указано: {name}",
  positionals: {
    EVENT: "СОБЫТИЕ",
    FILE: "ФАЙЛ",
    FOLDER: "ПАПКА",
    ITEM: "ПУНКТ",
    NAME: "ИМЯ",
    PHRASE: '"ФРАЗА"',
    YEAR: "ГОД",
  },
  extraArgument: "лишнее: «{value}»",
  noPlanFolder: "папки плана «{folder}» нет",
  emptyPlanFolder: "в папке «{folder}» нет файлов плана (.yaml)",
  unknownItem: "пункта {name} в плане нет",
  unknownYear: "плана на {name} год нет",
  unknownSeries: "серии «{name}» нет",
  chooseSeries: "серий несколько; укажите --series: {names}",
  cannotRead: "не читается: {path}",
  cannotWrite: "не записывается: {path}",
  refused: "система не дала продолжить",
  isLink: "это ссылка; назовите сам файл",
  noLedgerFile: "на месте журнала публикаций не файл; верните опубликованный: git checkout origin/HEAD -- {path}",
  bug: "ошибка в самой программе, не в плане; сообщите о ней тем, кто её ведёт, вместе с тем, что напечатано ниже",
  clean: "Ошибок нет",
  errors: forms("ошибка", "ошибки", "ошибок"),
  warnings: forms("замечание", "замечания", "замечаний"),
  notes: "к сведению – {count} (показать: srok check --notes)",
  items: forms("пункт", "пункта", "пунктов"),
  windows: forms("дата", "даты", "дат"),
  waiting: forms("ждёт события", "ждут события", "ждут события"),
  until: "до",
  from: "с",
  through: "по",
  nothing: "ничего не найдено",
};

type Table = typeof russian;

const english: Table = {
  unknownCommand: "there is no command “{name}”",
  didYouMean: "did you mean {suggestion}?",
  otherVersion: "srok: package.json names version {wanted}, and {installed} is installed; run npm install",
  unknownOption: "this command has no option {name}",
  badValue: "{name}: “{value}” does not fit; expected {expected}",
  noSuchDay: "{name}: there is no day {value}",
  dayShape: "year-month-day, like 2024-04-26",
  missingArgument: "missing: {name}",
  positionals: {
    EVENT: "EVENT",
    FILE: "FILE",
    FOLDER: "FOLDER",
    ITEM: "ITEM",
    NAME: "NAME",
    PHRASE: '"PHRASE"',
    YEAR: "YEAR",
  },
  extraArgument: "unexpected: “{value}”",
  noPlanFolder: "there is no plan folder “{folder}”",
  emptyPlanFolder: "the folder “{folder}” has no files of a plan (.yaml)",
  unknownItem: "the plan has no item {name}",
  unknownYear: "there is no plan of {name}",
  unknownSeries: "there is no series “{name}”",
  chooseSeries: "there are several series; give --series: {names}",
  cannotRead: "cannot read {path}",
  cannotWrite: "cannot write {path}",
  refused: "the system refused to go on",
  isLink: "it is a link; name the file itself",
  noLedgerFile:
    "what stands in the place of the ledger is no file; restore the published one: git checkout origin/HEAD -- {path}",
  bug: "a mistake of the program itself, not of the plan; tell those who look after it, with what is printed below",
  clean: "No errors",
  errors: forms("error", "errors", "errors"),
  warnings: forms("warning", "warnings", "warnings"),
  notes: "{count} notes (show: srok check --notes)",
  items: forms("item", "items", "items"),
  windows: forms("date", "dates", "dates"),
  waiting: forms("waits for an event", "wait for events", "wait for events"),
  until: "until",
  from: "from",
  through: "to",
  nothing: "nothing found",
};

export type Messages = Table;
export const messages: Readonly<Record<LanguageCode, Table>> = { ru: russian, en: english };

export { filled } from "../../source/filled.ts";
