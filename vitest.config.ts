import { defineConfig } from "vitest/config";
import { times } from "./test/fuzz-runs.ts";
import { leaveOut } from "./test/leave-out.ts";
import { LongestFirst } from "./test/longest-first.ts";

/** The longest that a test may take, in milliseconds: a machine that is busy with other work takes several times as long as usual. */
const patience = 180_000 * Math.max(1, times);

const leftOut = leaveOut();

/** What is measured wants the machine to itself: `npm run test:long` alone runs it, after all other tests. */
const measured = {
  test: {
    name: "measured",
    include: ["test/e2e/measured/*.test.ts"],
    exclude: leftOut,
    testTimeout: patience,
    hookTimeout: patience,
    maxWorkers: 1,
    sequence: { groupOrder: 1 },
    globalSetup: ["test/e2e/bundle.ts", "test/e2e/site/sites.ts"],
  },
};

/**
 * Three projects, and in a long run one more: what calls the compiler alone; what runs programs (`test/e2e`); what opens pages or
 * compares whole sites (`test/e2e/browser`, `test/e2e/package`). The last two run the command from its bundle, which is made before
 * them where it is not current.
 */
export default defineConfig({
  test: {
    watch: false,
    environment: "node",
    sequence: { sequencer: LongestFirst },
    // A browser or a program that a test waits for leaves its core to another file. One file more than there are cores is no quicker.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "compiler",
          // The compiler holds no state: a worker loads it once for all its files.
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", ...leftOut],
          testTimeout: patience,
          setupFiles: ["test/fixed-seed.ts"],
        },
      },
      {
        test: {
          name: "programs",
          include: ["test/e2e/**/*.test.ts"],
          exclude: ["test/e2e/{browser,measured,package,site}/**", ...leftOut],
          testTimeout: patience,
          hookTimeout: patience,
          setupFiles: ["test/fixed-seed.ts"],
          globalSetup: ["test/e2e/bundle.ts"],
        },
      },
      {
        test: {
          name: "site",
          // Each file closes what it opened; a worker loads what drives the browser once for all its files.
          isolate: false,
          include: ["test/e2e/{browser,package,site}/**/*.test.ts"],
          exclude: leftOut,
          testTimeout: patience,
          hookTimeout: patience,
          globalSetup: ["test/e2e/bundle.ts", "test/e2e/site/sites.ts"],
        },
      },
      ...(process.env["LONG"] === "true" ? [measured] : []),
    ],
  },
});
