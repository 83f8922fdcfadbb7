import { afterEach, expect, test, vi } from "vitest";
import { todayIn } from "../../site/src/scripts/upcoming/today.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("today is the plan's own, without Temporal too", () => {
  vi.stubGlobal("Temporal", undefined);
  vi.useFakeTimers({ now: new Date("2024-04-21T20:00:00Z"), toFake: ["Date"] });
  expect(todayIn("Asia/Yekaterinburg")).toBe("2024-04-22");
  expect(todayIn("Europe/Moscow")).toBe("2024-04-21");
});
