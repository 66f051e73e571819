// npm run soak: the race of patients over a thousand switches (SWITCHES and SEED may be set), in real Chromium.
import { spawnSync } from "node:child_process";
import { ensureBrowsers } from "./browsers.mjs";
import { root } from "./install.mjs";

ensureBrowsers(["chromium"]);
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/e2e/vitest.config.ts", "tests/e2e/race"],
  { cwd: root, stdio: "inherit", env: { ...process.env, SWITCHES: process.env.SWITCHES ?? "1000" } },
);
process.exit(status ?? 1);
