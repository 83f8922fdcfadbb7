import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { applyProposal } from "../../compiler/propose/apply.ts";
import { takesBasis } from "../../compiler/propose/edited-rows.ts";
import { checkSources, judge, withFiles } from "../../compiler/propose/judge.ts";
import { openPlan } from "../../compiler/propose/plan-files.ts";
import type { Basis, Operation } from "../../compiler/propose/proposal.ts";
import { textOperations } from "../../compiler/propose/text-hunks.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { baseWith } from "../diff/plans.ts";
import { playedLedgers } from "../e2e/site/plan-folder.ts";
import { runs } from "../fuzz-runs.ts";
import { order, proposalWith } from "./sample.ts";

const path = "2024/section-1.yaml";
const before = `section: { id: "1", number: I, title: Пособия }
items:
  - id: "1.1"
    activity: Заказать пособия
    name: Заказать всё
    deadline: { text: до 6 сентября, until: 09-06 }
    responsible: [school]
    control:
      form: Отчёт
      deadline: { text: 9 сентября, on: 09-09 }

  - id: "1.2"
    activity: Сверить остатки
    deadline: { text: октябрь, month: 10 }
    responsible: [schools]

  - id: "1.3"
    activity: Списать лишнее
    deadline: { text: ноябрь, month: 11 }
    responsible: [nursery]

  - id: "1.4"
    activity: Подвести итоги
    deadline: { text: декабрь, month: 12 }
    responsible: [schools]
`;
const base = baseWith({ [`demo/${path}`]: before });
const textOf = (sources: readonly SourceFile[]): string => sources.find((each) => each.path.endsWith(path))!.text;

/** Edits of the text of a section. */
const edits = {
  deadline: ["{ text: до 6 сентября, until: 09-06 }", "{ text: до 13 сентября, until: 09-13 }"],
  control: ["{ text: 9 сентября, on: 09-09 }", "{ text: 16 сентября, on: 09-16 }"],
  words: ["activity: Сверить остатки", "activity: Сверить все остатки"],
  row: [
    '  - id: "1.4"\n',
    '  - id: "1.3-1"\n    activity: Раздать\n    deadline: { text: до 20 ноября, until: 11-20 }\n    responsible: [school]\n\n  - id: "1.4"\n',
  ],
  name: ["name: Заказать всё", "name: Заказать"],
  comment: ['  - id: "1.2"\n', '  # сверено\n  - id: "1.2"\n'],
  cited: [
    "deadline: { text: декабрь, month: 12 }\n",
    "deadline: { text: до 20 декабря, until: 12-20 }\n    corrected: [Срок перепутан]\n",
  ],
} as const satisfies Record<string, readonly [string, string]>;
type Edit = keyof typeof edits;
const decided: readonly Edit[] = ["deadline", "control", "words", "row"];

function operationsOf(made: readonly Edit[]): Operation[] {
  const edited = made.reduce((text, each) => {
    const [from, to] = edits[each];
    expect(text.split(from), each).toHaveLength(2);
    return text.replace(from, to);
  }, before);
  return textOperations(path, before, edited);
}

const proposalOf = (made: readonly Edit[], basis?: Basis) =>
  proposalWith(operationsOf(made), { series: "demo", basis });
const applied = (made: readonly Edit[], basis?: Basis) => applyProposal(base, proposalOf(made, basis))!;
const written = (made: readonly Edit[], basis: Basis): string[] => {
  const old = new Set(before.split("\n"));
  return textOf(withFiles(base, applied(made, basis).files))
    .split("\n")
    .filter((line) => !old.has(line));
};
const files = openPlan(base, "demo", "2024")!;

describe("a row that is changed in the text of its file", () => {
  test("is marked with the basis and remembers what it was", () => {
    expect(written(["deadline"], { order })).toEqual([
      "    deadline: { text: до 13 сентября, until: 09-13 }",
      "    amended-by: [{ order: order-5, was: { deadline: { text: до 6 сентября, until: 09-06 } } }]",
    ]);
    expect(written(["words"], { correction: "Опечатка" })).toEqual([
      "    activity: Сверить все остатки",
      "    corrected: [Опечатка]",
    ]);
    expect(written(["deadline", "control"], { order }).slice(-2)).toEqual([
      "          deadline: { text: до 6 сентября, until: 09-06 }",
      "          control: { form: Отчёт, deadline: { text: 9 сентября, on: 09-09 } }",
    ]);
    expect(written(["row"], { order })).toContain("    amended-by: [{ order: order-5, added: true }]");
  });

  test("and says itself why it is changed stays as it was written", () => {
    expect(written(["cited", "words"], { correction: "Опечатка" }).filter((line) => /corrected/.test(line))).toEqual([
      "    corrected: [Опечатка]",
      "    corrected: [Срок перепутан]",
    ]);
  });

  test("takes no basis where nothing that an order decides is another", () => {
    const { files: changed } = applied(["name", "comment", "cited"], { order });
    expect(changed.map((file) => file.path)).toEqual([`plan/demo/${path}`]);
    expect(changed[0]!.text).not.toContain("order-5");
  });

  test("is not marked by an order after which another has changed the same cell", () => {
    const amended = ["order-5", "order-6"]
      .map((id) => `{ order: ${id}, was: { deadline: { text: до 5 сентября, until: 09-05 } } }`)
      .join(", ");
    const newer = baseWith({
      [`demo/${path}`]: before.replace(`${edits.control[0]}\n`, `$&    amended-by: [${amended}]\n`),
    });
    const { conflicts } = applyProposal(newer, proposalOf(["deadline"], { order }))!;
    expect(conflicts).toEqual([{ kind: "amended-later", name: "1.1", key: "order-5" }]);
  });
});

test("the basis is asked for where the published plan demands one, and with it the plan can be published", () => {
  const ledgers = playedLedgers([["2024-01-20", base]]);
  const checked = checkSources(base);
  const uncited = (made: readonly Edit[], basis?: Basis): number => {
    const { after, errors } = judge(checked, proposalOf(made, basis))!;
    expect(errors).toEqual([]);
    return checkPublications(after.value.plans, ledgers).diagnostics.filter(({ code }) => code === "uncited-change")
      .length;
  };
  fc.assert(
    fc.property(
      fc.subarray(Object.keys(edits) as Edit[], { minLength: 1 }),
      fc.constantFrom<Basis>({ order }, { correction: "Опечатка" }),
      (made, basis) => {
        const asks = takesBasis(files, operationsOf(made));
        expect(asks).toBe(made.some((each) => decided.includes(each)));
        expect(uncited(made) > 0).toBe(asks);
        expect(uncited(made, basis)).toBe(0);
      },
    ),
    runs(60),
  );
});
