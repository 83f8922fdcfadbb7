// Written by schema/generate.ts from schema/*.schema.json. Do not edit.

/**
 * Названный день или список дней: 09-06 или [08-12, 08-23].
 * 
 * @minItems 1
 */
export type On = (string | string[])
/**
 * Замечания проверки, с которыми согласились: так в приказе, исправлять нечего.
 * 
 * @minItems 1
 */
export type Accept = {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
code: string
/**
 * Текст, дословно.
 */
reason: string
}[]
/**
 * Описки оригинала. Текст остаётся как в приказе, описка помечается на странице.
 * 
 * @minItems 1
 */
export type Slips = {
/**
 * Текст, дословно.
 */
text: string
/**
 * Текст, дословно.
 */
note: string
}[]
/**
 * День ММ-ДД или { item: "2.3" } – день срока этого пункта.
 */
export type Boundary = (string | {
/**
 * Номер пункта без точки на конце, в кавычках: "3.5.12". Строки без номера – "1.1.5-1".
 */
item: string
})
/**
 * Названный месяц: 4; месяцы подряд: 2-3; несколько: [4, 5]. Каждый – отдельный срок.
 * 
 * @minItems 1
 */
export type Month = (number | string | (number | string)[])
/**
 * Повторяется: week, month, quarter или имя повторяющегося периода. С уточнением – { unit: month, on: last-working-day }.
 */
export type Every = (string | {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
unit: string
/**
 * День внутри каждого: last-working-day – последний рабочий, last-day – последний календарный, first-day-after – первый день после конца, число – этот день месяца.
 */
on?: (string | number)
/**
 * «на N число»: сведения по состоянию на день, дата никогда не переносится.
 */
"as-of"?: number
in?: RunsIn
/**
 * С какого месяца года: «начиная с февраля» – 2.
 */
since?: number
})
/**
 * В каких границах повторяется: имя периода из periods.yaml или границы по отдельности.
 */
export type RunsIn = (string | {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
period?: string
/**
 * День года плана: ММ-ДД, например 09-06 – 6 сентября. С годом (ГГГГ-ММ-ДД) – только если день не в году плана.
 */
from?: string
/**
 * День года плана: ММ-ДД, например 09-06 – 6 сентября. С годом (ГГГГ-ММ-ДД) – только если день не в году плана.
 */
to?: string
})
/**
 * Событие: его имя из events.yaml или { end-of: период } – конец повторяющегося периода.
 */
export type EventRef = (string | {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
"end-of": string
/**
 * С какого месяца года: «начиная с февраля» – 2.
 */
since?: number
})

export interface EveryFile {
CalendarFile?: CalendarFile
EventsFile?: EventsFile
GlossaryFile?: GlossaryFile
OccurrencesFile?: OccurrencesFile
OrderFile?: OrderFile
PartiesFile?: PartiesFile
PeriodsFile?: PeriodsFile
ReadingsFile?: ReadingsFile
RuleSetFile?: RuleSetFile
SectionFile?: SectionFile
SeriesFile?: SeriesFile
}
/**
 * Рабочий календарь одного года.
 */
export interface CalendarFile {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
calendar: string
/**
 * Календарный год.
 */
year: number
/**
 * approved – акт вышел; provisional – акта ещё нет или его текст не видели.
 */
status: ("approved" | "provisional")
decree?: Source
/**
 * Полная дата: ГГГГ-ММ-ДД, например 2024-02-13.
 */
"decree-date"?: string
source?: Source
/**
 * Выходные дни недели.
 * 
 * Items: День недели.
 */
weekend: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
/**
 * Текст, дословно.
 */
"weekend-source"?: string
/**
 * Нерабочие праздничные дни.
 * 
 * Items: Праздник.
 */
holidays: {
on: On
/**
 * Текст, дословно.
 */
name: string
/**
 * Текст, дословно.
 */
source: string
}[]
/**
 * Переносы выходных дней.
 * 
 * Items: Выходной перенесён.
 */
transfers?: {
/**
 * Полная дата: ГГГГ-ММ-ДД, например 2024-02-13.
 */
from: string
/**
 * Полная дата: ГГГГ-ММ-ДД, например 2024-02-13.
 */
to: string
/**
 * Текст, дословно.
 */
source: string
}[]
/**
 * Предпраздничные дни, короче на час.
 * 
 * Items: Полная дата: ГГГГ-ММ-ДД, например 2024-02-13.
 */
"short-days"?: string[]
/**
 * Рабочих дней по месяцам: по ним проверяется календарь.
 * 
 * @minItems 12
 * @maxItems 12
 * 
 * Items: Рабочих дней в месяце.
 */
workdays: number[]
accept?: Accept
}
/**
 * Откуда это известно: документ, его пункт и адрес.
 */
