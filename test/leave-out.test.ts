import { expect, test, vi } from "vitest";
import { leaveOut } from "./leave-out.ts";

test("what a run leaves out by itself comes beside what its caller leaves out, and is read again as it was handed on", () => {
  vi.stubEnv("LEFT_OUT", undefined);
  expect(leaveOut()).toEqual([]);
  expect(leaveOut("**/*.long.test.ts")).toEqual(["**/*.long.test.ts"]);
  vi.stubEnv("LEFT_OUT", "test/e2e/**");
  const all = leaveOut("**/*.long.test.ts");
  expect(all).toEqual(["test/e2e/**", "**/*.long.test.ts"]);
  vi.stubEnv("LEFT_OUT", all.join(","));
  expect(leaveOut()).toEqual(all);
  vi.unstubAllEnvs();
});
