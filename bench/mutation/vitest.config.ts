/**
 * The tests that mutants of the calendar and of the resolver are held to. The cases come first: they are quick, compile inside
 * their tests and find most, so that the others run for what is left.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";

const quickFirst = ["test/cases/cases.test.ts", "test/calendar/day.test.ts", "test/calendar/working-calendar.test.ts"];
const tests = process.env["MUTATION_TESTS"]?.split(" ") ?? [
  ...quickFirst,
  "test/calendar/official-calendar.test.ts",
  "test/resolve/*.test.ts",
  "test/phrase/reading.test.ts",
  "test/phrase/agreement.test.ts",
  "test/calculate/*.test.ts",
  "test/diff/compare.test.ts",
];

class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      (quickFirst.findIndex((name) => moduleId.endsWith(name)) + quickFirst.length + 1) % (quickFirst.length + 1);
    return Promise.resolve([...files].sort((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

export default defineConfig({
  test: {
    watch: false,
    include: tests,
    environment: "node",
    testTimeout: 30_000,
    setupFiles: ["test/fixed-seed.ts"],
    sequence: { sequencer: QuickFirst },
  },
});
