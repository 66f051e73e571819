// npm run bench: see bench/main.ts.
import { runnerImport } from "vite";
import { ensureBrowsers } from "./browsers.mjs";
import { root } from "./install.mjs";

ensureBrowsers(["chromium"]);
const { module } = await runnerImport(`${root}bench/main.ts`, { configFile: false, root, logLevel: "error" });
await module.bench(root);
