import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cacheFolder } from "../../../compiler/cli/files/root.ts";
import { filesBelow } from "../../plan-files.ts";
import { deskIn, openDesk, type Desk } from "./srok.ts";

let desk: Desk;
beforeEach(() => void (desk = openDesk()));
afterEach(() => desk.remove());

const year = "plan/gis-obrazovanie/2024";
const read = (path: string): string => readFileSync(join(desk.folder, path), "utf8");
const everything = (): string =>
  filesBelow(join(desk.folder, "plan"))
    .map((path) => `${path}\n${read(`plan/${path}`)}`)
    .join("\n");

describe("every edit", () => {
  test.each([
    [
      "record",
      ["record", "event-documents-published", "--date", "2024-04-26", "--title", "Положение", "--source", "Приказ № 1"],
      "до вт\u00a07\u00a0мая",
    ],
    ["move", ["move", "1.1", "--to", "2024-09-10"], "→ пн\u00a01\u00a0апреля\u00a0– вт\u00a010\u00a0сентября"],
    ["withdraw", ["withdraw", "2.1.8", "--reason", "Отменён: совсем"], "пункт исключён: Отменён: совсем"],
    [
      "add",
      [
        "add",
        "1.2-3",
        "--activity",
        "для ПОО",
        "--text",
        "до 3 июня",
        "--until",
        "2024-06-03",
        "--responsible",
        "operator",
      ],
      "новый пункт",
    ],
    [
      "add, its rule read from the words",
      [
        "add",
        "1.2-3",
        "--activity",
        "для ПОО",
        "--text",
        "не позднее 5-го числа месяца, следующего за отчетным",
        "--responsible",
        "operator",
      ],
      "новый пункт",
    ],
    ["new-year", ["new-year", "2025"], "Черновик плана на 2025 год"],
  ])("%s: says what it causes, leaves the plan clean, and is undone byte for byte", (_, words, said) => {
    const before = everything();
    const done = desk.srok(...words);
    expect(done.err).toBe("");
    expect(done.out).toContain(said);
    expect(done.status).toBe(0);
    expect(everything()).not.toBe(before);
    expect(desk.srok("check").status).toBe(0);
    expect(desk.srok("fmt", "--check").status).toBe(0);
    expect(desk.srok("undo").status).toBe(0);
    expect(everything()).toBe(before);
  });

  test("add asks where the words do not say one thing", () => {
    const before = everything();
    const asked = desk.srok(
      "add",
      "1.2-3",
      "--activity",
      "для ПОО",
      "--text",
      "до 5 числа",
      "--responsible",
      "operator",
    );
    expect(asked.status).toBe(2);
    expect(asked.err).toContain("«до 5 числа каждого месяца» или «до 5 числа месяца, следующего за отчетным»");
    expect(everything()).toBe(before);
  });

  test("fmt writes the rule that words mean and the words of a rule, and tells what it cannot", () => {
    const path = `${year}/section-3.yaml`;
    const whole = read(path);
    const words = "deadline: { text: до 1 февраля 2024 года, until: 02-01 }";
    writeFileSync(
      join(desk.folder, path),
      whole
        .replace(words, "deadline: до 1 февраля 2024 года")
        .replace("{ text: 5 февраля, on: 02-05 }", "{ on: 02-05 }"),
    );
    expect(desk.srok("fmt", "--check").status).toBe(1);
    expect(desk.srok("fmt").status).toBe(0);
    expect(read(path)).toBe(whole);
    writeFileSync(join(desk.folder, path), whole.replace(words, "deadline: до 5 числа"));
    const left = desk.srok("fmt");
    expect(left.status).toBe(1);
    expect(left.out).toMatch(/section-3\.yaml:\d+:15: «до 5 числа» – читается по-разному/);
    writeFileSync(join(desk.folder, path), whole);
  });

  test("with --dry-run only says it", () => {
    const before = everything();
    expect(desk.srok("move", "1.1", "--to", "2024-09-10", "--dry-run").out).toContain("Было бы записано");
    expect(everything()).toBe(before);
  });

  test("keeps a byte order mark and Windows line breaks", () => {
    const path = `${year}/section-2.yaml`;
    writeFileSync(join(desk.folder, path), `\ufeff${read(path).replace(/\n/g, "\r\n")}`);
    const before = read(path);
    expect(desk.srok("withdraw", "2.1.8", "--reason", "Отменён").status).toBe(0);
    const after = read(path);
    expect(after.startsWith("\ufeff")).toBe(true);
    expect(after.replace(/\r\n/g, "")).not.toContain("\n");
    expect(after.replace("    withdrawn: { reason: Отменён }\r\n", "")).toBe(before);
    expect(desk.srok("undo").status).toBe(0);
    expect(read(path)).toBe(before);
  });

  test.each([
    "",
    "{}",
    "null",
    "[1]",
    "[null]",
    '[{"path":null}]',
    '[{"path":"x","before":1,"after":"y"}]',
    '[{"path":"plan',
  ])("a damaged note of it is no note: %j", (text) => {
    const note = join(
      cacheFolder,
      `undo-${createHash("sha256").update(join(desk.folder, "plan")).digest("hex").slice(0, 16)}.json`,
    );
    writeFileSync(note, text);
    expect(desk.srok("undo")).toEqual({ status: 2, out: "", err: "srok: отменять нечего\n" });
    rmSync(note, { force: true });
  });

  test("is not undone over later work", () => {
    desk.srok("move", "1.1", "--to", "2024-09-10");
    writeFileSync(join(desk.folder, year, "section-1.yaml"), `${read(`${year}/section-1.yaml`)}# позже\n`);
    expect(desk.srok("undo")).toMatchObject({ status: 2, err: expect.stringContaining("с тех пор изменён") as string });
  });
});

