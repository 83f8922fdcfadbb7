import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { compare } from "../../compiler/diff/compare.ts";
import { findingsOfChange } from "../../compiler/diff/findings-of-change.ts";
import { renderFindingsMarkdown } from "../../compiler/diff/render-findings.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { positionAt } from "../../compiler/source/span.ts";
import { baseWith, type Overlay } from "./plans.ts";

const rows = (...lines: string[]): Overlay => ({
  "demo/2024/section-1.yaml": `section: { id: "1", number: I, title: Пособия }\nitems:\n${lines.map((line) => `  - { ${line} }\n`).join("")}`,
});
const row = (id: string, activity: string, deadline: string): string =>
  `id: "${id}", activity: ${activity}, deadline: ${deadline}, responsible: [school]`;

function concerned(before: readonly SourceFile[], after: readonly SourceFile[]): Diagnostic[] {
  const [old, now] = [compile(before, { drafts: true }), compile(after, { drafts: true })];
  return findingsOfChange(
    { workspace: old.value.workspace, diagnostics: old.diagnostics },
    { workspace: now.value.workspace, diagnostics: now.diagnostics },
    compare(old.value.plans, now.value.plans),
  );
}

/** Code and line of each finding. */
function places(found: readonly Diagnostic[], sources: readonly SourceFile[]): string[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  return found.map(({ code, span }) => `${code} ${positionAt(texts.get(span.file)!, span.start).line}`);
}

// Saturday, 2 March 2024, is a day off: each row has a note of it.
const saturday = "{ text: до 2 марта, until: 03-02 }";

describe("findings of a change", () => {
  const before = baseWith(rows(row("1.1", "Первое", saturday), row("1.2", "Второе", saturday)));

  test("are those of the row that it edits, known before or not, and of no other", () => {
    const after = baseWith(rows(row("1.1", "Первое", saturday), row("1.2", "Другое", saturday)));
    expect(places(concerned(before, after), after)).toEqual(["deadline-on-day-off 4"]);
    expect(concerned(before, before)).toEqual([]);
  });

  test("are, where rows change places, only what that brings", () => {
    const after = baseWith(rows(row("1.2", "Второе", saturday), row("1.1", "Первое", saturday)));
    expect(places(concerned(before, after), after)).toEqual(["number-out-of-order 4"]);
  });

  test("are those of a row whose date an edit elsewhere moves", () => {
    const inPeriod = rows(
      'id: "1.1", activity: Первое, deadline: { text: в период приёма, period: admission }',
      row("1.2", "Второе", saturday),
    );
    const periods = (to: string): Overlay => ({
      "demo/2024/periods.yaml": `periods:\n  - { id: admission, title: приём, from: 03-01, to: ${to}, source: { title: приказ } }\n`,
    });
    const [old, after] = [
      baseWith({ ...inPeriod, ...periods("03-15") }),
      baseWith({ ...inPeriod, ...periods("03-16") }),
    ];
    expect(places(concerned(old, after), after)).toEqual(["nobody-responsible 3", "wording-unread 3"]);
  });

  test("are the errors that it brings", () => {
    const after = baseWith(
      rows(row("1.1", "Первое", "{ text: до 2 марта, until: 03-04 }"), row("1.2", "Второе", saturday)),
    );
    expect(places(concerned(before, after), after)).toContain("wording-differs 3");
  });
});

describe("the list in the comment", () => {
  const hostile = "<img src=x> @everyone ::error::";
  const bad = baseWith(
    rows(
      row("1.1", "Первое", `{ text: до 2 марта, until: 03-04, reading: ${JSON.stringify(hostile)} }`),
      row("1.2", "Второе", saturday),
    ),
  );
  const texts = new Map(bad.map(({ path, text }) => [path, text]));
  const { diagnostics } = compile(bad);
  const listed = (limit: number, found: readonly Diagnostic[] = diagnostics): string =>
    renderFindingsMarkdown("Проверка", found, texts, "ru", limit);

  test("names severity, place, fact and what to do; foreign texts are only texts", () => {
    expect(listed(10_000)).toMatch(
      /^### Проверка\n\n- \*\*ошибка\*\* <code>plan\/demo\/2024\/section-1\.yaml:3<\/code> /,
    );
    expect(listed(10_000)).not.toMatch(/<img|@everyone/);
    expect(listed(10_000, [])).toBe("");
  });

  test("says how many did not fit", () => {
    const many = Array.from({ length: 40 }, () => diagnostics[0]!);
    const text = listed(2_000, many);
    expect(text.length).toBeLessThan(2_300);
    const shown = text.match(/^- \*\*/gm)!.length;
    expect(text).toContain(`- и ещё ${40 - shown}`);
  });
});
