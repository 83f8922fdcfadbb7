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
  // Shape
  "unknown-key": entry("error", "ключ «{key}» здесь не бывает", ["возможно, «{suggestion}»", "здесь бывают: {known}", "уберите его"], "key “{key}” is not known here", ["did you mean “{suggestion}”?", "known here: {known}", "remove it"]),
  "missing-key": entry("error", "не хватает ключа {key}", "добавьте: {key}: …", "key {key} is missing", "add: {key}: …"),
  "key-needs": entry("error", "ключ {key} имеет смысл только вместе с {needs}", "добавьте {needs} или уберите {key}", "key {key} needs {needs}", "add {needs} or remove {key}"),
  "wrong-type": entry("error", "здесь нужно: {expected}, а написано: {actual}", ["возьмите в скобки: [{single}]", "уберите кавычки: {bare}", "начните с ключа {keys}", "исправьте или уберите ключ"], "expected here: {expected}; found: {actual}", ["put it in brackets: [{single}]", "remove the quotes: {bare}", "begin with the key {keys}", "correct the value or remove the key"]),
  "unquoted": entry("error", "без кавычек {value} – не текст", "возьмите в кавычки: \"{value}\"", "without quotes {value} is not a text", "put it in quotes: \"{value}\""),
  "bad-choice": entry("error", "значение «{value}» не из списка: {choices}", ["возможно, «{suggestion}»", "выберите из списка"], "“{value}” is not one of: {choices}", ["did you mean “{suggestion}”?", "choose one of the list"]),
  "bad-text": entry("error", "текст пуст", "впишите слова приказа", "the text is empty", "write the words of the order"),
  "bad-slug": entry("error", "«{value}» не годится как имя", "имя – строчные латинские буквы, цифры и дефис, не длиннее 40 знаков: school-year", "“{value}” cannot be a name", "a name is lower-case Latin letters, digits and hyphens, at most 40: school-year"),
  "bad-key": entry("error", "«{value}» не годится как постоянное имя записи", "имя – строчные латинские буквы, цифры и дефис: half-year-1", "“{value}” cannot be a key", "a key is lower-case Latin letters, digits and hyphens: half-year-1"),
  "bad-item-id": entry("error", "«{value}» – не номер пункта", "номер – цифры через точку без точки на конце, в кавычках: \"1.2.3\"; строка без номера – \"1.2.3-1\"", "“{value}” is not an item id", "an id is digits with dots, without a final dot, in quotes: \"1.2.3\"; an unnumbered row is \"1.2.3-1\""),
  "bad-section-id": entry("error", "«{value}» – не номер раздела", "номер раздела – цифры в кавычках: \"3\"", "“{value}” is not a section id", "a section id is digits in quotes: \"3\""),
  "bad-day": entry("error", "«{value}» – не день", "день пишется ММ-ДД: 09-06 – 6 сентября", "“{value}” is not a day", "a day is written MM-DD: 09-06 is 6 September"),
  "bad-date": entry("error", "«{value}» – не дата", "дата пишется ГГГГ-ММ-ДД: 2031-05-17", "“{value}” is not a date", "a date is written YYYY-MM-DD: 2031-05-17"),
  "bad-month": entry("error", "«{value}» – не месяц", "месяц – число от 1 до 12, месяцы подряд – через дефис: 2-3", "“{value}” is not a month", "a month is a number from 1 to 12, a run of months has a hyphen: 2-3"),
  "bad-every-on": entry("error", "«{value}» – не день внутри периода", "выберите: last-working-day, last-day, first-working-day, first-day-after или число от 1 до 31", "“{value}” is not a day of a period", "use last-working-day, last-day, first-working-day, first-day-after or a number from 1 to 31"),
  "bad-number": entry("error", "число {value} вне пределов", "нужно число от {minimum} до {maximum}", "number {value} is out of range", "use {minimum} to {maximum}"),
  "bad-count": entry("error", "«{value}» – не число дней или месяцев", "нужно целое число от 1; сам день события – это on-day-of", "“{value}” is not a number of days or months", "use a whole number from 1; the day of the event itself is on-day-of"),
  "bad-url": entry("error", "«{value}» – не адрес", "адрес начинается с https:// и не содержит пробелов", "“{value}” is not an address", "an address begins with https:// and has no spaces"),
  "bad-format": entry("error", "«{value}» записано не так, как нужно", ["напишите по образцу: {example}", "сравните с другими файлами плана"], "“{value}” is not written as it should be", ["write it like this: {example}", "compare with the other files of the plan"]),
  "too-few": entry("error", "в списке должно быть не меньше {minimum}", "дополните список или уберите его", "the list needs at least {minimum}", "add to the list or remove it"),
  "too-many": entry("error", "в списке должно быть не больше {maximum}", "уберите лишнее", "the list takes at most {maximum}", "remove what is too much"),
  "not-unique": entry("error", "«{value}» в списке дважды", "оставьте одно", "“{value}” is listed twice", "keep one"),
  "two-kinds": entry("error", "у срока сразу {count} вида: {kinds}", "оставьте один; несколько сроков с разными адресатами пишутся через each, правила на выбор – через any", "the deadline has {count} kinds at once: {kinds}", "keep one; several deadlines go under each, alternatives under any"),
  "rule-missing": entry("error", "есть слова срока, но нет правила", "добавьте одно из: {kinds}", "the deadline has a wording and no rule", "add one of: {kinds}"),
  "wording-missing": entry("error", "есть правило, но нет слов приказа", "добавьте text: «срок дословно»", "the deadline has a rule and no wording", "add text: the words of the order"),
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
  "wrong-section": entry("error", "пункт {id} стоит в разделе {section}", "перенесите его в раздел {expected} или исправьте номер", "item {id} stands in section {section}", "move it to section {expected} or correct the id"),
  "wrong-place": entry("error", "в файле написано «{value}», а лежит он в «{folder}»", "исправьте значение или перенесите файл", "the file says “{value}” and lies in “{folder}”", "correct the value or move the file"),
  "number-out-of-order": entry("warning", "пункт {id} стоит после {previous}", "расставьте пункты по порядку номеров", "item {id} stands after {previous}", "put the items in the order of their numbers"),
  "cycle": entry("error", "сроки зависят друг от друга по кругу: {path}", "уберите одну из связей", "deadlines depend on one another in a circle: {path}", "remove one of the links"),
  "party-cycle": entry("error", "сторона «{name}» через группы входит сама в себя", "уберите одно из member-of", "party “{name}” is a member of itself", "remove one member-of"),
  "occurrence-of-own": entry("error", "событие «{name}» у каждой организации своё, одной даты для всех у него нет", "записывают только события со scope: public; для своей даты есть калькулятор", "event “{name}” is each organisation’s own and has no one date", "only events with scope: public are recorded; the calculator serves own dates"),
  "occurrence-needs-period": entry("error", "событие «{name}» повторяется: не сказано, за какой период", "добавьте period: {example}", "event “{name}” repeats: the period is not given", "add period: {example}"),
  "unknown-occurrence-period": entry("error", "у события «{name}» нет периода {period}", ["выберите: {choices}", "уберите period: событие не повторяется"], "event “{name}” has no period {period}", ["use one of: {choices}", "remove period: the event does not repeat"]),
  "no-calendar": entry("error", "рабочий календарь «{calendar}» не знает {year} года", "добавьте plan/calendars/{calendar}/{year}.yaml по постановлению или дождитесь его", "calendar “{calendar}” does not know the year {year}", "add plan/calendars/{calendar}/{year}.yaml"),
  "calendar-totals": entry("error", "рабочих дней в месяце {month}: по переносам {actual}, в workdays {expected}", "сверьте переносы и праздники с постановлением", "working days in month {month}: {actual} by the transfers, {expected} in workdays", "compare transfers and holidays with the decree"),
  "provisional-calendar": entry("info", "дата стоит на предварительном календаре {year} года: {day}", "замените календарь, когда выйдет постановление", "a date leans on the provisional calendar of {year}: {day}", "replace the calendar when the decree is out"),
  "nothing-dated": entry("error", "на срок пункта {item} нельзя опереться: у него нет даты или нет начала", "укажите другой пункт", "nothing can lean on the deadline of item {item}: it has no date or no start", "refer to another item"),
  // Lint
  "deadline-on-day-off": entry("info", "срок {day} приходится на нерабочий день: успеть до {planBy}, следующий рабочий – {rolled}", [], "the deadline {day} is a day off: plan by {planBy}, the next working day is {rolled}", []),
  "named-day-off": entry("warning", "назначено на нерабочий день: {day}; такой срок не переносится", "ближайшие рабочие дни – {planBy} и {rolled}; если так в приказе, добавьте accept с причиной", "set on a day off: {day}; such a deadline does not move", "the nearest working days are {planBy} and {rolled}; if the order says so, add accept with a reason"),
  "month-ends-on-days-off": entry("info", "месяц кончается нерабочими днями; последний рабочий день – {days}", [], "the month ends with days off; its last working day is {days}", []),
  "control-before-deadline": entry("warning", "контроль {control} раньше конца срока {deadline}", "проверьте даты; если так в приказе, добавьте accept с причиной", "control on {control} is before the end of the deadline, {deadline}", "check the dates; if the order says so, add accept with a reason"),
  "control-on-deadline": entry("warning", "контроль назначен на сам день срока: {day}", "срок истекает в конце дня; перенесите контроль на следующий день; если так в приказе, добавьте accept с причиной", "the control is on the day of the deadline itself: {day}", "the deadline ends with the day; move the control to the next one; if the order says so, add accept with a reason"),
  "nobody-responsible": entry("warning", "у пункта {id} есть срок и нет ответственных", "добавьте responsible; если так в приказе, добавьте accept с причиной", "item {id} has a deadline and nobody responsible", "add responsible; if the order says so, add accept with a reason"),
  "control-without-form": entry("warning", "у контроля пункта {id} есть срок и нет формы", "добавьте form; если форма стоит у другого пункта – control-of; если так в приказе, добавьте accept с причиной", "the control of item {id} has a deadline and no form", "add form; if another item has it, control-of; if the order says so, add accept with a reason"),
  "skipped-number": entry("warning", "перед пунктом {id} нет пункта {missing}", "проверьте номера; если так в приказе, добавьте accept с причиной", "there is no item {missing} before item {id}", "check the numbers; if the order says so, add accept with a reason"),
  "wording-names-party": entry("warning", "слова и список сторон расходятся: {names}", "сверьте с приказом; если слово значит другое, поясните чтением (party-reading) или добавьте accept с причиной", "the words and the list of parties differ: {names}", "compare with the order; if the word means something else, explain it by a reading (party-reading) or add accept with a reason"),
  "crowded-day": entry("info", "у стороны «{party}» в один день, {day}, сроков: {count} – пункты {items}", [], "party “{party}” has {count} deadlines on one day, {day}: items {items}", []),
  "busiest-week": entry("info", "больше всего сроков на неделе {from} – {to}: {count}", [], "the week with most deadlines is {from} – {to}: {count}", []),
  "working-weekend": entry("info", "{day} – рабочий день: выходной перенесён на {movedTo}", "предупредите исполнителей: в этот день работают", "{day} is a working day: the day off is moved to {movedTo}", "warn those responsible: that day is worked"),
  "new-year-snapshot": entry("info", "сведения на {day}: последний рабочий день до этого – {last}", [], "figures as of {day}: the last working day before is {last}", []),
  "still-awaited": entry("info", "события «{name}» ждут пункты {items}, а план на {year} год уже сменился следующим", "запишите событие, если оно произошло: srok record {name}", "items {items} wait for event “{name}”, and the plan of {year} has been followed by the next", "record the event if it happened: srok record {name}"),
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