export interface Source {
/**
 * Текст, дословно.
 */
title: string
/**
 * Адрес, начинается с https://.
 */
url?: string
/**
 * Текст, дословно.
 */
note?: string
}
/**
 * События, от которых считаются сроки.
 */
export interface EventsFile {
/**
 * События этого года.
 */
events: Event[]
}
/**
 * Событие, которого ждёт срок.
 */
export interface Event {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
id: string
/**
 * Текст, дословно.
 */
title: string
/**
 * public – одна дата для всех, её записывают в occurrences.yaml; own – у каждой организации своя, только для калькулятора.
 */
scope: ("public" | "own")
/**
 * Номер пункта без точки на конце, в кавычках: "3.5.12". Строки без номера – "1.1.5-1".
 */
latest?: string
source?: Source
accept?: Accept
}
/**
 * Используемые сокращения, дословно.
 */
export interface GlossaryFile {
/**
 * Текст, дословно.
 */
title: string
/**
 * Сокращения по порядку.
 * 
 * Items: Сокращение и его значение.
 */
terms: {
/**
 * Текст, дословно.
 */
term: string
/**
 * Текст, дословно.
 */
meaning: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
party?: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
period?: string
slips?: Slips
accept?: Accept
}[]
}
/**
 * Что уже произошло: даты событий. Одна строка – и все зависящие сроки получают даты.
 */
export interface OccurrencesFile {
/**
 * Записи по порядку появления.
 */
occurrences: Occurrence[]
}
/**
 * Событие произошло: когда и откуда это известно.
 */
export interface Occurrence {
/**
 * Постоянное имя этой даты внутри пункта: входит в адрес записи календаря и не меняется, даже если дата перенесена.
 */
id: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
event: string
/**
 * Полная дата: ГГГГ-ММ-ДД, например 2024-02-13.
 */
date: string
/**
 * Текст, дословно.
 */
title: string
/**
 * За какой период, если событие повторяется: 2024-04.
 */
period?: string
source: Source
}
/**
 * Приказ, которым утверждён план года: дословно.
 */
export interface OrderFile {
/**
 * Календарный год.
 */
year: number
/**
 * draft – черновик: план этого года проверяется, но не публикуется.
 */
status?: "draft"
/**
 * Перенесено с прошлого года и ещё не сверено. Сверили – удалите этот ключ.
 */
review?: true
/**
 * Текст, дословно.
 */
authority: string
/**
 * Текст, дословно.
 */
kind: string
/**
 * Полная дата: ГГГГ-ММ-ДД, например 2024-02-13.
 */
date: string
/**
 * Текст, дословно.
 */
"date-text"?: string
/**
 * Текст, дословно.
 */
number: string
/**
 * Текст, дословно.
 */
place: string
/**
 * Текст, дословно.
 */
title: string
/**
 * Текст, дословно.
 */
preamble: string
/**
 * Текст, дословно.
 */
resolution?: string
/**
 * Пункты приказа.
 * 
 * @minItems 1
 * 
 * Items: Пункт приказа.
 */
clauses: {
/**
 * Номер, как напечатан.
 */
number: string
/**
 * Текст, дословно.
 */
text: string
/**
 * Подпункты.
 * 
 * @minItems 1
 * 
 * Items: Подпункт.
 */
parts?: {
/**
 * Номер, как напечатан.
 */
number: string
/**
 * Текст, дословно.
 */
text: string
}[]
slips?: Slips
}[]
/**
 * Подпись.
 */
signature: {
/**
 * Текст, дословно.
 */
post: string
/**
 * Текст, дословно.
 */
name: string
}
/**
 * Текст, дословно.
 */
drafter?: string
/**
 * Текст, дословно.
 */
mailing?: string
/**
 * Текст, дословно.
 */
"plan-title": string
/**
 * Заголовки шести граф таблицы.
 * 
 * @minItems 6
 * @maxItems 6
 * 
 * Items: Текст, дословно.
 */
columns?: string[]
source?: Source
slips?: Slips
accept?: Accept
}
/**
 * Стороны плана: кто исполняет, кто входит в группу, кто координирует.
 */
