import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTerminal } from "../../compiler/cli/environment.ts";
import { readSources } from "../../compiler/cli/sources.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { render, renderForGithub } from "../../compiler/diagnostics/render.ts";
import { emit } from "../../compiler/emit/emit.ts";
import type { OutputFile } from "../../compiler/emit/output.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { publishedPlan, readPlan, repository } from "../plan-files.ts";

/** Texts that mean something to whatever they may be printed in. */
const attacks: Readonly<Record<string, string>> = {
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

const quoted = (text: string): string => JSON.stringify(text);

/** A small plan with one text in every place where a plan has a text. */
function planSaying(text: string): SourceFile[] {
  const t = quoted(text);
  const source = `{ title: ${t}, note: ${t} }`;
  const files: Readonly<Record<string, string>> = {
    "series.yaml": `slug: demo\ntitle: ${t}\nname: ${t}\nplace: ${t}\nheadline: ${t}\nlanguage: ru\ntime-zone: Asia/Yekaterinburg\ncalendar: ru\nrules: ru-gk\ncontroller: inspector\nuid-domain: demo.example\npublisher: ${t}\n`,
    "parties.yaml": `parties:\n  - { id: school, label: ${t}, mark: ${t}, name: ${t}, scope: [${t}], clause: ${t}, oversees: [inspector] }\n  - { id: inspector, label: ${t}, name: ${t} }\n`,
    "glossary.yaml": `title: ${t}\nterms:\n  - { term: ${t}, meaning: ${t}, party: school }\n`,
    "2024/order.yaml": `year: 2024\nauthority: ${t}\nkind: ${t}\ndate: 2024-02-13\nnumber: ${t}\nplace: ${t}\ntitle: ${t}\npreamble: ${t}\nclauses:\n  - { number: "1.", text: ${t} }\nsignature: { post: ${t}, name: ${t} }\nplan-title: ${t}\n`,
    "2024/events.yaml": `events:\n  - { id: opened, title: ${t}, scope: public }\n`,
    "2024/occurrences.yaml": `occurrences:\n  - { id: first, event: opened, date: 2024-04-26, title: ${t}, source: ${source} }\n`,
    "2024/periods.yaml": `periods:\n  - { id: term, title: ${t}, from: 06-03, to: 06-28, source: ${source} }\n`,
    "2024/readings.yaml": `readings:\n  - { id: narrow, party: school, as: [inspector], because: ${t} }\n`,
    "2024/section-1.yaml": `section: { id: "1", number: ${t}, title: ${t}, short: ${t} }\nitems:\n${[
      `  - { id: "1.1", number: ${t}, activity: ${t}, responsible: [school], responsible-text: ${t}, note: ${t}, party-reading: narrow, deadline: { text: ${t}, until: 03-01, subject: ${t} }, control: { form: ${t}, deadline: { text: ${t}, on: 03-04 } } }`,
      `  - { id: "1.2", activity: ${t}, responsible: [school], deadline: { text: ${t}, within: { working-days: 3, after: opened } } }`,
      `  - { id: "1.3", activity: ${t}, responsible: [school], deadline: { text: ${t}, from: 06-03, to: 06-14, extended: { to: 06-28, if: ${t} } } }`,
      `  - { id: "1.4", activity: ${t}, responsible: [school], deadline: { text: ${t}, period: term } }`,
      `  - { id: "1.5", activity: ${t}, responsible: [school], deadline: { text: ${t}, external: ${t} } }`,
    ].join("\n")}\n`,
  };
  const shared = publishedPlan().filter(({ path }) => /^plan\/(calendars|rules)\//.test(path));
  return [...shared, ...Object.entries(files).map(([path, body]) => ({ path: `plan/demo/${path}`, text: body }))];
}

function published(text: string): OutputFile[] {
  const { value, diagnostics } = compile(planSaying(text));
  expect(diagnostics.filter(isError).map(({ code, span, values }) => ({ code, span, values }))).toEqual([]);
  return emit(value.plans, { site: "https://plan.example" });
}

/** The cells of a CSV file as a spreadsheet reads them (RFC 4180). */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of csv.slice(1).matchAll(/("(?:[^"]|"")*"|[^;"\r\n]*)(;|\r\n|$)/g)) {
    rows.at(-1)!.push(cell.startsWith("\"") ? cell.slice(1, -1).replaceAll("\"\"", "\"") : cell);
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe.each(Object.entries(attacks))("%s in every text", (_, text) => {
  let files: OutputFile[] = [];
  beforeAll(() => {
    files = published(text);
  });

  test("JSON holds it as data", () => {
    const plan = JSON.parse(files.find(({ path }) => path === "data/2024/plan.json")!.text) as { items: { activity: string; deadline: { text: string } }[] };
    expect(plan.items.map(({ activity, deadline }) => [activity, deadline.text])).toEqual(Array.from({ length: 5 }, () => [text, text]));
  });

  test("no cell of a spreadsheet begins as a formula, and every row has its columns", () => {
    for (const { text: csv } of files.filter(({ path }) => path.endsWith(".csv"))) {
      const rows = cellsOf(csv);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  test("a calendar has the entries of the plan and no others, and no text that turns or breaks a line", () => {
    const feeds = files.filter(({ path }) => path.endsWith(".ics"));
    expect(feeds.length).toBeGreaterThan(3);
    for (const { text: ics } of feeds) {
      const lines = ics.replace(/\r\n[ \t]/g, "").split("\r\n");
      for (const line of lines.filter((each) => each.startsWith("UID:"))) expect(line).toMatch(/^UID:demo\/2024\/1\.\d\/(?:work|control)\/[a-z0-9-]+@demo\.example$/);
      expect(lines.filter((line) => /^(?:ATTACH|ATTENDEE|ORGANIZER|METHOD|X-(?!WR-|PUBLISHED|APPLE|MICROSOFT))/i.test(line))).toEqual([]);
      expect(ics).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    }
  });

  test("a message about it does nothing to a terminal or a workflow", () => {
    const broken = planSaying(text).map((file) => (file.path.endsWith("section-1.yaml") ? { ...file, text: file.text.replace("responsible: [school]", `responsible: [school], ${quoted(text)}: 1, short: ${quoted(text)}, slips: [{ text: ${quoted(`${text}!`)}, note: a }]`) } : file));
    const { diagnostics } = compile(broken);
    expect(diagnostics.some(isError)).toBe(true);
    const texts = new Map(broken.map((file) => [file.path, file.text]));
    for (const diagnostic of diagnostics) {
      expect(render(diagnostic, texts, "ru")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
      expect(renderForGithub(diagnostic, texts, "ru")).toMatch(/^::(?:error|warning|notice) file=[^\r\n]*$/);
    }
  });
});

describe("links in the folder of a plan", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-links-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("are not followed, whatever they lead to", () => {
    const plan = join(folder, "plan");
    for (const { path, text } of readPlan(join(repository, "test", "cases", "base", "plan"))) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const outside = join(folder, "outside.yaml");
    writeFileSync(outside, "secret: 1\n");
    const before = readSources(plan, openTerminal("en")).length;
    symlinkSync(outside, join(plan, "demo", "2024", "section-9.yaml"));
    symlinkSync(folder, join(plan, "loop"));
    symlinkSync(join(folder, "missing"), join(plan, "demo", "dangling.yaml"));
    const sources = readSources(plan, openTerminal("en"));
    expect(sources.length).toBe(before);
    expect(sources.filter(({ text }) => text.includes("secret"))).toEqual([]);
  });
});