describe("a person's mistakes", () => {
  test.each([
    [["move", "1.1"], "не указано: --to"],
    [["move", "1.1", "--to", "2024-02-31"], "--to: дня 2024-02-31 нет в календаре"],
    [["move", "1.1", "--to", "31.02.2024"], "--to: дня 31.02.2024 нет в календаре"],
    [["move", "1.1", "--to", "5.4"], "нужно: год-месяц-день, например 2024-04-26"],
    [["move", "1.1", "--to", "26.04.2024"], "нужно: 2024-04-26"],
    [["move", "9.9", "--to", "2024-03-01"], "пункта 9.9 в плане нет"],
    [["move", "4.3", "--to", "2024-03-01"], "задан не датой, а ключом month"],
    [["move", "1.4.1", "--to", "2024-03-01"], "srok record event-documents-published"],
    [["move", "2.1.5", "--to", "2024-03-01"], "период «school-admission»: поменяйте его границы в periods.yaml"],
    [
      ["move", "1.1", "--control", "--to", "2024-03-01"],
      "2024-08-12, 2024-08-23, 2024-09-09; скажите, какую перенести",
    ],
    [["move", "1.1", "--control", "--to", "2024-03-01", "--was", "2024-01-01"], "нет даты 2024-01-01"],
    [
      ["record", "event-documents-publishd", "--date", "2024-04-26", "--title", "Т", "--source", "И"],
      "возможно, event-documents-published",
    ],
    [["record", "event-documents-published", "--date", "2024-04-26", "--title", "Т"], "не указано: --source"],
    [["withdraw", "2.1.8", "--reason", " "], "не указано: --reason"],
    [["withdraw", "2.1.8", "--reason", "П", "--amendment", "may"], "изменяющего приказа «may» в order.yaml нет"],
    [["add", "1.1", "--activity", "А"], "пункт 1.1 уже есть"],
    [["add", "9.1", "--activity", "А"], "раздела 9 нет"],
    [["add", "1.6", "--activity", "А", "--until", "2024-05-01"], "--until или --on идут вместе с --text"],
    [
      ["add", "1.6", "--activity", "А", "--text", "до мая"],
      "читается по-разному: «до конца мая» или «до конца апреля»",
    ],
    [["new-year", "2024"], "план на 2024 год уже есть"],
    [["new-year", "двадцать"], "YEAR: «двадцать» не годится"],
    [["new-year", "2025", "--id", "Весна"], "имя плана – имя его папки"],
    [["new-year", "2025", "--id", "2024"], "план «2024» уже есть"],
    [["undo"], "отменять нечего"],
    [
      ["diff", "нет-такой"],
      "папка «plan» лежит вне git: прежнего вида плана нет; сравнить можно с папкой: srok diff ПАПКА",
    ],
  ])("%j: %s", (words, said) => {
    const before = everything();
    const { status, err } = desk.srok(...words);
    expect(err).toContain(said);
    expect(status).toBe(2);
    expect(everything()).toBe(before);
  });

  test("a comparison says what git lacks: itself, the folder, or the revision", () => {
    const asked = (): string => desk.srok("diff", "нет-такой").err;
    expect(deskIn(desk.folder, { PATH: "" }).srok("diff", "нет-такой")).toEqual({
      status: 2,
      out: "",
      err: expect.stringContaining("нужен git, а на этом компьютере он не найден") as string,
    });
    expect(asked()).toContain("лежит вне git");
    desk.git("init", "-q");
    expect(asked()).toBe("srok: ревизии «нет-такой» в git нет\n");
  });

  test("an edit that would break the plan is not written", () => {
    const before = everything();
    const { status, out } = desk.srok(
      "record",
      "licence-received",
      "--date",
      "2024-04-26",
      "--title",
      "Лицензия",
      "--source",
      "Письмо",
    );
    expect(out).toContain("у каждой организации своё");
    expect(out).toContain("Ничего не записано");
    expect(status).toBe(1);
    expect(everything()).toBe(before);
  });

  test("nothing is edited while the plan has errors", () => {
    writeFileSync(
      join(desk.folder, year, "section-5.yaml"),
      read(`${year}/section-5.yaml`).replace("responsible: Оператор", "responsible: Оператр"),
    );
    expect(desk.srok("move", "1.1", "--to", "2024-09-10")).toMatchObject({
      status: 1,
      out: expect.stringContaining("сначала исправьте ошибки") as string,
    });
  });

  test("--fix corrects what is certain", () => {
    const before = everything();
    writeFileSync(
      join(desk.folder, year, "section-5.yaml"),
      read(`${year}/section-5.yaml`).replace("deadline:", "deadlne:").replace("activity:", "actvity:"),
    );
    expect(desk.srok("check").status).toBe(1);
    expect(desk.srok("check", "--fix")).toMatchObject({
      status: 0,
      out: expect.stringContaining("2\u00a0исправления") as string,
    });
    expect(everything()).toBe(before);
  });
});

