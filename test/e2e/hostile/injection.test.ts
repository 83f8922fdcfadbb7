import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTerminal } from "../../../compiler/cli/terminal/terminal.ts";
import { readSources } from "../../../compiler/cli/files/sources.ts";
import { compile, isError } from "../../../compiler/compile.ts";
import { render, renderForGithub } from "../../../compiler/diagnostics/render.ts";
import { emit } from "../../../compiler/data/emit.ts";
import type { OutputFile } from "../../../compiler/source/output.ts";
import { filesBelow, readPlan, repository } from "../../plan-files.ts";
import { srok } from "../serving/srok.ts";
import { attacks, hostileAddress, planSaying, quoted } from "../../hostile/plan-saying.ts";

function published(text: string): OutputFile[] {
  const { value, diagnostics } = compile(planSaying(text));
  expect(diagnostics.filter(isError).map(({ code, span, values }) => ({ code, span, values }))).toEqual([]);
  return emit(value.plans, { site: "https://plan.example" });
}

/** The cells of a CSV file as a spreadsheet reads them (RFC 4180). */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of csv.slice(1).matchAll(/("(?:[^"]|"")*"|[^;"\r\n]*)(;|\r\n|$)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
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
    const plan = JSON.parse(files.find(({ path }) => path === "data/2024/plan.json")!.text) as {
      items: { activity: string; deadline: { text: string } | null }[];
    };
    expect(plan.items.map(({ activity, deadline }) => [activity, deadline?.text])).toEqual(
      Array.from({ length: 6 }, (_, index) => [text, index < 5 ? text : undefined]),
    );
  });

  test("no cell of a spreadsheet begins as a formula, and every row has its columns", () => {
    for (const { text: csv } of files.filter(({ path }) => path.endsWith(".csv"))) {
      const rows = cellsOf(csv);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
  });

  test("a calendar has the entries of the plan and no others, and no text that turns or breaks a line", () => {
    const feeds = files.filter(({ path }) => path.endsWith(".ics"));
    expect(feeds.length).toBeGreaterThan(3);
    for (const { text: ics } of feeds) {
      const lines = ics.replace(/\r\n[ \t]/g, "").split("\r\n");
      for (const line of lines.filter((each) => each.startsWith("UID:")))
        expect(line).toMatch(/^UID:demo\/2024\/1\.\d\/(?:work|control)\/[a-z0-9-]+@demo\.example$/);
      expect(
        lines.filter((line) => /^(?:ATTACH|ATTENDEE|ORGANIZER|METHOD|X-(?!WR-|PUBLISHED|APPLE|MICROSOFT))/i.test(line)),
      ).toEqual([]);
      expect(ics).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
      );
    }
  });

  test("a message about it does nothing to a terminal or a workflow", () => {
    const broken = planSaying(text).map((file) =>
      file.path.endsWith("section-1.yaml")
        ? {
            ...file,
            text: file.text.replace(
              "responsible: [school]",
              `responsible: [school], ${quoted(text)}: 1, short: ${quoted(text)}, slips: [{ text: ${quoted(`${text}!`)}, note: a }]`,
            ),
          }
        : file,
    );
    const { diagnostics } = compile(broken);
    expect(diagnostics.some(isError)).toBe(true);
    const texts = new Map(broken.map((file) => [file.path, file.text]));
    for (const diagnostic of diagnostics) {
      expect(render(diagnostic, texts, "ru")).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
      );
      expect(renderForGithub(diagnostic, texts, "ru")).toMatch(/^::(?:error|warning|notice) file=[^\r\n]*$/);
    }
  });
});

test.each(["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"])(
  "%j is refused in every file that has a text, by itself and by its number",
  (sign) => {
    const sources = planSaying(`a${sign}b`);
    const byNumber = sources.map(({ path, text }) => ({
      path,
      text: text.replaceAll(sign, `\\u${sign.charCodeAt(0).toString(16)}`),
    }));
    for (const files of [sources, byNumber]) {
      const { value, diagnostics } = compile(files);
      expect(value.plans).toEqual([]);
      expect(
        diagnostics
          .filter(({ code }) => code === "bidi-control")
          .map(({ span }) => span.file)
          .sort(),
      ).toEqual(files.map(({ path }) => path).sort());
    }
  },
);

const addresses = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "http://plan.example",
  "//evil.example",
  "https:evil",
  " https://a.example",
  "https://a.example\njavascript:alert(1)",
  'https://a.example">x',
  "https://a b.example",
];

test.each(addresses)("%j is no address, wherever one stands", (address) => {
  const sources = planSaying("слова").map(({ path, text }) => ({
    path,
    text: text
      .replaceAll(quoted(hostileAddress), quoted(address))
      .replace(/^publisher: .*$/m, `$&\nrepository: ${quoted(address)}`),
  }));
  const { value, diagnostics } = compile(sources);
  expect(value.plans).toEqual([]);
  const places = sources.flatMap(({ path, text }) =>
    text
      .split(quoted(address))
      .slice(1)
      .map(() => path),
  );
  expect(places.length).toBeGreaterThan(6);
  expect(
    diagnostics
      .filter(({ code }) => code === "bad-url")
      .map(({ span }) => span.file)
      .sort(),
  ).toEqual(places.sort());
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

  test("no command writes through them", () => {
    const outside = mkdtempSync(join(tmpdir(), "srok-outside-"));
    const desk = mkdtempSync(join(tmpdir(), "srok-desk-"));
    const year = join(desk, "plan", "demo", "2024");
    for (const { path, text } of planSaying("слова")) {
      mkdirSync(dirname(join(desk, path)), { recursive: true });
      writeFileSync(join(desk, path), text);
    }
    for (const name of ["occurrences.yaml", "section-9.yaml", "ledger.json", "names.json"])
      writeFileSync(join(outside, name), "{}\n");
    for (const name of ["occurrences.yaml", "section-9.yaml", "ledger.json"]) {
      rmSync(join(year, name), { force: true });
      symlinkSync(join(outside, name), join(year, name));
    }
    symlinkSync(join(outside, "unborn"), join(desk, "plan", "demo", "2025"));
    symlinkSync(outside, join(desk, "dist"));
    for (const words of [
      ["record", "opened", "--date", "2024-04-26", "--title", "т", "--source", "и"],
      ["fmt"],
      ["check", "--fix"],
      ["publish", "--first", "--as-of", "2024-03-05"],
      ["new-year", "2025"],
      ["move", "1.2", "--to", "2024-05-06", "--text", "6 мая"],
      ["build", "--no-site"],
      ["undo"],
    ]) {
      const { status, output } = srok(desk, ...words);
      expect([0, 1, 2], output).toContain(status);
      expect(output, words[0]).not.toMatch(/^\s+at .*\.[tj]s:\d/m);
    }
    expect(filesBelow(outside)).toEqual(["ledger.json", "names.json", "occurrences.yaml", "section-9.yaml"]);
    for (const name of filesBelow(outside)) expect(readFileSync(join(outside, name), "utf8"), name).toBe("{}\n");
    for (const each of [outside, desk]) rmSync(each, { recursive: true, force: true });
  });
});
