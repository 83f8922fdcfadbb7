import { expect, test } from "vitest";
import { suggestFileName, classifyPath } from "../../compiler/load/file-layout.ts";

test.each([
  ["plan/demo/series.yaml", "series", "demo", undefined],
  ["plan/work-plan/2024/section-10.yaml", "section", "work-plan", "2024"],
  ["plan/school/2024-2025/order.yaml", "order", "school", "2024-2025"],
  ["plan/releases/1.31/section-1.yaml", "section", "releases", "1.31"],
  ["plan/plan/parties.yaml", "parties", "plan", undefined],
  ["D:/plan/checkout/plan/calendars/ru/2024.yaml", "calendar", "ru", 2024],
  ["plan/rules/ru-gk.yaml", "rule-set", "rules", undefined],
])("%s", (path, kind, folder, year) => {
  const place = classifyPath(path);
  expect([place?.kind, place?.folder, place?.plan ?? place?.year]).toEqual([kind, folder, year]);
});

test.each([
  "plan/demo/2024/section.yaml",
  "plan/demo/2024/notes/section-1.yaml",
  "plan/Demo/series.yaml",
  "plan/readme.yaml",
  "plan/demo/roles/order.yaml",
  "plan/demo/1..2/order.yaml",
])("%s belongs nowhere", (path) => {
  expect(classifyPath(path)).toBeUndefined();
});

test.each([
  ["plan/demo/2024/section-3.yml", "section-3.yaml"],
  ["plan/demo/2024/sektion-3.yaml", "section-3.yaml"],
  ["plan/demo/partie.yaml", "parties.yaml"],
  ["plan/demo/2024/zusammenfassung.yaml", undefined],
])("%s was meant to be %s", (path, name) => {
  expect(suggestFileName(path)).toBe(name);
});
