import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casesFolder } from "../../cases/case.ts";
import { deskIn, scratch, type Desk } from "../command/srok.ts";

const ledger = "plan/demo/2024/ledger.json";
const section = "plan/demo/2024/section-1.yaml";
let desk: Desk;

beforeAll(() => {
  desk = deskIn(scratch());
  cpSync(join(casesFolder, "base", "plan"), join(desk.folder, "plan"), { recursive: true });
});
afterAll(() => desk.remove());

const at = (path: string): string => join(desk.folder, path);
const publish = (on: string, ...words: string[]): { status: number; text: string } => {
  const { status, out, err } = desk.srok("publish", "--as-of", on, ...words);
  return { status, text: `${out}${err}` };
};
const commit = (what: string): string => {
  desk.git("add", "-A");
  desk.git("commit", "-q", "-m", what);
  return desk.git("rev-parse", "HEAD").trim();
};
function correct(until: string): void {
  const text = readFileSync(at(section), "utf8");
  writeFileSync(
    at(section),
    text
      .replace(
        /deadline: \{ text: до .*? \}/,
        `deadline: { text: до ${until} марта, until: 03-0${until} }\n    corrected: [сверено с приказом ${until}]`,
      )
      .replace(/(corrected: .*\n) +corrected: .*\n/, "$1"),
  );
}

test("a ledger that is not there is lost until somebody knows better", () => {
  expect(publish("2024-02-01")).toMatchObject({
    status: 1,
    text: expect.stringMatching(
      /журнала plan\/demo\/2024\/ledger\.json нет, и неизвестно, не потерян ли он: git этого плана не знает/,
    ),
  });
  mkdirSync(at("empty"), { recursive: true });
  expect(publish("2024-02-01", "--against", "empty", "--dry-run")).toMatchObject({
    status: 0,
    text: expect.stringContaining("По адресу empty календарей ещё нет."),
  });
  expect(publish("2024-02-01", "--first").status).toBe(0);
  expect(publish("2024-02-02", "--first")).toMatchObject({
    status: 2,
    text: expect.stringContaining("--first – для первой публикации"),
  });
  expect(desk.srok("build", "--no-site", "--out", "live").status).toBe(0);
  rmSync(at(ledger));
  expect(publish("2024-02-02", "--against", "live")).toMatchObject({
    status: 1,
    text: expect.stringMatching(/а этот год уже опубликован: в календарях на сайте 3 его записей/),
  });
  for (const left of ["live", "empty"]) rmSync(at(left), { recursive: true });
}, 60_000);

test("git knows whether there was one, and which is the last", () => {
  desk.git("init", "-q", "-b", "main");
  commit("план");
  expect(publish("2024-02-01")).toMatchObject({ status: 0 });
  commit("журнал за 1 февраля");
  const first = readFileSync(at(ledger));

  correct("2");
  expect(publish("2024-02-05")).toMatchObject({ status: 0 });
  const second = commit("журнал за 5 февраля");

  rmSync(at(ledger));
  expect(publish("2024-02-06")).toMatchObject({
    status: 1,
    text: expect.stringContaining(`он есть в ${second.slice(0, 12)}; верните его: git checkout ${second.slice(0, 12)}`),
  });
  writeFileSync(at(ledger), first);
  const older = {
    status: 1,
    text: expect.stringContaining(`старше опубликованного: в ${second.slice(0, 12)} он новее`),
  };
  expect(publish("2024-02-06")).toMatchObject(older);
  commit("старый журнал");
  expect(publish("2024-02-06"), "a committed one too").toMatchObject(older);

  desk.git("checkout", "-q", second, "--", ledger);
  commit("журнал возвращён");
  expect(publish("2024-02-06")).toMatchObject({ status: 0 });
}, 60_000);

test("a shallow clone can't know", () => {
  const clone = deskIn(scratch());
  try {
    rmSync(at(ledger));
    commit("журнал потерян");
    clone.git("clone", "-q", "--depth", "1", `file://${desk.folder}`, ".");
    const { status, err } = clone.srok("publish", "--as-of", "2024-02-07");
    expect({ status, err }).toMatchObject({ status: 1, err: expect.stringContaining("история в git неполная") });
  } finally {
    clone.remove();
  }
}, 60_000);
