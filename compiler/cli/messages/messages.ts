import type { LanguageCode } from "../../locale/languages.ts";

/** What the command itself says, by language. Findings about a plan are worded in the catalogue. */
const russian = {
  usage: `srok – план с рассчитанными сроками

  srok init ПАПКА         начать новый план
  srok check              проверить план
  srok build              проверить и собрать сайт, календари и данные
  srok serve              собрать и показать на этом компьютере
  srok dev                показывать и пересобирать при каждом сохранении
  srok explain ПУНКТ      как посчитан срок пункта
  srok list               сроки по датам
  srok wording "ФРАЗА"    что значит срок словами приказа
  srok publish            довести журнал публикаций до нынешнего плана

  srok diff               что правка меняет в сроках и для кого
  srok record СОБЫТИЕ     записать, что событие произошло
  srok move ПУНКТ         перенести срок
  srok withdraw ПУНКТ     исключить пункт
  srok add ПУНКТ          добавить пункт
  srok new-year ГОД       начать план нового года как черновик
  srok undo               отменить последнюю правку, сделанную командой
  srok fmt                привести файлы к одному виду

  srok export             план как документ: DOCX, HTML, XLSX, CSV, Markdown
  srok import ФАЙЛ        черновик плана из приказа

  srok КОМАНДА --help     подробнее о команде
Общие ключи: --plan ПАПКА (по умолчанию plan), --lang ru|en`,
  help: {
    check: `srok check – проверить план

  --format text|json|github   как печатать найденное (по умолчанию text)
  --notes                     показать и то, что к сведению: сроки на нерабочих днях с соседними рабочими
  --fix                       исправить то, что можно исправить наверняка (вернуть: srok undo)
  --base РЕВИЗИЯ              проверка предложенной правки: журнал публикаций должен быть таким, как там, откуда она отошла
  --as-year ГОД               проверить те же файлы, как если бы план был на другой год

Выход: 0 – ошибок нет, 1 – в плане есть ошибки, 2 – неверная команда.`,
    build: `srok build – проверить план и собрать сайт, календари и данные

  --out ПАПКА       куда (по умолчанию dist): пустая папка или прежняя сборка – та остаётся, пока новая не готова
  --site АДРЕС      адрес опубликованного сайта, https://…; без него ссылки ведут на localhost
  --base ПУТЬ       путь сайта на сервере, если он не в корне: /plan/
  --as-year ГОД     собрать те же файлы, как если бы план был на другой год
  --series СЕРИЯ    собрать часть сайта – одну серию; части, сложенные вместе, дают весь сайт
  --no-site         только календари и данные, без страниц
  --releases ПАПКА  собрать выпуск в ПАПКА/releases и переключить на него ПАПКА/current: для веб-сервера
  --rollback        вернуть прежний выпуск (вместе с --releases)`,
    serve: `srok serve – собрать и показать на этом компьютере

  --port ПОРТ       по умолчанию 4321, занят – следующий свободный
  Ключи сборки те же, что у srok build.`,
    dev: `srok dev – показывать сайт и пересобирать при каждом сохранении файла плана

  --port ПОРТ       по умолчанию 4321`,
    explain: `srok explain ПУНКТ – как посчитан срок пункта

  --event ДАТА      примерить день события к сроку, который его ждёт
  --year ГОД        план какого года (по умолчанию последний)
  --series СЕРИЯ    какая серия, если их несколько
  --as-year ГОД     как если бы план был на другой год`,
    list: `srok list – сроки и контроль по датам

  --party СТОРОНА   только то, что касается этой стороны: school
  --from ДАТА       не раньше этого дня: 2024-04-01
  --to ДАТА         не позже этого дня
  --format text|json
  --year, --series, --as-year – как у srok explain`,
  },
  unknownCommand: "команды «{name}» нет",
  didYouMean: "возможно, {suggestion}",
  unknownOption: "ключа {name} у этой команды нет",
  badValue: "{name}: «{value}» не годится; нужно: {expected}",
  noSuchDay: "{name}: дня {value} нет в календаре",
  dayShape: "год-месяц-день, например 2024-04-26",
  missingArgument: "не указано: {name}",
  positionals: { EVENT: "СОБЫТИЕ", FILE: "ФАЙЛ", FOLDER: "ПАПКА", ITEM: "ПУНКТ", PHRASE: '"ФРАЗА"', YEAR: "ГОД" },
  reversedDays: "--from ({from}) позже, чем --to ({to})",
  extraArgument: "лишнее: «{value}»",
  noPlanFolder: "папки плана «{folder}» нет",
  emptyPlanFolder: "в папке «{folder}» нет файлов плана (.yaml)",
  unknownItem: "пункта {name} в плане нет",
  unknownParty: "стороны «{name}» нет",
  unknownYear: "плана на {name} год нет",
  unknownSeries: "серии «{name}» нет",
  chooseSeries: "серий несколько; укажите --series: {names}",
  cannotRead: "не читается: {path}",
  cannotWrite: "не записывается: {path}",
  refused: "система не дала продолжить",
  isLink: "это ссылка; назовите сам файл",
  noLedgerFile: "на месте журнала публикаций не файл; верните опубликованный: git checkout origin/HEAD -- {path}",
  placeOfPlan: "в «{out}» сборке не место: там план; назовите другую папку: --out dist",
  placeTaken: "в «{out}» лежит не сборка, и сборка это стёрла бы; уберите его сами или назовите другую папку: --out",
  bug: "ошибка в самой программе, не в плане; сообщите о ней тем, кто её ведёт, вместе с тем, что напечатано ниже",
  clean: "Ошибок нет",
  failed: "План не собран",
  published: "прежняя сборка не тронута",
  onlyDrafts: "все планы – черновики (status: draft), публиковать нечего",
  noPlans: "в папке нет плана года (order.yaml)",
  errors: ["ошибка", "ошибки", "ошибок"],
  warnings: ["замечание", "замечания", "замечаний"],
  notes: "к сведению – {count} (показать: srok check --notes)",
  items: ["пункт", "пункта", "пунктов"],
  windows: ["дата", "даты", "дат"],
  waiting: ["ждёт события", "ждут события", "ждут события"],
  feeds: ["календарь", "календаря", "календарей"],
  pages: ["страница", "страницы", "страниц"],
  seconds: "с",
  built: "Собрано в {out} за {time}",
  serving: "Сайт: {address}",
  stop: "Остановить: Ctrl+C",
  noSite: "Адрес сайта не задан (--site): ссылки в календарях ведут на {address}, публиковать такую сборку нельзя",
  noRelease: "в «{folder}» нет прежнего выпуска",
  rolledBack: "Возвращён выпуск {name}",
  stage: { pages: "собираются страницы…", checking: "проверяется план…" },
  activity: "Мероприятие",
  responsible: "Ответственные",
  nobody: "не названы",
  deadline: "Срок",
  control: "Контроль",
  noDeadline: "срока в приказе нет",
  noForm: "форма не названа",
  waits: "Ждёт события",
  waitsOwn: "у каждой организации свой день; примерить: srok explain {item} --event {day}",
  waitsPublic: "день записывают в occurrences.yaml; примерить: srok explain {item} --event {day}",
  continuous: "действует постоянно",
  external: "срок устанавливает другой акт",
  conditional: "при условии",
  reading: "Прочитано как",
  slip: "Описка приказа",
  before: "раньше приказа",
  work: "срок",
  check: "контроль",
  until: "до",
  from: "с",
  through: "по",
  controlDeadline: "Срок контроля",
  nothing: "ничего не найдено",
  planBy: "успеть до",
  rolled: "следующий рабочий день",
};