export interface PartiesFile {
/**
 * Стороны в том порядке, в каком их показывает сайт.
 * 
 * @minItems 1
 */
parties: Party[]
}
/**
 * Сторона плана.
 */
export interface Party {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
id: string
/**
 * Текст, дословно.
 */
label: string
/**
 * Текст, дословно.
 */
mark?: string
/**
 * Текст, дословно.
 */
name: string
/**
 * Группы, в которые входит: получает и то, что поручено группе.
 * 
 * @minItems 1
 * 
 * Items: Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
"member-of"?: string[]
/**
 * Органы, чей это специалист: их календари содержат и его обязанности.
 * 
 * @minItems 1
 * 
 * Items: Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
"officer-of"?: string[]
/**
 * Чью работу координирует; all – всех.
 * 
 * @minItems 1
 */
oversees?: (string[] | string)
/**
 * Пределы координации словами приказа.
 * 
 * @minItems 1
 * 
 * Items: Текст, дословно.
 */
scope?: string[]
/**
 * Пункт приказа, который это поручает.
 */
clause?: string
accept?: Accept
}
/**
 * Именованные периоды: приёмные кампании, учебный год, отчётный период.
 */
export interface PeriodsFile {
/**
 * Периоды этого года.
 */
periods: Period[]
}
/**
 * Один период. Вид: from и to, same-as (срок другого пункта) или every (повторяется).
 */
export interface Period {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
id: string
/**
 * Текст, дословно.
 */
title: string
from?: Boundary
to?: Boundary
/**
 * Переходит через новый год.
 */
wraps?: true
/**
 * Номер пункта без точки на конце, в кавычках: "3.5.12". Строки без номера – "1.1.5-1".
 */
"same-as"?: string
/**
 * Повторяется: отчётный период – month.
 */
every?: ("week" | "month" | "quarter" | "half-year" | "year")
/**
 * latest – самая поздняя законная дата начала: фактическую можно вписать, когда она известна, с источником.
 */
"start-is"?: ("exact" | "latest")
/**
 * Границы – соглашение редакции, в приказе их нет.
 */
editorial?: true
source: Source
/**
 * Перенесено с прошлого года и ещё не сверено. Сверили – удалите этот ключ.
 */
review?: true
accept?: Accept
}
/**
 * Где слово приказа значит меньше, чем по словарю.
 */
export interface ReadingsFile {
/**
 * Чтения этого года.
 * 
 * Items: Одно чтение.
 */
readings: {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
id: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
party: string
/**
 * Кто имеется в виду.
 * 
 * @minItems 1
 * 
 * Items: Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
as: string[]
/**
 * Текст, дословно.
 */
because: string
}[]
}
/**
 * Свод правил счёта сроков: каждая точка со ссылкой на закон.
 */
export interface RuleSetFile {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
id: string
/**
 * Текст, дословно.
 */
title: string
/**
 * Адрес, начинается с https://.
 */
url?: string
"event-day": EventDay
"until-day": UntilDay
"minimum-working-days"?: Minimum
chain: Chain
"day-ends": DayEnds
/**
 * Конец срока на нерабочем дне, по видам срока.
 */
roll: {
until: Roll
within: Roll
before: Roll
"last-day": Roll
"first-day-after": Roll
named: Roll
}
}
/**
 * День события: не считается (excluded) или считается (included).
 */
export interface EventDay {
/**
 * excluded – счёт со следующего дня.
 */
value: ("excluded" | "included")
/**
 * Текст, дословно.
 */
source: string
/**
 * Текст, дословно.
 */
note?: string
}
/**
 * День D в «до D»: входит (included) или нет (excluded).
 */
