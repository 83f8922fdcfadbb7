import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outsideReaders } from "../../ical/readers/outside.ts";
import { asLines } from "../../ical/readers/entry.ts";
import { times } from "../../fuzz-runs.ts";
import { filesBelow, readPlan } from "../../plan-files.ts";
import { needsServer, nginx, startServer } from "../serving/servers.ts";
import { srok, srokWell, withPlan } from "../serving/srok.ts";
import { FeedModel, later, line, plansOf, type Held } from "../../ledger/model.ts";
import { CarefulSubscriber, heldIn, KhalSubscriber, needsSynchroniser } from "../../ledger/subscriber.ts";

/** The feeds that are followed: everything, one party, a profile; and the one to which every outside program subscribes. */
const feeds = ["all", "ooo", "school-with-nursery"] as const;
const outside = "ooo";

interface Step {
  readonly name: string;
  readonly on: string;
  readonly edit: (folder: string) => void;
  /** Whether the feed that is followed most closely changes. */
  readonly changes?: false;
  /** Whether a year is published for the first time. */
  readonly first?: true;
  /** Whether entries change as they did at a step before. */
  readonly again?: true;
  /** Checks what a reader of the feed of everything holds afterwards. */
  readonly holds?: (entries: readonly Held[]) => void;
}

const series = "plan/gis-obrazovanie";

/** Replaces a piece of a file that must be there. */
function rewrite(folder: string, file: string, find: string | RegExp, put: string): void {
  const path = join(folder, series, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(find, () => put);
  if (after === before) throw new Error(`${file} has no ${String(find)}`);
  writeFileSync(path, after);
}

/** A row of a section with its lines. */
function rowIn(folder: string, file: string, id: string): string {
  const rows = readFileSync(join(folder, series, file), "utf8").split(/(?=^ {2}- id: )/m);
  const row = rows.find((text) => text.startsWith(`  - id: "${id}"`));
  if (row === undefined) throw new Error(`${file} has no row ${id}`);
  return row;
}

/** Adds keys to a row. */
function addTo(folder: string, file: string, id: string, ...lines: readonly string[]): void {
  const row = rowIn(folder, file, id);
  rewrite(folder, file, row, row.replace("\n", `\n${lines.map((each) => `    ${each}\n`).join("")}`));
}

function newYear(folder: string, year: number): void {
  srokWell(folder, "new-year", String(year));
  const below = join(folder, series, String(year));
  for (const path of filesBelow(below)) {
    const text = readFileSync(join(below, path), "utf8")
      .replace("status: draft\n", "")
      .replace(/^ *review: true\n/gm, "")
      .replace(/, review: true/g, "")
      .replace(/(text: .*) \d{4} год/g, `$1 ${year} год`)
      .replace(/^date: .*$/m, path === "order.yaml" ? `date: ${year}-01-20` : "$&");
    writeFileSync(join(below, path), text);
  }
}

/** In what two readings differ, each entry as often as it stands, so that a failure shows that and not two whole feeds. */
function differences(read: readonly string[], expected: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const each of read) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of expected) counts.set(each, (counts.get(each) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([each, count]) => `${count > 0 ? "not in the plan, or twice" : "lost"}: ${each}`);
}

