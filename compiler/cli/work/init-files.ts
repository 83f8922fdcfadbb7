import { dayOf, daysInMonth } from "../../calendar/day.ts";
import { createWorkingCalendar } from "../../calendar/working-calendar.ts";
import type { LanguageCode } from "../../locale/languages.ts";

/** What a new plan consists of: paths below `plan/`, and texts with `{year}`, `{calendar}` and `{rules}` to fill in. */
export type Starter = Readonly<Record<string, string>>;

const russian: Starter = {
  "my-plan/series.yaml": `# Серия планов: то, что не меняется из года в год.
slug: my-plan            # имя папки; входит в адреса записей календаря и не меняется
title: План работы
name: План работы
language: ru
time-zone: Europe/Moscow
calendar: {calendar}     # производственный календарь; свой кладут в plan/calendars
rules: {rules}           # свод правил счёта; свой кладут в plan/rules
controller: coordinator  # кто проводит все контроли
uid-domain: my-plan.invalid   # имя, которое останется вашим; после первой публикации не меняется никогда
publisher: Название организации
root: true
`,
  "my-plan/parties.yaml": `# Кто за что отвечает. member-of – участник группы: получает и то, что поручено группе.
parties:
  - { id: organisations, label: Организации, name: Все организации }
  - { id: schools, label: Школы, name: Школы, member-of: [organisations] }
  - { id: kindergartens, label: Детские сады, name: Детские сады, member-of: [organisations] }
  - { id: coordinator, label: Координатор, name: Координатор плана }
`,
  "my-plan/glossary.yaml": `# Сокращения, которые есть в плане: { term: ДОО, meaning: дошкольные образовательные организации }
title: "Используемые сокращения:"
terms: []
`,
  "my-plan/{year}/order.yaml": `# Документ, которым план утверждён.
year: {year}
authority: НАЗВАНИЕ ОРГАНИЗАЦИИ
kind: ПРИКАЗ
date: {year}-01-15
number: "1"
place: Город
title: Об утверждении плана работы
preamble: В целях организации работы
clauses:
  - { number: "1.", text: Утвердить план работы. }
signature: { post: Руководитель, name: И. О. Фамилия }
plan-title: План работы на {year} год
`,
  "my-plan/{year}/events.yaml": `# События, от которых считают сроки. public – одна дата для всех: когда она известна, её записывают командой srok record.
events:
  - { id: form-approved, title: утверждение формы отчета, scope: public }
`,
  "my-plan/{year}/section-1.yaml": `# Пункты плана. text – слова документа, рядом – правило, по которому считаются даты. Дни пишутся ММ-ДД, без года.
section: { id: "1", number: I, title: Основные мероприятия }
items:
  - id: "1.1"
    activity: Составить перечень мероприятий
    deadline: { text: до 1 марта, until: 03-01 }
    responsible: [organisations]

  - id: "1.2"
    activity: Сверить данные
    deadline: { text: ежемесячно, every: month }
    responsible: [schools]
    control: { form: Сводная справка, deadline: { text: ежеквартально, every: quarter } }

  - id: "1.3"
    activity: Представить отчет
    deadline:
      text: в течение 3 рабочих дней после утверждения формы отчета
      within: { working-days: 3, after: form-approved }
    responsible: [organisations]
`,
};

const english: Starter = {
  "my-plan/series.yaml": `# The series: what stays from year to year.
slug: my-plan            # the folder's name; part of every calendar entry's uid, never changed
title: Work plan
name: Work plan
language: en
time-zone: UTC
calendar: {calendar}     # the working calendar; one of your own goes into plan/calendars
rules: {rules}           # how time is counted; rules of your own go into plan/rules
controller: coordinator  # who performs all checks
uid-domain: my-plan.invalid   # a name that stays yours; never changed after the first publication
publisher: Name of the organisation
root: true
`,
  "my-plan/parties.yaml": `# Who is responsible. member-of: a member gets what is assigned to its group too.
parties:
  - { id: organisations, label: Organisations, name: All organisations }
  - { id: schools, label: Schools, name: Schools, member-of: [organisations] }
  - { id: libraries, label: Libraries, name: Libraries, member-of: [organisations] }
  - { id: coordinator, label: Coordinator, name: Coordinator of the plan }
`,
  "my-plan/glossary.yaml": `# Abbreviations of the plan: { term: ABC, meaning: what it stands for }
title: "Abbreviations:"
terms: []
`,
  "my-plan/{year}/order.yaml": `# The document that approves the plan.
year: {year}
authority: NAME OF THE ORGANISATION
kind: DECISION
date: {year}-01-15
number: "1"
place: Town
title: On the work plan
preamble: To organise the work
clauses:
  - { number: "1.", text: The plan is approved. }
signature: { post: Head, name: N. Name }
plan-title: Work plan for {year}
`,
  "my-plan/{year}/events.yaml": `# Events that deadlines count from. public: one date for all; when it is known, record it with srok record.
events:
  - { id: form-approved, title: approval of the report form, scope: public }
`,
  "my-plan/{year}/section-1.yaml": `# Items of the plan. text is the document's wording, beside it the rule that gives the dates. Days are MM-DD, without a year.
section: { id: "1", number: I, title: Main activities }
items:
  - id: "1.1"
    activity: Draw up the list of activities
    deadline: { text: by 1 March, until: 03-01 }
    responsible: [organisations]

  - id: "1.2"
    activity: Reconcile the data
    deadline: { text: every month, every: month }
    responsible: [schools]
    control: { form: Summary, deadline: { text: every quarter, every: quarter } }

  - id: "1.3"
    activity: Submit the report
    deadline:
      text: within 3 working days after the approval of the report form
      within: { working-days: 3, after: form-approved }
    responsible: [organisations]
`,
};

/** The files of a new plan by language. */
export const starters: Readonly<Record<LanguageCode, Starter>> = { ru: russian, en: english };

const calendarHeads: Readonly<Record<LanguageCode, string>> = {
  ru: "# Календарь без праздников: впишите их с нормой закона, поправьте числа workdays и смените status на approved.\n",
  en: "# A calendar without holidays: add them with the act that sets them, correct workdays, and change status to approved.\n",
};

/** A provisional calendar of a year that knows weekends only, with its working days a month. */
export function bareCalendar(year: number, language: LanguageCode): string {
  const calendar = createWorkingCalendar("own", [
    { year, provisional: true, weekend: [6, 7], holidays: [], transfers: [] },
  ]);
  const workdays = Array.from({ length: 12 }, (_, index) =>
    calendar.workingDaysIn(dayOf(year, index + 1, 1), dayOf(year, index + 1, daysInMonth(year, index + 1))),
  );
  return `${calendarHeads[language]}calendar: own\nyear: ${year}\nstatus: provisional\nweekend: [sat, sun]\nholidays: []\nworkdays: [${workdays.join(", ")}]\n`;
}
