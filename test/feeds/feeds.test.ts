import { describe, expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { textIn } from "../../compiler/ical/entry-bytes.ts";
import { exceededLimits } from "../../compiler/feeds/limits.ts";
import { defaultFeedSettings } from "../../compiler/feeds/settings.ts";
import { eachFeed } from "../../compiler/feeds/feeds.ts";
import { emitFeeds } from "./emit-feeds.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { OutputFile } from "../../compiler/source/output.ts";
import { dueWindowsOfFeed } from "./expected-entries.ts";
import { expectEach } from "../expect-each.ts";
import { realPlans, realPlansOf, row, tinyPlans } from "./plans.ts";
import { readComponent, readWithIcalJs } from "../ical/readers/ical-js.ts";

const text = (files: readonly OutputFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? "";
const head = (ics: string, name: string): string =>
  String(readComponent(ics).getFirstPropertyValue(name)).replace(/\u00a0/g, " ");

describe("which feeds there are", () => {
  test("one for everything, two for each party with something dated and for each profile", () => {
    const [plan] = realPlans();
    const dated = plan!.parties.ids.filter((id) => dueWindowsOfFeed(plan!, id).length > 0);
    expect(dated.length).toBeGreaterThan(15);
    expect(emitFeeds(realPlans()).map(({ path }) => path)).toEqual([
      "feeds/all.ics",
      ...[...dated, ...plan!.series.profiles.map(({ data }) => data.id)].flatMap((id) => [
        `feeds/${id}.ics`,
        `feeds/${id}-alarms.ics`,
      ]),
    ]);
  });

  test("a party with nothing dated has none, and a plan with nothing dated has none at all", () => {
    expect(emitFeeds(tinyPlans({ items: row("{ text: до 1 марта, until: 03-01 }") })).map(({ path }) => path)).toEqual([
      "feeds/all.ics",
      "feeds/school.ics",
      "feeds/school-alarms.ics",
    ]);
    expect(emitFeeds(tinyPlans({ items: row("{ text: постоянно, continuous: all-year }") }))).toEqual([]);
    expect(emitFeeds([])).toEqual([]);
  });

  test("a profile holds what its parties have, nothing twice", () => {
    const files = emitFeeds(realPlans());
    const uids = (name: string): string[] =>
      [
        ...text(files, `feeds/${name}.ics`)
          .replace(/\r\n /g, "")
          .matchAll(/^UID:(.*)\r$/gm),
      ].map(([, uid]) => uid!);
    for (const { data } of realPlans()[0]!.series.profiles) {
      expect(new Set(uids(data.id))).toEqual(new Set(data.parties.flatMap(uids)));
      expect(uids(data.id).length).toBe(new Set(uids(data.id)).size);
      expect(head(text(files, `feeds/${data.id}.ics`), "name")).toBe(`${data.label} – План ГИС «Образование»`);
    }
  });

  test("due windows with no parties are in the feed of everything alone", () => {
    const files = emitFeeds(realPlans());
    const holders = files.filter((file) => file.text.includes("UID:gis-obrazovanie/2024/2.3/work/1@"));
    expect(holders.map(({ path }) => path)).toEqual(["feeds/all.ics"]);
  });

  test("an entry is the same, to the octet, in every feed that holds it", () => {
    const files = emitFeeds(realPlans()).filter(({ path }) => !path.endsWith("-alarms.ics"));
    const known = new Map<string, string>();
    for (const file of files) {
      for (const [block] of file.text.matchAll(/BEGIN:VEVENT\r\nUID:[^]*?END:VEVENT\r\n/g)) {
        const uid = block.split("\r\n")[1]!;
        expect(block).toBe(known.get(uid) ?? block);
        known.set(uid, block);
      }
    }
    expect(known.size).toBe(text(files, "feeds/all.ics").split("BEGIN:VEVENT").length - 1);
  });
});

describe("what a feed says of itself", () => {
  const files = emitFeeds(realPlans(), { site: "https://plan.example" });
  const description = (party: string): string => head(text(files, `feeds/${party}.ics`), "description");

  test("name, zone, refresh, addresses; no METHOD", () => {
    const ics = text(files, "feeds/doo.ics");
    expect(
      [
        "name",
        "x-wr-calname",
        "x-wr-timezone",
        "refresh-interval",
        "x-published-ttl",
        "source",
        "url",
        "calscale",
        "version",
      ].map((name) => head(ics, name)),
    ).toEqual([
      "ДОО – План ГИС «Образование»",
      "ДОО – План ГИС «Образование»",
      "Asia/Yekaterinburg",
      "PT12H",
      "PT12H",
      "https://plan.example/feeds/doo.ics",
      "https://plan.example/roles/doo/",
      "GREGORIAN",
      "2.0",
    ]);
    expect(ics).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n");
    expect(ics).not.toContain("METHOD");
    expect(head(text(files, "feeds/doo-alarms.ics"), "name")).toBe("ДОО – План ГИС «Образование» (с напоминаниями)");
    expect(head(text(files, "feeds/doo-alarms.ics"), "source")).toBe("https://plan.example/feeds/doo-alarms.ics");
    expect(head(text(files, "feeds/all.ics"), "url")).toBe("https://plan.example/");
  });

  test("the undated are counted and their page linked", () => {
    expect(description("doo")).toContain(
      "Не в календаре, потому что без даты (2024 год): 7 пунктов – по событию, 5 пунктов – постоянно, 3 пункта – по срокам другого акта.",
    );
    expect(description("doo")).toContain("https://plan.example/roles/doo/");
    expect(description("school-with-camp")).toContain("https://plan.example/roles/school-with-camp/");
  });

  test.each([
    ["doo", "поручено группам, в которые входит организация: ОО."],
    ["oo", "поручено группе целиком: ДОО, ООО, ОДО, ПОО"],
    ["mouo", "обязанности специалистов: МОЦ (финансовый исполнитель)."],
    ["operator", "все контроли по плану."],
    ["general-education", "В порядке координации (пункт 4 приказа): исполняют ООО, ДОО, МОУО."],
    ["minister", "В порядке координации (пункт 8 приказа): исполняют все, кто назван в плане."],
  ])("whom %s covers and why", (party, expected) => {
    expect(description(party)).toContain(expected);
  });

  test("a body that only coordinates says so in the calendar's name", () => {
    expect(head(text(files, "feeds/minister.ics"), "name")).toBe("Министр (координация) – План ГИС «Образование»");
    expect(head(text(files, "feeds/operator.ics"), "name")).not.toContain("координация");
  });

  test.each([
    ["https://plan.example", "https://plan.example/feeds/school.ics"],
    ["https://plan.example/", "https://plan.example/feeds/school.ics"],
    ["https://PLAN.example/base/series", "https://plan.example/base/series/feeds/school.ics"],
    ["http://localhost:4321", "http://localhost:4321/feeds/school.ics"],
    ["http://127.0.0.1:8080/plan", "http://127.0.0.1:8080/plan/feeds/school.ics"],
    ["https://план.рф", "https://xn--80avhf.xn--p1ai/feeds/school.ics"],
  ])("an address like %s", (site, source) => {
    expect(
      head(
        text(emitFeeds(tinyPlans({ items: row("{ text: до 1 марта, until: 03-01 }") }), { site }), "feeds/school.ics"),
        "source",
      ),
    ).toBe(source);
  });

  test("without an address the links lead to this machine", () => {
    for (const file of emitFeeds(realPlans()))
      for (const [address] of file.text.replace(/\r\n /g, "").matchAll(/https?:\/\/[^\s\\]*/g))
        expect(address).toMatch(/^http:\/\/localhost\//);
  });
});

describe("stamps", () => {
  const plans = tinyPlans({ items: row("{ text: 1 – 15 июня, from: 06-01, to: 06-15 }") });

  test("the ledger's are taken entry by entry, the order's date stands for what it does not know", () => {
    const changed = parseDate("2024-05-06")!;
    const ics = text(
      emitFeeds(plans, {
        revisionOf: (uid) => (uid.includes("-start@") ? undefined : { changed, sequence: 3, status: "CANCELLED" }),
      }),
      "feeds/school-alarms.ics",
    );
    const [start, due] = ics.split("BEGIN:VEVENT").slice(1);
    for (const line of [
      "DTSTAMP:20240115T000000Z",
      "LAST-MODIFIED:20240115T000000Z",
      "SEQUENCE:0",
      "STATUS:CONFIRMED",
      "BEGIN:VALARM",
    ])
      expect(start).toContain(`${line}\r\n`);
    for (const line of ["DTSTAMP:20240506T000000Z", "LAST-MODIFIED:20240506T000000Z", "SEQUENCE:3", "STATUS:CANCELLED"])
      expect(due).toContain(`${line}\r\n`);
    expect(due).not.toContain("VALARM");
  });

  test("a file that would not be sound is not written", () => {
    expect(() => emitFeeds(plans, { revisionOf: () => ({ changed: 0, sequence: -1, status: "CONFIRMED" }) })).toThrow(
      /an entry is not a sound calendar\nline \d+: .*SEQUENCE:-1/,
    );
  });

  test("a reminder comes at nine on the last working day before", () => {
    const trigger = (day: string): string =>
      /TRIGGER:(.*)\r/.exec(
        text(emitFeeds(tinyPlans({ items: row(`{ text: "${day}", on: "${day}" }`) })), "feeds/school-alarms.ics"),
      )![1]!;
    expect(trigger("06-05")).toBe("-PT15H");
    // Monday, from Friday; 2 May, from the working Saturday; 9 January, from 29 December.
    expect(trigger("06-10")).toBe("-PT63H");
    expect(trigger("05-02")).toBe("-PT111H");
    expect(trigger("01-09")).toBe("-PT255H");
  });

  test("a reminder's text is escaped", () => {
    const ics = text(
      emitFeeds(
        tinyPlans({
          items:
            "  - { id: \"1.1\", activity: 'a, b; c \\ d', responsible: [school], deadline: { text: до 1 марта, until: 03-01 } }",
        }),
      ),
      "feeds/school-alarms.ics",
    );
    expect(ics).toContain("DESCRIPTION:Срок: a\\, b\\; c \\\\ d");
  });
});

test("two runs write the same bytes, also in another time zone", () => {
  const first = emitFeeds(realPlans());
  const zone = process.env["TZ"];
  try {
    for (const other of ["Pacific/Auckland", "America/Anchorage", "UTC"]) {
      process.env["TZ"] = other;
      expect(emitFeeds(realPlans())).toEqual(first);
    }
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

test("an English series speaks English throughout", () => {
  const files = emitFeeds(
    tinyPlans({
      items: `  - { id: "1.1", activity: Order aids, responsible: [school], deadline: { text: April, month: 4 }, control: { form: Report, deadline: { text: by 5 May, until: 05-05 } } }`,
      section: '{ id: "1", number: I, title: Aids }',
      series: [
        ["language: ru", "language: en"],
        ["title: План работы с пособиями", "title: The plan"],
        ["name: План пособий", "name: Plan"],
      ],
    }),
  );
  const summaries = readWithIcalJs(text(files, "feeds/all.ics")).map(({ summary }) => summary.replace(/\u00a0/g, " "));
  expect(summaries).toEqual([
    "during April 2024: Order aids · no. 1.1",
    "Check: Order aids · no. 1.1 · plan by Fri 3 May · by 5 May",
  ]);
  expect(head(text(files, "feeds/all.ics"), "name")).toBe("All deadlines – Plan");
});

test.each([
  [{ octets: 700_000, entries: 1_100 }, []],
  [{ octets: 700_001, entries: 0 }, ["feed-large 700001 of 700000"]],
  [{ octets: 900_001, entries: 0 }, ["feed-too-large 900001 of 900000"]],
  [{ octets: 0, entries: 1_101 }, ["feed-too-long 1101 of 1100"]],
  [{ octets: 900_001, entries: 1_101 }, ["feed-too-large 900001 of 900000", "feed-too-long 1101 of 1100"]],
])("a feed of the size %o exceeds %o", (size, expected) => {
  const found = exceededLimits([{ path: "feeds/all.ics", ...size }]);
  expect(found.map(({ code, value, limit }) => `${code} ${value} of ${limit}`)).toEqual(expected);
});

test("one year of the plan of 2024 is within every limit, with and without reminders", () => {
  expect(exceededLimits([...eachFeed(realPlans())])).toEqual([]);
});

test("two years of the plan of 2024 are within what programs take: the older one says less, and overseers are reminded of its last months only", () => {
  const feeds = [...eachFeed([...realPlans(), ...realPlansOf(2025)])];
  const files = feeds.map(({ path, pieces }) => ({ path, text: textIn(pieces()) }));
  const told = exceededLimits(feeds).map(({ path, code }) => `${path} ${code}`);
  expect(told.filter((line) => !line.endsWith(" feed-large"))).toEqual([]);
  expect(told.filter((line) => /doo|ooo|odo|poo|mouo/.test(line))).toEqual([]);
  const count = (path: string): number => text(files, path).split("BEGIN:VEVENT").length - 1;
  expect(count("feeds/minister-alarms.ics")).toBeLessThan(count("feeds/minister.ics"));
  expect(count("feeds/doo-alarms.ics")).toBe(count("feeds/doo.ics"));
});

test("a feed that would be too large for programs says less in its entries and says so; the others say all", () => {
  const plans = [...realPlans(), ...realPlansOf(2025)];
  const site = "https://minobr74.github.io/gis-plan";
  const feeds = [...eachFeed(plans, { site })];
  const limit = defaultFeedSettings.failBytes;
  expect(exceededLimits(feeds).filter(({ code }) => code !== "feed-large")).toEqual([]);
  const shortened = feeds.filter(({ fullOctets }) => fullOctets !== undefined);
  expect(shortened.map(({ path }) => path)).toContain("feeds/all.ics");
  expectEach(shortened, ({ fullOctets = 0, octets }) => fullOctets > limit && octets <= limit);
  const whole = emitFeeds(plans, { site: "https://a.example" });
  const files = feeds.map(({ path, pieces }) => ({ path, text: textIn(pieces()) }));
  const uids = (of: typeof files, path: string): string[] => text(of, path).match(/^UID:.*$/gm) ?? [];
  expect(uids(files, "feeds/all.ics")).toEqual(uids(whole, "feeds/all.ics"));
  expect(head(text(files, "feeds/all.ics"), "description")).toContain("описания записей здесь короче");
  for (const path of ["feeds/doo.ics", "feeds/mouo.ics"]) {
    expect(head(text(files, path), "description"), path).not.toContain("короче");
    expect(text(files, path).replace(/\r\n /g, ""), path).toContain("Как посчитано");
  }
});

test("a series can keep less of the year before in its overviews", () => {
  const plans = (feeds: string): readonly ResolvedPlan[] => {
    const items = row("{ text: ежемесячно, every: month }");
    const order = (year: number): string =>
      `year: ${year}\nauthority: A\nkind: ПРИКАЗ\ndate: ${year}-01-15\nnumber: "1"\nplace: B\ntitle: C\npreamble: D\nclauses: [{ number: "1.", text: E }]\nsignature: { post: F, name: G }\nplan-title: H\n`;
    return tinyPlans({
      items,
      files: {
        "2025/order.yaml": order(2025),
        "2025/section-1.yaml": `section: { id: "1", number: I, title: Пособия }\nitems:\n${items}\n`,
      },
      series: [["publisher: Ведомство", `publisher: Ведомство\nfeeds: { ${feeds} }`]],
    });
  };
  const months = (feeds: string, path: string): number =>
    text(emitFeeds(plans(feeds)), path).split("UID:demo/2024/").length - 1;
  expect(
    ["overview-months: 12", "overview-months: 2", "overview-months: 0"].map((feeds) => months(feeds, "feeds/all.ics")),
  ).toEqual([12, 2, 0]);
  expect(months("overview-months: 0", "feeds/school.ics")).toBe(12);
});

describe("an overview that is too large with the shortest descriptions", () => {
  const order = (year: number): string =>
    `year: ${year}\nauthority: A\nkind: ПРИКАЗ\ndate: ${year}-01-15\nnumber: "1"\nplace: B\ntitle: C\npreamble: D\nclauses: [{ number: "1.", text: E }]\nsignature: { post: F, name: G }\nplan-title: H\n`;
  const items = row("{ text: ежемесячно, every: month }");
  const plans = (years: readonly number[], entries: number): readonly ResolvedPlan[] =>
    tinyPlans({
      items,
      files: Object.fromEntries(
        years.flatMap((year) => [
          [`${year}/order.yaml`, order(year)],
          [`${year}/section-1.yaml`, `section: { id: "1", number: I, title: Пособия }\nitems:\n${items}\n`],
        ]),
      ),
      series: [["publisher: Ведомство", `publisher: Ведомство\nfeeds: { entries: ${entries} }`]],
    });
  const feedsOn = (day: string | undefined, of: readonly ResolvedPlan[]): ReturnType<typeof emitFeeds> =>
    emitFeeds(of, { published: day === undefined ? undefined : parseDate(day)! });
  const months = (files: ReturnType<typeof emitFeeds>, path: string): string[] =>
    [...text(files, path).matchAll(/^UID:demo\/\d{4}\/1\.1\/work\/(\d{4}-\d\d)@/gm)].map(([, month]) => month!);

  test("leaves out the oldest months, no more than it takes, and says so; others hold all", () => {
    const files = feedsOn("2025-03-10", plans([2024, 2025], 20));
    expect(months(files, "feeds/all.ics")).toHaveLength(20);
    expect(months(files, "feeds/all.ics")[0]).toBe("2024-05");
    expect(head(text(files, "feeds/all.ics"), "description").replace(/\u00a0/g, " ")).toContain(
      "сроков, прошедших до 1 мая 2024 года, здесь нет",
    );
    expect(months(files, "feeds/school.ics")).toHaveLength(24);
    expect(head(text(files, "feeds/school.ics"), "description")).not.toContain("здесь нет");
  });

  test.each([
    ["2024-01-31", 12, "2024-01"],
    ["2024-02-01", 11, "2024-02"],
    ["2024-06-30", 7, "2024-06"],
    ["2024-12-31", 3, "2024-10"],
    [undefined, 12, "2024-01"],
  ])("never one that was not over at the last publication, %s", (day, count, first) => {
    const kept = months(feedsOn(day, plans([2024], 3)), "feeds/all.ics");
    expect([kept.length, kept[0]]).toEqual([count, first]);
  });

  test("of three years, the two that are retained are what is left out of", () => {
    const kept = months(feedsOn("2026-01-20", plans([2024, 2025, 2026], 14)), "feeds/all.ics");
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([14, "2025-11", "2026-12"]);
  });

  test("keeps a day whose next working day was not over yet, and what is cancelled", () => {
    // 31 March 2024 is a Sunday: 1 April is its working day.
    const sunday = tinyPlans({
      items: row("{ text: до 31 марта, until: 03-31 }"),
      series: [["publisher: Ведомство", "publisher: Ведомство\nfeeds: { entries: 1 }"]],
    });
    const tombstone = {
      uid: "demo/2024/1.9/work/01-01@plan.example",
      dtstart: parseDate("2024-01-01")!,
      dtend: parseDate("2024-01-02")!,
      summary: "Прежний срок",
      reasons: [],
      path: "2024/items/1.9/",
      feeds: ["all"],
      revision: { changed: parseDate("2024-03-01")!, sequence: 1, status: "CANCELLED" as const },
    };
    const uids = (day: string): number =>
      text(emitFeeds(sunday, { published: parseDate(day)!, tombstones: [tombstone] }), "feeds/all.ics").split("UID:")
        .length - 1;
    expect([uids("2024-04-01"), uids("2024-05-01")]).toEqual([2, 1]);
  });

  test("three years of the plan of 2024 fit with a long address, all dates kept", () => {
    const years = [...realPlans(), ...realPlansOf(2025), ...realPlansOf(2026)];
    const site = `https://${"a".repeat(60)}.example/${"b".repeat(30)}`;
    const feeds = [...eachFeed(years, { site, published: parseDate("2026-01-20")! })];
    expect(exceededLimits(feeds).filter(({ code }) => code !== "feed-large")).toEqual([]);
    expect(feeds.filter(({ leftOut }) => leftOut !== undefined)).toEqual([]);
  });
});
