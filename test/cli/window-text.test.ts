import { join } from "node:path";
import { expect, test } from "vitest";
import { windowTime } from "../../compiler/cli/work/window-text.ts";
import { compile } from "../../compiler/compile.ts";
import { describe as inWords } from "../../compiler/diagnostics/render.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

const hours = sourcesOf(join(casesFolder, "good", "hours"));

test("a time stands behind the days with its zone, and nothing where there is none", () => {
  const { dueWindows } = compile(hours).value.plans[0]!;
  const timed = dueWindows.filter(({ window }) => window.instants !== undefined);
  expect(timed.length).toBeGreaterThan(0);
  for (const { window } of timed) {
    expect(windowTime(window)).toMatch(/^, \d\d:\d\d(?:–\d\d:\d\d)? \(\w+(?:\/\w+)*\)$/);
    expect(windowTime(window)).toContain(`(${window.instants!.zone})`);
  }
  const [first] = timed;
  expect(windowTime({ ...first!.window, instants: undefined })).toBe("");
});

test("a zone that is no name of one is told how zones are called, near the reader", () => {
  const { diagnostics } = compile(
    hours.map((file) => ({ ...file, text: file.text.replace(/zone: [\w/]+ \}/, "zone: PST }") })),
  );
  const [found] = diagnostics.filter(({ code }) => code === "bad-format");
  expect(inWords(found!, "en").hint).toContain("Europe/London (Area/City");
  expect(inWords(found!, "ru").hint).toContain("Asia/Yekaterinburg");
});
