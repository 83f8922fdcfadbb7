/** A plan that says one hostile text wherever a plan has a text; for whatever prints it. */
import type { SourceFile } from "../../compiler/source/span.ts";

/** Texts that mean something to whatever they may be printed in. */
export const attacks: Readonly<Record<string, string>> = {
  html: "</td><script>alert(1)</script><img src=x onerror=alert(1)>",
  attribute: '" onmouseover="alert(1)" x=\'',
  svg: "<svg onload=alert(1)><![CDATA[x]]>",
  markdown: "[x](javascript:alert(1)) ![y](http://evil.example/z) **a** | b | `c`",
  formula: '=HYPERLINK("http://evil.example";"x")',
  "formula of another sign": "@SUM(1+1)*cmd|' /C calc'!A0",
  "formula of a wide sign": '＝HYPERLINK("http://evil.example")',
  calendar: "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTACH:http://evil.example",
  separators: "a;b,c\\d\te",
  "direction of one letter": "a\u200fb\u200ec\u061cd",
  terminal: "\u001b[2J\u001b]0;x\u0007",
  annotation: "%0A::error file=x::y\n::set-output name=a::b",
  "template of JavaScript": "${process.exit(1)} {{constructor.constructor('x')()}}",
};

/** A text as YAML. */
export const quoted = (text: string): string => JSON.stringify(text);

/** An address that the schema takes and that means something to markup, scripts and Markdown. */
export const hostileAddress = "https://evil.example/'onmouseover='alert(1)'?a=1&b=2;](javascript:alert(1))|`x`#{{y}}";

/** What approves a plan: an order, or nothing but its own file. */
export const heads = ["order", "plan"] as const;
export type Head = (typeof heads)[number];

/** The file at the head of a plan, saying a text as YAML wherever it has one. */
const headSaying: Readonly<Record<Head, (t: string, source: string, accept: string) => string>> = {
  order: (t, source, accept) =>
    `year: 2024\nauthority: ${t}\nkind: ${t}\ndate: 2024-02-13\nnumber: ${t}\nplace: ${t}\ndate-text: ${t}\ntitle: ${t}\npreamble: ${t}\nresolution: ${t}\ndrafter: ${t}\nmailing: ${t}\ncolumns: [${t}, ${t}, ${t}, ${t}, ${t}, ${t}]\nsource: ${source}\nclauses:\n  - { number: ${t}, text: ${t}, parts: [{ number: ${t}, text: ${t} }] }\nsignature: { post: ${t}, name: ${t} }\nplan-title: ${t}\namendments: [{ id: march, date: 2024-03-01, number: ${t}, title: ${t}, source: ${source}, retroactive: ${t} }]\nslips: [{ text: ${t}, note: ${t} }]\n${accept}\n`,
  plan: (t, source, accept) =>
    `title: ${t}\nyear: 2024\ncolumns: [${t}, ${t}, ${t}, ${t}, ${t}, ${t}]\nsource: ${source}\namendments: [{ id: march, date: 2024-03-01, title: ${t}, source: ${source}, retroactive: ${t} }]\nslips: [{ text: ${t}, note: ${t} }]\n${accept}\n`,
};