test("--fix takes a renaming of the same change from git, and prints each place", () => {
  desk.git("init", "-q", "-b", "main");
  desk.git("add", "-A");
  desk.git("commit", "-q", "-m", "план");
  const place = "plan/gis-obrazovanie";
  writeFileSync(
    join(desk.folder, place, "parties.yaml"),
    read(`${place}/parties.yaml`).replace("id: dol\n", "id: camps\n"),
  );
  const { out } = desk.srok("check", "--fix");
  expect(read(`${place}/profiles.yaml`)).toContain("[ooo, camps]");
  expect(read(`${place}/profiles.yaml`)).not.toMatch(/\bdol\b/);
  expect(out.match(/profiles\.yaml:\d+:\d+ dol → camps/g)).toHaveLength(2);
});

describe("a new year", () => {
  test("of a plan that is called otherwise has the name that it is given", () => {
    expect(desk.srok("new-year", "2025", "--id", "2025.1", "--dry-run").out).toContain("/2025.1/");
  });

  test("is a draft with every date marked, and the old year is not touched", () => {
    const old = filesBelow(join(desk.folder, year))
      .map((path) => read(`${year}/${path}`))
      .join();
    const { out } = desk.srok("new-year", "2025");
    expect(
      filesBelow(join(desk.folder, year))
        .map((path) => read(`${year}/${path}`))
        .join(),
    ).toBe(old);
    const next = "plan/gis-obrazovanie/2025";
    expect(read(`${next}/order.yaml`)).toMatch(/^year: 2025\nstatus: draft\nreview: true$/m);
    expect(read(`${next}/occurrences.yaml`)).toContain("occurrences: []");
    expect(read(`${next}/section-1.yaml`)).toContain(
      "{ text: 1 апреля – 6 сентября, from: 04-01, to: 09-06, review: true }",
    );
    expect(read(`${next}/section-1.yaml`)).not.toContain("суббота");
    expect(out).toMatch(/section-1\.yaml:16 назначено на нерабочий день: сб.6.сентября.2025/);
    expect(out).toMatch(/section-2\.yaml:\d+ … и проведении приемных кампаний 2024\/2025 учебного года/);
  });

  test("moves every day on that carries a year, the day that a count begins at too", () => {
    const file = `${year}/section-5.yaml`;
    writeFileSync(
      join(desk.folder, file),
      `${read(file).trimEnd()}
  - { id: "5.2", activity: Подвести итоги, responsible: [operator], deadline: { text: до 3 февраля 2025 года, until: 2025-02-03 } }
  - { id: "5.3", activity: Начать заранее, responsible: [operator], deadline: { text: не позднее чем за 3 рабочих дня до 3 февраля 2025 года, no-later-than: { working-days: 3, before: { day: 2025-02-03 } } } }
`,
    );
    expect(desk.srok("new-year", "2025").status).toBe(0);
    const next = read("plan/gis-obrazovanie/2025/section-5.yaml");
    expect(next).toContain("until: 2026-02-03,");
    expect(next).toContain("before: { day: 2026-02-03 }");
  });

  test("is published only when every mark is cleared", () => {
    desk.srok("new-year", "2025");
    expect(desk.srok("build", "--no-site").out).toContain("127\u00a0пунктов");
    expect(existsSync(join(desk.folder, "dist", "data", "2025"))).toBe(false);
    const order = "plan/gis-obrazovanie/2025/order.yaml";
    writeFileSync(join(desk.folder, order), read(order).replace("status: draft\n", ""));
    expect(desk.srok("check")).toMatchObject({ status: 1, out: expect.stringContaining("[review-left]") as string });
    const inEveryFile = (change: (text: string) => string): void => {
      for (const path of filesBelow(join(desk.folder, "plan/gis-obrazovanie/2025"))) {
        const file = join(desk.folder, "plan/gis-obrazovanie/2025", path);
        writeFileSync(file, change(readFileSync(file, "utf8")));
      }
    };
    inEveryFile((text) => text.replace(/^ *review: true\n/gm, "").replace(/, review: true/g, ""));
    // Words of last year's order contradict this year's dates, whoever has taken the marks away.
    expect(desk.srok("check")).toMatchObject({
      status: 1,
      out: expect.stringContaining("[wording-differs]") as string,
    });
    inEveryFile((text) => text.replace(/(text: .*) 2024 год/g, "$1 2025 год"));
    expect(desk.srok("check").status).toBe(0);
    expect(desk.srok("build", "--no-site").status).toBe(0);
    expect(existsSync(join(desk.folder, "dist", "data", "2025", "plan.json"))).toBe(true);
  });
});