const year: readonly Step[] = [
  { name: "published", on: "2024-02-20", first: true, edit: () => {} },
  { name: "nothing changes", on: "2024-02-27", changes: false, edit: () => {} },
  {
    name: "an amendment moves a date",
    on: "2024-03-05",
    edit: (folder) => {
      rewrite(
        folder,
        "2024/order.yaml",
        /$/,
        'amendments:\n  - { id: march, date: 2024-03-01, number: "48", title: О внесении изменений }\n',
      );
      const row = rowIn(folder, "2024/section-2.yaml", "2.1.3-2");
      rewrite(
        folder,
        "2024/section-2.yaml",
        row,
        row
          .replace("text: до 24 мая, until: 05-24", "text: до 31 мая, until: 05-31")
          .replace("\n", "\n    amended-by: [march]\n"),
      );
    },
  },
  {
    name: "a row is renamed",
    on: "2024-03-12",
    edit: (folder) => {
      const row = rowIn(folder, "2024/section-2.yaml", "2.1.2-2");
      rewrite(
        folder,
        "2024/section-2.yaml",
        row,
        row
          .replace(/activity: (?:>-\s+)?/, (key) => `${key}Сначала `)
          .replace("\n", "\n    corrected: [слова сверены с приказом]\n"),
      );
    },
  },
  {
    name: "rows change places",
    on: "2024-03-19",
    changes: false,
    edit: (folder) => {
      const [first, second] = ["1.3.4", "1.3.5"].map((id) => rowIn(folder, "2024/section-1.yaml", id)) as [
        string,
        string,
      ];
      rewrite(folder, "2024/section-1.yaml", `${first}${second}`, `${second}${first}`);
    },
  },
  {
    name: "an occurrence is recorded",
    on: "2024-03-26",
    again: true,
    edit: (folder) => {
      rewrite(
        folder,
        "2024/occurrences.yaml",
        "occurrences: []",
        "occurrences:\n  - { id: olympiad-2024, event: event-documents-published, date: 2024-04-26, title: Приказ об олимпиаде, source: { title: приказ № 5 } }",
      );
    },
  },
  {
    name: "a row is withdrawn",
    on: "2024-04-02",
    edit: (folder) =>
      addTo(folder, "2024/section-2.yaml", "2.1.5", "withdrawn: { reason: исключено приказом }", "amended-by: [march]"),
  },
  // No entry changes, but a month has passed: the feed says as of which day it is as planned.
  { name: "the cancellation is still shown", on: "2024-05-30", again: true, edit: () => {} },
  {
    name: "it is brought back",
    on: "2024-05-31",
    edit: (folder) =>
      rewrite(
        folder,
        "2024/section-2.yaml",
        "    withdrawn: { reason: исключено приказом }\n    amended-by: [march]\n",
        "    corrected: [исключение отменено]\n",
      ),
  },
  {
    name: "another is withdrawn",
    on: "2024-06-03",
    edit: (folder) =>
      addTo(
        folder,
        "2024/section-2.yaml",
        "2.1.6",
        "withdrawn: { reason: исключено приказом }",
        "amended-by: [{ order: march, retroactive: слова приказа }]",
      ),
  },
  { name: "and its cancellation expires", on: later("2024-06-03", 61), edit: () => {} },
  {
    name: "an order withdraws one row and adds another: what was past by its day stays",
    on: "2024-08-15",
    edit: (folder) => {
      srokWell(folder, "amend", "august", "--date", "2024-08-14", "--number", "112", "--title", "О внесении изменений");
      srokWell(folder, "withdraw", "6.5.6", "--reason", "работы завершены", "--amendment", "august");
      const monthly = ["--text", "ежемесячно до 20 числа", "--responsible", "ooo", "--amendment", "august"];
      srokWell(folder, "add", "6.5.8", "--activity", "Сверка сведений", ...monthly);
    },
    holds: (entries) => {
      const months = (item: string, status: Held["status"]): string[] =>
        entries
          .filter((entry) => entry.uid.includes(`/2024/${item}/`) && entry.status === status)
          .map(({ uid }) => /\/2024-(\d\d)@/.exec(uid)![1]!);
      expect(months("6.5.6", "CONFIRMED")).toEqual(["01", "02", "03", "04", "05", "06", "07"]);
      expect(months("6.5.6", "CANCELLED")).toEqual(["08", "09", "10", "11", "12"]);
      expect(months("6.5.8", "CONFIRMED")).toEqual(["08", "09", "10", "11", "12"]);
    },
  },
  {
    name: "a row added by it begins on the day that it names",
    on: "2024-08-20",
    again: true,
    edit: (folder) => {
      const row = ["--activity", "Отчёт о сверке", "--text", "ежемесячно до 25 числа", "--responsible", "ooo"];
      srokWell(folder, "add", "6.5.9", ...row, "--amendment", "august", "--from", "2024-10-01");
    },
    holds: (entries) =>
      expect(entries.filter(({ uid }) => uid.includes("/6.5.9/")).map(({ end }) => end)).toEqual([
        "2024-10-25",
        "2024-11-25",
        "2024-12-25",
      ]),
  },
  { name: "the next year", on: "2025-01-20", first: true, edit: (folder) => newYear(folder, 2025) },
  { name: "the year after it", on: "2026-01-20", first: true, again: true, edit: (folder) => newYear(folder, 2026) },
];