export interface UntilDay {
/**
 * included – D ещё в срок.
 */
value: ("included" | "excluded")
/**
 * Текст, дословно.
 */
source: string
/**
 * Текст, дословно.
 */
note?: string
}
/**
 * Самое малое число рабочих дней в сроке.
 */
export interface Minimum {
/**
 * Сколько рабочих дней должно быть в сроке.
 */
value: number
/**
 * Для сроков от стольких дней.
 */
"from-days": number
/**
 * Текст, дословно.
 */
source: string
/**
 * Текст, дословно.
 */
note?: string
}
/**
 * От чего считается следующий срок цепочки: nominal – от дня без переноса, rolled – от перенесённого.
 */
export interface Chain {
/**
 * nominal или rolled.
 */
value: ("nominal" | "rolled")
/**
 * Текст, дословно.
 */
source: string
/**
 * Текст, дословно.
 */
note?: string
}
/**
 * Когда кончается день срока.
 */
export interface DayEnds {
/**
 * Час и минута: 24:00.
 */
value: string
/**
 * Текст, дословно.
 */
source: string
/**
 * Текст, дословно.
 */
note?: string
}
/**
 * none – день не переносится; beside – день остаётся, рядом следующий и предыдущий рабочие; next – переносится вперёд; previous – назад.
 */
export interface Roll {
/**
 * none, beside, next или previous.
 */
value: ("none" | "beside" | "next" | "previous")
/**
 * Текст, дословно.
 */
source: string
/**
 * Текст, дословно.
 */
note?: string
}
/**
 * Раздел плана: заголовок и пункты по порядку, как в приказе.
 */
export interface SectionFile {
/**
 * Заголовок раздела.
 */
section: {
/**
 * Номер раздела арабскими цифрами, в кавычках: "3".
 */
id: string
/**
 * Текст, дословно.
 */
number: string
/**
 * Текст, дословно.
 */
title: string
/**
 * Текст, дословно.
 */
short?: string
slips?: Slips
accept?: Accept
}
/**
 * Строки раздела по порядку.
 * 
 * @minItems 1
 */
items: Item[]
}
/**
 * Пункт плана: одна строка таблицы.
 */
export interface Item {
/**
 * Номер пункта без точки на конце, в кавычках: "3.5.12". Строки без номера – "1.1.5-1".
 */
id: string
/**
 * Номер, как напечатан, если он не «id с точкой»; null – у строки нет номера.
 */
number?: (string | null)
/**
 * Строка выделена курсивом: заголовок для пунктов под ней.
 */
heading?: true
/**
 * Текст, дословно.
 */
activity: string
/**
 * Текст, дословно.
 */
short?: string
/**
 * Номер пункта без точки на конце, в кавычках: "3.5.12". Строки без номера – "1.1.5-1".
 */
"same-cells-as"?: string
/**
 * Ответственные (стороны из parties.yaml), по порядку.
 * 
 * @minItems 1
 * 
 * Items: Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
responsible?: string[]
/**
 * Текст, дословно.
 */
"responsible-text"?: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
"party-reading"?: string
deadline?: Deadline
control?: Control
withdrawn?: Withdrawal
slips?: Slips
/**
 * Текст, дословно.
 */
note?: string
accept?: Accept
}
/**
 * Правило срока. Ровно один вид: on, from, until, month, period, every, within, no-later-than, on-day-of, before, any, each, continuous или external.
 */
