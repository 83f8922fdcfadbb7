import { defineConfig } from "vitest/config";
import { times } from "./test/fuzz-runs.ts";

/** Two projects: what runs in Node alone, and what needs a browser (`npx vitest run --project site`). */
export default defineConfig({
  test: {
    watch: false,
    projects: [
      {
        test: {
          name: "compiler",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/browser/**"],
          environment: "node",
          testTimeout: 30_000 * times,
          setupFiles: ["test/fixed-seed.ts"],
        },
      },
      {
        test: {
          name: "site",
          include: ["test/e2e/browser/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
