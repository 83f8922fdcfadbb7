import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

const rows = readFileSync(join(import.meta.dirname, "words-and-rules.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" => ") as [words: string, rule: string, expected: string]);

const docket = sourcesOf(join(casesFolder, "good", "grants-and-docket"));

/** The findings on the words of a deadline that stands in an English plan of its own. */
function found(words: string, rule: string): string {
  const section = `section: { id: "1", number: I, title: Pleadings }
items:
  - { id: "1.1", activity: Answer, responsible: [defendant], deadline: { text: ${JSON.stringify(words)}, ${rule} } }
`;
  const texts: Readonly<Record<string, (text: string) => string>> = {
    "section-1.yaml": () => section,
    "events.yaml": (text) =>
      `${text.replace(', latest: "1.1"', "")}  - { id: copy-served, title: service of a copy of the complaint, scope: own }\n`,
    "occurrences.yaml": (text) => text.replace("date: 2025-09-15", 'date: 2025-09-15, at: "10:00"'),
    "series.yaml": (text) => text.replace("rules: us-frcp-6a", "rules: plain"),
  };
  const { diagnostics } = compile(
    docket.map((file) => ({
      ...file,
      text: file.path.startsWith("plan/docket/")
        ? (texts[file.path.split("/").at(-1)!]?.(file.text) ?? file.text)
        : file.text,
    })),
  );
  const own = diagnostics.filter(({ span }) => span.file === "plan/docket/2025/section-1.yaml");
  return own.map(({ code }) => code).join(" ") || "agrees";
}

test.each(rows)("%s => %s => %s", (words, rule, expected) => {
  // What the plan itself tells of a day off is no matter of words.
  expect(found(words, rule).replace(/(?:named-day-off|deadline-on-day-off) ?/g, "") || "agrees").toBe(expected);
});
