import { describe, expect, test } from "vitest";
import { applyProposal } from "../../compiler/propose/apply.ts";
import { conflictText, subjectOf } from "../../compiler/propose/describe.ts";
import { checkSources, judge, withFiles } from "../../compiler/propose/judge.ts";
import type { Basis, Operation } from "../../compiler/propose/proposal.ts";
import { baseWith, publishedWith } from "../diff/plans.ts";
import { plan2024 } from "../plan-files.ts";
import { order, proposalWith, samples } from "./sample.ts";

const base = plan2024();
const conflictsOf = (sources: typeof base, operations: readonly Operation[], basis?: Basis): string[] =>
  applyProposal(sources, proposalWith(operations, { basis }))!.conflicts.map((each) => conflictText(each, "ru"));

const { set, move } = samples;

describe("each operation", () => {
  test.each(Object.entries(samples))("%s leaves a plan without errors, on each basis", (_, operation) => {
    for (const basis of [undefined, { order }, { correction: "Опечатка" }] as const) {
      const { applied, errors } = judge(checkSources(base), proposalWith([operation], { basis }))!;
      expect(applied.conflicts).toEqual([]);
      expect(applied.files.length).toBeGreaterThan(0);
      expect(errors).toEqual([]);
    }
  });

  test("the order of a basis is written down once, and named at every row", () => {
    const { files } = applyProposal(
      base,
      proposalWith([samples.move, samples.control, samples.withdraw], { basis: { order } }),
    )!;
    const text = (name: string): string => files.find(({ path }) => path.endsWith(name))!.text;
    expect(text("order.yaml").split("order-5")).toHaveLength(2);
    expect(text("section-2.yaml").split("order-5")).toHaveLength(4);
  });

  test("an order is not written down where nothing rests on it", () => {
    const { files } = applyProposal(base, proposalWith([samples.record], { basis: { order } }))!;
    expect(files.map(({ path }) => path)).toEqual(["plan/gis-obrazovanie/2024/occurrences.yaml"]);
  });
});

test("a profile gets a file of its own where there is none, and is proposed twice without harm", () => {
  const bare = base.filter(({ path }) => !path.endsWith("/profiles.yaml"));
  const { applied, errors, after } = judge(checkSources(bare), proposalWith([samples.profile]))!;
  expect(errors).toEqual([]);
  expect(applied.files.map(({ path }) => path)).toEqual(["plan/gis-obrazovanie/profiles.yaml"]);
  expect(after.value.plans[0]!.series.profiles.map(({ data }) => data)).toEqual([
    { id: "ooo-odo", label: "Школа с кружками", name: "Школы с кружками", parties: ["ooo", "odo"] },
  ]);
  const again = applyProposal(after.sources, proposalWith([samples.profile]))!;
  expect(again.operations.map(({ state }) => state)).toEqual(["already"]);
  const unknown = judge(checkSources(base), proposalWith([{ ...samples.profile, parties: ["ooo", "nobody"] }]))!;
  expect(unknown.errors.map(({ code }) => code)).toEqual(["unknown-party"]);
});

