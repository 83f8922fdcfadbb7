/** Whatever the texts of a plan say, in the documents, tables, news and comments made of it they are text: the markup is that of a harmless plan. */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { renderDiffMarkdown } from "../../compiler/diff/render-markdown.ts";
import { renderDiffText } from "../../compiler/diff/render-text.ts";
import { diffView } from "../../compiler/diff/view.ts";
import { composeDocument } from "../../compiler/document/compose.ts";
import { writeTables } from "../../compiler/document/write/table-xlsx.ts";
import { writeDocument, type DocumentFormat } from "../../compiler/document/write/write-document.ts";
import { tableCsv } from "../../compiler/data/csv.ts";
import { roleTable } from "../../compiler/data/role-table.ts";
import { datesTable, planTable } from "../../compiler/data/tables.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { newsFiles } from "../../compiler/ledger/news-files.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { differenceOf } from "../diff/plans.ts";
import { playedLedgers } from "../e2e/site/plan-folder.ts";
import { attacks, heads, planSaying, type Head } from "./plan-saying.ts";

function planOf(sources: readonly SourceFile[]): ResolvedPlan {
  const { value, diagnostics } = compile(sources);
  expect(diagnostics.filter(isError)).toEqual([]);
  return value.plans[0]!;
}

/** The elements and the names of attributes of a document that is XML as it should be. */
function elementsOf(xml: string): Set<string> {
  const found = new Set<string>();
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => void found.add(`${name} ${Object.keys(attributes).sort().join(" ")}`));
  parser.write(xml).close();
  return found;
}