export interface Deadline {
/**
 * Текст, дословно.
 */
text?: string
on?: On
/**
 * День года плана: ММ-ДД, например 09-06 – 6 сентября. С годом (ГГГГ-ММ-ДД) – только если день не в году плана.
 */
from?: string
/**
 * День года плана: ММ-ДД, например 09-06 – 6 сентября. С годом (ГГГГ-ММ-ДД) – только если день не в году плана.
 */
to?: string
/**
 * Срок переходит через новый год: «1 сентября – 31 мая».
 */
wraps?: true
extended?: Extended
/**
 * День года плана: ММ-ДД, например 09-06 – 6 сентября. С годом (ГГГГ-ММ-ДД) – только если день не в году плана.
 */
until?: string
month?: Month
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
period?: string
every?: Every
within?: Within
"no-later-than"?: NoLaterThan
"on-day-of"?: EventRef
before?: EventRef
/**
 * Несколько правил, у каждого своё событие: «… (или в день внесения изменений)».
 * 
 * @minItems 2
 */
any?: Deadline[]
/**
 * Несколько сроков, у каждого свои адресаты или предмет.
 * 
 * @minItems 2
 */
each?: Deadline[]
/**
 * Действует постоянно: all-year – «в течение года», daily – «в ежедневном режиме».
 */
continuous?: ("all-year" | "daily")
/**
 * Текст, дословно.
 */
external?: string
/**
 * Кого касается срок (стороны из parties.yaml).
 * 
 * @minItems 1
 * 
 * Items: Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
audience?: string[]
/**
 * Текст, дословно.
 */
subject?: string
/**
 * Постоянное имя этой даты внутри пункта: входит в адрес записи календаря и не меняется, даже если дата перенесена.
 */
key?: string
rules?: RuleOverrides
/**
 * Перенесено с прошлого года и ещё не сверено. Сверили – удалите этот ключ.
 */
review?: true
/**
 * Текст, дословно.
 */
reading?: string
}
/**
 * Продление при условии: «при наличии свободных мест до 25 ноября».
 */
export interface Extended {
/**
 * День года плана: ММ-ДД, например 09-06 – 6 сентября. С годом (ГГГГ-ММ-ДД) – только если день не в году плана.
 */
to: string
/**
 * Текст, дословно.
 */
if: string
}
/**
 * «в течение N рабочих дней после …»: { working-days: 3, after: событие }.
 */
export interface Within {
/**
 * Сколько дней, месяцев: целое число от 1.
 */
"working-days"?: number
/**
 * Сколько дней, месяцев: целое число от 1.
 */
"calendar-days"?: number
/**
 * Сколько дней, месяцев: целое число от 1.
 */
months?: number
after: EventRef
}
/**
 * «не позднее N рабочих дней до …»: { working-days: 10, before: событие }.
 */
export interface NoLaterThan {
/**
 * Сколько дней, месяцев: целое число от 1.
 */
"working-days"?: number
/**
 * Сколько дней, месяцев: целое число от 1.
 */
"calendar-days"?: number
/**
 * Сколько дней, месяцев: целое число от 1.
 */
months?: number
before: EventRef
}
/**
 * Иное правило счёта именно для этого срока, с причиной.
 */
export interface RuleOverrides {
/**
 * Считается ли день события.
 */
"event-day"?: ("excluded" | "included")
/**
 * Входит ли в срок день D в «до D».
 */
"until-day"?: ("included" | "excluded")
/**
 * Что делать, если конец срока – нерабочий день.
 */
roll?: ("none" | "beside" | "next" | "previous")
/**
 * Текст, дословно.
 */
because: string
}
/**
 * Форма контроля оператора и его срок.
 */
export interface Control {
/**
 * Текст, дословно.
 */
form?: string
deadline?: Deadline
/**
 * Номер пункта без точки на конце, в кавычках: "3.5.12". Строки без номера – "1.1.5-1".
 */
"control-of"?: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
"party-reading"?: string
}
/**
 * Пункт исключён: сроков у него больше нет, на страницах он остаётся с пометкой.
 */
export interface Withdrawal {
/**
 * Текст, дословно.
 */
reason: string
amendment?: Source
}
/**
 * Серия планов: один и тот же план из года в год.
 */
export interface SeriesFile {
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
slug: string
/**
 * Текст, дословно.
 */
title: string
/**
 * Текст, дословно.
 */
name: string
/**
 * Текст, дословно.
 */
place?: string
/**
 * Текст, дословно.
 */
headline?: string
/**
 * Язык сайта и календарей серии.
 */
language: ("ru" | "en")
/**
 * Часовой пояс: Asia/Yekaterinburg.
 */
"time-zone": string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
calendar: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
rules: string
/**
 * Имя латиницей: строчные буквы, цифры и дефис. Входит в адреса, поэтому не меняется.
 */
controller: string
/**
 * Домен в uid записей. Это имя, а не адрес сайта: не меняется никогда.
 */
"uid-domain": string
/**
 * Текст, дословно.
 */
publisher: string
/**
 * Адрес, начинается с https://.
 */
repository?: string
accept?: Accept
}
