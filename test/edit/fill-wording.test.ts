/** Words from rules and rules from words, in the text of a section. */
import { homeYear } from "../../compiler/calendar/bounds.ts";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { fillWording, hasGaps, type Gap } from "../../compiler/edit/fill-wording.ts";
import { format } from "../../compiler/edit/format.ts";
import { reread } from "../../compiler/edit/locate.ts";
import { flowText, type YamlValue } from "../../compiler/edit/yaml-text.ts";
import { cellsOf } from "../../compiler/lint/cells.ts";
import { isSameRule } from "../../compiler/phrase/agreement.ts";
import { namesOf } from "../../compiler/phrase/plan-names.ts";
import { interpretPhrase } from "../../compiler/phrase/read.ts";
import type { Deadline } from "../../compiler/generated/types.ts";
import { plan2024 } from "../plan-files.ts";
import { expectEach } from "../expect-each.ts";

const plan = compile(plan2024()).value.plans[0]!;
const options = { year: homeYear(plan.bounds), names: namesOf(plan.series, plan.plan), language: "ru" } as const;

const section = (deadline: string): string =>
  `items:\n  - id: "1.1"\n    activity: Дело\n    deadline:${deadline}\n    responsible: [oo]\n`;
function filled(deadline: string): { readonly text: string; readonly gaps: readonly Gap[] } {
  const { text, gaps } = fillWording(reread("section-1.yaml", section(deadline)), options);
  return { text, gaps };
}
const deadlineIn = (text: string): Deadline =>
  (reread("section-1.yaml", text).data as { items: { deadline: Deadline }[] }).items[0]!.deadline;

describe("what is missing is written beside what is there", () => {
  test.each([
    ["bare words", " до 1 марта", " { text: до 1 марта, until: 03-01 }"],
    ["words between brackets", " { text: до 1 марта }", " { text: до 1 марта, until: 03-01 }"],
    ["a rule between brackets", " { until: 03-01 }", " { text: до 1 марта, until: 03-01 }"],
    ["a comment behind", " до 1 марта # как в приказе", " { text: до 1 марта, until: 03-01 } # как в приказе"],
    [
      "lines with a comment between",
      "\n      # по приказу\n      text: ежемесячно до 10 числа # так",
      "\n      # по приказу\n      text: ежемесячно до 10 числа # так\n      every: { unit: month, until: 10 }",
    ],
    [
      "a rule in lines",
      "\n      # считаем сами\n      within: { working-days: 5, after: moc-request-received }",
      "\n      # считаем сами\n      text: в течение 5 рабочих дней после получения заявки от МОЦ\n      within: { working-days: 5, after: moc-request-received }",
    ],
    ["quoted words", ' "срок: до 1 марта"', ' { text: "срок: до 1 марта", until: 03-01 }'],
    ["a folded text", " >-\n      до 1\n      марта", " { text: до 1 марта, until: 03-01 }"],
    [
      "other keys beside",
      " { key: report, text: до 1 марта, subject: отчёт }",
      " { key: report, text: до 1 марта, subject: отчёт, until: 03-01 }",
    ],
  ])("%s", (_, before, after) => {
    const { text, gaps } = filled(before);
    expect(text).toBe(section(after));
    expectEach(gaps, ({ obstacle }) => obstacle === undefined);
    expect(hasGaps(reread("section-1.yaml", text))).toBe(false);
    expect(format(text, "section")).toBeDefined();
  });

  test("lines keep the file's line breaks", () => {
    const text = section("\n      text: до 1 марта").replaceAll("\n", "\r\n");
    expect(fillWording(reread("section-1.yaml", text), options).text).toBe(
      section("\n      text: до 1 марта\n      until: 03-01").replaceAll("\n", "\r\n"),
    );
  });

  test("what is too long for a line is written in lines", () => {
    const words = "до 1 февраля – итоги I полугодия, отчёт о мониторинге качества; до 1 июля – итоги за учебный год";
    const { text } = filled(` ${words}`);
    expect(text).toContain(`deadline:\n      text: "${words}"\n      each:`);
    expect(deadlineIn(text).each).toHaveLength(2);
  });
});

describe("nothing is guessed", () => {
  test.each([
    [" в течение 5 дней со дня получения заявки от МОЦ", "ambiguous"],
    [" до 5 числа", "ambiguous"],
    [" как получится", "unread"],
    [" 31 февраля", "unread"],
    [" в день полёта на Марс", "no-event"],
    [" в течение 3 рабочих дней", "no-event"],
    [" первое полугодие учебного года", "no-period"],
    [" { every: { unit: quarter, on: first-half } }", "no-phrase"],
  ])("%s", (before, kind) => {
    const { text, gaps } = filled(before);
    expect(text).toBe(section(before));
    expect(gaps.map(({ obstacle }) => obstacle?.kind)).toEqual([kind]);
  });

  test.each([" { text: до 1 марта, until: 04-01 }", " {}", " 5", " { text: by 1 March }", " []"])(
    "%s is left",
    (before) => expect(filled(before)).toEqual({ text: section(before), gaps: [] }),
  );
});

describe("the plan of 2024", () => {
  const cells = cellsOf(plan).filter(({ deadline }) => deadline.rule.reading === undefined);
  const unsaid = new Set(["text", "key", "rules", "review", "accept"]);
  const bare = (rule: Deadline): Deadline =>
    Object.fromEntries(Object.entries(rule).filter(([key]) => !unsaid.has(key)));

  test("each of its wordings gets its own rule back, or is asked about", () => {
    let written = 0;
    for (const { item, deadline } of cells) {
      const { text, gaps } = filled(` ${flowText(deadline.text)}`);
      if (gaps[0]?.obstacle !== undefined) continue;
      written += 1;
      expect(isSameRule(deadlineIn(text), deadline.rule), `${item.id} ${deadline.text}`).toBe(true);
    }
    expect(written).toBeGreaterThan(cells.length / 2);
  });

  test("each of its rules gets words that mean it", () => {
    for (const { item, deadline } of cells) {
      const { text, gaps } = filled(` ${flowText(bare(deadline.rule) as YamlValue)}`);
      expect(
        gaps.map(({ obstacle }) => obstacle),
        item.id,
      ).toEqual([undefined]);
      const { interpretations } = interpretPhrase(deadlineIn(text).text!, options);
      expect(
        interpretations?.some(({ rule }) => isSameRule(rule, deadline.rule)),
        `${item.id} ${deadlineIn(text).text!}`,
      ).toBe(true);
    }
  });
});
