import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { newsFiles } from "../../compiler/ledger/news-files.ts";
import { newsOf } from "../../compiler/ledger/news.ts";
import type { Publication } from "../../compiler/ledger/publication.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { tinyPlans } from "../feeds/plans.ts";

const order = (more: string): string =>
  `year: 2024\nauthority: ВЕДОМСТВО\nkind: ПРИКАЗ\ndate: 2024-01-15\nnumber: "1"\nplace: Город\ntitle: Об утверждении плана\npreamble: В целях порядка\nclauses: [{ number: "1.", text: Утвердить план. }]\nsignature: { post: Руководитель, name: И.И. Иванов }\nplan-title: План\n${more}`;
const amendments =
  'amendments: [{ id: march, date: 2024-03-01, number: "48", title: "Об изменении <плана> & прочем" }]\n';
const row = (deadline: string, more = ""): string =>
  `  - { id: "1.1", activity: 'Заказать <пособия> & "книги"', responsible: [school], deadline: ${deadline}${more} }\n  - { id: "1.2", activity: Сверить, responsible: [schools], deadline: { text: ежемесячно, every: month } }`;

/** The plans of each step are published one after another; the last is given with its ledgers as they were read. */
function play(steps: readonly (readonly [day: string, items: string])[]): {
  plans: ReturnType<typeof tinyPlans>;
  publication: Publication;
} {
  let ledgers: SourceFile[] = [];
  let plans: ReturnType<typeof tinyPlans> = [];
  for (const [day, items] of steps) {
    plans = tinyPlans({ items, files: { "2024/order.yaml": order(amendments) } });
    const { value, diagnostics } = checkPublications(plans, ledgers, { today: parseDate(day)! });
    expect(diagnostics).toEqual([]);
    ledgers = value[0]!.after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }));
  }
  return { plans, publication: checkPublications(plans, ledgers).value[0]! };
}

const story = play([
  ["2024-02-01", row("{ text: 1 июня – 31 августа, from: 06-01, to: 08-31 }")],
  ["2024-03-05", row("{ text: 1 июня – 2 сентября, from: 06-01, to: 09-02 }", ", amended-by: [march]")],
  [
    "2024-04-01",
    row(
      "{ text: 1 июня – 2 сентября, from: 06-01, to: 09-02 }",
      ", amended-by: [march], withdrawn: { reason: Пособий хватает }, corrected: [исключено]",
    ),
  ],
]);

describe("news", () => {
  test("what moved, from when to when, for whom, on what ground, newest first", () => {
    const news = newsOf(story.publication.before, story.plans);
    expect(news.map(({ id, on, headline }) => [id, on, headline.replace(/\u00a0/g, " ")])).toEqual([
      ["2024/1.1/work/withdrawn", parseDate("2024-04-01"), "п. 1.1, срок: отменено"],
      ["2024/1.1/work/moved", parseDate("2024-03-05"), "п. 1.1, срок: дата перенесена"],
      ["2024", parseDate("2024-02-01"), "Опубликован план 2024 года, записей в календарях: 14"],
    ]);
    expect(news[1]).toMatchObject({
      who: ["Школа"],
      why: ["Об изменении <плана> & прочем (1\u00a0марта\u00a02024\u00a0года № 48)"],
      path: "2024/items/1.1/",
    });
    expect(news[1]!.dates.map(({ from, to }) => `${from} → ${to}`.replace(/\u00a0/g, " "))).toEqual([
      "сб 31 августа 2024 года → пн 2 сентября 2024 года",
    ]);
    expect(news[0]!.why).toEqual(["Пособий хватает", "исключено"]);
  });

  test("the Atom feed is well-formed, its ids are unique and know no address, hostile text is text", () => {
    const [file] = newsFiles(story.plans, [story.publication], { site: "https://plan.example/base" });
    expect(file!.path).toBe("changes.atom");
    const elements: string[] = [];
    const texts = new Map<string, string[]>();
    const parser = new SaxesParser({ xmlns: true });
    let depth: string[] = [];
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ local, uri, attributes }) => {
      expect(uri).toBe("http://www.w3.org/2005/Atom");
      depth.push(local);
      elements.push(
        `${local} ${Object.values(attributes)
          .map(({ value }) => value)
          .join(" ")}`.trim(),
      );
    });
    parser.on("text", (text) =>
      texts.set(
        depth.join("/"),
        [...(texts.get(depth.join("/")) ?? []), text].filter((each) => each.trim() !== ""),
      ),
    );
    parser.on("closetag", () => {
      depth = depth.slice(0, -1);
    });
    parser.write(file!.text).close();
    const ids = texts.get("feed/entry/id")!;
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(3);
    expect(ids[0]).toBe("tag:demo.example,2024-04-01:demo/2024/1.1/work/withdrawn");
    expect(texts.get("feed/id")).toEqual(["tag:demo.example,2024:demo/changes"]);
    expect(texts.get("feed/updated")).toEqual(["2024-04-01T00:00:00Z"]);
    expect(ids.join()).not.toContain("plan.example");
    expect(elements).toContain("link self application/atom+xml https://plan.example/base/changes.atom");
    expect(elements).toContain("link alternate text/html https://plan.example/base/2024/items/1.1/");
    expect(texts.get("feed/entry/content")![1]).toContain(
      "<p>Основание: Об изменении &lt;плана&gt; &amp; прочем (1\u00a0марта\u00a02024\u00a0года № 48)</p>",
    );
    expect(elements.filter((element) => /^(плана|пособия)/.test(element))).toEqual([]);
  });

  test("what a second publication of one day adds is seen as new: the piece of news and the feed are updated later", () => {
    const two = (first: string, second: string): string =>
      row(`{ text: по датам, each: [{ on: ${first} }, { on: ${second} }] }`, `, corrected: ["${first}, ${second}"]`);
    const begun = [
      ["2024-02-01", two("05-14", "10-16")],
      ["2024-03-05", two("05-15", "10-16")],
    ] as const;
    const updated = (steps: readonly (readonly [string, string])[]): string[] => {
      const { plans, publication } = play(steps);
      return [
        ...newsFiles(plans, [publication], { site: "https://plan.example" })[0]!.text.matchAll(
          /<updated>(.*)<\/updated>/g,
        ),
      ].map(([, when]) => when!);
    };
    expect(updated(begun)).toEqual(["2024-03-05T00:00:00Z", "2024-03-05T00:00:00Z", "2024-02-01T00:00:00Z"]);
    expect(updated([...begun, ["2024-03-05", two("05-15", "10-17")]])).toEqual([
      "2024-03-05T00:00:01Z",
      "2024-03-05T00:00:01Z",
      "2024-02-01T00:00:00Z",
    ]);
  });

  test("before the first publication it is empty and there", () => {
    const [file] = newsFiles(story.plans, [], { site: "https://plan.example" });
    expect(file!.text).not.toContain("<entry>");
    expect(file!.text).toContain("<title>План пособий: изменения</title>");
  });
});
