/** Handing over by signing in, in a browser, against a forge of each kind: one site, two series, each kept on a forge of its own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readTouches, touchesLine } from "../../../../compiler/propose/touches.ts";
import { thorough } from "../../../fuzz-runs.ts";
import { projectOf, startForge, type FakeForge } from "../../../site/fake-forge.ts";
import { filesBelow } from "../../../plan-files.ts";
import { filesBeside } from "../../site/files-of-page.ts";
import { scriptsOf } from "../../site/scripts-of.ts";
import { axeFindings } from "../axe.ts";
import { openSite } from "../open-site.ts";
import { openEditPage, ready, words, type Opened, type Opening } from "./edit-page.ts";

const english = fileURLToPath(new URL("../../../cases/good/second-series-in-english/plan", import.meta.url));
const plan = mkdtempSync(join(tmpdir(), "srok-plan-"));
const client = "0f5c1e2a-7b3d-4c8e-9a61-2d4f6b8c0e13";

/** What differs between the two walks. */
const kinds = {
  gitlab: {
    edit: "edit/",
    beside: "2031-vesna/edit/",
    besideFile: "plan/shkola/2031-vesna/section-1.yaml",
    host: "gitlab.example",
    file: "plan/shkola/2031/section-1.yaml",
    field: "deadline",
    words: "28 марта",
    becomes: "deadline: { text: 28 марта, on: 03-28 }",
    title: "Изменить срок пункта 1.1",
    way: "Войти и открыть запрос на слияние",
    propose: "Предложить изменение",
    opened: "Запрос на слияние открыт на gitlab.example.",
    link: "https://gitlab.example/region/plans/school/-/merge_requests/1",
    item: "shkola/2031/items/1.1",
    same: "На gitlab.example уже открыт запрос о том же: № 1 «<img src=x onerror=alert(1)>» (пункт 1.1).",
    look: "Посмотреть запрос № 1",
    anyway: "Всё равно открыть свой",
    says: {
      denied: "Войти не разрешили",
      lost: "Вход не удался",
      offline: "не ответил",
      expired: "больше не действует",
    },
    newer: "изменили: plan/shkola/2031/section-1.yaml",
    noRight: "нужно право записи",
    noStorage: "не даёт сохранить правку",
    patch: "Сохранить патч",
  },
  gitea: {
    edit: "library/edit/",
    beside: "library/2031-vesna/edit/",
    besideFile: "plan/library/2031-vesna/section-1.yaml",
    host: "gitea.example",
    file: "plan/library/2031/section-1.yaml",
    field: "control",
    words: "28 March",
    becomes: "deadline: { text: 28 March, on: 03-28 }",
    title: "1.1",
    way: "Sign in and open a merge request",
    propose: "Propose the change",
    opened: "The merge request is open on gitea.example.",
    link: "https://gitea.example/region/school/pulls/1",
    item: "library/2031/items/1.1",
    same: "A request about the same is open on gitea.example already: no. 1 “<img src=x onerror=alert(1)>” (item 1.1).",
    look: "Look at request no. 1",
    anyway: "Open mine all the same",
    says: {
      denied: "Signing in was refused",
      lost: "Signing in failed",
      offline: "did not answer",
      expired: "no longer signed in",
    },
    newer: "changed in the repository: plan/library/2031/section-1.yaml",
    noRight: "needs the right to write",
    noStorage: "does not let the edit be kept",
    patch: "Save a patch for git am",
  },
} as const;

const russian = {
  "series.yaml": `slug: shkola\ntitle: План школы\nname: План школы\nlanguage: ru\ntime-zone: Asia/Yekaterinburg\ncalendar: shire\nrules: shire\nuid-domain: shkola.example\npublisher: Школа\nroot: true\nrepository: https://gitlab.example/${projectOf("gitlab")}\nsign-in: { forge: gitlab, client: ${client} }\n`,
  "parties.yaml": "parties:\n  - { id: teachers, label: Учителя, name: Учителя }\n",
  "2031/plan.yaml": "title: План школы на 2031 год\nyear: 2031\n",
  "2031/section-1.yaml":
    'section: { id: "1", number: I, title: Отчёты }\nitems:\n  - id: "1.1"\n    activity: Сдать отчёт\n    deadline: { text: 21 марта, on: 03-21 }\n    responsible: [teachers]\n',
};