type Table = typeof russian;

const english: Table = {
  usage: `srok – a plan with computed deadlines

  srok init FOLDER        begin a new plan
  srok check              check the plan
  srok build              check it and build site, calendars and data
  srok serve              build and show on this computer
  srok dev                show and rebuild on every save
  srok explain ITEM       how an item's deadline was computed
  srok list               deadlines by date
  srok wording "PHRASE"   what a deadline means, worded as orders word it
  srok publish            bring the ledger of publications up to the plan

  srok diff               what a change does to the dates, and for whom
  srok record EVENT       record that an event happened
  srok move ITEM          move a deadline
  srok withdraw ITEM      take an item out
  srok add ITEM           add an item
  srok new-year YEAR      begin a new year's plan as a draft
  srok undo               take back the last edit that a command made
  srok fmt                put the files into one style

  srok export             the plan as a document: DOCX, HTML, XLSX, CSV, Markdown
  srok import FILE        a draft of a plan from its order

  srok COMMAND --help     more about a command
Everywhere: --plan FOLDER (default plan), --lang ru|en`,
  help: {
    check: `srok check – check the plan

  --format text|json|github   how to print the findings (default text)
  --notes                     show notes too: deadlines on days off with the neighbouring working days
  --fix                       correct what can be corrected for certain (take back: srok undo)
  --base REVISION             check a proposed change: the ledger of publications must be as where it branched off
  --as-year YEAR              check the same files as if the plan were of another year

Exit status: 0 – no errors, 1 – the plan has errors, 2 – wrong usage.`,
    build: `srok build – check the plan and build site, calendars and data

  --out FOLDER      where to (default dist): an empty folder or the last build, which stays until the new one is ready
  --site ADDRESS    address of the published site, https://…; without it links lead to localhost
  --base PATH       the site's path on its server when it is not the root: /plan/
  --as-year YEAR    build the same files as if the plan were of another year
  --series SERIES   build a part of the site, one series; the parts put together are the whole
  --no-site         calendars and data only, no pages
  --releases FOLDER make a release in FOLDER/releases and turn FOLDER/current to it: for a web server
  --rollback        go back to the release before (with --releases)`,
    serve: `srok serve – build and show on this computer

  --port PORT       default 4321, or the next free one
  Options of srok build apply.`,
    dev: `srok dev – show the site and rebuild whenever a file of the plan is saved

  --port PORT       default 4321`,
    explain: `srok explain ITEM – how an item's deadline was computed

  --event DATE      try a day for the event that the deadline waits for
  --year YEAR       the plan of which year (default the last)
  --series SERIES   which series, where there are several
  --as-year YEAR    as if the plan were of another year`,
    list: `srok list – deadlines and checks by date

  --party PARTY     only what concerns this party: school
  --from DATE       not before this day: 2024-04-01
  --to DATE         not after this day
  --format text|json
  --year, --series, --as-year – as for srok explain`,
  },
  unknownCommand: "there is no command “{name}”",
  didYouMean: "did you mean {suggestion}?",
  unknownOption: "this command has no option {name}",
  badValue: "{name}: “{value}” does not fit; expected {expected}",
  noSuchDay: "{name}: there is no day {value}",
  dayShape: "year-month-day, like 2024-04-26",
  missingArgument: "missing: {name}",
  positionals: { EVENT: "EVENT", FILE: "FILE", FOLDER: "FOLDER", ITEM: "ITEM", PHRASE: '"PHRASE"', YEAR: "YEAR" },
  reversedDays: "--from ({from}) is later than --to ({to})",
  extraArgument: "unexpected: “{value}”",
  noPlanFolder: "there is no plan folder “{folder}”",
  emptyPlanFolder: "the folder “{folder}” has no files of a plan (.yaml)",
  unknownItem: "the plan has no item {name}",
  unknownParty: "there is no party “{name}”",
  unknownYear: "there is no plan of {name}",
  unknownSeries: "there is no series “{name}”",
  chooseSeries: "there are several series; give --series: {names}",
  cannotRead: "cannot read {path}",
  cannotWrite: "cannot write {path}",
  refused: "the system refused to go on",
  isLink: "it is a link; name the file itself",
  noLedgerFile:
    "what stands in the place of the ledger is no file; restore the published one: git checkout origin/HEAD -- {path}",
  placeOfPlan: "“{out}” is no place for a build: the plan is there; name another folder: --out dist",
  placeTaken:
    "what lies in “{out}” is no build, and a build would erase it; remove it yourself or name another folder: --out",
  bug: "a mistake of the program itself, not of the plan; tell those who look after it, with what is printed below",
  clean: "No errors",
  failed: "The plan was not built",
  published: "the last build is untouched",
  onlyDrafts: "all plans are drafts (status: draft), there is nothing to publish",
  noPlans: "the folder has no plan of a year (order.yaml)",
  errors: ["error", "errors", "errors"],
  warnings: ["warning", "warnings", "warnings"],
  notes: "{count} notes (show: srok check --notes)",
  items: ["item", "items", "items"],
  windows: ["date", "dates", "dates"],
  waiting: ["waits for an event", "wait for events", "wait for events"],
  feeds: ["calendar", "calendars", "calendars"],
  pages: ["page", "pages", "pages"],
  seconds: "s",
  built: "Built into {out} in {time}",
  serving: "Site: {address}",
  stop: "Stop: Ctrl+C",
  noSite: "No site address (--site): links in the calendars lead to {address}, do not publish this build",
  noRelease: "there is no earlier release in “{folder}”",
  rolledBack: "Back to release {name}",
  stage: { pages: "building pages…", checking: "checking the plan…" },
  activity: "Activity",
  responsible: "Responsible",
  nobody: "nobody named",
  deadline: "Deadline",
  control: "Control",
  noDeadline: "the order gives none",
  noForm: "no form named",
  waits: "Waits for",
  waitsOwn: "each organisation's own day; try one: srok explain {item} --event {day}",
  waitsPublic: "the day is recorded in occurrences.yaml; try one: srok explain {item} --event {day}",
  continuous: "holds all the time",
  external: "set by another act",
  conditional: "on condition",
  reading: "Read as",
  slip: "Slip of the order",
  before: "before the order",
  work: "due",
  check: "check",
  until: "until",
  from: "from",
  through: "to",
  controlDeadline: "Control deadline",
  nothing: "nothing found",
  planBy: "plan by",
  rolled: "next working day",
};

export type Messages = Table;
export const messages: Readonly<Record<LanguageCode, Table>> = { ru: russian, en: english };

/** Fills `{name}` in a message. */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