describe("a year of changes", () => {
  test("every subscriber holds after each step exactly what the plan says", async (context) => {
    needsServer(nginx, context);
    needsSynchroniser(context);
    const own = mkdtempSync(join(tmpdir(), "subscriber-"));
    await withPlan(async (folder) => {
      const models = feeds.map((name) => new FeedModel(name));
      const careful = feeds.map(() => new CarefulSubscriber());
      srokWell(folder, "build", "--no-site", "--releases", "srv", "--site", "https://plan.example");
      const server = await startServer(nginx, join(folder, "srv", "current"));
      try {
        const khal = new KhalSubscriber(join(own, "khal"), `${server.address}/feeds/${outside}.ics`);
        let last = "";
        for (const { name, on, edit, changes = true, first, again, holds } of year) {
          edit(folder);
          srokWell(folder, "publish", ...(first === true ? ["--first"] : []), "--as-of", on);
          srokWell(folder, "build", "--no-site", "--releases", "srv", "--site", "https://plan.example");
          const plans = plansOf(readPlan(join(folder, "plan"), (path) => path.endsWith(".yaml")));
          for (const [index, feed] of feeds.entries()) {
            const model = models[index]!;
            model.publish(plans, on);
            const expected = model.held();
            const ics = await (await fetch(`${server.address}/feeds/${feed}.ics`)).text();
            expect(differences(heldIn(ics).map(line), expected.map(line)), `${name}: ${feed}`).toEqual([]);
            if (feed === "all") holds?.(heldIn(ics));
            careful[index]!.read(ics);
            expect(
              differences(careful[index]!.held().map(line), expected.map(line)),
              `${name}: ${feed}, a careful subscriber`,
            ).toEqual([]);
            const fresh = new CarefulSubscriber();
            fresh.read(ics);
            expect(
              differences(careful[index]!.descriptions(), fresh.descriptions()),
              `${name}: ${feed}, descriptions`,
            ).toEqual([]);
            if (feed !== outside) continue;
            expect(ics !== last, `${name}: the feed ${changes ? "changes" : "stays as it was, to the byte"}`).toBe(
              changes,
            );
            last = ics;
            // Outside programs take a second each time: where somebody waits, they look when entries change as they did not before.
            if (times < 1 && (!changes || again === true)) continue;
            khal.synchronise();
            const shown = expected.map(({ start, end, summary, status }) => [start, end, summary, status].join(" | "));
            expect(differences(khal.held("2023-01-01", "2028-01-01"), shown), `${name}: ${feed}, khal`).toEqual([]);
            const file = join(own, `${feed}.ics`);
            writeFileSync(file, ics);
            // Where nobody waits, after every change; else where entries come or go.
            const read = changes && (times >= 1 || first === true || holds !== undefined);
            for (const reader of read ? outsideReaders : []) {
              expect(
                differences(
                  asLines(reader.read([file], own)[0]!, reader.knowsUids),
                  asLines(expected, reader.knowsUids),
                ),
                `${name}: ${feed}, ${reader.name}`,
              ).toEqual([]);
            }
          }
        }
      } finally {
        await server.stop();
        rmSync(own, { recursive: true, force: true });
      }
    });
  }, 900_000);

  test("the same day, the same plan: the same ledger to the byte, and nothing new the second time", async () => {
    await withPlan((folder) => {
      const ledger = join(folder, series, "2024", "ledger.json");
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      const first = readFileSync(ledger);
      expect(srokWell(folder, "publish", "--as-of", "2024-03-01")).toContain("ничего не изменилось");
      expect(readFileSync(ledger).equals(first)).toBe(true);
      rmSync(ledger);
      expect(srok(folder, "publish", "--as-of", "2024-02-20"), "a lost ledger is not taken for none").toMatchObject({
        status: 1,
        output: expect.stringContaining("неизвестно, не потерян ли он"),
      });
      srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
      expect(readFileSync(ledger).equals(first)).toBe(true);
      expect(srok(folder, "publish", "--as-of", "2024-02-19").output).toMatch(/раньше последней, 2024-02-20/);
      expect(readFileSync(ledger).equals(first)).toBe(true);
    });
  });
});
