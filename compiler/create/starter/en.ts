import type { Starter } from "./starter.ts";

/** A small plan in English that builds at once. */
export const english: Starter = {
  "{slug}/series.yaml": `# The series: what stays from year to year.
slug: {slug} # the folder's name; part of every calendar entry's uid, never changed
title: {title}
name: {title}
language: en
time-zone: {zone}
calendar: {calendar} # the working calendar; one of your own goes into plan/calendars
rules: {rules} # how time is counted; rules of your own go into plan/rules
controller: coordinator # who performs all checks
uid-domain: {domain} # a name that stays yours; never changed after the first publication
publisher: {organisation}
root: true
`,
  "{slug}/parties.yaml": `# Who is responsible. member-of: a member gets what is assigned to its group too.
parties:
  - { id: organisations, label: Organisations, name: All organisations }
  - { id: schools, label: Schools, name: Schools, member-of: [organisations] }
  - { id: libraries, label: Libraries, name: Libraries, member-of: [organisations] }
  - { id: coordinator, label: Coordinator, name: Coordinator of the plan }
`,
  "{slug}/glossary.yaml": `# Abbreviations of the plan: { term: ABC, meaning: what it stands for }
title: "Abbreviations:"
terms: []
`,
  "{slug}/{year}/plan.yaml": `# A plan that no order approves. Where one does, order.yaml takes this file's place: number, date, clauses, signature.
title: {titleOfYear}
year: {year}
`,
  "{slug}/{year}/events.yaml": `# Events that deadlines count from. public: one date for all; when it is known, record it with srok record.
events:
  - { id: form-approved, title: approval of the report form, scope: public }
`,
  "{slug}/{year}/section-1.yaml": `# Items of the plan. text is the document's wording, beside it the rule that gives the dates. Days are MM-DD, without a year.
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
