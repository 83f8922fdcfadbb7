import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { parseDate } from "../../compiler/calendar/day.ts";
import { describe as inWords, inReadingOrder, render } from "../../compiler/diagnostics/render.ts";
import { eachFeed } from "../../compiler/feeds/feeds.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { limitDiagnostics } from "../../compiler/feeds/limits.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import { positionAt, type SourceFile } from "../../compiler/source/span.ts";
import { casesFolder, expectation, holdToGolden } from "../cases/case.ts";
import { readPlan, shippedFiles } from "../plan-files.ts";

const folder = join(casesFolder, "published");

/** The base of the corpus, with what lies in some folders over it. */
function sourcesOf(...folders: readonly string[]): SourceFile[] {
  const shipped = shippedFiles();
  const layers = folders.filter((each) => existsSync(each)).map((each) => readPlan(each));
  return [
    ...new Map(
      [shipped, readPlan(join(casesFolder, "base", "plan")), ...layers].flat().map((file) => [file.path, file]),
    ).values(),
  ];
}

function plansOf(sources: readonly SourceFile[]): ReturnType<typeof compile>["value"]["plans"] {
  const { value, diagnostics } = compile(sources);
  expect(diagnostics.filter(isError), "the case compiles").toEqual([]);
  return value.plans;
}

/** What a case changes in the ledger's file before it is read again. */
interface Damage {
  readonly cut?: number;
  readonly replace?: readonly (readonly [string, string])[];
}

function ledgersOf(name: string): SourceFile[] {
  const { value } = checkPublications(plansOf(sourcesOf(join(folder, name, "before"))), [], {
    today: parseDate("2024-02-01")!,
  });
  const path = join(folder, name, "damage.json");
  const { cut, replace = [] }: Damage = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Damage) : {};
  return value
    .flatMap(({ after }) => after)
    .map((ledger) => {
      const text = replace.reduce((whole, [find, put]) => whole.replace(find, () => put), writeLedger(ledger));
      return { path: ledger.path, text: text.slice(0, cut ?? text.length) };
    });
}

/** The files of `before` that the plan has no more. */
function lostIn(folder: string): readonly string[] {
  const path = join(folder, "without.json");
  const names = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as readonly string[]) : [];
  return names.map((name) => `plan/${name}`);
}

/**
 * `before` is published on 1 February, then the plan becomes what `after` holds: what the contract says of it. Each folder
 * lies over the base of the corpus, `after` over `before`.
 */
describe("published", () => {
  test.each(readdirSync(folder).sort())("%s", (name) => {
    const here = join(folder, name);
    const ledgers = ledgersOf(name);
    const lost = lostIn(here);
    const sources = sourcesOf(join(here, "before"), join(here, "after")).filter(({ path }) => !lost.includes(path));
    const plans = plansOf(sources);
    const { value, diagnostics } = checkPublications(plans, ledgers);
    const found = [
      ...diagnostics,
      ...(plans[0] === undefined ? [] : limitDiagnostics([...eachFeed(plans, value[0]?.history)], plans.at(-1)!)),
    ];
    const texts = new Map([...sources, ...ledgers].map(({ path, text }) => [path, text]));
    const lines = found.map(({ code, span, fix }) => {
      const text = texts.get(span.file) ?? "";
      const { line, column } = positionAt(text, span.start);
      const edit = fix === undefined ? "" : ` → ${JSON.stringify(fix.text)}`;
      return `${code} ${span.file.replace(/^plan\//, "")}:${line}:${column} ${JSON.stringify(text.slice(span.start, span.end).slice(0, 60))}${edit}`;
    });
    expect([...lines].sort()).toEqual(expectation(here).sort());
    holdToGolden(
      join(here, "messages.txt"),
      `${inReadingOrder(found)
        .map((diagnostic) => render(diagnostic, texts, "ru"))
        .join("\n\n")}\n`,
    );
    const everything = [...sources, ...ledgers].map(({ text }) => text).join("\n");
    for (const diagnostic of found) {
      const { message, hint = "" } = inWords(diagnostic, "en");
      expect(
        (`${message} ${hint}`.match(/\p{Script=Cyrillic}+/gu) ?? []).filter((word) => !everything.includes(word)),
      ).toEqual([]);
    }
  });
});