describe("a conflict says what stands in the way", () => {
  const amended = (id: string) => `amendments: [{ id: ${id}, date: 2024-03-01, number: "9", title: Другой }]\nsource:`;
  test.each<[string, string[], string]>([
    [
      "another deadline meanwhile",
      conflictsOf(
        publishedWith([["section-2.yaml", "{ text: 6 сентября, on: 09-06 }", "{ text: 7 сентября, on: 09-07 }"]]),
        [move],
      ),
      "2.1.8: пока вы правили, срок изменили: было «6 сентября», стало «7 сентября». Решите, что оставить – своё или это",
    ],
    [
      "the same words, another rule",
      conflictsOf(
        publishedWith([["section-2.yaml", "{ text: 6 сентября, on: 09-06 }", "{ text: 6 сентября, until: 09-06 }"]]),
        [move],
      ),
      "2.1.8: пока вы правили, срок изменили: было «6 сентября» { on: 09-06 }, стало «6 сентября» { until: 09-06 }. Решите, что оставить – своё или это",
    ],
    ["an item that is gone", conflictsOf(base, [{ ...move, item: "2.1.77" }]), "пункта 2.1.77 в плане больше нет"],
    [
      "an item that is withdrawn",
      conflictsOf(
        publishedWith([
          [
            "section-2.yaml",
            "    responsible: МОУО\n    control:\n      form: Мониторинг проведения настроек",
            "    withdrawn: { reason: Отменён }\n    responsible: МОУО\n    control:\n      form: Мониторинг проведения настроек",
          ],
        ]),
        [move],
      ),
      "пункт 2.1.8 тем временем исключён: менять в нём нечего",
    ],
    [
      "a number that is taken",
      conflictsOf(base, [{ ...samples.add, item: "2.1.1" }]),
      "номер 2.1.1 уже занят другим пунктом: «Проведение семинара",
    ],
    ["no section", conflictsOf(base, [{ ...samples.add, item: "99.1" }]), "раздела 99 в плане нет"],
    ["no event", conflictsOf(base, [{ ...samples.record, event: "nothing" }]), "события «nothing» в плане нет"],
    [
      "no file",
      conflictsOf(base, [{ ...set, file: "2024/section-99.yaml" }]),
      "файла 2024/section-99.yaml в плане нет",
    ],
    [
      "a file of no plan",
      conflictsOf(base, [{ ...samples.text, file: "2024/readme.yaml" }]),
      "файла 2024/readme.yaml в плане нет",
    ],
    [
      "a permanent name",
      conflictsOf(base, [{ ...set, path: ["id"], was: "2.1.3-1", to: "2.1.3-9" }]),
      "постоянное имя не меняют",
    ],
    [
      "no place",
      conflictsOf(base, [{ ...set, path: ["control", "form"], was: undefined, to: "Проверка" }]),
      "этого значения записать некуда",
    ],
    [
      "lines that changed",
      conflictsOf(base, [{ ...samples.text, was: "    activity: иное\n" }]),
      "строки, которые вы меняли, с тех пор изменились",
    ],
    [
      "lines that repeat",
      conflictsOf(base, [{ ...samples.text, was: "    responsible: МОУО\n" }]),
      "такие строки стоят в файле несколько раз",
    ],
    [
      "an order that is not recorded",
      conflictsOf(base, [move], { amendment: "may" }),
      "изменения «may» среди записанных в плане нет",
    ],
    [
      "another order of that name",
      conflictsOf(
        publishedWith([["order.yaml", "source:\n  title: Приказ", `${amended("order-5")}\n  title: Приказ`]]),
        [move],
        { order },
      ),
      "под именем «order-5» в плане уже записано другое изменение",
    ],
    [
      "a profile of another name for the same parties",
      conflictsOf(base, [{ ...samples.profile, parties: ["doo", "ooo"] }]),
      "общий календарь этих ролей уже есть: «Школа с дошкольными группами»",
    ],
    [
      "another profile of that name",
      conflictsOf(base, [{ ...samples.profile, profile: "school-with-camp" }]),
      "под именем «school-with-camp» уже есть другой профиль: «Школа с лагерем»",
    ],
    [
      "an order without its number",
      conflictsOf(base, [move], { order: { id: "order-5", date: "2024-04-15", title: "О внесении" } }),
      "у приказа «order-5» не указан номер",
    ],
  ])("%s", (_, conflicts, words) => {
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toContain(words);
  });

  test("a record of the same event and period on another day", () => {
    const once = withFiles(base, applyProposal(base, proposalWith([{ ...samples.record, period: "2024-04" }]))!.files);
    expect(conflictsOf(once, [{ ...samples.record, period: "2024-04", date: "2024-04-27" }])[0]).toContain(
      "день события изменили",
    );
    expect(conflictsOf(once, [{ ...samples.record, period: "2024-05", date: "2024-05-27" }])).toEqual([]);
  });

  test("another plan is none of ours", () => {
    expect(applyProposal(baseWith({}), proposalWith([move]))).toBeUndefined();
    expect(applyProposal(base, { ...proposalWith([move]), plan: "2025" })).toBeUndefined();
  });
});

test("a subject is one line of 72 characters at most", () => {
  expect(subjectOf(proposalWith([move]), "ru")).toBe("Изменить срок пункта 2.1.8");
  expect(subjectOf(proposalWith([move, set]), "ru")).toBe("Изменить план: правок – 2");
  const long = subjectOf(proposalWith([{ ...samples.record, event: `a\n${"b".repeat(200)}` }]), "ru");
  expect(long).toMatch(/^Записать событие: a b+…$/);
  expect(long.length).toBeLessThanOrEqual(72);
});