/** A plan that runs beside the newest one, with one item. */
const beside = (title: string, cells: string): Readonly<Record<string, string>> => ({
  "2031-vesna/plan.yaml": `title: ${title}\nbounds: { from: 2031-01-01, to: 2031-06-28 }\n`,
  "2031-vesna/section-1.yaml": `section: { id: "1", number: I, title: ${title} }\nitems:\n  - id: "1.1"\n${cells}`,
});
const plans = {
  shkola: {
    ...russian,
    ...beside(
      "Весенний план",
      "    activity: Провести субботник\n    deadline: { text: 14 апреля, on: 04-14 }\n    responsible: [teachers]\n",
    ),
  },
  library: beside(
    "Plan of the spring",
    "    activity: Air the rooms\n    deadline: { text: 14 April, on: 04-14 }\n    responsible: [branches]\n    control: { form: Report, deadline: { text: 16 April, on: 04-16 } }\n",
  ),
};

beforeAll(() => {
  cpSync(english, plan, { recursive: true });
  for (const [folder, files] of Object.entries(plans))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(plan, folder, path)), { recursive: true });
      writeFileSync(join(plan, folder, path), text);
    }
  const series = join(plan, "library", "series.yaml");
  writeFileSync(
    series,
    `${readFileSync(series, "utf8")}repository: https://gitea.example/${projectOf("gitea")}\nsign-in: { forge: gitea, client: ${client} }\n`,
  );
});
const opened = openSite({ plan });
afterAll(() => rmSync(plan, { recursive: true, force: true }));

test("the editing page may ask its own forge and no other, other pages none", () => {
  for (const path of opened.site.files.filter((each) => each.endsWith(".html"))) {
    const [, connect] = /connect-src ([^;]+);/.exec(opened.site.read(path)) ?? [];
    const own = Object.values(kinds).find((each) =>
      [each.edit, each.beside].some((page) => path === `${page}index.html`),
    );
    expect(connect, path).toBe(own === undefined ? "'self'" : `'self' https://${own.host}`);
  }
});

test("what signs in is loaded when it is chosen, and the form stays as light as it has to be", () => {
  const { own } = scriptsOf(opened.site, "edit/index.html");
  const html = gzipSync(opened.site.read("edit/index.html")).length;
  const sheets = filesBeside(opened.site, "edit/index.html", "glossary/index.html").filter((path) =>
    path.endsWith(".css"),
  );
  expect(sheets).toHaveLength(1);
  const css = gzipSync(opened.site.read(sheets[0]!)).length;
  expect(own + html + css).toBeLessThan(25_000);
  const scripts = opened.site.files.filter(
    (path) => path.endsWith(".js") && opened.site.read(path).includes("code_challenge"),
  );
  expect(scripts).toHaveLength(1);
  expect(gzipSync(opened.site.read(scripts[0]!)).length).toBeLessThan(5_000);
  expect(opened.site.read("edit/index.html")).not.toContain(scripts[0]!);
});

/** What the forges ask for differently is held without a browser (test/site/sign-in.test.ts): where somebody waits, one is enough. */
const forges = thorough ? (["gitlab", "gitea"] as const) : (["gitlab"] as const);