/** A small plan with one text in every place where a plan has a text (`every-text.test.ts` holds it to the schemas). */
export function planSaying(text: string, head: Head = "order"): SourceFile[] {
  const t = quoted(text);
  const source = `{ title: ${t}, note: ${t}, url: ${quoted(hostileAddress)} }`;
  const point = (value: string): string => `{ value: ${value}, source: ${t}, note: ${t} }`;
  const accept = `accept: [{ code: deadline-on-day-off, reason: ${t} }]`;
  // A word by itself can be read as an event.
  const unread = `accept: [{ code: wording-differs, reason: ${t} }]`;
  // A plain name is one short line.
  const name = text.length > 70 ? "" : `name: ${t}, `;
  const files: Readonly<Record<string, string>> = {
    "series.yaml": `slug: demo\ntitle: ${t}\nname: ${t}\nplace: ${t}\nheadline: ${t}\nlanguage: ru\ntime-zone: Asia/Yekaterinburg\ncalendar: strange\nrules: strange\ncontroller: inspector\nuid-domain: demo.example\npublisher: ${t}\ndocument: { letterhead: [${t}] }\ncorrected: [${t}]\n${accept}\n`,
    "parties.yaml": `parties:\n  - { id: school, label: ${t}, mark: ${t}, name: ${t}, scope: [${t}], clause: ${t}, oversees: [inspector], corrected: [${t}], ${accept} }\n  - { id: inspector, label: Инспектор, name: ${t} }\n`,
    "profiles.yaml": `profiles:\n  - { id: both, label: ${t}, name: ${t}, parties: [school, inspector], corrected: [${t}], ${accept} }\n`,
    "synonyms.yaml": `synonyms:\n  - { words: [${t}, иначе] }\n  - { words: [${t}], party: school }\n`,
    "glossary.yaml": `title: ${t}\nterms:\n  - { term: ${t}, meaning: ${t}, party: school, slips: [{ text: ${t}, note: ${t} }], ${accept} }\n`,
    [`2024/${head}.yaml`]: headSaying[head](t, source, accept),
    "2024/events.yaml": `events:\n  - { id: opened, title: ${t}, scope: public, source: ${source}, corrected: [${t}], ${accept} }\n`,
    "2024/occurrences.yaml": `occurrences:\n  - { id: first, event: opened, date: 2024-04-26, title: ${t}, source: ${source}, corrected: [${t}], ${accept} }\n`,
    "2024/periods.yaml": `periods:\n  - { id: term, title: ${t}, from: 06-03, to: 06-28, source: ${source}, corrected: [${t}], ${accept} }\n`,
    "2024/readings.yaml": `readings:\n  - { id: narrow, party: school, as: [inspector], because: ${t}, corrected: [${t}] }\n`,
    "2024/section-1.yaml": `section: { id: "1", number: ${t}, title: ${t}, short: ${t} }\nitems:\n${[
      `  - { id: "1.1", number: ${t}, activity: ${t}, responsible: [school], short: ${t}, ${name}slips: [{ text: ${t}, note: ${t} }], ${unread}, responsible-text: ${t}, note: ${t}, party-reading: narrow, deadline: { text: ${t}, until: 03-01, subject: ${t}, reading: { words: ${t}, means: ${t}, because: ${t} }, rules: { until-day: included, because: ${t} } }, control: { form: ${t}, deadline: { text: ${t}, on: 03-04 } } }`,
      `  - { id: "1.2", activity: ${t}, ${unread}, responsible: { text: ${t}, parties: [school], because: ${t} }, deadline: { text: ${t}, within: { working-days: 3, after: opened } } }`,
      `  - { id: "1.3", activity: ${t}, ${unread}, responsible: ${t}, deadline: { text: ${t}, audience: ${t}, from: 06-03, to: 06-14, extended: { to: 06-28, if: ${t} } } }`,
      `  - { id: "1.4", activity: ${t}, ${unread}, responsible: [school], url: ${quoted(hostileAddress)}, links: [{ title: ${t}, url: ${quoted(hostileAddress)} }], status: { is: done, date: 2024-05-31, source: ${source} }, deadline: { text: ${t}, period: term, reading: ${t} } }`,
      `  - { id: "1.5", activity: ${t}, ${unread}, responsible: [school], deadline: { text: ${t}, external: ${t} }, amended-by: [march], corrected: [${t}] }`,
      `  - { id: "1.6", activity: ${t}, ${unread}, responsible: [school], deadline: { text: ${t}, until: 04-01 }, amended-by: [{ order: march, retroactive: ${t} }], withdrawn: { reason: ${t} } }`,
    ].join("\n")}\n`,
  };
  const shared: Readonly<Record<string, string>> = {
    "calendars/strange/2024.yaml": `calendar: strange\nyear: 2024\nstatus: approved\ndecree: ${source}\ndecree-date: 2023-08-10\nsource: ${source}\nweekend: [sat, sun]\nweekend-source: ${t}\nholidays:\n  - { on: [05-01, 03-04], name: ${t}, source: ${t} }\ntransfers:\n  - { from: 2024-04-27, to: 2024-04-29, source: ${t} }\nworkdays: [23, 21, 20, 22, 22, 20, 23, 22, 21, 23, 21, 22]\ncorrected: [${t}]\n${accept}\n`,
    "rules/strange.yaml": `id: strange\ntitle: ${t}\ntitles: { ru: ${t}, en: ${t} }\ncorrected: [${t}]\nurl: ${quoted(hostileAddress)}\nevent-day: ${point("excluded")}\nuntil-day: ${point("included")}\nchain: ${point("nominal")}\nday-ends: ${point('"24:00"')}\nroll:\n${["until", "within", "before", "last-day", "first-day-after", "named"].map((form) => `  ${form}: ${point(form === "named" ? "none" : "beside")}\n`).join("")}`,
  };
  return [
    ...Object.entries(shared).map(([path, body]) => ({ path: `plan/${path}`, text: body })),
    ...Object.entries(files).map(([path, body]) => ({ path: `plan/demo/${path}`, text: body })),
  ];
}