/** Tags as a browser finds them, each with the names of its attributes. */
const tagsOf = (html: string): Set<string> =>
  new Set(
    [...html.matchAll(/<(!?\/?[a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi)].map(
      ([, name, rest = ""]) =>
        `${name} ${[...rest.matchAll(/([a-z-]+)(?==)/gi)].map(([, attribute]) => attribute).join(" ")}`,
    ),
  );

const formats: readonly DocumentFormat[] = ["html", "md", "csv"];
interface Made {
  readonly texts: ReadonlyMap<DocumentFormat, string>;
  readonly packages: ReadonlyMap<string, string>;
  readonly atom: string;
}

async function made(text: string, head: Head): Promise<Made> {
  const sources = planSaying(text, head);
  const plan = planOf(sources);
  const document = composeDocument(plan);
  const texts = new Map(
    await Promise.all(
      formats.map(async (format) => [format, new TextDecoder().decode(await writeDocument(document, format))] as const),
    ),
  );
  const workbooks = {
    docx: await writeDocument(document, "docx"),
    xlsx: await writeDocument(document, "xlsx"),
    tables: await writeTables([planTable(plan), datesTable(plan), roleTable(plan, "school")]),
  };
  const packages = new Map(
    Object.entries(workbooks).flatMap(([name, bytes]) =>
      Object.entries(unzipSync(bytes)).map(([part, content]) => [`${name}/${part}`, strFromU8(content)] as const),
    ),
  );
  const ledgers = playedLedgers([
    ["2024-02-20", planSaying("прежде", head)],
    ["2024-03-05", sources],
  ]);
  const { value } = checkPublications([plan], ledgers, { today: parseDate("2024-03-06")! });
  return { texts, packages, atom: newsFiles([plan], value, { site: "https://plan.example" })[0]!.text };
}

const harmlessOf = new Map<Head, Made>();
beforeAll(async () => {
  for (const head of heads) harmlessOf.set(head, await made("слова", head));
});

/** Each attack, in a plan that an order approves and in one without. */
const cases = heads.flatMap((head) => Object.entries(attacks).map(([name, text]) => [head, name, text] as const));

describe.each(cases)("%s, %s", (head, _, text) => {
  let hostile: Made;
  let harmless: Made;
  beforeAll(async () => {
    harmless = harmlessOf.get(head)!;
    hostile = await made(text, head);
  });

  test("the page has the tags of any other", () => {
    expect(tagsOf(hostile.texts.get("html")!)).toEqual(tagsOf(harmless.texts.get("html")!));
  });

  test("Markdown has no markup but its own", () => {
    const bare = hostile.texts
      .get("md")!
      .replace(/\\./g, "")
      .replace(/&(?:lt|gt|amp|#\d+);/g, "");
    expect(bare.replace(/<br>/g, "")).not.toMatch(/[<`]|\]\(|!\[/);
    const columns = (markdown: string): Set<number> =>
      new Set(
        markdown
          .replace(/\\./g, "")
          .split("\n")
          .filter((line) => line.startsWith("|"))
          .map((line) => line.split("|").length),
      );
    expect(columns(hostile.texts.get("md")!)).toEqual(columns(harmless.texts.get("md")!));
  });

  test("no cell of a table begins as a formula", () => {
    const plan = planOf(planSaying(text, head));
    for (const csv of [
      hostile.texts.get("csv")!,
      ...[planTable(plan), datesTable(plan), roleTable(plan, "school")].map((table) =>
        [...tableCsv(table, "ru")].join(""),
      ),
    ]) {
      for (const [, cell] of csv.matchAll(/(?:^\ufeff?|;|\r\n)"?([^;\r\n]*)/g))
        if (cell !== "")
          expect(text.includes(cell!.replace(/""/g, '"').replace(/"$/, "")) || !/^[=+\-@\t\r]/.test(cell!), cell).toBe(
            true,
          );
    }
  });

  test("packages are XML with the elements of any other: no formula, link, field or part more", () => {
    expect([...hostile.packages.keys()]).toEqual([...harmless.packages.keys()]);
    for (const [part, xml] of hostile.packages) {
      const known = elementsOf(harmless.packages.get(part)!);
      expect(
        [...elementsOf(xml)].filter((element) => !known.has(element) && !/^(?:w:br|w:t|t|w:tab) ?/.test(element)),
        part,
      ).toEqual([]);
      expect(xml, part).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test("the news are XML, their content HTML with paragraphs only", () => {
    expect(elementsOf(hostile.atom)).toEqual(elementsOf(harmless.atom));
    const contents = [...hostile.atom.matchAll(/<content type="html">([^<]*)<\/content>/g)].map(([, html]) =>
      html!
        .replace(/&(lt|gt|quot|apos);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'" })[name]!)
        .replace(/&amp;/g, "&"),
    );
    expect(contents.some((html) => html.includes("<p>"))).toBe(true);
    for (const html of contents) expect([...tagsOf(html)].filter((tag) => tag !== "p " && tag !== "/p ")).toEqual([]);
  });

  test("the comment on a change has no markup, link or name of others", () => {
    const [before, after] = [planSaying("прежде", head), planSaying(text, head)].map((files) =>
      files.map(({ path, text: body }) => ({
        path,
        text: body.replace("until: 03-01", files[0]!.text.includes("прежде") ? "until: 03-01" : "until: 03-05"),
      })),
    ) as [SourceFile[], SourceFile[]];
    const view = diffView(
      differenceOf(before, after),
      {
        before: new Map(before.map(({ path, text: body }) => [path, body])),
        after: new Map(after.map(({ path, text: body }) => [path, body])),
      },
      "ru",
    );
    const comment = renderDiffMarkdown(view, "ru");
    expect(comment).toContain("| **");
    expect(comment).not.toMatch(/<(?!\/?(?:details|summary|b|code|br)\b|details open>|!--)/);
    expect(comment.replace(/`[^`\n]*`|<code>[^<]*<\/code>/g, "")).not.toMatch(
      /\]\((?!#)|https?:\/\/evil|(?<![\w&#;])@[A-Za-z]/,
    );
    expect(renderDiffText(view, "ru")).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/,
    );
  });
});
