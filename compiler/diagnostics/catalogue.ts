import type { Severity } from "./severity.ts";

/** A message and what to do. `{name}` is filled from the diagnostic's values; of several hints the first that has all its values is given. */
export interface Wording {
  readonly message: string;
  readonly hints: readonly string[];
}

interface Entry {
  readonly severity: Severity;
  readonly ru: Wording;
  readonly en: Wording;
}

type Hints = string | readonly string[];

const entry = (severity: Severity, ru: string, ruHints: Hints, en: string, enHints: Hints): Entry => ({
  severity, ru: { message: ru, hints: [ruHints].flat() }, en: { message: en, hints: [enHints].flat() },
});

/** Every code that the compiler can say. Codes are stable; each is documented and has a case in `test/cases/bad`. */
export const catalogue = {
  // Reading the files
  "yaml-syntax": entry("error", "YAML не читается: {what}", "{fix}", "YAML cannot be read: {what}", "{fix}"),
  "yaml-tab": entry("error", "отступ сделан табуляцией", "замените её пробелами: два пробела на уровень", "a tab is used for indentation", "use spaces: two for each level"),
  "yaml-duplicate-key": entry("error", "ключ «{key}» повторяется", "оставьте один из двух", "key “{key}” is repeated", "keep one of the two"),
  "yaml-alias": entry("error", "якоря и ссылки YAML (& и *) не поддерживаются", "напишите значение целиком; текст, который начинается с * или &, возьмите в кавычки", "YAML anchors and aliases (& and *) are not supported", "write the value out; put a text that begins with * or & in quotes"),
  "yaml-document-empty": entry("error", "файл пуст", "начните с ключа {expected}", "the file is empty", "begin with the key {expected}"),
  "unknown-file": entry("error", "файл «{path}» не относится к плану", ["назовите его {suggestion}", "файлы плана: {expected}"], "file “{path}” is not part of a plan", ["name it {suggestion}", "files of a plan: {expected}"]),
  "missing-file": entry("error", "в папке «{folder}» нет файла {name}", "создайте его по образцу другого года или другой серии", "folder “{folder}” has no file {name}", "create it like that of another year or series"),
  "file-too-large": entry("error", "файл больше {limit} МБ", "разделите его на несколько файлов section-….yaml", "the file is larger than {limit} MB", "split it into several section-….yaml files"),
  "file-unread": entry("error", "в файле ошибка или необычная запись YAML, а места ошибок ищутся только в файлах до {limit} МБ", "разделите его на несколько файлов section-….yaml", "the file has a mistake or unusual YAML, and places of mistakes are looked for only in files up to {limit} MB", "split it into several section-….yaml files"),
  "too-deep": entry("error", "вложено глубже {limit} уровней", "уберите лишние скобки или отступы", "nested deeper than {limit} levels", "remove the brackets or indents that are too much"),
  "too-many-files": entry("error", "файлов {count}, а в плане их не больше {limit}", "уберите лишние или соберите отдельный сайт для части серий", "{count} files; a plan has at most {limit}", "remove what is too much or build part of the series as a site of their own"),
  "too-many-rows": entry("error", "в списке {key} строк {count}, а в файле их не больше {limit}", "разделите файл или серию", "list {key} has {count} rows; a file has at most {limit}", "split the file or the series"),
  "text-too-long": entry("error", "текст длиннее {limit} знаков", "сократите его или разбейте на пункты", "the text is longer than {limit} characters", "shorten it or split it into items"),
  // Shape
  "unknown-key": entry("error", "ключ «{key}» здесь не бывает", ["возможно, «{suggestion}»", "здесь бывают: {known}", "уберите его"], "key “{key}” is not known here", ["did you mean “{suggestion}”?", "known here: {known}", "remove it"]),
  "missing-key": entry("error", "не хватает ключа {key}", "добавьте: {key}: …", "key {key} is missing", "add: {key}: …"),
  "key-needs": entry("error", "ключ {key} имеет смысл только вместе с {needs}", "добавьте {needs} или уберите {key}", "key {key} needs {needs}", "add {needs} or remove {key}"),
  "wrong-type": entry("error", "здесь нужно: {expected}, а написано: {actual}", ["возьмите в скобки: [{single}]", "уберите кавычки: {bare}", "нужны ключи: {wrapped}", "начните с ключа {keys}", "исправьте или уберите ключ"], "expected here: {expected}; found: {actual}", ["put it in brackets: [{single}]", "remove the quotes: {bare}", "keys are needed: {wrapped}", "begin with the key {keys}", "correct the value or remove the key"]),
  "unquoted": entry("error", "без кавычек {value} – не текст", "возьмите в кавычки: \"{value}\"", "without quotes {value} is not a text", "put it in quotes: \"{value}\""),
  "bad-choice": entry("error", "значение «{value}» не из списка: {choices}", ["возможно, «{suggestion}»", "выберите из списка"], "“{value}” is not one of: {choices}", ["did you mean “{suggestion}”?", "choose one of the list"]),
  "bad-text": entry("error", "текст пуст", "впишите слова приказа", "the text is empty", "write the words of the order"),
  "bad-slug": entry("error", "«{value}» не годится как имя", ["возможно, «{suggestion}»: имена – латиницей", "имя – строчные латинские буквы, цифры и дефис, не длиннее 40 знаков: school-year"], "“{value}” cannot be a name", ["did you mean “{suggestion}”? Names are in Latin letters", "a name is lower-case Latin letters, digits and hyphens, at most 40: school-year"]),
  "bad-key": entry("error", "«{value}» не годится как постоянное имя записи", "имя – строчные латинские буквы, цифры и дефис: half-year-1", "“{value}” cannot be a key", "a key is lower-case Latin letters, digits and hyphens: half-year-1"),
  "bad-item-id": entry("error", "«{value}» – не номер пункта", "номер – цифры через точку без точки на конце, в кавычках: \"1.2.3\"; строка без номера – \"1.2.3-1\"", "“{value}” is not an item id", "an id is digits with dots, without a final dot, in quotes: \"1.2.3\"; an unnumbered row is \"1.2.3-1\""),
  "bad-section-id": entry("error", "«{value}» – не номер раздела", "номер раздела – цифры в кавычках: \"3\"", "“{value}” is not a section id", "a section id is digits in quotes: \"3\""),
  "bad-day": entry("error", "«{value}» – не день", ["день пишется ММ-ДД: {suggestion}", "день пишется ММ-ДД: 09-06 – 6 сентября"], "“{value}” is not a day", ["a day is written MM-DD: {suggestion}", "a day is written MM-DD: 09-06 is 6 September"]),
  "bad-date": entry("error", "«{value}» – не дата", ["дата пишется ГГГГ-ММ-ДД: {suggestion}", "дата пишется ГГГГ-ММ-ДД: 2031-05-17"], "“{value}” is not a date", ["a date is written YYYY-MM-DD: {suggestion}", "a date is written YYYY-MM-DD: 2031-05-17"]),
  "bad-month": entry("error", "«{value}» – не месяц", ["месяц пишется числом: {suggestion}", "месяц – число от 1 до 12, месяцы подряд – через дефис: 2-3"], "“{value}” is not a month", ["a month is written as a number: {suggestion}", "a month is a number from 1 to 12, a run of months has a hyphen: 2-3"]),
  "bad-every-on": entry("error", "«{value}» – не день внутри периода", "выберите: last-working-day, last-day, first-working-day, working-day-3, first-day-after, first-mon, first-decade, у недели – wed, или число от 1 до 31", "“{value}” is not a day of a period", "use last-working-day, last-day, first-working-day, working-day-3, first-day-after, first-mon, first-decade, wed for a week, or a number from 1 to 31"),
  "bad-number": entry("error", "число {value} вне пределов", "нужно число от {minimum} до {maximum}", "number {value} is out of range", "use {minimum} to {maximum}"),
  "bad-count": entry("error", "«{value}» – не число дней или месяцев", "нужно целое число от 1; сам день события – это on-day-of", "“{value}” is not a number of days or months", "use a whole number from 1; the day of the event itself is on-day-of"),
  "bad-url": entry("error", "«{value}» – не адрес", "адрес начинается с https:// и не содержит пробелов", "“{value}” is not an address", "an address begins with https:// and has no spaces"),
  "bad-format": entry("error", "«{value}» записано не так, как нужно", ["напишите по образцу: {example}", "сравните с другими файлами плана"], "“{value}” is not written as it should be", ["write it like this: {example}", "compare with the other files of the plan"]),
  "too-few": entry("error", "в списке должно быть не меньше {minimum}", "дополните список или уберите его", "the list needs at least {minimum}", "add to the list or remove it"),
  "too-many": entry("error", "в списке должно быть не больше {maximum}", "уберите лишнее", "the list takes at most {maximum}", "remove what is too much"),
  "not-unique": entry("error", "«{value}» в списке дважды", "оставьте одно", "“{value}” is listed twice", "keep one"),
  "two-kinds": entry("error", "у срока сразу {count} вида: {kinds}", "оставьте один; несколько сроков с разными адресатами пишутся через each, правила на выбор – через any", "the deadline has {count} kinds at once: {kinds}", "keep one; several deadlines go under each, alternatives under any"),
  "rule-missing": entry("error", "есть слова срока, но нет правила", "добавьте одно из: {kinds} – или srok fmt впишет правило по словам", "the deadline has a wording and no rule", "add one of: {kinds}, or let srok fmt write the rule that the words mean"),
  "wording-missing": entry("error", "есть правило, но нет слов приказа", "добавьте text: «срок дословно» – или srok fmt впишет слова по правилу", "the deadline has a rule and no wording", "add text: the words of the order, or let srok fmt write words for the rule"),
  "one-of-missing": entry("error", "нужен один из ключей: {kinds}", "добавьте тот, что подходит", "one of the keys is needed: {kinds}", "add the one that fits"),
  "one-of-many": entry("error", "эти ключи нельзя писать вместе: {kinds}", "оставьте один", "these keys exclude one another: {kinds}", "keep one"),
  // References and order
  "impossible-date": entry("error", "такого дня нет: {value}", "последнее число этого месяца – {last}", "there is no such day: {value}", "the last day of that month is {last}"),
  "range-reversed": entry("error", "конец раньше начала: {from} – {to}", ["поменяйте местами; если срок переходит через новый год, добавьте {wraps}", "поменяйте местами"], "the end is before the start: {from} – {to}", ["swap them; if the period crosses the new year, add {wraps}", "swap them"]),
  "unknown-party": entry("error", "сторона «{name}» не определена в parties.yaml", ["возможно, «{suggestion}»", "исправьте имя или определите её в parties.yaml"], "party “{name}” is not defined in parties.yaml", ["did you mean “{suggestion}”?", "correct the name or define it in parties.yaml"]),
  "unknown-event": entry("error", "событие «{name}» не определено в events.yaml", ["возможно, «{suggestion}»", "исправьте имя или определите его в events.yaml"], "event “{name}” is not defined in events.yaml", ["did you mean “{suggestion}”?", "correct the name or define it in events.yaml"]),
  "unknown-period": entry("error", "период «{name}» не определён в periods.yaml", ["возможно, «{suggestion}»", "исправьте имя или определите его в periods.yaml"], "period “{name}” is not defined in periods.yaml", ["did you mean “{suggestion}”?", "correct the name or define it in periods.yaml"]),
  "unknown-item": entry("error", "пункта {name} в плане нет", ["возможно, {suggestion}", "исправьте номер"], "the plan has no item {name}", ["did you mean {suggestion}?", "correct the id"]),
  "unknown-reading": entry("error", "чтение «{name}» не определено в readings.yaml", ["возможно, «{suggestion}»", "исправьте имя или определите его в readings.yaml"], "reading “{name}” is not defined in readings.yaml", ["did you mean “{suggestion}”?", "correct the name or define it in readings.yaml"]),
  "unknown-amendment": entry("error", "изменяющий приказ «{name}» не записан в order.yaml", ["возможно, «{suggestion}»", "исправьте имя или запишите приказ: amendments в order.yaml"], "amendment “{name}” is not recorded in order.yaml", ["did you mean “{suggestion}”?", "correct the name or record it: amendments in order.yaml"]),
  "unknown-calendar": entry("error", "календаря «{name}» нет в plan/calendars", ["возможно, «{suggestion}»", "исправьте имя или добавьте папку календаря"], "there is no calendar “{name}” in plan/calendars", ["did you mean “{suggestion}”?", "correct the name or add the calendar’s folder"]),
  "unknown-rules": entry("error", "свода правил «{name}» нет в plan/rules", ["возможно, «{suggestion}»", "исправьте имя или добавьте файл свода"], "there is no rule set “{name}” in plan/rules", ["did you mean “{suggestion}”?", "correct the name or add the file of the rule set"]),
  "not-recurring": entry("error", "период «{name}» не повторяется, а здесь нужен повторяющийся", "назовите период, у которого в periods.yaml есть every", "period “{name}” does not repeat", "name a period that has every in periods.yaml"),
  "duplicate-id": entry("error", "«{id}» уже есть", "дайте другое имя", "“{id}” already exists", "use another id"),
  "duplicate-window": entry("error", "в пункте {item} две даты с одним именем «{key}»", "дайте элементам разные key", "item {item} has two dates with the key “{key}”", "give the elements different keys"),
  "duplicate-occurrence": entry("error", "событие «{name}» за {period} уже записано", "оставьте одну запись: у события за один период одна дата", "event “{name}” is already recorded for {period}", "keep one record: an event has one date a period"),
  "reserved-id": entry("error", "имя «{id}» занято: так называется календарь всех сроков или календарь с напоминаниями", "дайте другое имя, не all и без -alarms на конце", "the id “{id}” is taken: that is the calendar of all deadlines or one with reminders", "use another id, not all and without -alarms at its end"),
  "reserved-key": entry("error", "имя «{key}» занято: на -start кончаются записи о начале длинных сроков", "дайте другое имя", "the key “{key}” is taken: -start ends the entries of the beginnings of long deadlines", "use another key"),
  "two-roots": entry("error", "в корне сайта уже стоит другая серия", "оставьте root: true у той, на чьи адреса подписаны", "another series stands at the root of the site", "keep root: true where the addresses are subscribed to"),
  "no-root": entry("error", "серий несколько, а какая в корне сайта – не сказано", "добавьте root: true в series.yaml той, что уже опубликована: {first} или {second}", "there are several series and none is said to stand at the root of the site", "add root: true to the series.yaml of the one that is published already: {first} or {second}"),
  "wrong-section": entry("error", "пункт {id} стоит в разделе {section}", "перенесите его в раздел {expected} или исправьте номер", "item {id} stands in section {section}", "move it to section {expected} or correct the id"),
  "wrong-place": entry("error", "в файле написано «{value}», а лежит он в «{folder}»", "исправьте значение или перенесите файл", "the file says “{value}” and lies in “{folder}”", "correct the value or move the file"),
  "number-out-of-order": entry("warning", "пункт {id} стоит после {previous}", "расставьте пункты по порядку номеров", "item {id} stands after {previous}", "put the items in the order of their numbers"),
  "cycle": entry("error", "сроки зависят друг от друга по кругу: {path}", "уберите одну из связей", "deadlines depend on one another in a circle: {path}", "remove one of the links"),
  "chain-too-long": entry("error", "цепочка сроков длиннее {limit} звеньев: здесь пункт {id}", "пусть одно из событий записывают: уберите у него latest", "a chain of deadlines has more than {limit} links: item {id}", "let one of the events be recorded: remove its latest"),
  "too-many-windows": entry("error", "у срока больше {limit} дат", "разделите пункт или сократите список", "the deadline has more than {limit} dates", "split the item or shorten the list"),
  "too-many-dates": entry("error", "в плане больше {limit} дат", "разделите его на несколько серий", "the plan has more than {limit} dates", "split it into several series"),
  "too-many-findings": entry("warning", "показаны первые {limit}, остальных: {count}", "исправьте эти и проверьте снова", "the first {limit} are shown, {count} are not", "correct these and check again"),
  "device-name": entry("error", "имя «{id}» не годится: в Windows так называется устройство, файла с таким именем не бывает", "дайте другое имя", "the id “{id}” will not do: on Windows it names a device, and no file can be called so", "use another id"),
  "party-cycle": entry("error", "сторона «{name}» через группы входит сама в себя", "уберите одно из member-of", "party “{name}” is a member of itself", "remove one member-of"),
  "occurrence-of-own": entry("error", "событие «{name}» у каждой организации своё, одной даты для всех у него нет", "записывают только события со scope: public; для своей даты есть калькулятор", "event “{name}” is each organisation’s own and has no one date", "only events with scope: public are recorded; the calculator serves own dates"),
  "occurrence-needs-period": entry("error", "событие «{name}» повторяется: не сказано, за какой период", "добавьте period: {example}", "event “{name}” repeats: the period is not given", "add period: {example}"),
  "unknown-occurrence-period": entry("error", "у события «{name}» нет периода {period}", ["выберите: {choices}", "уберите period: событие не повторяется"], "event “{name}” has no period {period}", ["use one of: {choices}", "remove period: the event does not repeat"]),
  "no-calendar": entry("error", "рабочий календарь «{calendar}» не знает {year} года", "добавьте plan/calendars/{calendar}/{year}.yaml по постановлению или дождитесь его", "calendar “{calendar}” does not know the year {year}", "add plan/calendars/{calendar}/{year}.yaml"),
  "calendar-totals": entry("error", "рабочих дней в месяце {month}: по переносам {actual}, в workdays {expected}", "сверьте переносы и праздники с постановлением", "working days in month {month}: {actual} by the transfers, {expected} in workdays", "compare transfers and holidays with the decree"),
  "provisional-calendar": entry("info", "дата стоит на предварительном календаре {year} года: {day}", "замените календарь, когда выйдет постановление", "a date leans on the provisional calendar of {year}: {day}", "replace the calendar when the decree is out"),
  "nothing-dated": entry("error", "на срок пункта {item} нельзя опереться: у него нет даты или нет начала", "укажите другой пункт", "nothing can lean on the deadline of item {item}: it has no date or no start", "refer to another item"),
  // What was published before
  "ledger-broken": entry("error", "журнал публикаций не годится: {what}", "его ведёт только srok publish; верните файл таким, каким он был опубликован: git checkout ВЕТКА -- ФАЙЛ", "the ledger of publications cannot be used: {what}", "only srok publish writes it; restore the published file: git checkout BRANCH -- FILE"),
  "published-name-changed": entry("error", "{key} изменён, а подписчики знают записи под именем «{published}»: у всех подписок записи удвоятся", "верните {key}: {published}", "{key} has changed and subscribers know the entries by “{published}”: every subscription would show them twice", "put {key} back: {published}"),
  "published-year-gone": entry("error", "план {year} года опубликован, а среди публикуемых его больше нет; записей в календарях: {count}", "верните папку года и уберите status: draft из его order.yaml", "the plan of {year} was published and is not among the published plans any more; entries in calendars: {count}", "restore the year’s folder and remove status: draft from its order.yaml"),
  "published-item-gone": entry("error", "пункт {item} опубликован, а в плане {year} года его больше нет", "верните строку; если пункт исключён, напишите в ней withdrawn с причиной: подписчики увидят отмену", "item {item} was published and is not in the plan of {year} any more", "restore the row; if it is taken out, write withdrawn with the reason: subscribers will see it cancelled"),
  "published-order-changed": entry("error", "опубликованные даты пункта {item} сдвинулись в списке: эта стоит на месте {place}", "опубликованные даты называются по месту в списке; дайте этой постоянное имя: key: \"{key}\" (даты списком on перепишите через each)", "the published dates of item {item} have shifted in their list: this one stands in place {place}", "published dates are known by their place; name this one: key: \"{key}\" (write a list under on as each)"),
  "published-key-changed": entry("warning", "дата пункта {item} опубликована под именем «{key}», теперь это «{now}»: подписчики увидят отмену и новую запись", "верните имя: key: \"{key}\"; если так задумано, публикация потребует --accept published-key-changed", "a date of item {item} was published as “{key}” and is “{now}” now: subscribers would see it cancelled and new", "put the key back: key: \"{key}\"; if it is meant, the publication will ask for --accept published-key-changed"),
  "name-reused": entry("error", "имя «{name}» уже опубликовано за другим: {label}", "возьмите имя, которого ещё не было: по старому адресу остались подписчики", "the id “{name}” was already published for something else: {label}", "use an id that never was: the old address has subscribers"),
  "uncited-change": entry("error", "пункт {item} изменён после публикации, а на основании чего – не сказано", "назовите приказ: amended-by: [имя из amendments в order.yaml]; если исправлены только наши данные – corrected: [что исправлено]", "item {item} has changed since it was published and does not say on what ground", "name the amendment: amended-by: [an id of amendments in order.yaml]; for a correction of our own data: corrected: [what was corrected]"),
  "feed-shrinks": entry("warning", "календарь {feed} сократится за одну публикацию больше чем на {percent} %: записей было {before}, станет {now}", "проверьте, что так задумано; публикация потребует --accept feed-shrinks", "calendar {feed} would shrink by more than {percent} % in one publication: {before} entries before, {now} after", "make sure that it is meant; the publication will ask for --accept feed-shrinks"),
  "feed-ends": entry("warning", "календарь {feed} опубликован, а после правки в нём ничего не останется", "проверьте, что так задумано; публикация потребует --accept feed-ends", "calendar {feed} was published and nothing would be left in it", "make sure that it is meant; the publication will ask for --accept feed-ends"),
  "feed-large": entry("warning", "календарь {feed} вырос до {kilobytes} кБ: программы подписчиков перестают принимать около {limit} кБ", "сократите короткие тексты пунктов или хранимое прошлое: feeds, overview-months в series.yaml", "calendar {feed} has grown to {kilobytes} kB: subscribers’ programs stop taking it at about {limit} kB", "shorten the items’ short texts, or keep less of the past: feeds, overview-months in series.yaml"),
  "feed-too-large": entry("error", "календарь {feed} больше, чем принимают программы подписчиков: {kilobytes} кБ из {limit}", "храните меньше прошлого (feeds, overview-months в series.yaml) или поднимите предел fail-bytes, если знаете, кто подписан", "calendar {feed} is larger than subscribers’ programs take: {kilobytes} kB of {limit}", "keep less of the past (feeds, overview-months in series.yaml), or raise fail-bytes if you know who subscribes"),
  "feed-too-long": entry("error", "в календаре {feed} записей больше, чем принимают программы подписчиков: {count} из {limit}", "храните меньше прошлого (feeds, overview-months в series.yaml) или поднимите предел entries, если знаете, кто подписан", "calendar {feed} has more entries than subscribers’ programs take: {count} of {limit}", "keep less of the past (feeds, overview-months in series.yaml), or raise entries if you know who subscribes"),
  // Lint
  "deadline-on-day-off": entry("info", "срок {day} приходится на нерабочий день: успеть до {planBy}, следующий рабочий – {rolled}", [], "the deadline {day} is a day off: plan by {planBy}, the next working day is {rolled}", []),
  "named-day-off": entry("warning", "назначено на нерабочий день: {day}; такой срок не переносится", "ближайшие рабочие дни – {planBy} и {rolled}; если так в приказе, добавьте accept с причиной", "set on a day off: {day}; such a deadline does not move", "the nearest working days are {planBy} and {rolled}; if the order says so, add accept with a reason"),
  "month-ends-on-days-off": entry("info", "месяц кончается нерабочими днями; последний рабочий день – {days}", [], "the month ends with days off; its last working day is {days}", []),
  "control-before-deadline": entry("warning", "контроль {control} раньше конца срока {deadline}", "проверьте даты; если так в приказе, добавьте accept с причиной", "control on {control} is before the end of the deadline, {deadline}", "check the dates; if the order says so, add accept with a reason"),
  "control-on-deadline": entry("warning", "контроль назначен на сам день срока: {day}", "срок истекает в конце дня; перенесите контроль на следующий день; если так в приказе, добавьте accept с причиной", "the control is on the day of the deadline itself: {day}", "the deadline ends with the day; move the control to the next one; if the order says so, add accept with a reason"),
  "nobody-responsible": entry("warning", "у пункта {id} есть срок и нет ответственных", "добавьте responsible; если так в приказе, добавьте accept с причиной", "item {id} has a deadline and nobody responsible", "add responsible; if the order says so, add accept with a reason"),
  "control-without-form": entry("warning", "у контроля пункта {id} есть срок и нет формы", "добавьте form; если форма стоит у другого пункта – control-of; если так в приказе, добавьте accept с причиной", "the control of item {id} has a deadline and no form", "add form; if another item has it, control-of; if the order says so, add accept with a reason"),
  "skipped-number": entry("warning", "перед пунктом {id} нет пункта {missing}", "проверьте номера; если так в приказе, добавьте accept с причиной", "there is no item {missing} before item {id}", "check the numbers; if the order says so, add accept with a reason"),
  "wording-differs": entry("warning", "слова и правило расходятся: слова – {said}, правило – {ruled}", "исправьте то, что неверно; если правило верно, а слова значат другое, добавьте reading с причиной", "words and rule differ: the words – {said}, the rule – {ruled}", "correct the one that is wrong; if the rule is right, add reading with the reason"),
  "wording-unread": entry("info", "слова срока не читаются: «{word}»; сверьте правило с приказом сами", ["так читается: «{nearest}»"], "the wording cannot be read at “{word}”; compare the rule by eye", ["this can be read: “{nearest}”"]),
  "wording-names-party": entry("warning", "слова и список сторон расходятся: {names}", "сверьте с приказом; если слово значит другое, поясните чтением (party-reading) или добавьте accept с причиной", "the words and the list of parties differ: {names}", "compare with the order; if the word means something else, explain it by a reading (party-reading) or add accept with a reason"),
  "crowded-day": entry("info", "у стороны «{party}» в один день, {day}, сроков: {count} – пункты {items}", [], "party “{party}” has {count} deadlines on one day, {day}: items {items}", []),
  "busiest-week": entry("info", "больше всего сроков на неделе {from} – {to}: {count}", [], "the week with most deadlines is {from} – {to}: {count}", []),
  "working-weekend": entry("info", "{day} – рабочий день: выходной перенесён на {movedTo}", "предупредите исполнителей: в этот день работают", "{day} is a working day: the day off is moved to {movedTo}", "warn those responsible: that day is worked"),
  "new-year-snapshot": entry("info", "сведения на {day}: последний рабочий день до этого – {last}", [], "figures as of {day}: the last working day before is {last}", []),
  "still-awaited": entry("info", "события «{name}» до сих пор ждут (пункты: {items}), а план на {year} год уже сменился следующим", "запишите событие, если оно произошло: srok record {name}", "items {items} wait for event “{name}”, and the plan of {year} has been followed by the next", "record the event if it happened: srok record {name}"),
  "review-left": entry("error", "дата перенесена с прошлого года и не сверена, а план уже не черновик", "сверьте дату и удалите review: true или верните status: draft в order.yaml", "a date was carried over from last year and not reviewed, and the plan is no draft any more", "review the date and remove review: true, or put status: draft back into order.yaml"),
  "review-pending": entry("info", "в этом файле осталось сверить: {count}", "сверили – удалите review: true", "still to be reviewed in this file: {count}", "once reviewed, remove review: true"),
  "unused-party": entry("warning", "стороне «{name}» ничего не поручено и она никого не координирует", "уберите её или добавьте accept с причиной", "party “{name}” has nothing to do and oversees nobody", "remove it or add accept with a reason"),
  "unused-event": entry("warning", "события «{name}» ничто не ждёт", "уберите его или исправьте ссылку", "nothing waits for event “{name}”", "remove it or correct the reference"),
  "unused-period": entry("warning", "период «{name}» нигде не используется", "уберите его или исправьте ссылку", "period “{name}” is not used", "remove it or correct the reference"),
  "unused-reading": entry("warning", "чтение «{name}» нигде не используется", "уберите его или исправьте ссылку", "reading “{name}” is not used", "remove it or correct the reference"),
  "unused-term": entry("warning", "сокращение «{name}» из словаря в плане не встречается", "уберите его; если так в приказе, добавьте accept с причиной", "abbreviation “{name}” of the glossary does not occur in the plan", "remove it; if the order says so, add accept with a reason"),
  "undefined-abbreviation": entry("warning", "сокращения «{name}» нет в словаре", "добавьте его в glossary.yaml; если так в приказе, добавьте accept с причиной", "abbreviation “{name}” is not in the glossary", "add it to glossary.yaml; if the order says so, add accept with a reason"),
  "slip-not-found": entry("error", "этих слов с опиской в тексте нет: «{text}»", "скопируйте их из текста буква в букву", "the text has no such words: “{text}”", "copy them to the letter"),
  "short-not-excerpt": entry("error", "короткий текст меняет слова приказа: «{part}»", "можно только пропускать слова, отмечая пропуск «…»", "the short text changes the words of the order: “{part}”", "only leave words out, marking each gap with “…”"),
  "accept-unused": entry("warning", "замечания {code} здесь нет, accept лишний", "уберите его", "there is no {code} here, accept is not needed", "remove it"),
  "accept-unknown": entry("error", "кода замечания «{code}» нет", ["возможно, «{suggestion}»", "возьмите код из вывода проверки"], "there is no diagnostic code “{code}”", ["did you mean “{suggestion}”?", "take the code that the check prints"]),
  "accept-error": entry("error", "с ошибкой {code} согласиться нельзя", "исправьте её", "the error {code} cannot be accepted", "correct it"),
  // Reading a document
  "document-empty": entry("error", "файл пуст", "проверьте, тот ли это файл", "the file is empty", "check that this is the right file"),
  "document-format": entry("error", "файл не читается: {what}", "сохраните его как DOCX, HTML, CSV или текст", "the file cannot be read: {what}", "save it as DOCX, HTML, CSV or text"),
  "document-encoding": entry("error", "кодировка файла не читается, похоже на {encoding}", "сохраните файл в UTF-8 (читаются и UTF-16, и windows-1251)", "the file’s encoding is not read, it looks like {encoding}", "save the file as UTF-8 (UTF-16 and windows-1251 are read too)"),
  "document-too-large": entry("error", "файл больше {limit} МБ", "уберите из него картинки или разделите его", "the file is larger than {limit} MB", "take out its pictures or split it"),
  "document-bomb": entry("error", "файл распаковывается больше чем в {limit} МБ: так сжаты не слова плана", "откройте его в редакторе и сохраните заново", "the file unpacks to more than {limit} MB: this is not a plan’s words", "open it in an editor and save it anew"),
  "document-limit": entry("error", "в документе слишком много: {what} – больше {limit}", "проверьте, тот ли это файл", "the document has too much of one thing: {what} – more than {limit}", "check that this is the right file"),
  "document-macros": entry("error", "в документе макросы", "сохраните его как .docx, без макросов", "the document has macros", "save it as .docx, without macros"),
  "document-broken": entry("error", "документ повреждён: {what}", "откройте его в редакторе и сохраните заново", "the document is damaged: {what}", "open it in an editor and save it anew"),
  "document-no-table": entry("error", "таблицы плана в документе нет: ни у одной нет граф {columns}", "проверьте, тот ли это файл; в тексте графы разделяются табуляцией", "the document has no table of a plan: none has the columns {columns}", "check that this is the right file; in a text, columns are separated by tabs"),
  "document-columns": entry("error", "в таблице плана не нашлось граф: {columns}", "назовите графы в её первой строке, как в приказе", "the table of the plan lacks columns: {columns}", "name the columns in its first row, as the order does"),
  "document-number": entry("error", "номер строки не читается: «{value}»", "номера – цифры через точку: 1.2.3; буквы – только под ними: а)", "the number of a row cannot be read: “{value}”", "numbers are digits with dots: 1.2.3; letters only below them: a)"),
  "document-number-twice": entry("error", "номер «{value}» в таблице дважды", "исправьте номер в документе", "number “{value}” is in the table twice", "correct the number in the document"),
  "document-no-number": entry("error", "строка без номера стоит раньше всех номеров: «{value}»", "дайте ей номер", "a row without a number stands before all numbers: “{value}”", "give it a number"),
  "document-no-rows": entry("error", "в таблице плана нет ни одной строки", "проверьте, тот ли это файл", "the table of the plan has no rows", "check that this is the right file"),
  "document-no-year": entry("error", "год плана в документе не назван", "добавьте ключ --year: --year 2031", "the document does not name the plan’s year", "add --year: --year 2031"),
} as const satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof catalogue;

/** Words that stand beside a related place. */
export const relatedWording = {
  "first-here": { ru: "первый раз – здесь", en: "first here" },
  "path-here": { ru: "звено круга", en: "a link of the circle" },
  "deadline-here": { ru: "срок – здесь", en: "the deadline" },
} as const;

/** How severe a code is. */
export function severityOf(code: DiagnosticCode): Severity {
  return catalogue[code].severity;
}
