import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import { planName } from "../../compiler/document/draft/plan-name.ts";
import { importDocument, type Imported } from "../../compiler/document/import-document.ts";
import { isoDate } from "../../compiler/calendar/day.ts";
import { remarksOf } from "../../compiler/cli/work/import-remarks.ts";
import { describe as inWords } from "../../compiler/diagnostics/render.ts";
import { markOf } from "../../compiler/document/proof/proof-page.ts";
import { proofOf } from "../../compiler/document/proof/proof.ts";
import { repository, shippedFiles } from "../plan-files.ts";
import { shippedPolicy } from "./strangers.ts";

const folder = join(repository, "test", "document", "fixtures", "strangers");
const documents = readdirSync(folder).filter((name) => /^g\d+\.(?!expected)/.test(name));
const policy = shippedPolicy();

/** What an editor may well mean, and the document has: it is said and asked, not mended. */
const ofTheDocument = new Set(["named-day-off", "skipped-number", "nobody-responsible", "wording-names-party"]);

function draftOf(name: string): Imported {
  const { value } = importDocument(readFileSync(join(folder, name)), { name, known: [], policy });
  if (value === undefined) throw new Error(`not imported: ${name}`);
  return value;
}

const compiled = ({ draft }: Imported): ReturnType<typeof compile> =>
  compile([...shippedFiles(), ...draft.files.map(({ path, text }) => ({ path: `plan/${path}`, text }))], {
    drafts: true,
  });

describe.each(documents)("the draft of %s", (name) => {
  const imported = draftOf(name);
  const { value, diagnostics } = compiled(imported);

  test("compiles, and the check calls nothing into question that the import wrote of itself", () => {
    expect(diagnostics.filter(isError)).toEqual([]);
    expect(value.plans).toHaveLength(1);
    const doubted = diagnostics.filter(({ code }) => severityOf(code) === "warning" && !ofTheDocument.has(code));
    expect(doubted.map(({ code, values }) => `${code} ${JSON.stringify(values)}`)).toEqual([]);
  });

  test("shows beside its row what the check asks of the document", () => {
    const remarks = remarksOf({ value, diagnostics }, imported, "ru");
    const said = [...remarks.values()].flat().length;
    const asked = diagnostics.filter(({ code }) => severityOf(code) === "warning" && code !== "nobody-responsible");
    expect(said).toBe(new Set(asked.map((found) => `${found.span.start} ${inWords(found, "ru").message}`)).size);
    for (const row of proofOf(imported, "ru", remarks).rows)
      if (remarks.has(row.id)) expect(markOf(row)).not.toBe("certain");
  });

  test("has the bounds of the document", () => {
    const { bounds } = value.plans[0]!;
    expect({ from: isoDate(bounds.from), to: isoDate(bounds.to) }).toEqual(imported.draft.bounds);
  });

  test("gives the days of every certain deadline, in their years", () => {
    const { byId } = value.plans[0]!;
    for (const [id, { state, windows, certain }] of imported.draft.dated) {
      const deadline = byId.get(id)?.deadline;
      if (!certain) {
        expect(deadline?.rule.review, id).toBe(true);
        continue;
      }
      expect(deadline?.state, id).toBe(state);
      const days = deadline!.windows.map(
        ({ start, end }) => `${start === null ? "" : isoDate(start)}..${isoDate(end)}`,
      );
      expect(days.sort(), id).toEqual(windows.map(({ start, end }) => `${start ?? ""}..${end}`).sort());
    }
  });
});

const headOf = (name: string): { readonly path: string; readonly text: string } => {
  const { draft } = draftOf(name);
  return draft.files.find(({ path }) => /\/(?:order|plan)\.yaml$/.test(path))!;
};

test("a plan that no order approves has a file of its own, with its title and bounds", () => {
  const { path, text } = headOf("g02.docx");
  expect(path).toMatch(/\/2024-2025\/plan\.yaml$/);
  expect(text.split("\n").slice(1, 4)).toEqual([
    "title: КАЛЕНДАРНЫЙ ПЛАН внеурочных событий МБОУ «Лицей № 204» на 2024/2025 учебный год",
    "bounds: { from: 2024-09-01, to: 2025-08-31 }",
    "status: draft",
  ]);
});

test("an order that is only cited is an order with its day and number, the rest open and to be reviewed", () => {
  const { path, text } = headOf("g01.html");
  expect(path).toMatch(/\/2025\/order\.yaml$/);
  expect(text).toContain("year: 2025\nstatus: draft\nreview: true\nauthority: …\n");
  expect(text).toContain("date: 2024-12-17\nnumber: 88-п\nplace: …\n");
});

test.each([
  ["2025-01-01", "2025-12-31", "2025"],
  ["2024-09-01", "2025-08-31", "2024-2025"],
  ["2023-01-01", "2025-12-31", "2023-2025"],
  ["2025-03-01", "2025-03-31", "2025-03"],
  ["2024-07-01", "2024-12-31", "2024-h2"],
  ["2025-04-01", "2025-06-30", "2025-q2"],
  ["2024-09-01", "2025-05-31", "2024-09.2025-05"],
])("a plan from %s to %s lies in the folder %s", (from, to, expected) => {
  expect(planName({ from, to })).toBe(expected);
});
