import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { repository } from "../../plan-files.ts";
import { deskIn, scratch } from "./srok.ts";

/** A desk with two plans of releases that no order approves. */
const desk = deskIn(scratch());
mkdirSync(join(desk.folder, "plan"));
cpSync(join(repository, "test", "cases", "good", "releases-side-by-side", "plan"), join(desk.folder, "plan"), {
  recursive: true,
});
afterAll(() => desk.remove());

test("a change of a plan without an order has no number", () => {
  const words = ["amend", "slip", "--date", "2024-06-03", "--title", "The freeze slips", "--year", "1.31"];
  const numbered = desk.srok(...words, "--number", "5", "--lang", "en");
  expect([numbered.status, numbered.err]).toEqual([
    2,
    expect.stringContaining("no order approves this plan, and its changes have no number: leave --number out"),
  ]);
  const written = desk.srok(...words, "--lang", "en");
  expect(written).toMatchObject({ status: 0, err: "" });
  expect(readFileSync(join(desk.folder, "plan", "releases", "1.31", "plan.yaml"), "utf8")).toContain(
    "amendments: [{ id: slip, date: 2024-06-03, title: The freeze slips }]",
  );
  expect(desk.srok("check").status).toBe(0);
});
