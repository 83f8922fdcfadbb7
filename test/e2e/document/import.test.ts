import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plan2024Folder } from "../../plan-files.ts";
import { run, type Ran } from "../run-srok.ts";

/** A plan as text, its rows of four cells each. */
const plan = (...rows: readonly string[]): string =>
  ["План на 2031 год", "", "№ п/п\tМероприятие\tСрок исполнения\tОтветственные", ...rows].join("\n");

describe("srok import", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-import-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const srok = (...words: readonly string[]): Ran => run(folder, words, { ...process.env, NO_COLOR: "1" });

  test("writes nothing when a document is refused", () => {
    writeFileSync(join(folder, "bad.txt"), plan("I. Раздел\t\t\t"));
    const { status, out } = srok("import", "bad.txt");
    expect(status).toBe(1);
    expect(out).toContain("bad.txt:3:1 ошибка [document-no-rows]");
    expect(readdirSync(folder)).toEqual(["bad.txt"]);
    expect(
      (
        JSON.parse(srok("import", "bad.txt", "--format", "json").out) as { diagnostics: { code: string }[] }
      ).diagnostics.map(({ code }) => code),
    ).toEqual(["document-no-rows"]);
  });

  test("writes a draft once, and never over what is there", () => {
    writeFileSync(join(folder, "good.txt"), plan("1.1.\tСбор\tдо 1 марта\tШколы").replaceAll("2031", "2026"));
    const first = srok("import", "good.txt", "--series", "demo", "--plan", plan2024Folder);
    expect(first.status, first.out + first.err).toBe(0);
    expect(readdirSync(join(folder, "draft", "demo", "2026")).sort()).toEqual([
      "events.yaml",
      "occurrences.yaml",
      "periods.yaml",
      "plan.yaml",
      "readings.yaml",
      "section-1.yaml",
    ]);
    const again = srok("import", "good.txt", "--series", "demo", "--plan", plan2024Folder);
    expect(again.status).toBe(2);
    expect(again.err).toContain("не перезаписывается");
  });

  test.each(["con", "rules", "calendars", "plan", "roles", "all", "a".repeat(41), "../x"])(
    "--series %s is refused: no series can be called so",
    (name) => {
      expect(srok("import", "good.txt", "--series", name)).toMatchObject({ status: 2 });
    },
  );

  test("leaves nothing half-written where it cannot write", () => {
    writeFileSync(join(folder, "file"), "");
    expect(srok("import", "good.txt", "--series", "demo", "--out", "file").status).toBe(1);
    expect(existsSync(join(folder, "file", "demo"))).toBe(false);
    expect(srok("import", "absent.txt").status).toBe(2);
    expect(srok("import", "good.txt", "--series", "../x").status).toBe(2);
  });
});
