import type { LanguageCode } from "../../locale/languages.ts";

/** What comparing and editing say, by language. */
const russian = {
  help: {
    diff: `srok diff [С ЧЕМ] – что правка меняет в сроках: по сторонам, с причинами

  С ЧЕМ             ревизия git (main, HEAD~1) или папка; по умолчанию – место, где правка отошла от main
  --published       сравнить с последней публикацией: что увидят подписчики после следующей
  --head РЕВИЗИЯ    сравнить её вместо файлов, как они лежат сейчас
  --format text|md|json
  --out ФАЙЛ        записать в файл

Выход: 0 – сравнено, 1 – в плане есть ошибки, 2 – неверная команда.`,
    record: `srok record СОБЫТИЕ --date ДАТА --title ЧТО --source ДОКУМЕНТ – записать, что событие произошло

  --date ДАТА       день события: 2024-04-26
  --title ТЕКСТ     что именно произошло
  --source ТЕКСТ    документ: вид, дата, номер
  --url АДРЕС       где он опубликован, https://…
  --period ПЕРИОД   за какой период, если событие повторяется: 2024-04
  --id ИМЯ          постоянное имя записи; без него составляется из события и даты
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
    move: `srok move ПУНКТ --to ДАТА – перенести срок, заданный датой

  --to ДАТА         новый день: 2024-04-26
  --was ДАТА        какой из нескольких дней перенести
  --control         срок контроля, а не самого пункта
  --text ТЕКСТ      новые слова срока, если их изменил приказ
  --amendment ИМЯ   каким изменяющим приказом: имя из amendments в order.yaml
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
    withdraw: `srok withdraw ПУНКТ --reason ПРИЧИНА – исключить пункт: сроков нет, на страницах он остаётся

  --reason ТЕКСТ    почему
  --amendment ИМЯ   каким изменяющим приказом: имя из amendments в order.yaml
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
    add: `srok add ПУНКТ --activity ТЕКСТ – добавить пункт на его место

  --activity ТЕКСТ  мероприятие дословно
  --responsible СТОРОНЫ   через запятую: school,nursery
  --text ТЕКСТ      слова срока; правило читается из них
  --until ДАТА | --on ДАТА   последний день (или сам день), если слова его не называют
  --dry-run         только показать, что изменится
  --year, --series – как у srok explain`,
    "new-year": `srok new-year ГОД – начать план нового года как черновик по последнему

  Копирует структуру и слова, помечает каждую дату ключом review: true, план – ключом status: draft.
  Черновик проверяется, но не публикуется. Сверили дату – удалите её review; сверили все – удалите status.
  --dry-run         только показать, что получится
  --series СЕРИЯ    какая серия, если их несколько`,
    fmt: `srok fmt – привести файлы плана к одному порядку ключей и одному виду; комментарии остаются

  Срок, записанный одними словами (deadline: до 1 марта), получает правило; записанный одним правилом – слова.
  Что читается по-разному или не читается, остаётся как было и называется с местом (выход 1).
  --check           ничего не менять, только назвать файлы, которые отличаются (выход 1)
  --names           только обновить имена сторон, событий, периодов и пунктов, которые подсказывает редактор`,
    undo: `srok undo – отменить последнюю правку, сделанную командой srok`,
    comment: `srok comment ФАЙЛ – поместить текст из файла в запрос на слияние; прежний такой же комментарий обновляется

  GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY и --pull НОМЕР. GitLab: SROK_COMMENT_TOKEN и переменные CI_*.
  --pull НОМЕР      номер запроса`,
  },
  noGit:
    "для сравнения нужен git, а на этом компьютере он не найден: git-scm.com; без него сравнивают с папкой: srok diff ПАПКА",
  notInGit: "папка «{folder}» лежит вне git: прежнего вида плана нет; сравнить можно с папкой: srok diff ПАПКА",
  unknownRevision: "ревизии «{name}» в git нет",
  noMergeBase: "не с чем сравнить: ветки main в git нет; назовите ревизию или папку",
  cannotReadRevision: "git не отдаёт файлы плана из {name}",
  neverPublished: "план ещё не публиковался: журнала публикаций в git нет",
  oneBase: "сравнивать можно с чем-то одним: или ревизия, или --published",
  needsOption: "не указано: {name}",
  codes: "Каждое замечание с примерами, как неверно и как верно: compiler/diagnostics/codes.md",
  refused: "Ничего не записано: с этой правкой в плане появились бы ошибки.",
  errorsFirst: "Ничего не записано: сначала исправьте ошибки.",
  wrote: "Записано: {path}",
  wouldWrite: "Было бы записано: {path}",
  fixed: ["исправление", "исправления", "исправлений"],
  unknownEvent: "события «{name}» в плане нет",
  unknownAmendment: "изменяющего приказа «{name}» в order.yaml нет (amendments)",
  noDeadlineHere: "у пункта {item} такого срока нет",
  noTypedDay: "срок пункта {item} («{text}») задан не датой, а ключом {key}: поменяйте его в {place}",
  countedFromEvent:
    "срок пункта {item} («{text}») считается от события «{event}»: запишите событие – srok record {event} – или поменяйте {key} в {place}",
  fromPeriod: "срок пункта {item} («{text}») – период «{period}»: поменяйте его границы в periods.yaml",
  severalDays: "в сроке пункта {item} несколько дат: {days}; скажите, какую перенести: --was ДАТА",
  wasNotThere: "в сроке пункта {item} нет даты {date}; есть: {days}",
  wordsStay: "Слова приказа остались прежними: «{text}». Если их изменил приказ, добавьте --text.",
  alreadyWithdrawn: "пункт {item} уже исключён",
  itemExists: "пункт {item} уже есть",
  noSection: "раздела {section} нет: создайте section-{section}.yaml",
  deadlineNeedsBoth: "--until или --on идут вместе с --text",
  textUnread: "«{text}» – {why}; или назовите день: --until, --on",
  template: [
    "Срок: слова приказа и рядом правило – до какого дня (until), в какой день (on), за какой месяц (month).",
    "deadline: { text: до 1 марта, until: 03-01 }",
    "Ответственные – имена из parties.yaml.",
    "responsible: [school, nursery]",
  ],
  yearExists: "план на {year} год уже есть: {folder}",
  yearNotNext: "год должен быть позже {year}",
  yearDone: "Черновик плана на {year} год: {folder}. Дат к сверке: {marks}.",
  yearDaysOff: "Приходится на нерабочие дни:",
  yearSources: "Опирается на источники и слова прошлого года:",
  yearNext: "Удаляйте review: true по мере сверки; когда не останется ни одного – удалите status: draft в order.yaml.",
  formatted: "Приведено к виду: {path}",
  notFormatted: "Отличается от принятого вида: {path} (исправить: srok fmt)",
  allFormatted: "Все файлы в принятом виде.",
  cannotFormat: "Не тронут, в нём ошибка или вид не сохранил бы комментарии: {path}",
  gap: {
    ambiguous: "читается по-разному: {phrases}. Допишите правило сами или скажите точнее",
    or: " или ",
    noEvent: "события «{event}» нет в events.yaml: назовите его там",
    noPeriod: "периода «{period}» нет в periods.yaml: напишите там его границы",
    noPhrase: "коротких слов для этого правила нет: впишите text из приказа",
  },
  nothingToUndo: "отменять нечего",
  changedSince: "файл с тех пор изменён, отменить нельзя: {path}",
  undone: "Возвращено: {path}",
  removed: "Удалено: {path}",
  commentNoToken: "нет токена: задайте {names}",
  commentFailed: "сервер ответил {status} на {what}",
  commentCreated: "Комментарий создан.",
  commentUpdated: "Комментарий обновлён.",
};

type Table = typeof russian;

const english: Table = {
  help: {
    diff: `srok diff [BASE] – what a change does to the dates: by party, with the causes

  BASE              a git revision (main, HEAD~1) or a folder; by default where the change left main
  --published       compare with the last publication: what subscribers will see after the next one
  --head REVISION   compare this one instead of the files as they lie here
  --format text|md|json
  --out FILE        write to a file

Exit status: 0 – compared, 1 – the plan has errors, 2 – wrong usage.`,
    record: `srok record EVENT --date DATE --title WHAT --source DOCUMENT – record that an event happened

  --date DATE       the day of the event: 2024-04-26
  --title TEXT      what exactly happened
  --source TEXT     the document: kind, date, number
  --url ADDRESS     where it is published, https://…
  --period PERIOD   which period, where the event repeats: 2024-04
  --id NAME         the record's permanent name; made of event and date when left out
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
    move: `srok move ITEM --to DATE – move a deadline that is a date

  --to DATE         the new day: 2024-04-26
  --was DATE        which of several days to move
  --control         the deadline of the control, not of the item
  --text TEXT       new words of the deadline, where an order changed them
  --amendment NAME  by which amending order: its id in amendments of order.yaml
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
    withdraw: `srok withdraw ITEM --reason REASON – take an item out: no deadlines, still on the pages

  --reason TEXT     why
  --amendment NAME  by which amending order: its id in amendments of order.yaml
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
    add: `srok add ITEM --activity TEXT – add an item at its place

  --activity TEXT   the activity to the letter
  --responsible PARTIES   separated by commas: school,nursery
  --text TEXT       the words of the deadline; its rule is read from them
  --until DATE | --on DATE   the last day (or the day itself), where the words do not name it
  --dry-run         only show what would change
  --year, --series – as for srok explain`,
    "new-year": `srok new-year YEAR – begin a new year's plan as a draft after the last one

  Copies structure and words, marks every date with review: true and the plan with status: draft.
  A draft is checked and not published. Remove review from each date you have looked at, then status.
  --dry-run         only show what would come of it
  --series SERIES   which series, where there are several`,
    fmt: `srok fmt – put the plan's files into one order of keys and one style; comments stay

  A deadline that has only its words (deadline: до 1 марта) gets its rule, one that has only its rule gets the words.
  What can be read in several ways, or not at all, is left and told with its place (exit status 1).
  --check           change nothing, name the files that differ (exit status 1)
  --names           only bring up to date the names of parties, events, periods and items that editors complete`,
    undo: `srok undo – take back the last edit that a srok command made`,
    comment: `srok comment FILE – put a file's text into a pull request; an earlier comment of this kind is updated

  GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY and --pull NUMBER. GitLab: SROK_COMMENT_TOKEN and the CI_* variables.
  --pull NUMBER     the number of the request`,
  },
  noGit:
    "a comparison needs git, and this computer has none: git-scm.com; without it, compare with a folder: srok diff FOLDER",
  notInGit:
    "the folder “{folder}” is outside git, so there is no earlier plan; it can be compared with a folder: srok diff FOLDER",
  unknownRevision: "git has no revision “{name}”",
  noMergeBase: "nothing to compare with: git has no branch main; name a revision or a folder",
  cannotReadRevision: "git does not give the plan's files of {name}",
  neverPublished: "the plan was never published: git has no ledger of publications",
  oneBase: "compare with one thing: a revision or --published",
  needsOption: "missing: {name}",
  codes: "Every finding with a wrong and a right example (in Russian): compiler/diagnostics/codes.md",
  refused: "Nothing was written: with this edit the plan would have errors.",
  errorsFirst: "Nothing was written: correct the errors first.",
  wrote: "Written: {path}",
  wouldWrite: "Would be written: {path}",
  fixed: ["fix", "fixes", "fixes"],
  unknownEvent: "the plan has no event “{name}”",
  unknownAmendment: "order.yaml has no amendment “{name}” (amendments)",
  noDeadlineHere: "item {item} has no such deadline",
  noTypedDay: "the deadline of item {item} (“{text}”) is set by {key}, not by a date: change it in {place}",
  countedFromEvent:
    "the deadline of item {item} (“{text}”) counts from event “{event}”: record it – srok record {event} – or change {key} in {place}",
  fromPeriod: "the deadline of item {item} (“{text}”) is period “{period}”: change its bounds in periods.yaml",
  severalDays: "the deadline of item {item} has several dates: {days}; say which to move: --was DATE",
  wasNotThere: "the deadline of item {item} has no date {date}; it has: {days}",
  wordsStay: "The words of the order stay: “{text}”. If an order changed them, add --text.",
  alreadyWithdrawn: "item {item} is withdrawn already",
  itemExists: "item {item} exists already",
  noSection: "there is no section {section}: create section-{section}.yaml",
  deadlineNeedsBoth: "--until or --on go with --text",
  textUnread: "“{text}”: {why}; or name the day: --until, --on",
  template: [
    "Deadline: the words of the order and the rule – until a day (until), on a day (on), in a month (month).",
    "deadline: { text: by 1 March, until: 03-01 }",
    "Responsible: names from parties.yaml.",
    "responsible: [school, nursery]",
  ],
  yearExists: "there is a plan of {year} already: {folder}",
  yearNotNext: "the year must be later than {year}",
  yearDone: "Draft of the plan of {year}: {folder}. Dates to review: {marks}.",
  yearDaysOff: "On days off:",
  yearSources: "Leaning on last year's sources and words:",
  yearNext: "Remove review: true as you go; when none is left, remove status: draft in order.yaml.",
  formatted: "Formatted: {path}",
  notFormatted: "Not in the canonical style: {path} (srok fmt corrects it)",
  allFormatted: "All files are in the canonical style.",
  cannotFormat: "Left alone, it has an error or would lose comments: {path}",
  gap: {
    ambiguous: "can be read in several ways: {phrases}. Write the rule yourself or say it more exactly",
    or: " or ",
    noEvent: "events.yaml has no event “{event}”: name it there",
    noPeriod: "periods.yaml has no period “{period}”: write its bounds there",
    noPhrase: "there are no short words for this rule: write the order's text",
  },
  nothingToUndo: "nothing to undo",
  changedSince: "the file has changed since, cannot undo: {path}",
  undone: "Restored: {path}",
  removed: "Removed: {path}",
  commentNoToken: "no token: set {names}",
  commentFailed: "the server answered {status} to {what}",
  commentCreated: "Comment created.",
  commentUpdated: "Comment updated.",
};

export const editMessages: Readonly<Record<LanguageCode, Table>> = { ru: russian, en: english };
