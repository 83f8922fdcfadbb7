/** A plan that says one hostile text wherever a plan has a text; for whatever prints it. */
import type { SourceFile } from "../../compiler/source/span.ts";
import { publishedPlan } from "../plan-files.ts";

/** Texts that mean something to whatever they may be printed in. */
export const attacks: Readonly<Record<string, string>> = {
  html: "</td><script>alert(1)</script><img src=x onerror=alert(1)>",
  attribute: "\" onmouseover=\"alert(1)\" x='",
  svg: "<svg onload=alert(1)><![CDATA[x]]>",
  markdown: "[x](javascript:alert(1)) ![y](http://evil.example/z) **a** | b | `c`",
  formula: "=HYPERLINK(\"http://evil.example\";\"x\")",
  "formula of another sign": "@SUM(1+1)*cmd|' /C calc'!A0",
  calendar: "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTACH:http://evil.example",
  separators: "a;b,c\\d\te",
  direction: "a\u202ecod.exe\u2066b\u2069",
  terminal: "\u001b[2J\u001b]0;x\u0007",
  annotation: "%0A::error file=x::y\n::set-output name=a::b",
  "template of JavaScript": "${process.exit(1)} {{constructor.constructor('x')()}}",
};

/** A text as YAML. */
export const quoted = (text: string): string => JSON.stringify(text);

/** A small plan with one text in every place where a plan has a text. */
export function planSaying(text: string): SourceFile[] {
  const t = quoted(text);
  const source = `{ title: ${t}, note: ${t} }`;
  const files: Readonly<Record<string, string>> = {
    "series.yaml": `slug: demo\ntitle: ${t}\nname: ${t}\nplace: ${t}\nheadline: ${t}\nlanguage: ru\ntime-zone: Asia/Yekaterinburg\ncalendar: ru\nrules: ru-gk\ncontroller: inspector\nuid-domain: demo.example\npublisher: ${t}\n`,
    "parties.yaml": `parties:\n  - { id: school, label: ${t}, mark: ${t}, name: ${t}, scope: [${t}], clause: ${t}, oversees: [inspector] }\n  - { id: inspector, label: ${t}, name: ${t} }\n`,
    "glossary.yaml": `title: ${t}\nterms:\n  - { term: ${t}, meaning: ${t}, party: school }\n`,
    "2024/order.yaml": `year: 2024\nauthority: ${t}\nkind: ${t}\ndate: 2024-02-13\nnumber: ${t}\nplace: ${t}\ntitle: ${t}\npreamble: ${t}\nclauses:\n  - { number: "1.", text: ${t} }\nsignature: { post: ${t}, name: ${t} }\nplan-title: ${t}\namendments: [{ id: march, date: 2024-03-01, number: ${t}, title: ${t} }]\n`,
    "2024/events.yaml": `events:\n  - { id: opened, title: ${t}, scope: public }\n`,
    "2024/occurrences.yaml": `occurrences:\n  - { id: first, event: opened, date: 2024-04-26, title: ${t}, source: ${source} }\n`,
    "2024/periods.yaml": `periods:\n  - { id: term, title: ${t}, from: 06-03, to: 06-28, source: ${source} }\n`,
    "2024/readings.yaml": `readings:\n  - { id: narrow, party: school, as: [inspector], because: ${t} }\n`,
    "2024/section-1.yaml": `section: { id: "1", number: ${t}, title: ${t}, short: ${t} }\nitems:\n${[
      `  - { id: "1.1", number: ${t}, activity: ${t}, responsible: [school], responsible-text: ${t}, note: ${t}, party-reading: narrow, deadline: { text: ${t}, until: 03-01, subject: ${t} }, control: { form: ${t}, deadline: { text: ${t}, on: 03-04 } } }`,
      `  - { id: "1.2", activity: ${t}, responsible: [school], deadline: { text: ${t}, within: { working-days: 3, after: opened } } }`,
      `  - { id: "1.3", activity: ${t}, responsible: [school], deadline: { text: ${t}, from: 06-03, to: 06-14, extended: { to: 06-28, if: ${t} } } }`,
      `  - { id: "1.4", activity: ${t}, responsible: [school], deadline: { text: ${t}, period: term } }`,
      `  - { id: "1.5", activity: ${t}, responsible: [school], deadline: { text: ${t}, external: ${t} }, amended-by: [march], corrected: [${t}] }`,
      `  - { id: "1.6", activity: ${t}, responsible: [school], deadline: { text: ${t}, until: 04-01 }, amended-by: [march], withdrawn: { reason: ${t} } }`,
    ].join("\n")}\n`,
  };
  const shared = publishedPlan().filter(({ path }) => /^plan\/(calendars|rules)\//.test(path));
  return [...shared, ...Object.entries(files).map(([path, body]) => ({ path: `plan/demo/${path}`, text: body }))];
}