describe.each(forges)("on %s", (kind) => {
  const own = kinds[kind];
  let forge: FakeForge;
  beforeEach(async () => {
    const files = filesBelow(plan).map((path) => [`plan/${path}`, readFileSync(join(plan, path), "utf8")]);
    forge = await startForge(kind, Object.fromEntries(files) as Record<string, string>);
  });
  afterEach(() => forge.close());

  /** Stands the forge behind its published address. */
  async function stand(context: BrowserContext): Promise<void> {
    await context.route(`https://${own.host}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      try {
        await route.fulfill({
          response: await route.fetch({ url: `${forge.root}${pathname}${search}`, maxRetries: 0 }),
        });
      } catch {
        await route.abort();
      }
    });
  }

  async function open(query = "", opening: Opening = {}): Promise<Opened> {
    const form = await openEditPage({
      browser: opened.browser,
      address: `${opened.address}${own.edit.replace("edit/", "")}`,
      query,
      ...opening,
    });
    await stand(form.context);
    await ready(form.page);
    return form;
  }
  const done = (page: Page, text: string): Promise<void> => page.locator("[data-done]", { hasText: text }).waitFor();
  const propose = (page: Page): Promise<void> => page.getByRole("button", { name: own.propose }).click();

  /** Fills the form in and presses the button; the forge's page of signing in is there. */
  async function toSignIn(page: Page): Promise<URL> {
    await page.locator(`[name=${own.field}-text]`).fill(own.words);
    await page.locator("[data-effect] .moves").first().waitFor();
    await page.getByRole("radio", { name: own.way }).check();
    await propose(page);
    await page.getByRole("link", { name: "Authorize" }).waitFor();
    return new URL(page.url());
  }
  const authorize = (page: Page): Promise<void> => page.getByRole("link", { name: "Authorize" }).click();
  /** A branch that is not there yet is answered 404, which the console tells of. */
  const expected = (): readonly string[] => [
    `asked https://${own.host}/`,
    `asked ${opened.address}`,
    "Failed to load resource: the server responded with a status of 404",
  ];
  const unexpected = (faults: readonly string[]): string[] =>
    faults.filter((each) => !expected().some((start) => each.startsWith(start)));
  const kept = (page: Page): Promise<string> =>
    page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));

  test("a deadline becomes a branch and a request, on a phone", async () => {
    const { page, context, faults } = await open("?item=1.1", { width: 375 });
    const there = await toSignIn(page);
    expect(there.host).toBe(own.host);
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      client_id: client,
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${opened.address}${own.edit}`,
    });
    await authorize(page);
    await done(page, own.opened);
    expect(page.url()).toBe(`${opened.address}${own.edit}`);
    const [branch] = [...forge.branches.keys()].filter((name) => name !== "main");
    const main = forge.branches.get("main")!;
    const changed = [...forge.branches.get(branch!)!].filter(([path, text]) => main.get(path) !== text);
    expect(changed.map(([path]) => path)).toEqual([own.file]);
    expect(changed[0]![1]).toContain(own.becomes);
    expect(forge.merges).toMatchObject([{ branch, into: "main" }]);
    expect(forge.merges[0]!.title).toContain(own.title);
    expect(forge.merges[0]!.text).toContain("srok-proposal");
    expect(readTouches(forge.merges[0]!.text)).toEqual([own.item]);
    const link = page.locator("[data-done] a").first();
    expect(await link.getAttribute("href")).toBe(own.link);
    await page.getByRole("button", { name: own.patch }).waitFor();
    const storage = await kept(page);
    expect(storage).not.toContain([...forge.tokens][0]);
    expect(storage).not.toMatch(/sign-in|verifier/);
    expect(unexpected(faults)).toEqual([]);
    expect(faults.filter((each) => each.startsWith("Failed"))).toHaveLength(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });

  test("one that is open for the same item is told first; she looks at it, or opens hers all the same", async () => {
    forge.merges.push({
      branch: "other",
      into: "main",
      title: "<img src=x onerror=alert(1)>",
      text: touchesLine([own.item]),
    });
    const { page, context, faults } = await open("?item=1.1", { width: 375 });
    await toSignIn(page);
    await authorize(page);
    await done(page, own.same);
    expect([...forge.branches.keys()]).toEqual(["main"]);
    expect(await page.locator("[data-done] img").count()).toBe(0);
    const look = page.locator("[data-done]").getByRole("link", { name: own.look });
    expect(await look.getAttribute("href")).toBe(own.link);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: own.anyway }).click();
    await done(page, own.opened);
    expect(forge.merges).toHaveLength(2);
    expect(unexpected(faults)).toEqual([]);
    await context.close();
  });

  test("who is refused, led back by a stranger or cut off is told so, and has everything still", async () => {
    const { page, context } = await open("?item=1.1");
    const field = page.locator(`[name=${own.field}-text]`);
    await toSignIn(page);
    await page.getByRole("link", { name: "Deny" }).click();
    await done(page, own.says.denied);
    expect(await field.inputValue()).toBe(own.words);
    await page.goto(`${opened.address}${own.edit}?code=stolen&state=of-somebody-else`);
    await done(page, own.says.lost);
    expect(forge.asked).toEqual([]);
    expect(await field.inputValue()).toBe(own.words);
    await toSignIn(page);
    forge.instead = (line) => (line.includes("/api/") ? "drop" : undefined);
    await authorize(page);
    await done(page, own.says.offline);
    expect(await field.inputValue()).toBe(own.words);
    forge.instead = () => undefined;
    // Signed in as long as the page lives: the next try needs nobody to sign in.
    await propose(page);
    await done(page, own.opened);
    forge.tokens.clear();
    await page.locator(`[name=${own.field}-text]`).fill(own.words.replace("28", "29"));
    await page.locator("[data-effect]", { hasText: "29" }).waitFor();
    await propose(page);
    await done(page, own.says.expired);
    await propose(page);
    await authorize(page);
    // Her own first request is open for the same item.
    await page.getByRole("button", { name: own.anyway }).click();
    await done(page, own.opened);
    expect(forge.merges).toHaveLength(2);
    await context.close();
  });

  test("newer files and a missing right are told, nothing is written, and a file can be had instead", async () => {
    const { page, context } = await open("?item=1.1");
    forge.canPush = false;
    await toSignIn(page);
    await authorize(page);
    await done(page, own.noRight);
    forge.canPush = true;
    const main = forge.branches.get("main")!;
    main.set(own.file, `${main.get(own.file)!}# changed\n`);
    await propose(page);
    await done(page, own.newer);
    expect([...forge.branches.keys()]).toEqual(["main"]);
    await page.locator("[name=hand][value=file]").check();
    const [download] = await Promise.all([page.waitForEvent("download"), propose(page)]);
    expect(readFileSync(await download.path(), "utf8")).toContain("srok-proposal");
    expect(await words(page, "[data-done]")).not.toContain(own.newer);
    await context.close();
  });

  test("a plan beside the newest is changed on its own page, to which she is led back from the one address that is registered", async () => {
    const { page, context, faults } = await openEditPage({
      browser: opened.browser,
      address: `${opened.address}${own.beside.replace("edit/", "")}`,
      query: "?item=1.1",
    });
    await stand(context);
    await ready(page);
    const there = await toSignIn(page);
    expect(there.searchParams.get("redirect_uri")).toBe(`${opened.address}${own.edit}`);
    await authorize(page);
    await done(page, own.opened);
    expect(page.url()).toBe(`${opened.address}${own.beside}`);
    const [branch] = [...forge.branches.keys()].filter((name) => name !== "main");
    const main = forge.branches.get("main")!;
    const changed = [...forge.branches.get(branch!)!].filter(([path, text]) => main.get(path) !== text);
    expect(changed.map(([path]) => path)).toEqual([own.besideFile]);
    expect(readTouches(forge.merges[0]!.text)).toEqual([own.item.replace("2031", "2031-vesna")]);
    expect(await kept(page)).not.toMatch(/sign-in|verifier/);
    expect(faults.filter((each) => /policy|pageerror/i.test(each))).toEqual([]);
    // The newest plan has a form and a draft of its own.
    await page.goto(`${opened.address}${own.edit}?item=1.1`);
    await ready(page);
    expect(await page.locator(`[name=${own.field}-text]`).inputValue()).toBe("");
    await context.close();
  });

  test("a browser that keeps nothing does not leave the page with the edit in it", async () => {
    const forbidden = (): void => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    };
    const { page, context } = await open("?item=1.1", { setUp: forbidden });
    await page.locator(`[name=${own.field}-text]`).fill(own.words);
    await page.locator("[data-effect] .moves").first().waitFor();
    await page.getByRole("radio", { name: own.way }).check();
    await propose(page);
    await done(page, own.noStorage);
    expect(await page.locator(`[name=${own.field}-text]`).inputValue()).toBe(own.words);
    await context.close();
  });
});
