/** What is put right in a case's file: each text stands there once. */
export interface Correction {
  /** The case, where it is not the one that is named after the code. */
  readonly case?: string;
  readonly changes: readonly (readonly [wrong: string, right: string])[];
}

/**
 * How a person puts each finding right, in the file that it stands in. Findings whose own fix says it are left out; so are
 * those that no edit of YAML puts right (limits, notes, the ledger, documents).
 */
export const corrections: Readonly<Record<string, Correction>> = {
  "yaml-syntax": { changes: [["   responsible", "    responsible"]] },
  "yaml-tab": {
    changes: [
      ["\tactivity", "    activity"],
      ["\tresponsible", "    responsible"],
    ],
  },
  "yaml-duplicate-key": {
    changes: [["    responsible: [school]\n    responsible: [nursery]", "    responsible: [school, nursery]"]],
  },
  "yaml-alias": {
    changes: [
      ["&срок ", ""],
      ["*срок", "{ text: до 1 марта, until: 03-01 }"],
    ],
  },
  "yaml-document-empty": {
    changes: [
      [
        "# Раздел I – внести пункты",
        'section: { id: "1", number: I, title: Пособия }\nitems:\n  - id: "1.1"\n    activity: Заказать пособия',
      ],
    ],
  },
  "missing-key": { changes: [["    responsible", "    activity: Заказать пособия\n    responsible"]] },
  "key-needs": { changes: [[", wraps: true", ""]] },
  "wrong-type": {
    changes: [
      ["[Заказать, пособия]", "Заказать пособия"],
      ["responsible: school", "responsible: [school]"],
      ["deadline: до 1 апреля", "deadline: { text: до 1 апреля, until: 04-01 }"],
    ],
  },
  "not-utf8": { changes: [["�������", "Заказать пособия"]] },
  "lone-surrogate": { changes: [[' \\ud83d"', '"']] },
  "bidi-control": { changes: [["\\u202eяибосоп", "пособия"]] },
  "bad-text": { changes: [['activity: ""', "activity: Заказать пособия"]] },
  "bad-slug": { changes: [["id: Школа", "id: school"]] },
  "bad-key": { changes: [["key: первый", "key: first"]] },
  "bad-item-id": {
    changes: [
      ['"1.1."', '"1.1"'],
      ["id: п. 2", 'id: "1.2"'],
    ],
  },
  "bad-section-id": { changes: [["{ id: I,", '{ id: "1",']] },
  "bad-day": {
    changes: [
      ["until: 1 марта", "until: 03-01"],
      ["on: 4-5", "on: 04-05"],
      ["on: 31-08", "on: 08-31"],
      ["[05-06, 7]", "[05-06, 05-07]"],
    ],
  },
  "bad-date": { changes: [["15.01.2024", "2024-01-15"]] },
  "bad-month": {
    changes: [
      ["month: апрель", "month: 4"],
      ["[3, 13]", "[3, 12]"],
    ],
  },
  "bad-every-on": {
    changes: [
      ["on: last-workday", "on: last-working-day"],
      ["32 числа, every: { unit: month, on: 32 }", "31 числа, every: { unit: month, on: 31 }"],
    ],
  },
  "time-missing": { changes: [['at: "02:30", zone: Europe/Berlin', 'at: "01:30", zone: UTC']] },
  "time-twice": { changes: [['at: "02:30", zone: Europe/Berlin', 'at: "00:30", zone: UTC']] },
  "time-reversed": { changes: [['"18:00-09:00"', '"09:00-18:00"']] },
  "hours-without-time": { changes: [["{ hours: 2,", "{ calendar-days: 1,"]] },
  "printed-times-differ": {
    changes: [
      ["01:00 UTC", "02:00 UTC"],
      ["4 декабря, 19:00 PDT", "4 декабря, 19:00 PST"],
    ],
  },
  "calendars-differ": {
    changes: [
      ["responsible: [school, nursery]", "responsible: [school, nursery]\n    calendar: north"],
      ["calendar: nort\n", "calendar: north\n"],
    ],
  },
  "piece-of-day": { changes: [["{ unit: day, on: 5 }", "{ unit: month, on: 5 }"]] },
  "exception-leaves-nothing": { changes: [["{ month: [6, 7] }", "{ on: 07-31 }"]] },
  "which-edge": { changes: [['{ item: "1.1" }', '{ item: "1.1", edge: start }']] },
  "combined-part-key": { changes: [["{ until: 03-01, subject: отчёт }", "{ until: 03-01 }"]] },
  "combined-part-undated": { changes: [["{ external: график }", "{ until: 03-15 }"]] },
  "combined-pairs": { changes: [["{ unit: month, until: 5 }", "{ unit: quarter, until: 15 }"]] },
  "piece-of-unit": {
    changes: [
      ["{ unit: week, on: 15 }", "{ unit: month, on: 15 }"],
      ["{ unit: quarter, on: first-decade }", "{ unit: month, on: first-decade }"],
      ["{ unit: month, on: wed }", "{ unit: week, on: wed }"],
    ],
  },
  "bad-number": {
    changes: [
      ["на 0 число", "на 1 число"],
      ["as-of: 0", "as-of: 1"],
      ["since: 13", "since: 2"],
    ],
  },
  "bad-count": {
    changes: [
      [
        "в течение 0 рабочих дней после открытия, within: { working-days: 0, after: opening }",
        "в день открытия, on-day-of: opening",
      ],
      ["calendar-days: три", "calendar-days: 3"],
    ],
  },
  "bad-url": { changes: [["repository: example", "repository: https://example"]] },
  "bad-format": {
    changes: [
      ["MSK+2", "Asia/Yekaterinburg"],
      ["https://demo.example/", "demo.example"],
    ],
  },
  "too-few": {
    changes: [
      ["    responsible: []\n", ""],
      ["each: [{ until: 03-01 }]", "until: 03-01"],
    ],
  },
  "too-many": { changes: [["22, 21]", "22]"]] },
  "not-unique": { changes: [[", nursery, school]", ", nursery]"]] },
  "two-kinds": { changes: [[", month: 2", ""]] },
  "rule-missing": { changes: [["до 1 марта }", "до 1 марта, until: 03-01 }"]] },
  "wording-missing": { changes: [["{ until", "{ text: до 1 марта, until"]] },
  "one-of-missing": {
    changes: [
      ["within: { after", "within: { working-days: 3, after"],
      ["    title: сезон\n", "    title: сезон\n    from: 06-01\n    to: 09-01\n"],
    ],
  },
  "one-of-many": { changes: [["working-days: 3, calendar-days: 3", "calendar-days: 3"]] },
  "impossible-date": {
    changes: [
      ["до 31 февраля, until: 02-31", "до 29 февраля, until: 02-29"],
      ["31 апреля, from: 03-01, to: 04-31", "30 апреля, from: 03-01, to: 04-30"],
      ["29 февраля 2023 года, on: 2023-02-29", "28 февраля 2023 года, on: 2023-02-28"],
    ],
  },
  "wraps-needless": {
    changes: [
      ["to: 08-31, wraps: true", "to: 08-31"],
      ["to: 06-01, wraps: true, source", "to: 06-01, source"],
      ["to: 05-05, wraps: true, reading", "to: 05-05, reading"],
    ],
  },
  "range-reversed": {
    changes: [
      ["from: 09-01, to: 05-31", "from: 09-01, to: 05-31, wraps: true"],
      ["month: 3-2", "month: [3, 2]"],
      ["to: 05-15", "to: 07-15"],
      ["from: 06-01, to: 05-01", "from: 06-01, to: 07-01"],
      ["to: 06-01, source", "to: 06-01, wraps: true, source"],
    ],
  },
  "not-recurring": { changes: [["каждый сезон, every: season", "в течение сезона, period: season"]] },
  "duplicate-id": {
    changes: [
      ['  - id: "1.1"\n    activity: Сверить', '  - id: "1.2"\n    activity: Сверить'],
      ["id: school, label: Сад", "id: nursery, label: Сад"],
    ],
  },
  "duplicate-window": {
    changes: [
      ["key: same, until: 03-01", "key: first, until: 03-01"],
      ["key: same, until: 05-02", "key: second, until: 05-02"],
    ],
  },
  "duplicate-occurrence": {
    changes: [
      [
        "\n  - { id: second, event: received, period: 2024-05, date: 2024-06-04, title: Получили, source: { title: Письмо } }",
        "",
      ],
    ],
  },
  "reserved-id": { changes: [["id: all", "id: everybody"]] },
  "reserved-slug": { changes: [["slug: roles", "slug: duties"]] },
  "reserved-key": { changes: [["autumn-start", "autumn"]] },
  "wrong-section": { changes: [['"2.2"', '"1.2"']] },
  "wrong-place": {
    changes: [
      ["year: 2023\nauthority", "year: 2024\nauthority"],
      ["id: basic", "id: base"],
    ],
  },
  "number-out-of-order": {
    changes: [
      ['"1.2"', '"1.0"'],
      ['"1.1"', '"1.2"'],
      ['"1.0"', '"1.1"'],
    ],
  },
  "device-name": { changes: [["id: con", "id: consultant"]] },
  "party-cycle": { changes: [[", name: Все организации, member-of: [school]", ", name: Все организации"]] },
  "unknown-occurrence-period": { case: "period-of-a-single-event", changes: [["period: 2024-06, ", ""]] },
  "calendar-totals": { changes: [["[23, 21, 21, 22, 21, 20", "[23, 21, 21, 22, 22, 20"]] },
  "control-before-deadline": { changes: [["1 марта, on: 03-01", "5 марта, on: 03-05"]] },
  "control-on-deadline": { changes: [["1 марта, on: 03-01", "4 марта, on: 03-04"]] },
  "nobody-responsible": { changes: [["until: 03-01 }", "until: 03-01 }\n    responsible: [school]"]] },
  "control-without-form": { changes: [["      deadline", "      form: Отчёт\n      deadline"]] },
  "skipped-section": {
    changes: [
      ['{ id: "3",', '{ id: "2",'],
      ['"3.1"', '"2.1"'],
    ],
  },
  "skipped-number": {
    changes: [
      ['"1.3"', '"1.2"'],
      ['"1.3.2"', '"1.2.1"'],
    ],
  },
  "wording-names-party": {
    changes: [
      ["responsible: [school]", "responsible: [school, nursery]"],
      ["audience: [school]", "audience: [nursery]"],
    ],
  },
  "unknown-party-words": {
    changes: [
      ["Сдад", "Сад"],
      ["Cад", "Сад"],
      ["Организации, кроме учителей школы; Инспектор", "Организации; Инспектор"],
      ["Школы города", "Школа"],
      ["Дети", "Сад"],
      ['", –"', "Сад"],
      [
        "{ text: Школа и библиотека, parties: [school] }",
        "{ text: Школа и библиотека, parties: [school], because: библиотека – часть школы }",
      ],
      ['","', "Сад"],
    ],
  },
  "ambiguous-party": {
    changes: [
      ["Школа, Центр", '{ text: "Школа, Центр", parties: [school, clinic], because: пособия для диагностики }'],
    ],
  },
  "parties-differ": {
    changes: [
      ["parties: [school] }\n    control", "parties: [school, nursery] }\n    control"],
      ["{ text: Сад, parties: [school, nursery] }", "Сад"],
      ["{ text: Сад, parties: [school] }", "{ text: Сад, parties: [school], because: сад при школе }"],
    ],
  },
  "wording-of-several": { changes: [["после подписания, within", "после подписания договора, within"]] },
  "words-twice": { changes: [["\n    responsible-text: Школа Сад", ""]] },
  "audience-differs": {
    changes: [
      [
        "audience: [school] }\n          - { key: schools, on: 09-09, audience: Сад }",
        "audience: [school, nursery] }\n          - { key: schools, on: 09-09, audience: Школа }",
      ],
      ["{ text: 5 марта – Сад, on: 03-05 }", "{ text: 5 марта – Сад, on: 03-05, audience: Сад }"],
      ["on: 03-06, audience: [school, nursery]", "on: 03-06, audience: Школа"],
    ],
  },
  "review-left": { changes: [[", review: true", ""]] },
  "unused-party": { changes: [["name: Лагеря }", "name: Лагеря, member-of: [schools] }"]] },
  "undefined-abbreviation": {
    changes: [
      [
        "    responsible: [school]",
        "    responsible: [school]\n    accept:\n      - { code: undefined-abbreviation, reason: так в приказе }",
      ],
    ],
  },
  "slip-not-found": { changes: [["text: пособия", "text: посоия"]] },
  "name-holds-time": {
    changes: [
      ["пособия до 1 марта", "пособия"],
      ["name: Принять пособия на 2024/2025 учебный год", "name: Принять пособия"],
      ["пособиях 31.12.24", "пособиях"],
    ],
  },
  "short-not-excerpt": { changes: [["Заказ пособий", "Заказать … пособия…"]] },
  "rule-without-dates": {
    changes: [
      ["text: как решит правило, reading: важно только правило", "text: в последний день апреля"],
      ["on: 31", "on: last-day"],
    ],
  },
  "named-day-off": {
    changes: [
      [
        "    deadline: { text: 1 – 9",
        "    accept:\n      - { code: named-day-off, reason: так в приказе }\n    deadline: { text: 1 – 9",
      ],
      [
        '    deadline: { text: "1, 2',
        '    accept:\n      - { code: named-day-off, reason: так в приказе }\n    deadline: { text: "1, 2',
      ],
    ],
  },
  "accept-unused": { changes: [["\n    accept:\n      - { code: named-day-off, reason: так в приказе }", ""]] },
  "accept-error": { changes: [["\n    accept:\n      - { code: unknown-party, reason: так в приказе }", ""]] },
};
