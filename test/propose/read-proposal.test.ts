import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusalText } from "../../compiler/propose/describe.ts";
import { proposalMarkdown } from "../../compiler/propose/markdown.ts";
import { proposalText } from "../../compiler/propose/proposal-text.ts";
import { readProposal } from "../../compiler/propose/read-proposal.ts";
import { runs } from "../fuzz-runs.ts";
import { order, proposalWith, samples } from "./sample.ts";

const whole = proposalWith(Object.values(samples), {
  basis: { order },
  why: "Так решено.",
  author: { name: "Иванова А.", email: "ivanova@school.example" },
});

/** The sample with another value at a path. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const data = JSON.parse(proposalText(whole)) as Record<string | number, unknown>;
  const holder = path.slice(0, -1).reduce((inner, step) => inner[step] as typeof data, data);
  holder[path.at(-1)!] = value;
  return JSON.stringify(data);
}

describe("a proposal is read", () => {
  test("from its file, with or without a byte order mark, and from an issue that holds it", () => {
    for (const text of [
      proposalText(whole),
      `\ufeff${proposalText(whole)}`,
      `Здравствуйте!\n\n${proposalMarkdown(whole, "ru")}\nС уважением`,
      `Hello\r\n${proposalMarkdown(whole, "en").replace(/\n/g, "\r\n")}`,
    ])
      expect(readProposal(text).proposal).toEqual(whole);
  });

  test("whatever words it holds, the issue gives them back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (why) => {
        const proposal = proposalWith([samples.move], { why: `\`\`\`\n${why}` });
        expect(readProposal(proposalMarkdown(proposal, "ru")).proposal).toEqual(proposal);
      }),
      runs(300),
    );
  });
});

describe("what is none is refused in words", () => {
  test.each<[string, string, string]>([
    ["an empty file", "  ", "файл пустой"],
    ["a torn file", proposalText(whole).slice(0, -40), "предложение повреждено: конец файла потерян"],
    [
      "a torn issue",
      proposalMarkdown(whole, "ru").split("\n```\n")[0]!.slice(0, -1),
      "предложение повреждено: конец файла потерян",
    ],
    ["a letter without one", "Здравствуйте! Поправьте 2.1.8.", "это не предложение изменить план"],
    [
      "two in one issue",
      proposalMarkdown(whole, "ru") + proposalMarkdown(whole, "ru"),
      "в тексте несколько предложений",
    ],
    ["other data", '{"name":"srok"}', "это не предложение изменить план"],
    ["null", '{"srok-proposal":null}', "это не предложение изменить план"],
    ["a newer format", changed(["srok-proposal"], 2), "в формате 2, эта программа понимает только 1: обновите srok"],
    ["no operations", changed(["operations"], []), "на месте /operations"],
    ["an unknown operation", changed(["operations", 0, "op"], "run"), "на месте /operations/0"],
    ["a file outside", changed(["operations", 5, "file"], "../../.git/config"), "на месте /operations/5"],
    ["an absolute path", changed(["operations", 6, "file"], "/etc/passwd.yaml"), "на месте /operations/6"],
    ["a key that breaks YAML", changed(["operations", 0, "to"], { "a: b\nc": 1 }), "на месте /operations/0/to"],
    ["a null", changed(["operations", 0, "to"], { text: null }), "на месте /operations/0/to/text"],
    ["a bad revision", changed(["base", "commit"], "--upload-pack=x"), "на месте /base/commit"],
    [
      "a forged header in an address",
      changed(["author", "email"], "a@b.example>\nBcc: x@y.example"),
      "на месте /author/email",
    ],
  ])("%s", (_, text, words) => {
    const { refusal } = readProposal(text);
    expect(refusalText(refusal!, "ru")).toContain(words);
    expect(refusalText(refusal!, "en")).not.toMatch(/[{}]|[а-яё]/i);
  });

  test("one that is nested deeper than any plan", () => {
    const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    const text = changed(["operations", 0, "to"], "DEEP").replace('"DEEP"', deep);
    expect(readProposal(text).refusal?.kind).toMatch(/^(malformed|torn)$/);
  });

  test("nothing that is handed over makes the reader throw", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"srok-proposal":1,"operations":[${json}]}`),
        ),
        (text) => {
          expect(readProposal(text).proposal).toBeUndefined();
        },
      ),
      runs(400),
    );
  });
});
