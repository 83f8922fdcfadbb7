import { expect, test } from "vitest";
import { plan2024Folder, repository } from "../../plan-files.ts";
import { run } from "../run-srok.ts";

function wording(...words: string[]): { status: number; stdout: string } {
  const { status, out } = run(repository, ["wording", ...words, "--plan", plan2024Folder], process.env);
  return { status, stdout: out.replaceAll("\u00a0", " ") };
}
const json = (...words: string[]): { status: number; value: Record<string, unknown> } => {
  const { status, stdout } = wording(...words, "--format", "json");
  return { status, value: JSON.parse(stdout) as Record<string, unknown> };
};

test("a phrase as data: rule, windows, state", () => {
  const { status, value } = json("с 1 по 15 октября", "--year", "2024");
  expect(status).toBe(0);
  expect(value).toMatchObject({
    rule: { from: "10-01", to: "10-15" },
    windows: [{ start: "2024-10-01", end: "2024-10-15" }],
    state: "dated",
  });
});

test("hours are tried by a day and a time; a day alone says what is missing", () => {
  const words = "в течение 24 часов после получения заявки";
  expect(json(words, "--event", "2024-04-26T10:00").value).toMatchObject({ windows: [{ end: "2024-04-27" }] });
  expect(wording(words, "--event", "2024-04-26 22:30").stdout).toContain("до сб 27 апреля 2024 года, 22:30");
  expect(wording(words, "--event", "2024-04-26").stdout).toContain("часы считают от времени события");
  expect(wording(words, "--event", "2024-04-26T25:00").status).toBe(2);
});

test("an event is tried by its day, and stays in the order's words", () => {
  const { status, value } = json("в течение 3-х рабочих дней после получения заявки", "--event", "2024-04-26");
  expect(status).toBe(0);
  expect(value).toMatchObject({
    rule: { within: { "working-days": 3, after: "?" } },
    events: ["получения заявки"],
    windows: [{ start: null, end: "2024-05-03" }],
    state: "on-event",
  });
});

test("another year moves the dates", () => {
  expect(json("последний рабочий день декабря", "--year", "2025").value).toMatchObject({
    windows: [{ start: "2025-12-30", end: "2025-12-30" }],
  });
});

test("the plan's own periods have names", () => {
  expect(json("последний календарный день отчетного периода (начиная с февраля)").value).toMatchObject({
    rule: { every: { unit: "reporting-period", on: "last-day", since: 2 } },
  });
});

test("two readings are both given, and it is asked which", () => {
  const { status, value } = json("до 5 числа", "--year", "2024");
  expect(status).toBe(1);
  expect(value).toMatchObject({
    rule: null,
    phrase: null,
    events: [],
    state: null,
    windows: [],
    trace: [],
    diagnostics: [{ code: "ambiguous", at: 0, word: "до 5 числа" }],
  });
  expect((value["readings"] as { windows: object[] }[]).map(({ windows }) => windows[0])).toEqual([
    { start: null, end: "2024-01-05" },
    { start: null, end: "2024-02-05" },
  ]);
  expect(wording("до 5 числа").stdout).toContain("Что имеется в виду?");
});

test("days that are not called working days are calendar days by law, and the other reading is told", () => {
  const { status, value } = json("в течение 5 дней после получения заявки", "--event", "2024-04-26");
  expect(status).toBe(0);
  expect(value).toMatchObject({
    rule: { within: { "calendar-days": 5 } },
    windows: [{ start: null, end: "2024-05-01" }],
    diagnostics: [{ code: "by-law" }],
    readings: [{ windows: [{ end: "2024-05-01" }] }, { windows: [{ end: "2024-05-07" }] }],
  });
  expect(wording("в течение 5 дней после получения заявки").stdout).toContain("ГК РФ, ст. 190–193");
});

test("the keys are the same whatever is found", () => {
  const keys = ["rule", "phrase", "events", "state", "windows", "trace", "readings", "diagnostics"];
  for (const phrase of ["до 1 марта", "до 5 числа", "в течение 5 дней", "31 февраля", "постоянно"])
    expect(Object.keys(json(phrase).value), phrase).toEqual(keys);
});

test("windows are in order of their last days", () => {
  expect(json("март, сентябрь, июль", "--year", "2024").value["windows"]).toEqual([
    { start: "2024-03-01", end: "2024-03-31" },
    { start: "2024-07-01", end: "2024-07-31" },
    { start: "2024-09-01", end: "2024-09-30" },
  ]);
});

test("what cannot be read is said at the word, with the nearest phrase", () => {
  const { status, value } = json("до 1 мрата");
  expect(status).toBe(1);
  expect(value).toMatchObject({
    rule: null,
    readings: [],
    diagnostics: [
      { code: "unread", at: 5, word: "мрата", message: "здесь фраза перестаёт читаться", nearest: "до 1 марта" },
    ],
  });
  const { stdout } = wording("до 1 мрата");
  expect(stdout).toContain("  до 1 мрата\n       ~~~~~");
  expect(wording("by 1 March", "--lang", "en").stdout).toContain("cannot be read in Russian");
});

test("what no calendar covers is an error, not an empty answer", () => {
  expect(json("до 1 марта", "--year", "2100")).toMatchObject({
    status: 1,
    value: { rule: null, diagnostics: [{ word: "до 1 марта" }] },
  });
});

test("the text explains itself", () => {
  const { status, stdout } = wording("за 3 рабочих дня до окончания месяца", "--year", "2024");
  expect(status).toBe(0);
  expect(stdout).toContain("То есть: «не позднее чем за 3 рабочих дня до окончания месяца»");
  expect(stdout).toContain("до пт 26 января 2024 года");
  expect(stdout).toContain("ГК РФ, ст. 191");
});

test("wrong usage is status 2", () => {
  expect(wording().status).toBe(2);
  expect(wording("до 1 марта", "--yaer", "2024").status).toBe(2);
  expect(wording("до 1 марта", "--event", "31 мая").status).toBe(2);
  expect(wording("до 1 марта", "ещё").status).toBe(2);
  expect(wording("--help").status).toBe(0);
});
