/**
 * Edits that the guide shows, a publication and a new year turn no check red. Each is played in a copy of the plan, and the check of the
 * live plan runs after it. Tests hold to this by reading frozen copies: none reads the plan that is published.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filesBelow, repository } from "../../plan-files.ts";
import { departuresIn } from "../../plan/departures.ts";
import { openDesk, type Desk } from "./srok.ts";

const guide = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8");

/** The words of a line as a shell reads them: quotes hold spaces. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!);

/** The lines of the guide's code blocks that call a command which edits. */
const commands = [...guide.matchAll(/^```\w*\n([\s\S]*?)^```/gm)]
  .flatMap(([, block]) => block!.split("\n"))
  .filter((line) => /^npx srok (record|amend|move|withdraw|add|new-year)/.test(line));

let desk: Desk;
beforeEach(() => void (desk = openDesk()));
afterEach(() => desk.remove());

/** The check of the live plan, on the desk's copy. */
function checked(): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, "test", "plan", "check.ts")], {
    cwd: desk.folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, said: stdout + stderr };
}
/** What that check asks, without the time that its start takes: it is asked after each edit. */
const holds = (after: string): void => {
  const { status, out } = desk.srok("check");
  expect(status, `${after}\n${out}`).toBe(0);
  expect(departuresIn(join(desk.folder, "plan")), after).toEqual([]);
};

function play(...words: readonly string[]): void {
  const { status, err } = desk.srok(...words);
  expect({ status, err }, words.join(" ")).toEqual({ status: 0, err: "" });
  holds(words.join(" "));
}

describe("the examples of the guide", () => {
  test("show every command that edits", () => {
    expect(new Set(commands.map((line) => line.split(" ")[2]))).toEqual(
      new Set(["record", "amend", "move", "withdraw", "add", "new-year"]),
    );
  });

  test("pass one after another in a plan that is published before and after", () => {
    play("publish", "--first", "--as-of", "2024-02-14");
    for (const line of commands) play(...wordsOf(line).slice(2));
    play("publish", "--as-of", "2024-05-15");
  }, 900_000);

  test("pass in a plan that was never published", () => {
    for (const line of commands) expect(desk.srok(...wordsOf(line).slice(2)).status, line).toBe(0);
    expect(checked()).toMatchObject({ status: 0 });
  });
});

describe("what no order allows is told", () => {
  test("before the first publication by the key", () => {
    expect(desk.srok("move", "2.1.8", "--to", "2024-09-05", "--text", "5 сентября").status).toBe(0);
    const { status, said } = checked();
    expect(said).toContain("2.1.8, срок: в приказе – «6 сентября», в плане – «5 сентября»");
    expect(status).toBe(1);
  });

  test("after it by the ledger too", () => {
    play("publish", "--first", "--as-of", "2024-02-14");
    const section = join(desk.folder, "plan", "gis-obrazovanie", "2024", "section-2.yaml");
    const before = readFileSync(section, "utf8");
    const move = ["move", "2.1.8", "--to", "2024-09-05", "--text", "5 сентября"];
    for (const words of [
      move,
      ["withdraw", "2.1.8", "--reason", "не нужно"],
      ["add", "1.2-3", "--activity", "для ПОО", "--text", "до 3 июня", "--responsible", "operator"],
    ])
      expect(desk.srok(...words), words[0]).toMatchObject({
        status: 1,
        out: expect.stringMatching(/Назовите приказ: --amendment ИМЯ .*--corrected ТЕКСТ/) as string,
      });
    expect(readFileSync(section, "utf8"), "nothing is written").toBe(before);
    const [row] = before.split(/(?=^ {2}- id: )/m).filter((text) => text.startsWith('  - id: "2.1.8"'));
    writeFileSync(section, before.replace(row!, row!.replace("6 сентября", "5 сентября").replace("09-06", "09-05")));
    expect(desk.srok("check")).toMatchObject({ status: 1, out: expect.stringContaining("[uncited-change]") as string });
    writeFileSync(section, before);
    play(...move, "--corrected", "день сверен с приказом");
    expect(readFileSync(section, "utf8")).toContain("день сверен с приказом");
  });

  test("a row that was taken out is explained as such, and is not in the next year's draft", () => {
    play("publish", "--first", "--as-of", "2024-02-14");
    play("amend", "may", "--date", "2024-05-14", "--number", "5", "--title", "О внесении изменений");
    for (const id of ["2.1.8", "1.5.1", "2.1"])
      play("withdraw", id, "--reason", "работы завершены", "--amendment", "may");
    const { out } = desk.srok("explain", "2.1.8");
    expect(out).toContain("Исключён: работы завершены");
    expect(out).not.toMatch(/не назван$/m);
    const draft = desk.srok("new-year", "2025");
    expect(draft.out).toContain("Исключённых пунктов в черновике нет: 2.1.8.");
    expect(draft.out).toContain("остались, без них не обходятся другие: 1.5.1, 2.1.");
    const ids = (year: string): number =>
      readFileSync(join(desk.folder, "plan", "gis-obrazovanie", year, "section-2.yaml"), "utf8").split("\n  - id: ")
        .length;
    expect(ids("2025")).toBe(ids("2024") - 1);
    holds("new-year");
  });
});

test("no test reads the plan that is published", () => {
  const live = join(repository, "plan");
  /** Whether a file of the tests names the plan's folder, joined from words or by a path from where it stands. */
  const namesPlan = (path: string): boolean => {
    const text = readFileSync(path, "utf8");
    const relative = [...text.matchAll(/"(\.\.?\/[^"]*)"/g)].map(([, target]) => resolve(dirname(path), target!));
    return (
      /(?:repository|root),\s*"plan"/.test(text) ||
      relative.some((target) => target === live || target.startsWith(`${live}${sep}`))
    );
  };
  const files = filesBelow(join(repository, "test")).filter(
    (path) => path.endsWith(".ts") && path !== "e2e/command/lawful-edits.test.ts",
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => namesPlan(join(repository, "test", path)))).toEqual([]);
});
