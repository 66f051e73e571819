import { defineConfig } from "vitest/config";

/** Real browsers take turns: two cores do not carry more than one at a time without making timings meaningless. */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: "tests/e2e/harness/builds.ts",
  },
});
