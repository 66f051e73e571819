import { defineConfig } from "vitest/config";

/** The long runs, one after another: `npm run soak`. */
export default defineConfig({
  test: {
    include: ["tests/e2e/soak/*.soak.ts"],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    globalSetup: "tests/e2e/harness/builds.ts",
  },
});
