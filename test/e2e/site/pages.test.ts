import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { wordsOf } from "./page-text.ts";
import { brokenLinks } from "./links.ts";
import { scriptsOf, weightsOf } from "./scripts-of.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildForTest();
});
afterAll(() => site.remove());

const pages = (): string[] => site.files.filter((path) => path.endsWith(".html"));

describe("the pages on disk", () => {
  test("every party, profile, item and section has its page", () => {
    const plan = site.plans[0]!;
    const expected = [
      "index.html",
      "404.html",
      "roles/index.html",
      ...plan.parties.ids.map((id) => `roles/${id}/index.html`),
      ...plan.series.profiles.map(({ data }) => `roles/${data.id}/index.html`),
      ...plan.items.map(({ id }) => `${plan.id}/items/${id}/index.html`),
      ...plan.plan.sections.map(({ data }) => `${plan.id}/sections/${data.id}/index.html`),
      `${plan.id}/document/index.html`,
    ];
    expect(expected.filter((path) => !site.files.includes(path))).toEqual([]);
  });

  test("no link, anchor, feed or download is broken", () => expect(brokenLinks(site)).toEqual([]));

  test("every page says what it is, once", () => {
    const titles = new Map<string, string>();
    for (const path of pages()) {
      const html = site.read(path);
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
      expect(title, path).not.toBe("");
      expect(titles.get(title), `${path} has the title of another page`).toBeUndefined();
      titles.set(title, path);
      expect(title.length, `${path}: title`).toBeLessThanOrEqual(100);
      expect(/<meta name="description" content="[^"]{20,}"/.test(html), `${path}: description`).toBe(true);
      expect(/<html lang="ru"/.test(html), `${path}: lang`).toBe(true);
      expect(html.match(/<h1[ >]/g)?.length, `${path}: h1`).toBe(1);
      expect(html.match(/<main[ >]/g)?.length, `${path}: main`).toBe(1);
    }
  });

  test("scripts of pages call nothing that phones of 2023 lack, the editing page's Worker aside", () => {
    const newer =
      /\b(?:Map|Object)\.groupBy\b|\bPromise\.(?:withResolvers|try)\b|\bArray\.fromAsync\b|\bIterator\.from\b/;
    const scripts = site.files.filter((path) => path.endsWith(".js") && !/(?:^|\/)worker[^/]*$/.test(path));
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter((path) => newer.test(site.read(path)))).toEqual([]);
  });

  test("nothing is inline: no style, no script, no handler; data for search engines is JSON and runs nowhere", () => {
    let blocks = 0;
    for (const path of pages()) {
      const data = /<script type="application\/ld\+json">([^<]*)<\/script>/g;
      const html = site.read(path).replace(data, (_, json: string) => {
        expect(JSON.parse(json), path).toMatchObject({ "@context": "https://schema.org" });
        blocks += 1;
        return "";
      });
      expect(/<style|\sstyle="|<script(?![^>]*\ssrc=)|\son[a-z]+="|javascript:/i.exec(html)?.[0], path).toBeUndefined();
      expect(html).toContain("Content-Security-Policy");
    }
    expect(blocks).toBeGreaterThan(5);
  });

  test("markup and style of a page fit into 60 kB compressed, the document aside", () => {
    const size = (path: string): number => gzipSync(site.read(path)).length;
    const styles = site.files.filter((path) => path.endsWith(".css"));
    const style = styles.reduce((sum, path) => sum + size(path), 0);
    for (const path of pages().filter((each) => !each.includes("/document/")))
      expect(size(path) + style, path).toBeLessThan(60_000);
  });

  test("a space stands between a row's title and its remarks: on paper they share a line", () => {
    const rows = pages()
      .flatMap(
        (path) =>
          site
            .read(path)
            .toString()
            .match(/<li class="due[ "].*?<\/li>/gs) ?? [],
      )
      .filter((row) => /<\/p>\s*<p class="m[ "]/.test(row));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => /<\/p><p class="m[ "]/.test(row))).toEqual([]);
  });

  test("the scripts of a page fit into 20 kB compressed, with an engine – search, dates of an item when asked – into 27.6 kB", () => {
    for (const path of pages()) {
      const { own, later } = scriptsOf(site, path);
      expect(own, path).toBeGreaterThan(0);
      expect(own, path).toBeLessThan(/(?:^|\/)search\//.test(path) ? 27_600 : 20_000);
      expect(own + (path.includes("/items/") ? (later.get("engine") ?? 0) : 0), path).toBeLessThan(27_600);
    }
  });

  test("what the calculator loads when it is asked comes in parts, each for who needs it", () => {
    const parts = { engine: 21_500, rules: 1_200, forms: 5_100, file: 4_900, merge: 1_500, phrases: 39_400 };
    // The editing page has a program of its own.
    const asked = pages().filter((path) => !path.startsWith("edit/"));
    const found = new Map(asked.flatMap((path) => [...scriptsOf(site, path).later]));
    expect([...found.keys()].sort()).toEqual(Object.keys(parts).sort());
    for (const [name, limit] of Object.entries(parts)) expect(found.get(name), name).toBeLessThan(limit);
  });

  test("a language that no series is in does not reach the browser", () => {
    for (const path of site.files.filter((each) => /^assets\/.*\.js$/.test(each)))
      expect(/the week of|Deadline as worded|working days|September/.exec(site.read(path))?.[0], path).toBeUndefined();
  });

  test("the calculator brings neither the reader of YAML nor the validators nor the serialiser of the build", () => {
    const { files: ofWorker } = weightsOf(
      site,
      site.files.filter((path) => /^assets\/worker-.*\.js$/.test(path)),
    );
    expect(ofWorker.size).toBeGreaterThan(2);
    for (const path of site.files.filter((each) => /^assets\/.*\.js$/.test(each) && !ofWorker.has(each)))
      expect(/YAMLParseError|additionalProperties|PRODID:adamgibbons/.exec(site.read(path))?.[0], path).toBeUndefined();
  });
});

describe("what the pages say", () => {
  test("a kindergarten sees its own, its group's and their reasons", () => {
    const html = wordsOf(site.read("roles/doo/sheet/index.html"));
    for (const text of [
      "1.1.1",
      "4.2.1",
      "последний рабочий день – пт 29 марта",
      "Вести учёт посещаемости воспитанников",
      "по другим актам",
      "ждут события",
    ])
      expect(html).toContain(text);
    expect(html).not.toContain("1.3.2");
  });

  test("a deadline on a day off names the safe day, the moved one and the law", () => {
    const html = wordsOf(site.read("2024/items/2.2.1/index.html"));
    expect(html).toContain("успеть до сб 27 апреля");
    expect(html).toContain("ближайший следующий рабочий день – чт 2 мая 2024 года (ГК РФ, ст. 193, по аналогии)");
  });

  test("a chain shows each link's dates", () => {
    const html = wordsOf(site.read("2024/items/3.5.13/index.html"));
    for (const text of ["апрель 2024 года", "пт 3 мая", "ср 8 мая", "+ 3 рабочих дня"]) expect(html).toContain(text);
  });

  test("the document is verbatim, its slips marked", () => {
    const html = site.read("2024/document/index.html");
    expect(html).toContain("осуществляющим управления");
    expect(html.match(/class="slip"/g)!.length).toBeGreaterThan(10);
    expect(html.match(/<tr role="row" id="p/g)).toHaveLength(site.plans[0]!.items.length);
  });
});
