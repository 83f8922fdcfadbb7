import type { Starter } from "./starter.ts";

/** A small plan in Russian that builds at once. */
export const russian: Starter = {
  "{slug}/series.yaml": `# Серия планов: то, что не меняется из года в год.
slug: {slug} # имя папки; входит в адреса записей календаря и не меняется
title: {title}
name: {title}
language: ru
time-zone: {zone}
calendar: {calendar} # производственный календарь; свой кладут в plan/calendars
rules: {rules} # свод правил счёта; свой кладут в plan/rules
controller: coordinator # кто проводит все контроли
uid-domain: {domain} # имя, которое останется вашим; после первой публикации не меняется никогда
publisher: {organisation}
root: true
`,
  "{slug}/parties.yaml": `# Кто за что отвечает. member-of – участник группы: получает и то, что поручено группе.
parties:
  - { id: organisations, label: Организации, name: Все организации }
  - { id: schools, label: Школы, name: Школы, member-of: [organisations] }
  - { id: kindergartens, label: Детские сады, name: Детские сады, member-of: [organisations] }
  - { id: coordinator, label: Координатор, name: Координатор плана }
`,
  "{slug}/glossary.yaml": `# Сокращения, которые есть в плане: { term: ДОО, meaning: дошкольные образовательные организации }
title: "Используемые сокращения:"
terms: []
`,
  "{slug}/{year}/plan.yaml": `# План, который приказом не утверждён. Есть приказ – вместо этого файла пишут order.yaml: номер, день, пункты, подпись.
title: {titleOfYear}
year: {year}
`,
  "{slug}/{year}/events.yaml": `# События, от которых считают сроки. public – одна дата для всех: когда она известна, её записывают командой srok record.
events:
  - { id: form-approved, title: утверждение формы отчета, scope: public }
`,
  "{slug}/{year}/section-1.yaml": `# Пункты плана. text – слова документа, рядом – правило, по которому считаются даты. Дни пишутся ММ-ДД, без года.
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
