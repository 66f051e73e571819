import { defineConfig } from "vitest/config";

const shared = { testTimeout: 60_000, hookTimeout: 120_000, globalSetup: "tests/e2e/harness/builds.ts" };

/** What measures times or memory, and what sets policies of the whole machine, runs by itself. */
const ALONE = ["race/race", "growth", "heap", "pilot/policy", "pilot/deploy"].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

/** Two browsers at a time, which wait more than they work; then, one at a time, what bears no company. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "together",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: "alone",
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
