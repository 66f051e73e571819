// npm start: installs what is missing, builds, serves the demo EHR and opens a browser with the extension on it.
// With no display it does the same unseen, prints what was found and advised, and saves pictures.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { ensureBrowsers } from "./browsers.mjs";
import { ensurePackages, root } from "./install.mjs";

/** Says in one sentence why it cannot go on, and ends. */
function stop(why) {
  console.error(why);
  process.exit(1);
}

function options() {
  const { values } = parseArgs({
    options: {
      patient: { type: "string", default: "1" },
      browser: { type: "string", default: "chromium" },
      headless: { type: "boolean", default: false },
      port: { type: "string", default: "0" },
    },
  });
  const patient = Number(values.patient);
  const port = Number(values.port);
  if (!Number.isInteger(patient) || patient < 1)
    throw new Error(`--patient takes a number from 1 on, not "${values.patient}"`);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port takes a port number, not "${values.port}"`);
  if (!["chromium", "firefox"].includes(values.browser))
    throw new Error(`--browser is chromium or firefox, not "${values.browser}"`);
  return { patient, port, browser: values.browser, headless: values.headless };
}

try {
  const { patient, port, browser, headless } = options();
  ensurePackages();
  ensureBrowsers([browser]);
  console.log("Building …");
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, SITES: "", OUT: "" },
  });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);

  const noDisplay = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const unseen = headless || noDisplay || process.env.CI === "true";
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport(`${root}demo/tour.ts`, {
    configFile: false,
    root,
    logLevel: "error",
  });
  await module.tour({ patient, port, browser, headless: unseen, root });
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
