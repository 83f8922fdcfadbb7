import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../../compiler/cli/terminal/command.ts";
import { openTerminal, UsageError, type Terminal } from "../../compiler/cli/terminal/terminal.ts";
import { init } from "../../compiler/cli/commands/init.ts";
import { shippedCalendars } from "../../compiler/cli/files/shipped-calendars.ts";
import { planFiles } from "../../compiler/create/plan-files.ts";
import { withShipped } from "../../compiler/cli/files/shipped.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import { emit } from "../../compiler/data/emit.ts";
import { filesBelow, readPlan } from "../plan-files.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-init-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const silent = (language: "ru" | "en"): Terminal => ({
  ...openTerminal(language),
  print: () => {},
  command: () => {},
  note: () => {},
});

describe("srok init", () => {
  test.each([
    ["ru", 2024],
    ["ru", 2026],
    ["ru", 2040],
    ["en", 2024],
    ["en", 2040],
  ] as const)("%s, %d: a plan without errors or warnings that builds at once", (language, year) => {
    const answers = {
      ...{ language, year, title: "X: {slug} #1", organisation: "МБОУ «№ 5»: Y", slug: "x-1", domain: "x.example" },
      ...{ timeZone: "Europe/Moscow", calendar: language === "ru" ? "ru" : "none", forge: "none" as const },
    } as const;
    const files = [...planFiles(answers, { calendars: shippedCalendars() }, "../schema")].map(([path, text]) => ({
      path: `plan/${path}`,
      text,
    }));
    const { value, diagnostics } = compile(withShipped(files));
    expect(diagnostics.filter(({ code }) => severityOf(code) !== "info")).toEqual([]);
    expect(value.plans.map((plan) => [plan.id, plan.items.length])).toEqual([[String(year), 3]]);
    expect(emit(value.plans, { site: "https://plan.example" }).map(({ path }) => path)).toEqual(
      expect.arrayContaining(["feeds/all.ics", "feeds/schools.ics", `data/${year}/plan.json`]),
    );
    if (language === "en")
      expect(files.filter(({ text }) => /\p{Script=Cyrillic}/u.test(text.replace(answers.organisation, "")))).toEqual(
        [],
      );
  });

  test("writes the files below FOLDER/plan, each naming its schema, and nothing over what is there", async () => {
    const target = join(folder, "new");
    expect(await runCommand(init, [target, "--year", "2026", "--organisation", "Школа № 5"], silent("ru"))).toBe(0);
    const plan = join(target, "plan");
    expect(filesBelow(plan)).toEqual(
      expect.arrayContaining(["plan-raboty-shkola-5/series.yaml", "plan-raboty-shkola-5/2026/section-1.yaml"]),
    );
    // The shipped calendar has this year and the next: a decree comes with a new version, not by hand.
    expect(filesBelow(plan).filter((path) => /^(?:calendars|rules)\//.test(path))).toEqual([]);
    for (const { text } of readPlan(plan))
      expect(text).toMatch(/^# yaml-language-server: \$schema=\S+\/schema\/[a-z-]+\.schema\.json\n/);
    expect(compile(withShipped(readPlan(plan))).diagnostics.filter(isError)).toEqual([]);
    const mine = join(plan, "plan-raboty-shkola-5", "series.yaml");
    writeFileSync(mine, "mine");
    await expect(
      runCommand(init, [target, "--year", "2026", "--organisation", "Школа № 5"], silent("ru")),
    ).rejects.toThrow(UsageError);
    expect(readFileSync(mine, "utf8")).toBe("mine");
  });
});
